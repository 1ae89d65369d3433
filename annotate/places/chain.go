package places

import (
	"strings"

	"github.com/annals-project/annals/gazetteer"
)

// areaWord is the word beside a name that says what it is: "Andar district",
// "the city of Herat".
type areaWord uint8

// Area words.
const (
	noArea    areaWord = iota
	anArea             // of some level: province, county
	aDistrict          // of the second level: district, county
	aTown              // city, village
)

// maxLink is the most words between a name and the one it is said to lie in:
// "Andar district of eastern Ghazni".
const maxLink = 3

// link notes what the text says of names beside each other: which lies in
// which, and what each is.
func (p *page) link(found []Toponym) {
	for i := range found {
		t := &found[i]
		t.area = p.areaBeside(t)
		t.listed = p.isListed(t)
		t.Relation = p.relationBefore(t)
		if i+1 < len(found) && p.holds(t, &found[i+1]) {
			t.Container = i + 1
		}
	}
}

// isListed says that "and" or "or" follows, so that the name is one of a list.
func (p *page) isListed(t *Toponym) bool {
	if t.last >= len(p.words) || p.words[t.last].gap != space && p.words[t.last].gap != comma {
		return false
	}
	form := strings.ToLower(p.form(t.last))
	return form == "and" || form == "or"
}

// areaBeside is the area word after a name, inside its end, or before it with
// "of".
func (p *page) areaBeside(t *Toponym) areaWord {
	if t.last < len(p.words) && (p.words[t.last].gap == space || p.words[t.last].gap == owner) {
		if a := areaOf(p.form(t.last)); a != noArea {
			return a
		}
	}
	if t.last-t.first > 1 {
		if a := areaOf(p.form(t.last - 1)); a == anArea || a == aDistrict {
			return a
		}
	}
	if t.first > 1 && p.words[t.first].gap == space && strings.EqualFold(p.form(t.first-1), "of") {
		return areaOf(p.form(t.first - 2))
	}
	return noArea
}

func areaOf(form string) areaWord {
	switch t := lexicon().term(form); {
	case t&areaTerm != 0:
		switch strings.ToLower(form) {
		case "district", "county", "parish", "subdistrict", "tehsil", "municipality", "township", "borough", "woreda", "districts", "counties":
			return aDistrict
		}
		return anArea
	case t&settlementTerm != 0:
		return aTown
	}
	return noArea
}

// holds says that the text puts toponym t inside the next one, u: "Paris,
// Texas", "Andar district, Ghazni province", "Kajaki in Helmand".
func (p *page) holds(t, u *Toponym) bool {
	if t.Adjective || u.Adjective || u.first < t.last || u.first-t.last > maxLink {
		return false
	}
	linked := false
	for i := t.last; i <= u.first; i++ {
		switch p.words[i].gap {
		case comma, opening:
			linked = true
		case space, hyphen, owner, abridged:
		default:
			return false
		}
		if i == u.first {
			break
		}
		switch form := strings.ToLower(p.form(i)); {
		case form == "in" || form == "of":
			linked = true
		case form == "the" || form == "a" || form == "'s":
		case lexicon().term(form)&(areaTerm|settlementTerm|directionTerm) != 0:
		default:
			return false
		}
	}
	return linked
}

// calledPlace says that the text calls a name a district, a village or the like:
// "Terayzai district", "the village of Karmu".
func (p *page) calledPlace(k *candidate) bool {
	if k.last < len(p.words) && p.words[k.last].gap == space && !p.opens(k.first) {
		switch p.form(k.last) {
		case "district", "province", "county", "governorate", "subdistrict":
			return true
		}
	}
	if p.described(k.last) && !p.opens(k.first) {
		return true
	}
	if k.first < 2 || p.words[k.first].gap != space || p.words[k.first-1].gap != space || p.form(k.first-1) != "of" {
		return false
	}
	if form := p.form(k.first - 2); lexicon().term(form)&directionTerm != 0 && p.isDirection(form) {
		return true // 30 km north of Perham
	}
	switch p.form(k.first - 2) {
	case "outskirts", "village", "town", "city", "district", "province", "suburb", "villages", "towns", "cities", "governorate":
		return true
	}
	return false
}

