package places

import (
	"math/bits"

	"github.com/annals-project/annals/gazetteer"
)

// features calls emit with the name of each feature of a candidate. The bytes
// are only good during the call.
//
// What is looked at: the words before and after and what parts them; the run of
// capitalised words the candidate stands in; what the gazetteer says of it; what
// the rest of the page says of the same name.
func (p *page) features(g *gazetteer.Gazetteer, c *candidate, said evidence, emit func([]byte)) {
	f := featureWriter{emit: emit}
	f.add("bias")
	p.contextFeatures(&f, c)
	p.runFeatures(&f, c)
	p.nameFeatures(&f, g, c)
	if said.place {
		f.add("elsewhere=place")
	}
	if said.person {
		f.add("elsewhere=person")
	}
	if said.surname {
		f.add("elsewhere=surname")
		f.add("elsewhere=surname, run ", p.runPlace(c))
	}
	if said.place && !said.person && !said.surname {
		f.add("elsewhere=only place")
	}
}

// featureWriter puts the parts of a feature's name together in one buffer.
type featureWriter struct {
	buf  [96]byte
	emit func([]byte)
}

// add emits the feature named by its parts; words count in lower case.
func (f *featureWriter) add(parts ...string) {
	b := f.buf[:0]
	for _, part := range parts {
		if len(b)+len(part) > len(f.buf) {
			return
		}
		for i := range len(part) {
			c := part[i]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
		}
	}
	f.emit(b)
}

// gapName is a gap as part of a feature's name.
func gapName(g gap) string {
	switch g {
	case space:
		return " "
	case hyphen:
		return "-"
	case slash:
		return "/"
	case comma:
		return ","
	case colon:
		return ":"
	case quote:
		return "\""
	case opening:
		return "("
	case closing:
		return ")"
	case fullStop:
		return "."
	case abridged:
		return "~"
	case owner:
		return "'s"
	}
	return "^"
}

func (p *page) contextFeatures(f *featureWriter, c *candidate) {
	before, after := p.words[c.first].gap, p.gapAfter(c.last-1)
	known := "run "
	if c.known() {
		known = "name "
	}
	f.add("before ", gapName(before), p.beside(c.first-1, before))
	f.add("after ", gapName(after), p.beside(c.last, after))
	f.add(known, "before ", gapName(before), p.termName(c.first-1, before))
	f.add(known, "after ", gapName(after), p.termName(c.last, after))
	f.add("around ", p.termName(c.first-1, before), gapName(before), "_", gapName(after), p.termName(c.last, after))
	if before == space {
		f.add("before2 ", p.form(c.first-2), " ", p.form(c.first-1))
	}
	if after == space {
		f.add("after2 ", p.form(c.last), " ", p.form(c.last+1))
	}
}

// beside is the word beside a candidate, "" where a sentence ends between.
func (p *page) beside(i int, g gap) string {
	if g == start || g == fullStop {
		return ""
	}
	return p.form(i)
}

// termName is the first class of the word beside a candidate, or its shape.
func (p *page) termName(i int, g gap) string {
	form := p.beside(i, g)
	if form == "" {
		return "none"
	}
	if t := lexicon().term(form); t != 0 {
		return termLabels[bits.Len16(uint16(t))]
	}
	switch {
	case p.upper:
		return "word"
	case lexicon().isGiven(form) && p.words[i].capital:
		return "given"
	case p.words[i].shout:
		return "capitals"
	case p.words[i].capital && p.opens(i):
		return "opening"
	case p.words[i].capital:
		return "capital"
	case '0' <= form[0] && form[0] <= '9':
		return "digit"
	}
	return "word"
}

// termLabels are the names of the classes of word, by the number of their bit.
var termLabels = func() (labels [17]string) {
	for name, t := range termNames {
		labels[bits.Len16(uint16(t))] = name
	}
	return labels
}()

// runFeatures tell where in a run of capitals the candidate stands, and what
// else is in the run.
func (p *page) runFeatures(f *featureWriter, c *candidate) {
	if p.upper {
		return
	}
	place := p.runPlace(c)
	f.add("run ", place)
	if before := p.words[c.run[0]].gap; c.run[0] > 0 {
		f.add("run after ", gapName(before), p.termName(c.run[0]-1, before))
	}
	if place != "whole" {
		f.add("run ", place, " ends ", p.form(c.run[1]-1))
		f.add("run ", place, " ends ", p.termName(c.run[1]-1, space))
		f.add("run ", place, " starts ", p.termName(c.run[0], space))
	}
	if c.run[0] < c.first && p.opens(c.run[0]) {
		f.add("run opens")
	}
	if p.opens(c.first) {
		f.add("opens ", place)
	}
}

// runPlace is where in its run a candidate stands.
func (p *page) runPlace(c *candidate) string {
	switch {
	case c.run[0] == c.first && c.run[1] == c.last:
		return "whole"
	case c.run[0] == c.first:
		return "first"
	case c.run[1] == c.last:
		return "last"
	}
	return "inner"
}

// nameFeatures tell what the gazetteer and the word lists say of the name.
func (p *page) nameFeatures(f *featureWriter, g *gazetteer.Gazetteer, c *candidate) {
	first := p.form(c.first)
	single := c.last-c.first == 1
	if !c.known() {
		f.add("unknown ", number(c.last-c.first))
		f.add("unknown ends ", p.form(c.last-1))
		f.add("unknown ends ", p.termName(c.last-1, space))
		f.add("unknown starts ", first)
		if lexicon().isGiven(first) {
			f.add("unknown starts given ", number(c.last-c.first))
		}
		return
	}
	best := g.Place(c.entries[0].Place)
	use := useNames[c.use]
	f.add("kind ", kindNames[best.Kind], " ", use)
	most := 0
	for _, e := range c.entries {
		most = max(most, g.Place(e.Place).Population)
	}
	f.add("people ", number(bits.Len(uint(most))/2), " ", use)
	f.add("words ", number(c.last-c.first))
	if single && (lexicon().isWord(first) || lexicon().term(first) != 0) {
		f.add("also a word")
		f.add("also a word, run ", p.runPlace(c))
		f.add("also a word, people ", number(bits.Len(uint(most))/2), " ", use)
		if p.opens(c.first) {
			f.add("also a word, opens")
		}
	}
	f.add("run ", p.runPlace(c), " people ", number(bits.Len(uint(most))/2), " ", use)
	if single && lexicon().isGiven(first) {
		f.add("also a first name")
	}
	if single && len(first) <= 4 {
		f.add("short")
	}
}

var kindNames = map[gazetteer.Kind]string{gazetteer.Region: "region", gazetteer.Country: "country", gazetteer.Admin1: "admin1",
	gazetteer.Admin2: "admin2", gazetteer.Settlement: "settlement", gazetteer.Spot: "spot"}

var useNames = map[gazetteer.Use]string{gazetteer.Main: "main", gazetteer.Alternate: "alternate", gazetteer.Short: "short",
	gazetteer.Acronym: "acronym", gazetteer.Adjective: "adjective", gazetteer.Inhabitants: "inhabitants"}

var digits = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18"}

func number(n int) string { return digits[min(n, len(digits)-1)] }
