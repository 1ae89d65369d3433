package places

import "github.com/annals-project/annals/gazetteer"

// evidence is what the rest of a page says of a name.
type evidence struct{ place, person, surname bool }

// gather notes, for each name, where it plainly is a place (after "in", before
// the area that holds it) and where it plainly is a person (after a title or a
// first name).
func (p *page) gather(g *gazetteer.Gazetteer, all []candidate) map[uint64]evidence {
	said := map[uint64]evidence{}
	for i := range all {
		c := &all[i]
		key := p.nameKey(c.first, c.last)
		e := said[key]
		e.place = e.place || p.plainPlace(c)
		e.person = e.person || p.plainPerson(c.first)
		e.surname = e.surname || c.known() && p.endsFullName(c)
		said[key] = e
		if !c.known() && c.last-c.first == 2 && lexicon().isGiven(p.form(c.first)) { // John Jackson: Jackson is a person
			key := p.nameKey(c.last-1, c.last)
			e := said[key]
			e.person = true
			said[key] = e
		}
	}
	return said
}

// nameKey is the gazetteer's hash of words first ≤ i < last.
func (p *page) nameKey(first, last int) uint64 {
	return gazetteer.HashName(p.source[p.words[first].Start:p.words[last-1].End])
}

// endsFullName says that a name of one word ends a run of two or three that
// reads like a person's: "Daniel Flores", but not "South Charleston".
func (p *page) endsFullName(c *candidate) bool {
	n := c.run[1] - c.run[0]
	if c.last-c.first != 1 || c.last != c.run[1] || n < 2 || n > 3 {
		return false
	}
	for i := c.run[0]; i < c.first; i++ {
		if f := p.form(i); lexicon().term(f)&^titleTerm != 0 || p.opens(i) && isFunctionWord(f) || p.words[i].shout || len(f) < 2 {
			return false
		}
	}
	return p.words[c.first].gap == space
}

// isPerson says that a name is a first name with a surname after it.
func (p *page) isPerson(c *candidate) bool {
	return c.known() && c.last-c.first == 1 && c.run[0] == c.first && c.run[1] > c.last && p.words[c.last].gap == space &&
		lexicon().isGiven(p.form(c.first)) && lexicon().term(p.form(c.last)) == 0
}

// plainPlace says that a preposition of place stands before the candidate, and
// no name goes on after it.
func (p *page) plainPlace(c *candidate) bool {
	if c.first == 0 || p.words[c.first].gap != space {
		return false
	}
	switch p.form(c.first - 1) {
	case "in", "near", "In", "Near", "IN", "NEAR", "outside", "OUTSIDE":
		return c.run[1] == c.last
	}
	return false
}

// plainPerson says that a title or a first name stands right before word i.
func (p *page) plainPerson(i int) bool {
	if i == 0 {
		return false
	}
	for p.words[i].gap == space && i > 1 && p.words[i-1].capital && !p.opens(i-1) && !p.upper && lexicon().isGiven(p.form(i-1)) {
		i-- // Gen. Victoria Paris
	}
	g, before := p.words[i].gap, p.form(i-1)
	if g == abridged {
		return lexicon().term(before)&titleTerm != 0 && !isSaint(before)
	}
	return g == space && p.words[i-1].capital && !p.upper && !p.opens(i-1) && lexicon().isGiven(before)
}
