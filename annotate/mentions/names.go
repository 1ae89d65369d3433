package mentions

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// readNames takes the well-known groups with what follows of their branches,
// then the names the model found where no group stands, then known actors and
// countries that are in no name yet.
func (r *reading) readNames(found []chain.Span) {
	r.readGroups(found)
	for _, n := range found {
		n = r.extend(n)
		if r.free(n.First, n.Last) {
			r.take(n)
		}
	}
	r.readListed()
	r.readProper()
	for _, n := range r.names {
		r.add(n.First, n.Last, r.governed(n.First, n.Last, r.headOf(n.First, n.Last)), annals.Name, r.nameKind(n), probability(n.Score))
	}
}

// probability turns a margin in natural logarithms into a number below one.
func probability(margin float32) float64 {
	return math.Round(1000/(1+math.Exp(-float64(margin)))) / 1000
}

func (r *reading) take(n chain.Span) {
	for i := n.First; i < n.Last; i++ {
		r.inName[i] = int32(len(r.names))
	}
	r.names = append(r.names, n)
}

func (r *reading) free(first, last int) bool {
	for i := first; i < last; i++ {
		if r.inName[i] != noName {
			return false
		}
	}
	return true
}

// listedMargin is the score of a name found by look-up alone.
const listedMargin = 2

// readGroups takes the names of well-known groups, and of their branches:
// "Islamic State Khorasan Province", "Islamic State of the Khorasan"; and names
// of several words of countries and other known actors. A name of the model that
// begins with such a name and goes on further, or holds it, stays as it is.
func (r *reading) readGroups(found []chain.Span) {
	at := 0
	for s := range r.t.Sentences {
		last := r.t.Sentences[s].Last
		for i := r.t.Sentences[s].First; i < last; i++ {
			for at < len(found) && found[at].Last <= i {
				at++
			}
			end, kind := r.known(i, last, found[at:])
			if end == i || !r.looksNamed(i, end) {
				continue
			}
			g := chain.Span{First: i, Last: end, Type: kind, Score: listedMargin}
			if at < len(found) && found[at].First <= i && found[at].Last > end && found[at].Type != corpus.Person {
				continue
			}
			if at < len(found) && found[at].First < i && found[at].Last > i {
				continue // inside a longer name: "Institute for Taliban Studies"
			}
			r.take(g)
			i = end - 1
		}
	}
}

// known is where the name of a well-known group or its branch, of a country or
// of an actor, the latter two in several words, ends that starts at i; i when
// none does.
func (r *reading) known(i, last int, found []chain.Span) (end, kind int) {
	if n, _ := r.lexicon.Group(r.t, i, last); n > 0 && r.looksNamed(i, i+n) {
		return r.branchEnd(i+n, last, found), corpus.Organisation
	}
	if n, _, demonym := r.lexicon.Country(r.t, i, last); n > 1 && !demonym {
		return i + n, corpus.Place
	}
	if n, _ := r.lexicon.Actor(r.t, i, last); n > 1 {
		return i + n, corpus.Organisation
	}
	return i, 0
}

// branchEnd is where the name of a group's branch ends, given the group's own
// name ends at i: after a hyphen and a capital, or words with capitals of which
// the first is no title and begins no person's full name, or "of the" and such.
func (r *reading) branchEnd(i, last int, found []chain.Span) int {
	end := i
	for end < last {
		at := end
		if at+1 < last && r.t.Form(at) == "-" && r.joined(at) {
			at++
		} else if at+2 < last && end == i && r.t.Tokens[at].Norm == "of" && r.t.Tokens[at+1].Norm == "the" {
			at += 2
		}
		if at >= last || !r.branchWord(at, last, found) {
			return end
		}
		end = at + 1
	}
	return end
}

func (r *reading) branchWord(i, last int, found []chain.Span) bool {
	first, _ := utf8.DecodeRuneInString(r.t.Form(i))
	if !unicode.IsUpper(first) || r.t.Tokens[i].UPOS != text.PROPN && r.t.Tokens[i].UPOS != text.NOUN || r.shouted(i) {
		return false
	}
	if n, _ := r.lexicon.Honorific(r.t, i, last); n > 0 {
		return false
	}
	for _, f := range found {
		if f.First > i {
			break
		}
		if f.First == i && f.Last > i+1 && f.Type == corpus.Person {
			return false
		}
	}
	return true
}

