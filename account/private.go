package account

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/mask"
	"github.com/annals-project/annals/resolve"
)

// private says whether reports leave a person without a public role, or tell of
// one whose role is no office as harmed or under arrest: no actor of the account.
func (a *Account) private(r *resolve.Actor) bool {
	if !r.Public {
		return true
	}
	var p mask.Person
	for _, k := range r.Entities {
		reading := a.Reading(k.Reading)
		q := mask.Entity(reading.Document.Text, &reading.Annotations, k.Entity, a.harmed(k.Reading))
		p.Join(&q)
	}
	return p.Private()
}

// harmed are the entities that a reading tells of as harmed.
func (a *Account) harmed(reading int) map[annals.Ref]bool {
	if a.harmedIn == nil {
		a.harmedIn = map[int]map[annals.Ref]bool{}
	}
	if _, known := a.harmedIn[reading]; !known {
		a.harmedIn[reading] = mask.Harmed(&a.Reading(reading).Annotations)
	}
	return a.harmedIn[reading]
}

// WithOriginals is a copy of the account whose readings as they were, before
// persons amended them, are what f makes of them.
func (a *Account) WithOriginals(f func(*annals.Reading) *annals.Reading) *Account {
	out := *a
	out.originals = map[string]*annals.Reading{}
	for document, r := range a.originals {
		out.originals[document] = f(r)
	}
	return &out
}

// Without is a copy of the account in which some actors have no page: what they
// did is told as done by somebody without one.
func (a *Account) Without(drop func(*Actor) bool) *Account {
	out := *a
	out.Actors, out.actorAt = nil, map[int]int{}
	moved := map[int]int{-1: -1}
	for i := range a.Actors {
		moved[i] = -1
		if !drop(&a.Actors[i]) {
			moved[i] = len(out.Actors)
			out.actorAt[a.Actors[i].Resolved] = len(out.Actors)
			out.Actors = append(out.Actors, a.Actors[i])
		}
	}
	out.Events, out.Claims = slices.Clone(a.Events), slices.Clone(a.Claims)
	out.Relations, out.Sources = slices.Clone(a.Relations), slices.Clone(a.Sources)
	for i := range out.Events {
		e := &out.Events[i]
		e.Parties = slices.Clone(e.Parties)
		for k := range e.Parties {
			e.Parties[k].Actor = moved[e.Parties[k].Actor]
		}
	}
	for i := range out.Claims {
		out.Claims[i].Actor = moved[out.Claims[i].Actor]
	}
	for i := range out.Relations {
		r := &out.Relations[i]
		r.FromActor, r.ToActor = moved[r.FromActor], moved[r.ToActor]
	}
	for i := range out.Sources {
		out.Sources[i].Actor = moved[out.Sources[i].Actor]
	}
	return &out
}
