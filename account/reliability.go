package account

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// ReliabilityTable is a named way to weigh a source by the letter that a person
// gave it. It is a value: another table is another value.
type ReliabilityTable struct {
	Name       string
	Definition string
	Letters    []Letter // best first
}

// Letter is one letter of a table: what it says and what it weighs, 1 as a
// source that nobody rated.
type Letter struct {
	Letter, Meaning string
	Weight          float64
}

// Admiralty is the reliability half of the Admiralty system. Its other half,
// credibility 1 to 6, belongs to a statement and is never fused with it.
var Admiralty = ReliabilityTable{
	Name: "admiralty",
	Definition: "How far a source is trusted, whatever it says, by the letter a person gave it. " +
		"A source that nobody rated weighs 1; how credible one statement is stands apart and changes no weight.",
	Letters: []Letter{
		{"A", "completely reliable", 1.5}, {"B", "usually reliable", 1.25}, {"C", "fairly reliable", 1},
		{"D", "not usually reliable", 0.5}, {"E", "unreliable", 0}, {"F", "reliability cannot be judged", 1},
	},
}

// Weight is what a letter weighs; false when the table has no such letter.
func (t ReliabilityTable) Weight(letter string) (float64, bool) {
	for _, l := range t.Letters {
		if l.Letter == letter {
			return l.Weight, true
		}
	}
	return 0, false
}

// Source is an origin or outlet that a person rated.
type Source struct {
	Name        string
	Actor       int    // index into Actors; -1 for an outlet or an unnamed source
	Reliability string // A to F
	By, Why     string
}

// deriveSources takes the standing ratings, the latest of each name.
func (a *Account) deriveSources(judgements []annals.Judgement) {
	at := map[string]int{}
	for _, j := range annals.Standing(judgements) {
		if _, known := Admiralty.Weight(j.Value); j.Verdict != annals.Rated || !known {
			continue
		}
		s := Source{Name: j.Left, Actor: a.actorNamed(j.Left), Reliability: j.Value, By: j.By, Why: j.Why}
		if i, rated := at[sourceKey(j.Left)]; rated {
			a.Sources[i] = s
			continue
		}
		at[sourceKey(j.Left)] = len(a.Sources)
		a.Sources = append(a.Sources, s)
	}
}

// sourceKey is a source's name as ratings are compared: case and a leading
// article make no other source.
func sourceKey(name string) string {
	return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the ")
}

// actorNamed finds an actor by any of its names, or -1.
func (a *Account) actorNamed(name string) int {
	for i := range a.Actors {
		if strings.EqualFold(a.Actors[i].Name, name) {
			return i
		}
	}
	for i := range a.Actors {
		for _, alias := range a.Actors[i].Aliases {
			if strings.EqualFold(alias.Name, name) {
				return i
			}
		}
	}
	return -1
}

// reliability is what an origin weighs: as Input.Reliability or a rating says
// of its name, or of the outlet where a report itself is the origin; else 1.
func (a *Account) reliability(origin int) float64 {
	if origin < 0 {
		return 1
	}
	o := &a.Resolution.Origins[origin]
	for _, name := range a.sourceNames(o) {
		if set, ok := a.reliabilities[name]; ok {
			return set
		}
		for i := range a.Sources {
			s := &a.Sources[i]
			if sourceKey(s.Name) == sourceKey(name) || s.Actor >= 0 && a.Actors[s.Actor].Resolved == o.Actor {
				weight, _ := Admiralty.Weight(s.Reliability)
				return weight
			}
		}
	}
	return 1
}

// sourceNames are the names under which an origin may have been rated.
func (a *Account) sourceNames(o *resolve.Origin) []string {
	names := []string{a.OriginName(o)}
	if o.Reading >= 0 {
		if outlet := a.Reading(o.Reading).Document.Publisher; outlet != "" {
			names = append(names, outlet)
		}
	}
	return names
}
