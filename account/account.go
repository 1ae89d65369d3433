// Package account derives what a reader sees from readings and their
// resolution: actors with their names, events with their ledgers, relations,
// claims, and where the reports disagree. All of it is plain values that can be
// derived again; each leads to the statements it stands on.
package account

import (
	"sort"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Account is the reconciled account of a set of reports.
type Account struct {
	Resolution *resolve.Resolution
	Rule       Rule
	Documents  []Document // by date of publication, unknown dates last
	Actors     []Actor    // most mentioned first
	Events     []Event    // by time, unknown times last
	Relations  []Relation
	Claims     []Claim
	Conflicts  []Conflict // most telling first
	Amendments []Amendment
	Sources    []Source // those that a person rated

	AsOf    string    // the day whose knowledge this is, EDTF; "" all that is known
	LeftOut []LeftOut // reports not used for it

	actorAt    map[int]int                // resolve.Actors index to Actors index
	eventAt    []int                      // resolve.Events index to Events index
	documentAt []int                      // reading index to Documents index
	originals  map[string]*annals.Reading // by document: readings that persons amended, as they were

	harmedIn map[int]map[annals.Ref]bool // by reading

	reliabilities map[string]float64 // by OriginName, as Input gave them
}

// Document is a report as the account uses it.
type Document struct {
	Reading   int    // index into Resolution.Readings
	Label     string // "A", "B", … as references print it
	Group     int    // index into Resolution.Groups; -1 no copies
	VersionOf string // Document.ID of the version it replaced
	Status    string // current superseded corrected retracted

	// Irrelevant is set when a person found that the report does not belong to
	// the record's subject: nothing in it takes part in the account.
	Irrelevant *annals.Judgement
}

// Counts says whether what the report states counts in low, best and high.
func (d *Document) Counts() bool { return d.Status == "current" || d.Status == "corrected" }

// Input is what an account is derived from.
type Input struct {
	Readings   []*annals.Reading
	Judgements []annals.Judgement
	Versions   map[string]string // document to the one it replaced
	Known      resolve.Aliases   // may be nil
	Before     *Account          // may be nil: an account of the record as it was, to save work that did not change
	Rule       Rule              // zero: IndependentLatest
	Grades     GradeRule         // zero: OriginGrades

	// Reliability is how far an origin is trusted, by its name as OriginName
	// gives it: 0 not at all, 1 as any other. It outranks what judgements rate.
	Reliability map[string]float64

	Day     string    // set by AsOf: the day whose knowledge this is
	LeftOut []LeftOut // set by AsOf: the reports it left out
}

// Derive works out the account. The same input in any order gives the same
// account.
func Derive(in Input) *Account {
	if in.Rule.Name == "" {
		in.Rule = IndependentLatest
	}
	if in.Grades.Name == "" {
		in.Grades = OriginGrades
	}
	amended := amend(in.Readings, in.Judgements)
	var before *resolve.Resolution
	if in.Before != nil {
		before = in.Before.Resolution
	}
	a := &Account{Resolution: resolve.Again(before, amended.readings, in.Judgements, in.Known), Rule: in.Rule, reliabilities: in.Reliability,
		originals: amended.originals, AsOf: in.Day, LeftOut: in.LeftOut}
	a.deriveDocuments(in.Versions)
	a.listAmendments(amended)
	a.deriveActors()
	a.deriveSources(in.Judgements)
	a.deriveEvents()
	a.deriveParts()
	a.deriveGrades(in.Grades)
	a.deriveProfiles()
	a.deriveRelations()
	a.deriveClaims()
	a.deriveConflicts()
	return a
}

func (a *Account) deriveDocuments(versions map[string]string) {
	replaced := map[string]bool{}
	for _, old := range versions {
		replaced[old] = true
	}
	for i, reading := range a.Resolution.Readings {
		d := Document{Reading: i, Group: a.Resolution.Group(i), VersionOf: versions[reading.Document.ID], Status: "current"}
		switch {
		case replaced[reading.Document.ID]:
			d.Status = "superseded"
		case reading.Document.Correction != "":
			d.Status = reading.Document.Correction
		}
		a.Documents = append(a.Documents, d)
	}
	sort.SliceStable(a.Documents, func(i, j int) bool {
		x, y := a.reported(a.Documents[i].Reading), a.reported(a.Documents[j].Reading)
		if x != y {
			return y == "" || x != "" && x < y
		}
		return a.uri(i) < a.uri(j)
	})
	a.documentAt = make([]int, len(a.Documents))
	for i := range a.Documents {
		a.Documents[i].Label = label(i)
		a.documentAt[a.Documents[i].Reading] = i
	}
}

func (a *Account) uri(document int) string {
	return a.Reading(a.Documents[document].Reading).Document.URI
}

// Reading is the reading with an index of the resolution.
func (a *Account) Reading(i int) *annals.Reading { return a.Resolution.Readings[i] }

// DocumentOf is the document of a reading.
func (a *Account) DocumentOf(reading int) *Document { return &a.Documents[a.documentAt[reading]] }

// reported is when a reading's report came out, as EDTF; "" unknown.
func (a *Account) reported(reading int) string {
	if p := a.Reading(reading).Document.Published; p != nil {
		return p.EDTF
	}
	return ""
}

// label numbers documents as spreadsheets number columns: A … Z, AA, AB …
func label(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// Statement is the statement under a key.
func (a *Account) Statement(k resolve.StatementKey) *annals.Statement {
	return &a.Reading(k.Reading).Statements[k.Statement]
}

// statements finds a reading's statements about one element.
func (a *Account) statements(reading int, about annals.About, ref annals.Ref) []resolve.StatementKey {
	var out []resolve.StatementKey
	for i := range a.Reading(reading).Statements {
		if s := &a.Reading(reading).Statements[i]; s.About == about && s.Ref == ref {
			out = append(out, resolve.StatementKey{Reading: reading, Statement: i})
		}
	}
	return out
}

// entity is an entity of a reading; nil for no reference.
func (a *Account) entity(k resolve.EntityKey) *annals.Entity {
	if k.Entity == 0 {
		return nil
	}
	return &a.Reading(k.Reading).Entities[k.Entity-1]
}

// NameOf is what the account calls an entity: its actor's name, else its own.
func (a *Account) NameOf(k resolve.EntityKey) string {
	if i := a.Resolution.Actor(k); i >= 0 {
		return a.Resolution.Actors[i].Name
	}
	if e := a.entity(k); e != nil {
		return e.Name
	}
	return ""
}

// ActorOf is the index into Actors of an entity's actor, or -1.
func (a *Account) ActorOf(k resolve.EntityKey) int { return a.ActorAt(a.Resolution.Actor(k)) }

// ActorAt is the index into Actors of an actor of the resolution, or -1 when
// the account does not show it.
func (a *Account) ActorAt(resolved int) int {
	if i, ok := a.actorAt[resolved]; ok {
		return i
	}
	return -1
}
