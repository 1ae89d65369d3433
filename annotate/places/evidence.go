package places

import "github.com/annals-project/annals/gazetteer"

// evidence is what the rest of a page says of a name.
type evidence struct{ place, person bool }

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
	g, before := p.words[i].gap, p.form(i-1)
	if g == abridged {
		return lexicon().term(before)&titleTerm != 0 && !isSaint(before)
	}
	return g == space && p.words[i-1].capital && !p.upper && !p.opens(i-1) && lexicon().isGiven(before)
}