// shouted says whether token i stands in a run of words all in capitals, where
// capitals mark no name.
func (r *reading) shouted(i int) bool {
	return len(r.t.Form(i)) > 3 && capitals(r.t.Form(i)) && i > 0 && len(r.t.Form(i-1)) > 3 && capitals(r.t.Form(i-1))
}

func capitals(form string) bool {
	for i := range len(form) {
		if c := form[i]; 'a' <= c && c <= 'z' {
			return false
		}
	}
	return true
}

// extend joins what a hyphen ties to a name: the "-K" of "ISIS-K", the rest of
// "al-Muhajir".
func (r *reading) extend(n chain.Span) chain.Span {
	end := r.t.Sentences[r.t.SentenceOf(n.First)].Last
	for n.Last+1 < end && r.t.Form(n.Last) == "-" && r.joined(n.Last) {
		first, _ := utf8.DecodeRuneInString(r.t.Form(n.Last + 1))
		if !r.short(n.Last+1) && !(n.Type == corpus.Person && unicode.IsUpper(first)) {
			break
		}
		n.Last += 2
	}
	return n
}

// joined says whether token i stands without white space between its neighbours.
func (r *reading) joined(i int) bool {
	return r.t.Tokens[i-1].End == r.t.Tokens[i].Start && r.t.Tokens[i].End == r.t.Tokens[i+1].Start
}

// short says whether a token is a letter or two in capitals, or a number: what
// follows the hyphen of a designation.
func (r *reading) short(i int) bool {
	form := r.t.Form(i)
	for _, c := range []byte(form) {
		if !('A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
			return false
		}
	}
	return len(form) <= 2
}

// readListed adds known actors and countries that are in no name yet.
func (r *reading) readListed() {
	for s := range r.t.Sentences {
		last := r.t.Sentences[s].Last
		for i := r.t.Sentences[s].First; i < last; i++ {
			if r.inName[i] != noName {
				continue
			}
			n, _ := r.lexicon.Actor(r.t, i, last)
			kind := corpus.Organisation
			if c, _, demonym := r.lexicon.Country(r.t, i, last); c >= n && c > 0 {
				n, kind = c, corpus.Place
				if demonym {
					kind = corpus.People
				}
			}
			if n == 0 || !r.free(i, i+n) || !r.looksNamed(i, i+n) {
				continue
			}
			r.take(chain.Span{First: i, Last: i + n, Type: kind, Score: listedMargin})
			i += n - 1
		}
	}
}

// readProper adds runs of proper nouns with capitals, joined over "of", "for"
// and the like, that no model and no list took for a name.
func (r *reading) readProper() {
	for s := range r.t.Sentences {
		if r.t.Sentences[s].Heading {
			continue // titles have capitals throughout
		}
		last := r.t.Sentences[s].Last
		for i := r.t.Sentences[s].First; i < last; i++ {
			end := r.properEnd(i, last)
			if end == i {
				continue
			}
			r.take(chain.Span{First: i, Last: end, Type: corpus.Other})
			i = end - 1
		}
	}
}

// properEnd is where the run of proper nouns that starts at i ends.
func (r *reading) properEnd(i, last int) int {
	end := i
	for at := i; at < last; at++ {
		if r.capitalised(at) {
			end = at + 1
			continue
		}
		if end == i || !joiners[r.t.Tokens[at].Norm] {
			break
		}
	}
	return end
}

// capitalised says whether token i is a proper noun in no name and no date,
// written with a capital where that means something.
func (r *reading) capitalised(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.t.Form(i))
	k := &r.t.Tokens[i]
	if !unicode.IsUpper(first) || len(k.Norm) < 2 || r.inName[i] != noName || calendar[k.Norm] || r.shouted(i) {
		return false
	}
	return k.UPOS == text.PROPN || r.acronym(i)
}

// acronym says whether token i is written in two to six capitals among words
// that are not, and is no common noun ("IED").
func (r *reading) acronym(i int) bool {
	form := r.t.Form(i)
	if len(form) < 2 || len(form) > 6 || r.class(i) != actors.NoClass {
		return false
	}
	for j := range len(form) {
		if form[j] < 'A' || form[j] > 'Z' {
			return false
		}
	}
	s := &r.t.Sentences[r.t.SentenceOf(i)]
	for j := s.First; j < s.Last; j++ {
		if f := r.t.Form(j); len(f) > 2 && !capitals(f) {
			return true
		}
	}
	return false
}