// described says that what stands from word i on, behind a comma, tells how far a
// place lies from another or what it is: ", 18 km from Perham", ", a village in".
func (p *page) described(i int) bool {
	if i+2 >= len(p.words) || p.words[i].gap != comma {
		return false
	}
	switch strings.ToLower(p.form(i)) {
	case "a", "the", "another":
		for n := i + 1; n < min(i+maxDescribed, len(p.words)) && (p.words[n].gap == space || p.words[n].gap == hyphen); n++ {
			if lexicon().term(p.form(n))&settlementTerm != 0 {
				return true
			}
		}
		return false
	case "some", "about", "around", "roughly", "nearly", "just", "only", "barely":
		i++
	}
	return isDigits(p.form(i)) && i+1 < len(p.words) && isLength(p.form(i+1))
}

// maxDescribed is how many words behind a comma may say what a place is.
const maxDescribed = 4

// isDigits says that a word is a number in digits.
func isDigits(form string) bool {
	return form != "" && strings.Trim(form, "0123456789") == ""
}

// isLength says that a word is a unit of distance.
func isLength(form string) bool {
	switch strings.ToLower(form) {
	case "km", "kms", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile", "metres", "meters", "m":
		return true
	}
	return false
}

// isAddress says that a candidate is part of a street's name.
func (p *page) isAddress(k *candidate) bool {
	return k.run[1] > k.last && lexicon().term(p.form(k.run[1]-1))&roadTerm != 0
}

// street is the street that a candidate is part of the name of: none of the
// places of that name.
func (p *page) street(k *candidate, t Toponym) Toponym {
	return p.widened(t, [2]int{k.first, k.run[1]})
}

// widened is a toponym of more words, which the gazetteer does not know.
func (p *page) widened(t Toponym, words [2]int) Toponym {
	t.first, t.last = words[0], words[1]
	t.Start, t.End = p.words[t.first].Start, p.words[t.last-1].End
	t.entries, t.Within = nil, false
	return t
}

// isPiece says that a candidate is but a piece of a place's name the gazetteer
// lacks: "Issa" in "in Ain Issa".
func (c *Component) isPiece(p *page, k *candidate) bool {
	n := k.run[1] - k.run[0]
	if n == k.last-k.first || n > maxPieced || k.run[0] == 0 || p.upper || p.words[k.run[0]].gap != space || !isLocative(p.form(k.run[0]-1)) {
		return false
	}
	for i := k.run[0]; i < k.run[1]; i++ {
		if i >= k.first && i < k.last {
			continue
		}
		f := p.form(i)
		if lexicon().term(f)&^particleTerm != 0 || lexicon().isGiven(f) || lexicon().isWord(f) || p.words[i].shout || len(c.gazetteer.Lookup(nil, gazetteer.HashName(f))) > 0 {
			return false
		}
	}
	for _, e := range k.entries {
		if x := c.gazetteer.Place(e.Place); x.Kind < gazetteer.Admin2 || x.Population > maxPiece {
			return false
		}
	}
	return true
}

// A piece stands in a name of so many words at most, and is by itself the name
// of places of so few inhabitants that it is not meant by itself.
const (
	maxPieced = 3
	maxPiece  = 200_000
)

// isLocative says that a preposition tells where.
func isLocative(form string) bool {
	switch form {
	case "in", "near", "at", "outside", "around", "of", "In", "Near", "At", "from", "to":
		return true
	}
	return false
}

// grouped says which candidates are named together before an area word: "Kunar,
// Laghman and Nuristan provinces".
func (p *page) grouped(all []candidate) []bool {
	out := make([]bool, len(all))
	for i := range all {
		k := &all[i]
		if k.last >= len(p.words) || p.words[k.last].gap != space || !isPlural(p.form(k.last)) || k.run[0] != k.first {
			continue
		}
		for j := i; j >= 0 && all[j].known() && !all[j].adjective(); j-- {
			out[j] = true
			if j == 0 || !p.enumerated(&all[j-1], &all[j]) {
				break
			}
		}
	}
	return out
}

// isPlural says that a word means several areas or settlements.
func isPlural(form string) bool {
	switch strings.ToLower(form) {
	case "counties", "provinces", "districts", "states", "regions", "villages", "towns", "cities", "parishes", "governorates", "departments":
		return true
	}
	return false
}

// enumerated says that a comma, "and" or both part two candidates.
func (p *page) enumerated(a, b *candidate) bool {
	switch b.first - a.last {
	case 0:
		return p.words[b.first].gap == comma
	case 1:
		g := p.words[a.last].gap
		return (g == space || g == comma) && (strings.EqualFold(p.form(a.last), "and") || strings.EqualFold(p.form(a.last), "or"))
	}
	return false
}
