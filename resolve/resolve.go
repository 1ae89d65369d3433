// Package resolve says which of the things that reports tell are the same: which
// documents are copies of one another, which entities are one actor, which
// events are one event, and where a statement really comes from.
//
// Nothing is merged destructively. The outcome is a Resolution beside the
// readings, which can be made again from them and from the judgements; it does
// not depend on the order in which the reports came in.
package resolve

import (
	"slices"
	"sort"
	"sync"

	"github.com/annals-project/annals"
)

// Resolution is what belongs together in a set of readings. Its indices are
// into Readings, which are sorted by document.
type Resolution struct {
	Readings   []*annals.Reading
	Groups     []Group
	Actors     []Actor
	Events     []Event
	Origins    []Origin
	Reuses     []Reuse
	Judgements []annals.Judgement // all that were given, standing or not
	Decisions  []Decision         // what annals decided itself

	standing []annals.Judgement
	groupOf  []int                // by reading: index into Groups, or -1
	actorOf  map[EntityKey]int    // index into Actors
	eventOf  map[EventKey]int     // index into Events
	originOf map[StatementKey]int // index into Origins

	originKeys []string                   // of Origins
	heard      map[Passage][]string       // keys of the sources that a sentence names
	whys       map[string]map[string]bool // by key of an origin
	echoes     []Reuse                    // sentences that share nearly all their words

	naming                 sync.Once
	actorNamed, eventNamed map[string]int // by short name of any member
}

// EntityKey names an entity of a reading.
type EntityKey struct {
	Reading int
	Entity  annals.Ref
}

// EventKey names an event mention of a reading.
type EventKey struct {
	Reading int
	Event   annals.Ref
}

// StatementKey names a statement of a reading, by its place in Statements.
type StatementKey struct{ Reading, Statement int }

// Aliases knows names that mean one well-known actor. It may be nil.
type Aliases interface {
	// Canonical gives one key for all the names of a known actor; false when
	// the name is not known or could be several.
	Canonical(name string) (key string, known bool)
}

// Resolve works out what belongs together. Judgements of persons win over what
// it finds itself. The readings are sorted in place.
func Resolve(readings []*annals.Reading, judgements []annals.Judgement, known Aliases) *Resolution {
	return Again(nil, readings, judgements, known)
}

// Again is Resolve for a record that was resolved before: what rests on the
// documents alone, which is more than half of the work, is taken from the earlier
// resolution as long as they are the same ones. Before may be nil.
func Again(before *Resolution, readings []*annals.Reading, judgements []annals.Judgement, known Aliases) *Resolution {
	sort.SliceStable(readings, func(i, j int) bool { return readings[i].Document.ID < readings[j].Document.ID })
	r := &Resolution{Readings: readings, Judgements: judgements, standing: annals.Standing(judgements)}
	if before != nil && slices.EqualFunc(before.Readings, readings, func(x, y *annals.Reading) bool { return x.Document == y.Document }) {
		r.Groups, r.groupOf, r.Reuses, r.echoes = before.Groups, before.groupOf, before.Reuses, before.echoes
	} else {
		r.findCopies()
		r.findReuse()
		r.findEchoes()
	}
	r.findActors(known)
	r.findEvents()
	r.findOrigins()
	return r
}

// Actor is the index into Actors of an entity, or -1 for one that has no name.
func (r *Resolution) Actor(k EntityKey) int {
	if i, ok := r.actorOf[k]; ok {
		return i
	}
	return -1
}

// Event is the index into Events of an event mention, or -1.
func (r *Resolution) Event(k EventKey) int {
	if i, ok := r.eventOf[k]; ok {
		return i
	}
	return -1
}

// Origin is the index into Origins of a statement, or -1.
func (r *Resolution) Origin(k StatementKey) int {
	if i, ok := r.originOf[k]; ok {
		return i
	}
	return -1
}

// Group is the index into Groups of a reading's document, or -1 when it has no copies.
func (r *Resolution) Group(reading int) int { return r.groupOf[reading] }

// sets is a disjoint-set forest whose representative is always the least
// member, so that its outcome does not depend on the order of unions.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) {
	i, j = s.find(i), s.find(j)
	s[max(i, j)] = min(i, j)
}

// members lists each set with its members ascending, sets by their least member.
func (s sets) members() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range s {
		root := s.find(i)
		n, ok := at[root]
		if !ok {
			n = len(out)
			at[root] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

// With is a copy of the resolution with other readings of the same documents,
// element for element, and other words in the judgements; what belongs together
// stays.
func (r *Resolution) With(readings []*annals.Reading, judgements []annals.Judgement) *Resolution {
	return &Resolution{Readings: readings, Groups: r.Groups, Actors: r.Actors, Events: r.Events, Origins: r.Origins, Reuses: r.Reuses,
		Judgements: judgements, Decisions: r.Decisions, standing: annals.Standing(judgements),
		groupOf: r.groupOf, actorOf: r.actorOf, eventOf: r.eventOf, originOf: r.originOf, originKeys: r.originKeys, heard: r.heard, echoes: r.echoes}
}
