package places

import "strings"

// states says that the words around a name make it a place's, whatever else it may
// look like: it is called or described as one, is what armed men storm or overrun, or
// something lies near it. A name of a person elsewhere in the text is near nobody.
func (p *page) states(k *candidate, said evidence) bool {
	if k.run != [2]int{k.first, k.last} || p.opens(k.first) || k.Len() == 1 {
		return false
	}
	if p.described(k.last) {
		return true
	}
	if k.first == 0 || p.words[k.first].gap != space || !p.ends(k.last) || lexicon().term(p.form(k.last-1))&(organisationTerm|titleTerm|facilityTerm|calendarTerm) != 0 {
		return false
	}
	before := strings.ToLower(p.form(k.first - 1))
	return lexicon().term(before)&overrunTerm != 0 || before == "near" && !said.person && !said.surname
}

// ends says that a name that stops before word i is no part of a longer phrase: no
// noun follows that it would describe, as in "raided Shabaab hideouts".
func (p *page) ends(i int) bool {
	if i >= len(p.words) || p.words[i].gap != space {
		return p.gapAfter(i-1) != hyphen
	}
	form := p.form(i)
	switch strings.ToLower(form) {
	case "and", "or", "early", "late", "last", "overnight", "again", "yesterday", "today", "this", "as", "when", "while", "where", "who", "which", "twice":
		return true
	}
	return lexicon().term(form)&prepositionTerm != 0
}