var joiners = map[string]bool{"of": true, "for": true, "the": true, "and": true, "&": true, "de": true, "al": true, "-": true}

// calendar are proper nouns that are parts of dates.
var calendar = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true,
	"october": true, "november": true, "december": true, "jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true,
	"sep": true, "sept": true, "oct": true, "nov": true, "dec": true, "gmt": true, "est": true}

// looksNamed says whether every word but the small ones has a capital, or a
// single one is tagged as a name or adjective.
func (r *reading) looksNamed(first, last int) bool {
	if last == first+1 {
		u := r.t.Tokens[first].UPOS
		return u == text.PROPN || u == text.ADJ || u == text.Untagged || u == text.NOUN && r.t.Tokens[first].XPOS != "NN" || capitals(r.t.Form(first)) && u == text.NOUN
	}
	for i := first; i < last; i++ {
		if c := r.t.Form(i)[0]; 'a' <= c && c <= 'z' && len(r.t.Form(i)) > 3 {
			return false
		}
	}
	return true
}

// nameKind is the kind of a name: what the lexicon knows of it, else its last
// noun, else the model's type.
func (r *reading) nameKind(n chain.Span) annals.Kind {
	length := n.Last - n.First
	if k, _, demonym := r.lexicon.Country(r.t, n.First, n.Last); k == length {
		return r.countryKind(n, demonym)
	}
	g, _ := r.lexicon.Group(r.t, n.First, n.Last)
	if k, kind := r.lexicon.Actor(r.t, n.First, n.Last); k == length && n.Type != corpus.Person || k > 0 && k == g {
		return kind
	}
	class := r.class(r.headOf(n.First, n.Last))
	switch n.Type {
	case corpus.Person:
		return annals.Person
	case corpus.Place:
		if class == actors.Facility && length > 1 {
			return annals.Facility
		}
		return annals.PlaceKind
	case corpus.Facility:
		return annals.Facility
	case corpus.People:
		return annals.Population
	case corpus.Organisation:
		return organisationKind(class)
	}
	switch class {
	case actors.Organisation, actors.Government, actors.Force, actors.Armed:
		return organisationKind(class)
	case actors.Facility:
		return annals.Facility
	case actors.Place:
		return annals.PlaceKind
	case actors.Weapon:
		return annals.Weapon
	case actors.Vehicle:
		return annals.Vehicle
	}
	return annals.OtherKind
}

// countryKind is what a country's name stands for: before a noun that is no
// place, its government.
func (r *reading) countryKind(n chain.Span, demonym bool) annals.Kind {
	if demonym {
		return annals.Population
	}
	k := &r.t.Tokens[n.Last-1]
	if k.Head >= n.Last && (k.Dep == "compound" || k.Dep == "amod") {
		if c := r.class(k.Head); c != actors.Place && c != actors.Facility {
			return annals.Government
		}
	}
	return annals.PlaceKind
}

// organisationKind is the kind of an organisation whose name ends in a noun of
// a class: "Badr Brigades", "Ministry of Defence".
func organisationKind(class actors.Class) annals.Kind {
	switch class {
	case actors.Force:
		return annals.StateForce
	case actors.Armed:
		return annals.ArmedGroup
	case actors.Government:
		return annals.Government
	}
	return annals.Organisation
}

// governed is the one token of a span whose governor stands outside it, when
// there is one and it is a noun or name: in "John Smith" the syntax has "John".
// Else it is the token given.
func (r *reading) governed(first, last, otherwise int) int {
	head := text.None
	for i := first; i < last; i++ {
		k := &r.t.Tokens[i]
		if k.Head >= first && k.Head < last || k.UPOS == text.PUNCT {
			continue
		}
		if head != text.None {
			return otherwise
		}
		head = i
	}
	if head != text.None {
		switch r.t.Tokens[head].UPOS {
		case text.NOUN, text.PROPN:
			return head
		}
	}
	return otherwise
}

// headOf is the token that says what a name is of: the last before an "of" or "for".
func (r *reading) headOf(first, last int) int {
	for i := first + 1; i < last; i++ {
		if n := r.t.Tokens[i].Norm; n == "of" || n == "for" || n == "in" {
			return i - 1
		}
	}
	return last - 1
}
