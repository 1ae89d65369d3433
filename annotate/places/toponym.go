package places

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// Toponym is a place's name in a text, wherever it stands: "Kabul" in "in
// Kabul", in "Kabul University", and "Afghan" too.
type Toponym struct {
	annals.Span
	Adjective bool          // "Afghan", "Afghans"
	Within    bool          // part of another name: an organisation's, a facility's
	Container int           // number of the toponym that the text says it lies in; -1 none
	Relation  string        // outside, near; "" plain
	Place     *annals.Place // nil when nothing is known of it
	Score     float64       // how certain it is that this is a place's name, 0 to 1

	first, last int
	entries     []gazetteer.Entry
	area        areaWord // the word that says what kind of area it is
}

// Find gives the toponyms of a text, resolved, in the order of the text. They
// do not overlap.
func (c *Component) Find(source string) []Toponym {
	p := newPage(source)
	found := c.recognise(p)
	c.resolve(p, found)
	return found
}

// Recognise gives the toponyms of a text, unresolved.
func (c *Component) recognise(p *page) []Toponym {
	all := p.candidates(c.gazetteer)
	said := p.gather(c.gazetteer, all)
	var found []Toponym
	for i := range all {
		k := &all[i]
		t := Toponym{Span: k.Span, first: k.first, last: k.last, entries: k.entries, Container: -1}
		switch k.use {
		case gazetteer.Adjective, gazetteer.Inhabitants:
			if !k.known() {
				break
			}
			t.Adjective, t.Score = true, 1
			found = append(found, t)
			continue
		}
		s := c.weights.classify(p, c.gazetteer, k, said[p.nameKey(k.first, k.last)])
		if !c.accepts(k, s) {
			continue
		}
		t.Within, t.Score = s[within] > s[isPlace], s[isPlace]+s[within]
		if !k.known() {
			t.Score = s[isPlace]
		}
		found = append(found, t)
	}
	return found
}

// Least probabilities of a toponym. A name the gazetteer lacks must be a place
// by itself: inside another name nothing shows that it is one. Chosen on the
// tuning parts of LGL and GeoVirus.
const (
	minKnown   = 0.5
	minUnknown = 0.6
)

func (c *Component) accepts(k *candidate, s scores) bool {
	if k.use == gazetteer.Short {
		return true
	}
	if k.known() {
		return s[isPlace]+s[within] >= minKnown
	}
	return s[isPlace] >= minUnknown
}

// Resolve resolves given spans of a text, as a measure of resolution alone.
// Spans must be in the order of the text and not overlap.
func (c *Component) Resolve(source string, spans []annals.Span) []Toponym {
	p := newPage(source)
	var given []Toponym
	for _, span := range spans {
		t := Toponym{Span: span, Container: -1, Score: 1}
		t.first, t.last = p.cover(span)
		t.entries = c.gazetteer.Lookup(nil, gazetteer.HashName(span.In(source)))
		t.Adjective = len(t.entries) > 0 && (t.entries[0].Use == gazetteer.Adjective || t.entries[0].Use == gazetteer.Inhabitants)
		given = append(given, t)
	}
	c.resolve(p, given)
	return given
}

// cover is the range of words that touch a span.
func (p *page) cover(span annals.Span) (first, last int) {
	for first < len(p.words) && p.words[first].End <= span.Start {
		first++
	}
	for last = first; last < len(p.words) && p.words[last].Start < span.End; last++ {
	}
	return first, last
}
