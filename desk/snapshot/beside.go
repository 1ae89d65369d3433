package snapshot

import (
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// PlacesOf are the places of events with how many lie in each, the most first.
func (s *Snapshot) PlacesOf(events []int, limit int) []Facet {
	counts := map[string]int{}
	for _, i := range events {
		counts[s.Events[i].Place.Place]++
	}
	all := sorted(counts)
	return all[:min(limit, len(all))]
}

// Near are events that may be the same as one: of the same days, in the same
// country where both have one; the most alike in kind first.
func (s *Snapshot) Near(event, limit int) []Event {
	e := &s.Events[event]
	if e.Start == "" {
		return nil
	}
	type scored struct{ index, score int }
	var found []scored
	for i := range s.Events {
		o := &s.Events[i]
		if i == event || o.Start == "" || o.Start > e.End && e.End != "" || o.End != "" && o.End < e.Start ||
			e.Country != "" && o.Country != "" && e.Country != o.Country {
			continue
		}
		score := 0
		for _, alike := range []bool{e.Type == o.Type, e.Mode == o.Mode, e.Place.Place != "" && e.Place.Place == o.Place.Place, e.EDTF == o.EDTF} {
			if alike {
				score++
			}
		}
		found = append(found, scored{i, score})
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].score > found[j].score })
	var out []Event
	for _, f := range found[:min(limit, len(found))] {
		out = append(out, s.Events[f.index])
	}
	return out
}

// speakers are those who make claims, the most talkative first.
func (s *Snapshot) speakers(limit int) []Facet {
	counts := map[string]int{}
	for i := range s.Account.Claims {
		counts[oneLine(s.Account.Claims[i].Speaker)]++
	}
	all := sorted(counts)
	return all[:min(limit, len(all))]
}

// mostSnippets is how many sentences of a report a search shows.
const mostSnippets = 3

// Snippets are the sentences of a report that hold marked spans.
func (s *Snapshot) Snippets(document int, spans []annals.Span) [][]Segment {
	a := s.Account
	reading := a.Documents[document].Reading
	text := a.Reading(reading).Document.Text
	var out [][]Segment
	last := 0
	for _, span := range spans {
		if span.End > len(text) {
			break // the report was read anew since
		}
		c := a.CitationOf(reading, span)
		if c.Sentence == last {
			continue
		}
		last = c.Sentence
		if len(out) == mostSnippets {
			break
		}
		out = append(out, Cut(text, c.Span, append([]annals.Span{}, spans...)))
	}
	return out
}

// Source is an outlet or an origin, with the reliability that a person set.
type Source struct {
	Name        string `json:"name"`
	Kind        string `json:"kind" enum:"outlet,actor,work,unnamed"`
	Href        string `json:"href,omitempty"`
	Reports     int    `json:"reports,omitempty" doc:"of an outlet"`
	Statements  int    `json:"statements,omitempty" doc:"of an origin that is quoted"`
	Reliability string `json:"reliability,omitempty" doc:"Admiralty, A to F"`
	By          string `json:"by,omitempty" doc:"who set it"`
}

// sources are the outlets and the origins that are quoted, the most used first.
func (s *Snapshot) sources() []Source {
	a := s.Account
	at := map[string]int{}
	var out []Source
	find := func(name, kind, href string) *Source {
		name = oneLine(name)
		n, ok := at[name]
		if !ok {
			n = len(out)
			at[name] = n
			out = append(out, Source{Name: name, Kind: kind, Href: href})
		}
		return &out[n]
	}
	for i := range s.Documents {
		if p := s.Documents[i].Publisher; p != "" {
			find(p, "outlet", "").Reports++
		}
	}
	for i := range a.Resolution.Origins {
		o := &a.Resolution.Origins[i]
		kind, href := "unnamed", ""
		switch {
		case o.Work != "":
			kind = "work"
		case o.Actor >= 0:
			kind = "actor"
			if n := a.ActorOf(a.Resolution.Actors[o.Actor].Entities[0]); n >= 0 {
				href = s.Actors[n].Href
			}
		case o.Reading >= 0:
			continue // the report itself: its outlet stands for it
		}
		x := find(a.OriginName(o), kind, href)
		x.Statements += len(o.Statements)
	}
	for _, j := range s.Standing {
		if n, ok := at[j.Left]; ok && j.Verdict == annals.Rated {
			out[n].Reliability, out[n].By = j.Value, j.By
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		x, y := out[i].Reports+out[i].Statements, out[j].Reports+out[j].Statements
		return x > y || x == y && out[i].Name < out[j].Name
	})
	return out
}

// sentenceOf is the sentence that a key of a figure, claim, relation, event or
// entity stands in; false when the report is not there.
func (s *Snapshot) sentenceOf(key annals.Key) (account.Citation, bool) {
	i := s.DocumentNamed(key.Document)
	if i < 0 || key.Kind == annals.DocumentKey {
		return account.Citation{}, false
	}
	return s.Account.CitationOf(s.Account.Documents[i].Reading, annals.Span{Start: key.At, End: key.At + 1}), true
}

// Named gives what a judgement's side is called, and where it is shown.
func (s *Snapshot) Named(side string) Link {
	key, err := annals.ParseKey(side)
	if err != nil {
		return Link{Name: side}
	}
	switch key.Kind {
	case annals.ActorKey:
		if i := s.ActorNamed(key.Short("a")); i >= 0 {
			return Link{s.Actors[i].Name, s.Actors[i].Href}
		}
	case annals.EventKey:
		if i := s.EventNamed(key.Short("x")); i >= 0 {
			return Link{s.Events[i].Title, s.Events[i].Href}
		}
	case annals.DocumentKey:
		if i := s.DocumentNamed(key.Document); i >= 0 {
			return Link{s.Documents[i].Label + ": " + s.Documents[i].Title, s.Documents[i].Href}
		}
	}
	if c, ok := s.sentenceOf(key); ok {
		e := s.sentence(c, nil)
		return Link{string(key.Kind) + " in " + e.Ref, e.Document.Href}
	}
	return Link{Name: side}
}

// SentenceAt lays out the sentence that a key stands in; false when the report
// is not there.
func (s *Snapshot) SentenceAt(key annals.Key) (Evidence, bool) {
	c, ok := s.sentenceOf(key)
	if !ok {
		return Evidence{}, false
	}
	return s.sentence(c, nil), true
}

// ActorLike is the index of an actor by its ID or, where just one has it, a part
// of its name; -1 none.
func (s *Snapshot) ActorLike(name string) int {
	if i := s.ActorNamed(name); i >= 0 {
		return i
	}
	for i := range s.Actors {
		if strings.EqualFold(s.Actors[i].Name, name) {
			return i
		}
	}
	if name != "" {
		if like := s.words.actors(strings.ToLower(name)); len(like) == 1 {
			return like[0]
		}
	}
	return -1
}
