package snapshot

import (
	"net/url"
	"slices"
	"sort"

	"github.com/annals-project/annals"
)

// mostNodes is how many actors a network is drawn with.
const mostNodes = 2000

// Node is an actor of a network.
type Node struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Href     string `json:"href"`
	Mentions int    `json:"mentions"`
	Events   int    `json:"events"`
	Reports  int    `json:"reports"`
}

// Edge is a relation between two actors, or the events in which one acts on the other.
type Edge struct {
	ID       string   `json:"id"`
	Source   string   `json:"source"`
	Target   string   `json:"target"`
	Type     string   `json:"type"`
	Family   string   `json:"family" enum:"relation,event"`
	Directed bool     `json:"directed"`
	EDTF     []string `json:"edtf,omitempty"`
	Start    string   `json:"start,omitempty"`
	End      string   `json:"end,omitempty"`
	Times    []string `json:"times,omitempty" doc:"first days of the events"`
	Events   int      `json:"events,omitempty"`
	Reports  int      `json:"reports"`
	Sources  int      `json:"sources,omitempty"`
	Claimed  bool     `json:"claimed"`
	Href     string   `json:"href"`

	from, to int
	reports  map[int]bool
}

// Range is the first and last day of something.
type Range struct {
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}

// Network is actors and what ties them.
type Network struct {
	Truncated bool   `json:"truncated"`
	Range     Range  `json:"range"`
	Nodes     []Node `json:"nodes"`
	Edges     []Edge `json:"edges"`
}

// Network gives the actors that relations and the events of a selection tie;
// around one actor, as many steps away as depth says, when the filter names one.
func (s *Snapshot) Network(f Filter, depth int) Network {
	center := s.ActorNamed(f.Actor)
	all := f
	if center >= 0 {
		all.Actor = "" // its neighbours' ties to one another are wanted too
	}
	edges := append(s.relationEdges(all), s.eventEdges(all)...)
	keep := s.around(edges, center, depth)
	out := Network{Nodes: []Node{}, Edges: []Edge{}}
	for _, i := range keep {
		if len(out.Nodes) == mostNodes {
			out.Truncated = true
			break
		}
		a := &s.Actors[i]
		out.Nodes = append(out.Nodes, Node{a.ID, a.Name, a.Kind, a.Href, a.Mentions, a.Events, a.Reports})
	}
	in := map[int]bool{}
	for _, i := range keep[:len(out.Nodes)] {
		in[i] = true
	}
	for _, e := range edges {
		if in[e.from] && in[e.to] {
			out.Edges = append(out.Edges, e)
			out.Range.widen(e.Start, e.End)
		}
	}
	return out
}

func (r *Range) widen(start, end string) {
	if start != "" && (r.Start == "" || start < r.Start) {
		r.Start = start
	}
	if end != "" && end > r.End {
		r.End = end
	}
}

// around are the actors at the ends of edges, the most mentioned first; within
// some steps of a center when there is one.
func (s *Snapshot) around(edges []Edge, center, depth int) []int {
	neighbours := map[int][]int{}
	for _, e := range edges {
		neighbours[e.from] = append(neighbours[e.from], e.to)
		neighbours[e.to] = append(neighbours[e.to], e.from)
	}
	in := map[int]bool{}
	if center < 0 {
		for i := range neighbours {
			in[i] = true
		}
	} else {
		in[center] = true
		edge := []int{center}
		for range max(depth, 1) {
			var next []int
			for _, i := range edge {
				for _, n := range neighbours[i] {
					if !in[n] {
						in[n] = true
						next = append(next, n)
					}
				}
			}
			edge = next
		}
	}
	out := make([]int, 0, len(in))
	for i := range in {
		out = append(out, i)
	}
	sort.Ints(out) // Actors come the most mentioned first
	return out
}

var undirected = map[annals.RelationType]bool{annals.AllyOf: true, annals.HostileTo: true, annals.AliasOf: true}

func (s *Snapshot) relationEdges(f Filter) []Edge {
	a := s.Account
	m := s.matcher(f)
	var out []Edge
	for i := range a.Relations {
		x := &a.Relations[i]
		if x.FromActor < 0 || x.ToActor < 0 || x.FromActor == x.ToActor || f.Type != "" && string(x.Type) != f.Type {
			continue
		}
		e := Edge{ID: x.ID, Source: s.Actors[x.FromActor].ID, Target: s.Actors[x.ToActor].ID, Type: string(x.Type), Family: "relation",
			Directed: !undirected[x.Type], EDTF: x.EDTF, Sources: x.Origins, Claimed: true, Href: "/evidence/relation/" + x.ID, from: x.FromActor, to: x.ToActor}
		r := Range{}
		for _, edtf := range x.EDTF {
			r.widen(days(edtf))
		}
		e.Start, e.End = r.Start, r.End
		if (e.Start != "" || e.End != "") && !m.during(e.Start, e.End) {
			continue
		}
		reports := map[int]bool{}
		for _, k := range x.Statements {
			reports[k.Reading] = true
			e.Claimed = e.Claimed && a.Statement(k).Claim != 0
		}
		e.Reports = len(reports)
		out = append(out, e)
	}
	return out
}

// eventEdges tie those who act in the events of a selection to those acted on.
func (s *Snapshot) eventEdges(f Filter) []Edge {
	a := s.Account
	at := map[[2]int]int{}
	var out []Edge
	for _, i := range s.EventsBy(f) {
		x := &a.Events[i]
		if x.Status != annals.Happened {
			continue
		}
		for _, from := range x.Parties {
			for _, to := range x.Parties {
				if from.Role != annals.Actor || to.Role == annals.Actor || from.Actor < 0 || to.Actor < 0 || from.Actor == to.Actor {
					continue
				}
				pair := [2]int{from.Actor, to.Actor}
				n, ok := at[pair]
				if !ok {
					n = len(out)
					at[pair] = n
					out = append(out, s.newEventEdge(pair))
				}
				out[n].take(&s.Events[i], x.Documents)
			}
		}
	}
	return out
}

func (s *Snapshot) newEventEdge(pair [2]int) Edge {
	from, to := s.Actors[pair[0]].ID, s.Actors[pair[1]].ID
	q := url.Values{"actor": {from}, "with": {to}}
	return Edge{ID: from + ">" + to, Source: from, Target: to, Type: "event", Family: "event", Directed: true, Href: "/events?" + q.Encode(),
		from: pair[0], to: pair[1], reports: map[int]bool{}}
}

func (e *Edge) take(event *Event, documents []int) {
	e.Events++
	for _, d := range documents {
		e.reports[d] = true
	}
	e.Reports = len(e.reports)
	r := Range{e.Start, e.End}
	r.widen(event.Start, event.End)
	e.Start, e.End = r.Start, r.End
	if event.Start != "" && !slices.Contains(e.Times, event.Start) {
		e.Times = append(e.Times, event.Start)
	}
}
