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

// readNames takes the names that brackets introduce with their short forms, the
// well-known groups with what follows of their branches, then the names the
// model found where no group stands, then known actors and countries that are
// in no name yet.
func (r *reading) readNames(found []chain.Span) {
	r.readIntroduced(found)
	r.readBodies()
	r.readGroups(found)
	for _, n := range found {
		n, ok := r.trim(r.whole(r.body(r.hyphened(r.extend(n)))))
		if ok && r.free(n.First, n.Last) {
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

// extend joins what a hyphen ties to a name, the "-K" of "ISIS-K", the rest of
// "al-Muhajir", and what the syntax adds to a person's.
func (r *reading) extend(n chain.Span) chain.Span {
	end := r.t.Sentences[r.t.SentenceOf(n.First)].Last
	for n.Last+1 < end && r.t.Form(n.Last) == "-" && r.joined(n.Last) {
		first, _ := utf8.DecodeRuneInString(r.t.Form(n.Last + 1))
		if !r.short(n.Last+1) && !(n.Type == corpus.Person && unicode.IsUpper(first)) {
			break
		}
		n.Last += 2
	}
	if n.Type == corpus.Person {
		for n.Last < end && (r.goesOn(n) || r.elided(n.Last)) {
			n.Last++
		}
	}
	return n
}

// goesOn says whether the syntax ties the word after a person's name to it as
// one more word of the name.
func (r *reading) goesOn(n chain.Span) bool {
	k := &r.t.Tokens[n.Last]
	return k.UPOS == text.PROPN && k.Dep == "flat" && k.Head >= n.First && k.Head < n.Last && r.inName[n.Last] == noName
}

// elided says whether token i is the end of a name in capitals that was cut at
// its apostrophe as if it were a verb: the "'D" of "SA'D".
func (r *reading) elided(i int) bool {
	return r.t.Form(i) == "'D" && r.t.Tokens[i-1].End == r.t.Tokens[i].Start
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

// looksNamed says whether every word but the small ones has a capital, or a
// single one is tagged as a name or adjective.
func (r *reading) looksNamed(first, last int) bool {
	if last == first+1 {
		u := r.t.Tokens[first].UPOS
		return u == text.PROPN || u == text.ADJ || u == text.Untagged || u == text.NOUN && r.t.Tokens[first].XPOS != "NN" || capitals(r.t.Form(first)) && u == text.NOUN && !r.common(first)
	}
	for i := first; i < last; i++ {
		if c := r.t.Form(i)[0]; 'a' <= c && c <= 'z' && len(r.t.Form(i)) > 3 {
			return false
		}
	}
	return true
}

// common says whether token i is a common noun in words that are all in capitals:
// there "CAR" is no acronym.
func (r *reading) common(i int) bool {
	if r.class(i) == actors.NoClass {
		return false
	}
	for _, at := range [2]int{i - 1, i + 1} {
		if at < 0 || at >= len(r.t.Tokens) || !unicode.IsLetter(rune(r.t.Form(at)[0])) {
			continue
		}
		if !capitals(r.t.Form(at)) {
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
	if length == 1 && formerStates[r.t.Tokens[n.First].Norm] {
		return annals.Population
	}
	if n.Type != corpus.Person && length > 1 && learned[r.t.Tokens[r.headOf(n.First, n.Last)].Norm] {
		return annals.Organisation
	}
	g, _ := r.lexicon.Group(r.t, n.First, n.Last)
	if k, kind := r.lexicon.Actor(r.t, n.First, n.Last); k == length && n.Type != corpus.Person || k > 0 && k == g {
		return kind
	}
	class := r.class(r.headOf(n.First, n.Last))
	if class == actors.NoClass && length > 2 && n.Type == corpus.Other { // of two words it may be any front or wing
		class = bodies[r.t.Tokens[r.headOf(n.First, n.Last)].Norm]
	}
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
		if r.seat(n) {
			return annals.PlaceKind
		}
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
