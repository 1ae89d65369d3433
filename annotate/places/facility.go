package places

import (
	"strings"

	"github.com/annals-project/annals"
)

// maxFacilityWords is the most words between a place's name and the word that
// makes it a facility's: "Kabul International Airport".
const maxFacilityWords = 3

// facility adds the facility named after a toponym: "Kabul's airport". It says
// whether there is one.
func (a *annotator) facility(t *Toponym) bool {
	p := a.page
	for n, i := 0, t.last; i < len(p.words) && n < maxFacilityWords; n, i = n+1, i+1 {
		g, form := p.words[i].gap, p.form(i)
		if g != space && g != hyphen && !(g == owner && n == 0) {
			return false
		}
		if lexicon().term(form)&facilityTerm != 0 {
			if lexicon().term(form)&organisationTerm != 0 && !p.words[i].capital {
				return false
			}
			first := p.runStart(t)
			span := annals.Span{Start: p.words[first].Start, End: p.words[i].End}
			if a.overlapped(span) {
				return false
			}
			a.add(span, annals.Facility, a.facilityPlace(t), t.Score)
			return true
		}
		if !p.words[i].capital && !strings.EqualFold(form, "international") {
			return false
		}
	}
	return false
}

// runStart is the first word of the capitalised run that a toponym ends or is
// part of: "Hamid Karzai" in "Hamid Karzai International Airport".
func (p *page) runStart(t *Toponym) int {
	if p.upper {
		return t.first
	}
	first := p.runAround(t.first, t.last)[0]
	if first < t.first && p.opens(first) {
		return t.first
	}
	return first
}

// overlapped says that a mention that was there touches a span.
func (a *annotator) overlapped(s annals.Span) bool {
	for _, n := range a.byStart {
		if a.Mentions[n].Start >= s.End {
			return false
		}
		if m := &a.Mentions[n]; m.Overlaps(s) && (m.Form == annals.Name || m.Kind == annals.Facility) {
			return true
		}
	}
	return false
}

// facilityPlace is the place of a facility in or named after a toponym: inside
// it, no finer than it.
func (a *annotator) facilityPlace(t *Toponym) *annals.Place {
	if t.Place == nil {
		return nil
	}
	place := *t.Place
	if place.Relation == "" && place.Precision != annals.Point {
		place.Relation = "in"
	}
	return &place
}

// capitals adds "the Afghan capital" as a mention of Kabul.
func (c *Component) capitals(a *annotator) {
	p := a.page
	for i := range a.found {
		t := &a.found[i]
		if !t.Adjective || t.Place == nil || t.last >= len(p.words) || p.words[t.last].gap != space || !strings.EqualFold(p.form(t.last), "capital") {
			continue
		}
		ref, ok := c.gazetteer.Capital(t.Place.Country)
		if !ok {
			continue
		}
		span := annals.Span{Start: t.Start, End: p.words[t.last].End}
		if t.first > 0 && p.words[t.first].gap == space && strings.EqualFold(p.form(t.first-1), "the") {
			span.Start = p.words[t.first-1].Start
		}
		r := resolver{Component: c}
		place := r.place(&reading{place: c.gazetteer.Place(ref)})
		place.Score = 1
		a.addCapital(span, p.words[t.last].Span, &place)
	}
}

// addCapital sets the place of the mention around the word capital, or adds one.
func (a *annotator) addCapital(span, head annals.Span, place *annals.Place) {
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Overlaps(head) && m.Form == annals.Nominal && (m.Kind == annals.PlaceKind || m.Kind == annals.OtherKind || m.Head == head) {
			m.Kind, m.Place = annals.PlaceKind, place
			return
		}
	}
	m := a.add(span, annals.PlaceKind, place, 1)
	a.Mentions[m-1].Form, a.Mentions[m-1].Head = annals.Nominal, head
}

// actsAsGovernment says that a capital or country is the subject of a verb of
// saying: "Washington said".
func (p *page) actsAsGovernment(t *Toponym) bool {
	if t.Within || t.Container >= 0 || t.Place == nil || len(t.entries) == 0 || t.Relation != "" {
		return false
	}
	if t.first > 0 && p.words[t.first].gap == space && lexicon().term(p.form(t.first-1))&prepositionTerm != 0 {
		return false
	}
	return p.speaks(t.last)
}

// speaks says that a verb of saying stands at word i, an adverb before it or
// not.
func (p *page) speaks(i int) bool {
	if i < len(p.words) && p.words[i].gap == space && isAdverb(p.form(i)) {
		i++
	}
	return i < len(p.words) && p.words[i].gap == space && !p.words[i].capital && lexicon().term(p.form(i))&sayingTerm != 0
}

// isAdverb says that a word may stand between a subject and its verb.
func isAdverb(form string) bool {
	switch form {
	case "has", "have", "had", "also", "later", "immediately":
		return true
	}
	return strings.HasSuffix(form, "ly")
}
