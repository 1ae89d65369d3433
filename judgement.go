package annals

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Judgement is what annals or a person decided about things of the record:
// whether two are one, whether a value is right, how far a source is trusted.
// Judgements of persons outrank those of annals. None is ever changed or taken
// out: to undo one is to add another that withdraws it.
type Judgement struct {
	ID string // "sha256:" and the hash of all fields below

	// Left and Right are what is judged: keys (see Key) of two things that are
	// compared, or one key in Left. A rated source goes by its name, a withdrawn
	// judgement by its ID.
	Left, Right string
	Verdict     string
	Field       string // of a correction or a coded row: which value
	Value       string // what that value is to be; a rating's grade; who an item is assigned to
	By          string // ByAnnals, or a coder's name
	Why         string
	At          time.Time
}

// ByAnnals is the author of the judgements that annals makes itself.
const ByAnnals = "annals"

// Verdicts of a judgement about two things.
const (
	Same      = "same"
	Different = "different"
	Unsure    = "unsure"
)

// Verdicts of a judgement about one thing, or about another judgement.
const (
	Accepted   = "accepted"   // a person read the evidence and found the thing right
	Rejected   = "rejected"   // it is not what the report says: shown, never counted
	Corrected  = "corrected"  // Field should read Value
	Rated      = "rated"      // the source Left has reliability Value, A to F
	Relevant   = "relevant"   // the report Left belongs into the record's subject
	Irrelevant = "irrelevant" // it does not, for the reason in Why
	Assigned   = "assigned"   // the report Left waits for the coder Value
	Coded      = "coded"      // the row Field of Left reads Value
	Withdrawn  = "withdrawn"  // the judgement Left no longer stands
)

// NewJudgement completes a judgement with its ID.
func NewJudgement(j Judgement) Judgement {
	j.At = j.At.UTC().Truncate(time.Millisecond)
	hash := sha256.New()
	for _, s := range []string{j.Left, j.Right, j.Verdict, j.Field, j.Value, j.By, j.Why, j.At.Format(time.RFC3339Nano)} {
		fmt.Fprintf(hash, "%d %s\n", len(s), s)
	}
	j.ID = "sha256:" + hex.EncodeToString(hash.Sum(nil))
	return j
}

// Newer says whether j was given after o. Of two given at one moment it is the
// same one each time, whatever the order in which they came together.
func (j *Judgement) Newer(o *Judgement) bool {
	return cmp.Or(j.At.Compare(o.At), strings.Compare(j.ID, o.ID)) > 0
}

// Standing is the judgements that no standing judgement withdraws, in their
// order, without the withdrawals. It does not matter in which order the
// judgements came together.
func Standing(judgements []Judgement) []Judgement {
	stands := Stands(judgements)
	var out []Judgement
	for _, j := range judgements {
		if j.Verdict != Withdrawn && stands(j.ID) {
			out = append(out, j)
		}
	}
	return out
}

// Stands says of a judgement's ID whether no standing judgement withdraws it. A
// withdrawal may be withdrawn in its turn.
func Stands(judgements []Judgement) func(id string) bool {
	withdrawals := map[string][]string{} // a judgement's ID to those of its withdrawals
	for _, j := range judgements {
		if j.Verdict == Withdrawn {
			withdrawals[j.Left] = append(withdrawals[j.Left], j.ID)
		}
	}
	var stands func(id string) bool // ends: a withdrawal's ID is a hash of what it withdraws
	stands = func(id string) bool { return !slices.ContainsFunc(withdrawals[id], stands) }
	return stands
}

// KeyKind says what sort of thing a key names.
type KeyKind string

// Kinds of key.
const (
	ActorKey    KeyKind = "actor"
	EventKey    KeyKind = "event"
	FigureKey   KeyKind = "figure"
	ClaimKey    KeyKind = "claim"
	RelationKey KeyKind = "relation"
	AimKey      KeyKind = "aim"
	DocumentKey KeyKind = "document"
)

// Key names a thing by where a report tells of it. It does not depend on what
// one version of annals made of the report, so that a judgement holds when the
// report is read again.
type Key struct {
	Kind     KeyKind
	Document string // Document.ID
	// At is the first byte, in Document.Text, of the name, trigger, figure,
	// claim's content, aim or relation's evidence; 0 for a document.
	At  int
	Nth int // of several that begin there: which one, from 0
}

// String is the key as judgements hold it: "event:sha256:…@120", or
// "event:sha256:…@120.1" for the second that begins there.
func (k Key) String() string {
	if k.Kind == DocumentKey {
		return string(k.Kind) + ":" + k.Document
	}
	s := string(k.Kind) + ":" + k.Document + "@" + strconv.Itoa(k.At)
	if k.Nth > 0 {
		s += "." + strconv.Itoa(k.Nth)
	}
	return s
}

// Short is a short name made from the key, for lists and addresses: the letter
// given and twelve hexadecimal digits.
func (k Key) Short(letter string) string {
	sum := sha256.Sum256([]byte(k.String()))
	return letter + hex.EncodeToString(sum[:])[:12]
}

// ParseKey reads what String wrote.
func ParseKey(s string) (Key, error) {
	kind, rest, ok := strings.Cut(s, ":")
	k := Key{Kind: KeyKind(kind)}
	if !ok || !slices.Contains([]KeyKind{ActorKey, EventKey, FigureKey, ClaimKey, RelationKey, AimKey, DocumentKey}, k.Kind) {
		return Key{}, fmt.Errorf("key %q: it begins with none of actor: event: figure: claim: relation: aim: document:", s)
	}
	if k.Kind == DocumentKey {
		k.Document = rest
		return k, nil
	}
	at := strings.LastIndexByte(rest, '@')
	if at < 0 {
		return Key{}, fmt.Errorf("key %q: no place after @", s)
	}
	k.Document = rest[:at]
	place, nth, several := strings.Cut(rest[at+1:], ".")
	var err, errNth error
	k.At, err = strconv.Atoi(place)
	if several {
		k.Nth, errNth = strconv.Atoi(nth)
	}
	if err != nil || errNth != nil || k.At < 0 || k.Nth < 0 {
		return Key{}, fmt.Errorf("key %q: %q is no place in a text", s, rest[at+1:])
	}
	return k, nil
}
