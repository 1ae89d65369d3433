package mentions

import (
	"math"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// readNames finds names with the model, and known actors and countries that it
// missed, and gives each a kind.
func (r *reading) readNames() {
	r.names = r.Finder.names.Find(r.t, nil)
	for k := range r.names {
		r.names[k] = r.extend(r.names[k])
		r.claim(k)
	}
	r.readListed()
	for _, n := range r.names {
		head := r.headOf(n.First, n.Last)
		r.add(n.First, n.Last, head, annals.Name, r.nameKind(n), probability(n.Score))
	}
}

// probability turns a margin in natural logarithms into a number below one.
func probability(margin float32) float64 {
	return math.Round(1000/(1+math.Exp(-float64(margin)))) / 1000
}

func (r *reading) claim(k int) {
	for i := r.names[k].First; i < r.names[k].Last; i++ {
		r.inName[i] = int32(k)
	}
}

// extend joins what a hyphen ties to a name: the "-K" of "ISIS-K".
func (r *reading) extend(n chain.Span) chain.Span {
	end := r.t.Sentences[r.t.SentenceOf(n.First)].Last
	for n.Last+1 < end && r.t.Form(n.Last) == "-" && r.joined(n.Last) && r.short(n.Last+1) {
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
			r.names = append(r.names, chain.Span{First: i, Last: i + n, Type: kind, Score: listedMargin})
			r.claim(len(r.names) - 1)
			i += n - 1
		}
	}
}

// listedMargin is the score of a name found by look-up alone.
const listedMargin = 2

func (r *reading) free(first, last int) bool {
	for i := first; i < last; i++ {
		if r.inName[i] != noName {
			return false
		}
	}
	return true
}

// looksNamed says whether every word but the small ones has a capital, or a
// single one is tagged as a name or adjective.
func (r *reading) looksNamed(first, last int) bool {
	if last == first+1 {
		u := r.t.Tokens[first].UPOS
		return u == text.PROPN || u == text.ADJ || u == text.Untagged || u == text.NOUN && r.t.Tokens[first].XPOS != "NN"
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
	if k, kind := r.lexicon.Actor(r.t, n.First, n.Last); k == n.Last-n.First && n.Type != corpus.Person {
		return kind
	}
	head := r.headOf(n.First, n.Last)
	class := r.class(head)
	switch n.Type {
	case corpus.Person:
		return annals.Person
	case corpus.Place:
		if class == actors.Facility && n.Last-n.First > 1 {
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
	case actors.Weapon:
		return annals.Weapon
	case actors.Vehicle:
		return annals.Vehicle
	}
	return annals.OtherKind
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

// headOf is the token that carries a name: the last before an "of" or "for".
func (r *reading) headOf(first, last int) int {
	for i := first + 1; i < last; i++ {
		if n := r.t.Tokens[i].Norm; n == "of" || n == "for" || n == "in" {
			return i - 1
		}
	}
	return last - 1
}
