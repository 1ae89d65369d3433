package account

import (
	"slices"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Network is actors and how they stand to each other, with times. Private people
// are no actors and have no node.
type Network struct {
	Nodes    []Node
	Ties     []Tie
	Coverage Coverage
}

// Node is an actor of the network.
type Node struct {
	Actor    int // index into Account.Actors
	Events   int // in which it is named
	Coverage Coverage
}

// Attacked is the tie of an actor to one that it is said to have attacked.
const Attacked = "attacked"

// Tie is how one actor stands to another: a relation that reports state, or
// attacks of one on the other.
type Tie struct {
	From, To   int // indices into Nodes
	Type       string
	Times      []string // EDTF, in order; none when no report says when
	Speakers   []string // who says so, where it stands in a claim
	Events     []int    // attacks: indices into Account.Events
	Origins    int
	Statements []resolve.StatementKey
}

// Network derives the network of the actors that are tied to another.
func (a *Account) Network() *Network {
	n := &Network{Coverage: a.Coverage(a.all())}
	for i := range a.Relations {
		r := &a.Relations[i]
		if r.FromActor >= 0 && r.ToActor >= 0 && r.FromActor != r.ToActor {
			n.Ties = append(n.Ties, Tie{From: r.FromActor, To: r.ToActor, Type: string(r.Type), Times: sortedTimes(r.EDTF),
				Speakers: r.Speakers, Origins: r.Origins, Statements: r.Statements})
		}
	}
	a.attackTies(n)
	at := map[int]int{}
	for i := range n.Ties {
		for _, end := range []*int{&n.Ties[i].From, &n.Ties[i].To} {
			if _, known := at[*end]; !known {
				at[*end] = len(n.Nodes)
				n.Nodes = append(n.Nodes, Node{Actor: *end, Events: len(a.EventsOf(*end)), Coverage: a.Coverage(a.Actors[*end].Documents)})
			}
			*end = at[*end]
		}
	}
	return n
}

// attackTies adds who is said to have attacked whom.
func (a *Account) attackTies(n *Network) {
	at := map[[2]int]int{}
	for i := range a.Events {
		e := &a.Events[i]
		if e.Status != annals.Happened || e.PLOVER == nil || e.PLOVER.Type != "ASSAULT" {
			continue
		}
		for _, did := range e.Parties {
			for _, suffered := range e.Parties {
				key := [2]int{did.Actor, suffered.Actor}
				if did.Role != annals.Actor || suffered.Role != annals.Victim && suffered.Role != annals.Target || did.Actor < 0 || suffered.Actor < 0 || did.Actor == suffered.Actor {
					continue
				}
				if _, known := at[key]; !known {
					at[key] = len(n.Ties)
					n.Ties = append(n.Ties, Tie{From: did.Actor, To: suffered.Actor, Type: Attacked})
				}
				n.Ties[at[key]].takeEvent(e, i)
			}
		}
	}
}

func (t *Tie) takeEvent(e *Event, index int) {
	if slices.Contains(t.Events, index) {
		return
	}
	t.Events = append(t.Events, index)
	t.Times = sortedTimes(appendNew(t.Times, e.EDTF))
	t.Origins = max(t.Origins, e.Sources)
	t.Statements = append(t.Statements, e.Statements...)
}

// sortedTimes are EDTF values by their earliest moment.
func sortedTimes(times []string) []string {
	out := slices.Clone(times)
	sort.SliceStable(out, func(i, j int) bool { return sortKey(out[i]) < sortKey(out[j]) })
	return out
}

// EventsOf are the events that name an actor, as indices into Events, in the
// order of time.
func (a *Account) EventsOf(actor int) []int {
	var out []int
	for i := range a.Events {
		if slices.ContainsFunc(a.Events[i].Parties, func(p Party) bool { return p.Actor == actor }) {
			out = append(out, i)
		}
	}
	return out
}

// Area is where an actor is said to have acted: each place once, with the events'
// statements, most told first.
func (a *Account) Area(actor int) []Fact {
	var out []Fact
	for _, i := range a.EventsOf(actor) {
		e := &a.Events[i]
		acted := slices.ContainsFunc(e.Parties, func(p Party) bool { return p.Actor == actor && p.Role == annals.Actor })
		if !acted || e.Status != annals.Happened || e.Place == nil {
			continue
		}
		place := e.Place.Name
		if e.Place.Country != "" && e.Place.Country != place {
			place += ", " + e.Place.Country
		}
		out = mergeFact(out, Fact{Value: place, Statements: e.Statements})
	}
	slices.SortStableFunc(out, func(x, y Fact) int { return len(y.Statements) - len(x.Statements) })
	return out
}

// Origins are what an actor came out of: the groups it split from or belongs to,
// and who founded it.
func (a *Account) Origins(actor int) []Fact {
	var out []Fact
	for i := range a.Relations {
		r := &a.Relations[i]
		if r.FromActor == actor && (r.Type == annals.SplinterOf || r.Type == annals.FoundedBy || r.Type == annals.AffiliateOf || r.Type == annals.PartOfRelation) {
			out = append(out, Fact{Value: strings.ReplaceAll(string(r.Type), "_", " ") + " " + r.To, EDTF: strings.Join(sortedTimes(r.EDTF), ", "), Speakers: r.Speakers, Statements: r.Statements})
		}
	}
	return out
}
