package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/model/chain"
)

// Types of phrase, in the order of the model's labels: those of re3d.
const (
	PhrasePerson = iota
	PhraseGroup
	PhrasePlace
	PhrasePeople
	PhraseWeapon
	PhraseVehicle
	PhraseDocument
	PhraseTime
	PhraseNumber
)

// PhraseLabels are re3d's types; its MilitaryPlatform and Vehicle are one, its
// Quantity, Money and Frequency are one, its CommsIdentifier and Url stand with
// its DocumentReference.
var re3dTypes = map[string]int{"Person": PhrasePerson, "Organisation": PhraseGroup, "Location": PhrasePlace, "Nationality": PhrasePeople,
	"Weapon": PhraseWeapon, "MilitaryPlatform": PhraseVehicle, "Vehicle": PhraseVehicle, "DocumentReference": PhraseDocument,
	"CommsIdentifier": PhraseDocument, "Url": PhraseDocument, "Temporal": PhraseTime, "Quantity": PhraseNumber, "Money": PhraseNumber, "Frequency": PhraseNumber}

// Phrase is one annotated mention of a typed thing.
type Phrase struct {
	annals.Span
	Type int
	Also int // another type it may have; the same when there is none
}

// Annotated is a document with its phrases.
type Annotated struct {
	ID, Corpus string
	Source     string
	Phrases    []Phrase
	Hidden     uint16 // types, a bit each, that are not marked in this corpus
}

// minConfidence is the least crowd confidence at which an annotation of re3d is
// taken for one.
const minConfidence = 0.5

// RE3D reads re3d: 80 documents, annotations below the least confidence and
// pronouns left out, leading articles cut off.
func RE3D(data string) ([]Annotated, error) {
	dirs, err := filepath.Glob(filepath.Join(data, "re3d", "*", "documents.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []Annotated
	for _, path := range dirs {
		docs, err := readRE3D(filepath.Dir(path))
		if err != nil {
			return nil, fmt.Errorf("re3d: %w", err)
		}
		out = append(out, docs...)
	}
	return out, nil
}

func readRE3D(dir string) ([]Annotated, error) {
	var out []Annotated
	index := map[string]int{}
	err := eachObject(filepath.Join(dir, "documents.jsonl"), func(b []byte) error {
		var d struct {
			ID   string `json:"_id"`
			Text string
		}
		err := json.Unmarshal(b, &d)
		index[d.ID] = len(out)
		out = append(out, Annotated{ID: d.ID, Corpus: "re3d", Source: d.Text})
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachObject(filepath.Join(dir, "entities.jsonl"), func(b []byte) error {
		var e struct {
			DocumentID, Type, Value string
			Begin, End              int
			Confidence              float64
		}
		if err := json.Unmarshal(b, &e); err != nil || e.Confidence < minConfidence {
			return err
		}
		d := &out[index[e.DocumentID]]
		p, ok := clip(d.Source, e.Begin, e.End)
		if t, known := re3dTypes[e.Type]; ok && known && !Pronouns[strings.ToLower(p.In(d.Source))] {
			d.Phrases = append(d.Phrases, Phrase{p, t, t})
		}
		return nil
	})
	for i := range out {
		slices.SortFunc(out[i].Phrases, func(a, b Phrase) int { return (a.Start-b.Start)*1000 + b.End - a.End })
		out[i].Phrases = slices.Compact(out[i].Phrases)
	}
	return out, err
}

// clip turns code points into bytes and cuts white space and a leading article.
func clip(source string, begin, end int) (annals.Span, bool) {
	s := annals.Span{Start: byteOffset(source, begin), End: byteOffset(source, end)}
	for !s.Empty() && strings.IndexByte(" \n\t", source[s.Start]) >= 0 {
		s.Start++
	}
	for !s.Empty() && strings.IndexByte(" \n\t", source[s.End-1]) >= 0 {
		s.End--
	}
	return WithoutArticle(source, s), !s.Empty()
}

// WithoutArticle cuts a leading article off a span.
func WithoutArticle(source string, s annals.Span) annals.Span {
	for _, a := range []string{"the ", "a ", "an "} {
		if s.Len() > len(a) && strings.EqualFold(source[s.Start:s.Start+len(a)], a) {
			s.Start += len(a)
			break
		}
	}
	return s
}

func byteOffset(s string, points int) int {
	n := 0
	for i := range s {
		if n == points {
			return i
		}
		n++
	}
	return len(s)
}

// Pronouns are mentions that are no names and no nominals.
var Pronouns = set(`i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself
	it its itself they them their theirs themselves who whom whose which that this these those one both each all others other another some many`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func eachObject(path string, take func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<24)
	for scan.Scan() {
		if err := take(scan.Bytes()); err != nil {
			return err
		}
	}
	return scan.Err()
}

// PhraseLabels are the labels of phrases.
var PhraseLabels = chain.Labels{Types: []string{"person", "group", "place", "people", "weapon", "vehicle", "document", "time", "number"}}
