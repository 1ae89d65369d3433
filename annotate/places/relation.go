package places

import "strings"

// relationBefore is how what is told stands to a place, by the words before its
// name: "outside Kabul", "30 km north of Herat", "on the outskirts of Homs".
func (p *page) relationBefore(t *Toponym) string {
	i := t.first - 1
	if i < 0 || p.words[t.first].gap != space {
		return ""
	}
	switch strings.ToLower(p.form(i)) {
	case "outside":
		return "outside"
	case "near", "around":
		return "near"
	case "to":
		if strings.EqualFold(p.form(i-1), "close") || strings.EqualFold(p.form(i-1), "next") {
			return "near"
		}
	case "from":
		if p.isDistance(i - 1) {
			return "near"
		}
	case "of":
		return p.relationOf(i - 1)
	}
	return ""
}

// relationOf is the relation of "… of" that ends with word i.
func (p *page) relationOf(i int) string {
	switch form := strings.ToLower(p.form(i)); {
	case form == "outskirts" || form == "edge":
		return "outside"
	case form == "vicinity":
		return "near"
	case lexicon().term(form)&directionTerm != 0 && p.isDirection(form):
		if i > 0 && (p.isDistance(i-1) || !strings.EqualFold(p.form(i-1), "the")) {
			return "near"
		}
	}
	return ""
}

// isDirection says that a word is a noun of direction: north, not northern.
func (p *page) isDirection(form string) bool {
	return strings.HasSuffix(form, "north") || strings.HasSuffix(form, "south") || strings.HasSuffix(form, "east") || strings.HasSuffix(form, "west")
}

// isDistance says that word i is a unit of length: "30 km".
func (p *page) isDistance(i int) bool {
	switch strings.ToLower(p.form(i)) {
	case "km", "kms", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile", "meters", "metres", "yards", "away":
		return true
	}
	return false
}
