package places

import (
	"strings"

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
	stated      bool     // the words around say that it is a place
	listed      bool     // more names of its kind follow: "Ontario and Quebec"
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

// recognise gives the toponyms of a text, unresolved. What is plainly a place
// once is trusted sooner elsewhere in the text.
func (c *Component) recognise(p *page) []Toponym {
	all := p.candidates(c.gazetteer)
	said := p.gather(c.gazetteer, all)
	judged := make([]scores, len(all))
	sure := map[uint64]bool{}
	for i := range all {
		k := &all[i]
		if k.adjective() {
			continue
		}
		key := p.nameKey(k.first, k.last)
		judged[i] = c.weights.classify(p, c.gazetteer, k, said[key])
		if judged[i][isPlace] >= surePlace && !said[key].person && !said[key].surname {
			sure[key] = true
		}
	}
	grouped := p.grouped(all)
	taken := map[uint64]bool{} // names without entry that are a place's somewhere
	for i := range all {
		if k := &all[i]; !k.known() && accepts(k, judged[i], sure[p.nameKey(k.first, k.last)]) {
			taken[p.nameKey(k.first, k.last)] = true
		}
	}
	var found []Toponym
	for i := range all {
		k := &all[i]
		if n := len(found); n > 0 && found[n-1].End > k.Start {
			continue // the street taken before holds it
		}
		if t := p.toponym(k, judged[i]); k.adjective() {
			found = append(found, t)
		} else if key := p.nameKey(k.first, k.last); p.states(k, said[key]) || grouped[i] || taken[key] && p.isWhere(k) || !p.isPerson(k) && accepts(k, judged[i], sure[key]) || p.stands(c.gazetteer, k, said[key]) {
			t.stated = p.states(k, said[key])
			t.Within = t.Within && !t.stated
			switch {
			case p.isAddress(k):
				t = p.street(k, t)
			case c.isPiece(p, k):
				t = p.widened(t, k.run)
			}
			found = append(found, t)
		}
	}
	return found
}

// isWhere says that a preposition before a whole run of capitalised words makes it
// the place where something is: "in Ain Issa".
func (p *page) isWhere(k *candidate) bool {
	if k.run != [2]int{k.first, k.last} || k.first == 0 || p.words[k.first].gap != space {
		return false
	}
	switch strings.ToLower(p.form(k.first - 1)) {
	case "in", "near", "at", "outside", "around":
		return true
	}
	return false
}

// adjective says that a candidate is an adjective of a country, or its people.
func (c *candidate) adjective() bool {
	return c.known() && (c.use == gazetteer.Adjective || c.use == gazetteer.Inhabitants)
}

// toponym is a candidate as it is given.
func (p *page) toponym(k *candidate, s scores) Toponym {
	t := Toponym{Span: k.Span, first: k.first, last: k.last, entries: k.entries, Container: -1}
	if k.adjective() {
		t.Adjective, t.Score = true, 1
		return t
	}
	if k.use == gazetteer.Short && p.gapAfter(k.last-1) != fullStop && t.End < len(p.source) && p.source[t.End] == '.' {
		t.End++ // the full stop of "Ill."
	}
	t.Within, t.Score = s[within] > s[isPlace], s[isPlace]+s[within]
	if !k.known() {
		t.Score = s[isPlace]
		t.Within = t.Within && !p.described(k.last)
	}
	return t
}

// Least probabilities of a toponym. A name the gazetteer lacks must be a place
// by itself: inside another name nothing shows that it is one. Chosen on the
// tuning parts of LGL and GeoVirus.
const (
	minKnown   = 0.48
	minUnknown = 0.5
	surePlace  = 0.7 // makes the name a place's throughout
	minSure    = 0.1 // for a name that is sure elsewhere
)

// accepts says that a candidate is taken for a toponym; sure, that its name is
// plainly a place's elsewhere.
func accepts(k *candidate, s scores, sure bool) bool {
	switch {
	case k.use == gazetteer.Short && k.known():
		return true
	case k.known():
		return s[isPlace]+s[within] >= minKnown || sure && s[isPlace]+s[within] >= minSure
	case k.run != [2]int{k.first, k.last} || k.Len() == 1:
		return false
	}
	return s[isPlace] >= minUnknown || sure && s[isPlace]+s[within] >= minSure
}

// stands says that a name is a place whatever the classifier says: it is an
// acronym or a country of several words, is called a district or village, opens
// a dateline ("ATLANTA - "), tells a politician's seat ("D-Raleigh"), or is a
// capital or country that speaks ("Washington said").
func (p *page) stands(g *gazetteer.Gazetteer, k *candidate, said evidence) bool {
	if k.known() && k.last-k.first > 1 && areaOf(p.form(k.last-1)) != noArea && areaOf(p.form(k.last-1)) != aTown {
		return true // Henry County
	}
	if !k.known() && k.run == [2]int{k.first, k.last} && p.calledPlace(k) {
		return true
	}
	if !k.known() || k.run[1] != k.last || said.person {
		return k.known() && k.use == gazetteer.Acronym
	}
	if k.use == gazetteer.Acronym || k.last-k.first > 1 && k.has(g, func(x gazetteer.Place) bool { return x.Kind == gazetteer.Country }) {
		return true
	}
	before := p.words[k.first].gap
	if before == hyphen && (p.form(k.first-1) == "D" || p.form(k.first-1) == "R") {
		return true
	}
	if k.run[0] != k.first || !p.opens(k.first) {
		return false
	}
	if !p.upper && p.words[k.first].shout && p.gapAfter(k.last-1) == colon {
		return true
	}
	return k.has(g, func(x gazetteer.Place) bool { return x.Capital || x.Kind == gazetteer.Country }) && p.speaks(k.last)
}

// has says that one of the places a candidate may stand for is such.
func (c *candidate) has(g *gazetteer.Gazetteer, such func(gazetteer.Place) bool) bool {
	for _, e := range c.entries {
		if such(g.Place(e.Place)) {
			return true
		}
	}
	return false
}

// Resolve resolves given spans of a text, as a measure of resolution alone.
// Spans must be in the order of the text and not overlap.
func (c *Component) Resolve(source string, spans []annals.Span) []Toponym {
	p := newPage(source)
	var given []Toponym
	for _, span := range spans {
		given = append(given, c.given(p, span))
	}
	c.resolve(p, given)
	return given
}

// given is a toponym at a span that something else found.
func (c *Component) given(p *page, span annals.Span) Toponym {
	t := Toponym{Span: span, Container: -1, Score: 1}
	t.first, t.last = p.cover(span)
	t.entries = c.gazetteer.Lookup(nil, gazetteer.HashName(span.In(p.source)))
	for first, last := t.first, t.last; len(t.entries) == 0 && last-first > 1; { // "Akita Prefecture", "downtown Homs"
		switch {
		case lexicon().term(p.form(last-1))&(areaTerm|settlementTerm) != 0:
			last--
		case lexicon().term(p.form(first))&(directionTerm|settlementTerm) != 0:
			first++
		default:
			first = last
			continue
		}
		t.entries = c.gazetteer.Lookup(nil, p.nameKey(first, last))
	}
	t.Adjective = isAdjective(t.entries)
	return t
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
