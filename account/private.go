package account

import (
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
