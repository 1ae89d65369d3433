// Package snapshot holds the account of a record at one revision, with what is
// needed to find things in it quickly. A snapshot never changes; readers share
// it without locks.
package snapshot

import (
	"slices"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/resolve"
)

// Snapshot is an account with its indices.
type Snapshot struct {
	Account  *account.Account
	Log      []annals.Judgement // all, oldest first
	Standing []annals.Judgement
	Revision int64
	Made     time.Time
	Masked   bool // private names are masked, for those who may only read

	Events    []Event    // as Account.Events
	Actors    []Actor    // as Account.Actors
	Documents []Document // as Account.Documents
	Facets    Facets
	Years     []Bar    // events by year
	Speakers  []Facet  // who makes most claims
	Sources   []Source // outlets and origins, the most used first

	eventAt     map[string]int // by ID, and by the ID of every mention
	actorAt     map[string]int // by ID, and by the ID of every entity
	documentAt  map[string]int
	statementAt map[string]resolve.StatementKey
	relationAt  map[string]int
	conflictAt  map[string]int

	actorsOfEvent    [][]int // indices into Actors of an event's parties
	eventsOfActor    [][]int
	eventsOfDocument [][]int
	claimsOfActor    [][]int
	relationsOfActor [][]int
	conflictsOfEvent [][]int
	conflictsOfActor [][]int
	aboutConflict    [][]Link
	figures          []figureAt
	words            searchWords
}

// mostSpeakers is how many speakers a list beside the claims names.
const mostSpeakers = 30

// New indexes an account.
func New(a *account.Account, log []annals.Judgement, revision int64, made time.Time) *Snapshot {
	s := &Snapshot{Account: a, Log: log, Standing: annals.Standing(log), Revision: revision, Made: made}
	s.nameThings()
	s.listActors()
	s.listEvents()
	s.listDocuments()
	s.tie()
	s.Facets, s.Speakers, s.Sources = s.facets(), s.speakers(mostSpeakers), s.sources()
	s.figures = s.listFigures()
	s.words = s.searchable()
	s.Years = s.Series(Filter{}, "year", "events").Bars
	return s
}

// Judged is the snapshot with a newer log of judgements: what the account does not
// depend on shows at once. A judgement that it does depend on stands in the log
// until the account is derived again.
func (s *Snapshot) Judged(log []annals.Judgement, revision int64) *Snapshot {
	out := *s
	out.Account = s.Account.Judged(log)
	out.Log, out.Standing, out.Revision = log, annals.Standing(log), revision
	if !slices.Equal(staging(s.Standing), staging(out.Standing)) {
		out.Documents = slices.Clone(s.Documents)
		out.stage()
	}
	return &out
}

// nameThings maps every ID to what it names now. Addresses hold when things are
// merged: the ID of any member leads to the whole.
func (s *Snapshot) nameThings() {
	a, r := s.Account, s.Account.Resolution
	s.eventAt, s.actorAt, s.documentAt = map[string]int{}, map[string]int{}, map[string]int{}
	s.statementAt, s.relationAt, s.conflictAt = map[string]resolve.StatementKey{}, map[string]int{}, map[string]int{}
	for i := range a.Events {
		for _, key := range a.Events[i].Mentions {
			s.eventAt[key.Short("x")] = i
		}
	}
	for i := range a.Events {
		s.eventAt[a.Events[i].ID] = i
	}
	for i := range a.Actors {
		for _, e := range r.Actors[a.Actors[i].Resolved].Entities {
			s.actorAt[r.EntityKey(e).Short("a")] = i
		}
	}
	for i := range a.Actors {
		s.actorAt[a.Actors[i].ID] = i
	}
	for i := range a.Documents {
		s.documentAt[a.Reading(a.Documents[i].Reading).Document.ID] = i
	}
	for reading, x := range r.Readings {
		for i := range x.Statements {
			s.statementAt[x.Statements[i].ID] = resolve.StatementKey{Reading: reading, Statement: i}
		}
	}
	for i := range a.Relations {
		s.relationAt[a.Relations[i].ID] = i
	}
	for i := range a.Conflicts {
		s.conflictAt[a.Conflicts[i].ID] = i
	}
}

// EventNamed is the index of an event by its ID or that of any mention; -1 none.
func (s *Snapshot) EventNamed(id string) int { return at(s.eventAt, id) }

