package snapshot

import (
	"sort"
	"strings"
)

// searchWords are the values of the account in lower case, one string a thing.
type searchWords struct{ actorNames, eventTitles, figures, claims, sources []string }

func (s *Snapshot) searchable() searchWords {
	w := searchWords{make([]string, len(s.Actors)), make([]string, len(s.Events)), make([]string, len(s.figures)), make([]string, len(s.Account.Claims)), make([]string, len(s.Sources))}
	for i := range s.Actors {
		a := &s.Actors[i]
		w.actorNames[i] = strings.ToLower(strings.Join(append([]string{a.Name, a.Role}, a.Aliases...), "\n"))
	}
	for i := range s.Events {
		e := &s.Events[i]
		w.eventTitles[i] = strings.ToLower(strings.Join([]string{e.Title, e.Place.Place, e.Written, e.Admin1Nm, e.EDTF, e.Type, e.Mode}, "\n"))
	}
	for i, at := range s.figures {
		f := &s.Account.Reading(at.reading).Figures[at.ref-1]
		w.figures[i] = strings.ToLower(string(f.Measure) + "\n" + f.Text + "\n" + f.Who)
	}
	for i := range s.Account.Claims {
		c := &s.Account.Claims[i]
		w.claims[i] = strings.ToLower(c.Speaker + "\n" + string(c.Kind) + "\n" + c.Content)
	}
	for i := range s.Sources {
		w.sources[i] = strings.ToLower(s.Sources[i].Name)
	}
	return w
}

// actors are those with a part of a name, in lower case.
func (w *searchWords) actors(name string) []int {
	var out []int
	for i, names := range w.actorNames {
		if strings.Contains(names, name) {
			out = append(out, i)
		}
	}
	return out
}

// holding are the strings that hold all the words, in lower case.
func holding(list, words []string) []int {
	var out []int
next:
	for i, have := range list {
		for _, word := range words {
			if !strings.Contains(have, word) {
				continue next
			}
		}
		out = append(out, i)
	}
	return out
}

// Found is what of the account's values holds the words searched for: the first of
// each sort, and how many there are.
type Found struct {
	Actors     []Actor  `json:"actors"`
	AllActors  int      `json:"all_actors"`
	Events     []Event  `json:"events"`
	AllEvents  int      `json:"all_events"`
	Figures    []Entry  `json:"figures"`
	AllFigures int      `json:"all_figures"`
	Claims     []Claim  `json:"claims"`
	AllClaims  int      `json:"all_claims"`
	Sources    []Source `json:"sources"`
	AllSources int      `json:"all_sources"`
}

// Find looks the words up among the values of the account: at most limit of each
// sort.
func (s *Snapshot) Find(query string, limit int) Found {
	words := strings.Fields(strings.ToLower(strings.NewReplacer(`"`, " ", "“", " ", "”", " ").Replace(query)))
	out := Found{Actors: []Actor{}, Events: []Event{}, Figures: []Entry{}, Claims: []Claim{}, Sources: []Source{}}
	if len(words) == 0 {
		return out
	}
	first := func(all []int, count *int) []int {
		*count = len(all)
		return all[:min(limit, len(all))]
	}
	for _, i := range first(s.words.actors(strings.Join(words, " ")), &out.AllActors) {
		out.Actors = append(out.Actors, s.Actors[i])
	}
	for _, i := range first(holding(s.words.eventTitles, words), &out.AllEvents) {
		out.Events = append(out.Events, s.Events[i])
	}
	for _, i := range first(holding(s.words.sources, words), &out.AllSources) {
		out.Sources = append(out.Sources, s.Sources[i])
	}
	out.Figures = s.Figures(first(holding(s.words.figures, words), &out.AllFigures))
	out.Claims = s.Claims(first(holding(s.words.claims, words), &out.AllClaims))
	return out
}

// Facet is a value that a filter may take, with how many things have it.
type Facet struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Facets are the values that filters may take.
type Facets struct {
	Types, Statuses, Grades, Countries, Years          []Facet // of events
	Kinds                                              []Facet // of actors
	ClaimKinds, SpeakerTypes, Conflicts, RelationTypes []Facet
	DocumentStatuses                                   []Facet
	Placed, Dated                                      int // events with a place, with a date
}

func (s *Snapshot) facets() Facets {
	var f Facets
	counts := make([]map[string]int, 11)
	for i := range counts {
		counts[i] = map[string]int{}
	}
	for i := range s.Events {
		e := &s.Events[i]
		counts[0][e.Type]++
		counts[1][e.Status]++
		counts[2][e.Grade]++
		counts[3][e.Country]++
		if len(e.Start) >= 4 {
			counts[4][e.Start[:4]]++
		}
		if e.Lat != nil {
			f.Placed++
		}
		if e.Start != "" || e.End != "" {
			f.Dated++
		}
	}
	for i := range s.Actors {
		counts[5][s.Actors[i].Kind]++
	}
	for i := range s.Account.Claims {
		counts[6][string(s.Account.Claims[i].Kind)]++
		counts[7][s.Account.Claims[i].SpeakerType]++
	}
	for i := range s.Account.Conflicts {
		counts[8][string(s.Account.Conflicts[i].Kind)]++
	}
	for i := range s.Account.Relations {
		counts[9][string(s.Account.Relations[i].Type)]++
	}
	for i := range s.Documents {
		counts[10][s.Documents[i].Status]++
	}
	for i, into := range []*[]Facet{&f.Types, &f.Statuses, &f.Grades, &f.Countries, &f.Years, &f.Kinds, &f.ClaimKinds, &f.SpeakerTypes,
		&f.Conflicts, &f.RelationTypes, &f.DocumentStatuses} {
		*into = sorted(counts[i])
	}
	sort.Slice(f.Years, func(i, j int) bool { return f.Years[i].Value < f.Years[j].Value })
	return f
}

// sorted are the values that are known, the most frequent first.
func sorted(counts map[string]int) []Facet {
	out := []Facet{}
	for value, n := range counts {
		if value != "" {
			out = append(out, Facet{value, n})
		}
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].Count > out[j].Count || out[i].Count == out[j].Count && out[i].Value < out[j].Value
	})
	return out
}