// ActorNamed is the index of an actor by its ID or that of any entity; -1 none.
func (s *Snapshot) ActorNamed(id string) int { return at(s.actorAt, id) }

// DocumentNamed is the index of a report by its ID; -1 none.
func (s *Snapshot) DocumentNamed(id string) int { return at(s.documentAt, id) }

// RelationNamed is the index of a relation by its ID; -1 none.
func (s *Snapshot) RelationNamed(id string) int { return at(s.relationAt, id) }

// ConflictNamed is the index of a conflict by its ID; -1 none.
func (s *Snapshot) ConflictNamed(id string) int { return at(s.conflictAt, id) }

// StatementNamed finds a statement by its ID.
func (s *Snapshot) StatementNamed(id string) (resolve.StatementKey, bool) {
	k, ok := s.statementAt[id]
	return k, ok
}

func at(m map[string]int, id string) int {
	if i, ok := m[id]; ok {
		return i
	}
	return -1
}

// days are the first and last day that an EDTF value allows; "" where it is open
// or unknown.
func days(value string) (start, end string) {
	v, err := edtf.Parse(value)
	if value == "" || err != nil {
		return "", ""
	}
	if t, ok := v.Earliest(); ok {
		start = t.Format(time.DateOnly)
	}
	if t, ok := v.Latest(); ok {
		end = t.Format(time.DateOnly)
	}
	return start, end
}

// tie says which things are about one another.
func (s *Snapshot) tie() {
	a := s.Account
	s.claimsOfActor = make([][]int, len(a.Actors))
	for i := range a.Claims {
		if actor := a.Claims[i].Actor; actor >= 0 {
			s.claimsOfActor[actor] = append(s.claimsOfActor[actor], i)
		}
	}
	s.relationsOfActor = make([][]int, len(a.Actors))
	for i := range a.Relations {
		for _, actor := range distinct(a.Relations[i].FromActor, a.Relations[i].ToActor) {
			s.relationsOfActor[actor] = append(s.relationsOfActor[actor], i)
		}
	}
	s.conflictsOfEvent, s.conflictsOfActor = make([][]int, len(a.Events)), make([][]int, len(a.Actors))
	s.aboutConflict = make([][]Link, len(a.Conflicts))
	at := eventsByResolved(a)
	for i := range a.Conflicts {
		s.tieConflict(i, at)
	}
	for i := range s.Events {
		s.Events[i].Conflicts = len(s.conflictsOfEvent[i])
	}
}

func eventsByResolved(a *account.Account) map[int]int {
	at := map[int]int{}
	for i := range a.Events {
		at[a.Events[i].Resolved] = i
	}
	return at
}

func distinct(list ...int) []int {
	var out []int
	for _, i := range list {
		if i >= 0 && (len(out) == 0 || out[0] != i) {
			out = append(out, i)
		}
	}
	return out
}

// tieConflict finds the events and actors that a conflict's statements are about.
func (s *Snapshot) tieConflict(conflict int, eventAt map[int]int) {
	a := s.Account
	events, actors := map[int]bool{}, map[int]bool{}
	for _, k := range a.Conflicts[conflict].Statements {
		r, st := a.Reading(k.Reading), a.Statement(k)
		event, subject := annals.Ref(0), annals.Ref(0)
		switch st.About {
		case annals.AboutEvent:
			event = st.Ref
		case annals.AboutFigure:
			event, subject = r.Figures[st.Ref-1].Event, r.Figures[st.Ref-1].Subject
		}
		if event != 0 {
			if i, ok := eventAt[a.Resolution.Event(resolve.EventKey{Reading: k.Reading, Event: event})]; ok && !events[i] {
				events[i] = true
				s.conflictsOfEvent[i] = append(s.conflictsOfEvent[i], conflict)
				s.aboutConflict[conflict] = append(s.aboutConflict[conflict], Link{s.Events[i].Title, s.Events[i].Href})
			}
		} else if subject != 0 {
			if i := a.ActorOf(resolve.EntityKey{Reading: k.Reading, Entity: subject}); i >= 0 && !actors[i] {
				actors[i] = true
				s.conflictsOfActor[i] = append(s.conflictsOfActor[i], conflict)
				s.aboutConflict[conflict] = append(s.aboutConflict[conflict], Link{s.Actors[i].Name, s.Actors[i].Href})
			}
		}
	}
}
