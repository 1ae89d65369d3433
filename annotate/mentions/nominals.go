package mentions

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/text"
)

// readNominals finds the noun phrases and pronouns of a sentence.
func (r *reading) readNominals(s int) {
	first, last := r.t.Sentences[s].First, r.t.Sentences[s].Last
	for i := first; i < last; i++ {
		k := &r.t.Tokens[i]
		switch {
		case k.UPOS == text.PRON && r.inName[i] == noName:
			r.pronoun(i)
		case k.UPOS == text.NOUN && r.inName[i] == noName && !r.continues(i, last):
			r.nominal(i, first, last)
		case k.UPOS == text.NOUN && r.inName[i] == noName && k.Dep == "compound" && !r.heads[i]:
			r.add(i, i+1, i, annals.Nominal, annals.OtherKind, 0) // what a later phrase may speak of again
		}
	}
}

// continues says whether the noun at i is not the last of its phrase.
func (r *reading) continues(i, last int) bool {
	return i+1 < last && (r.t.Tokens[i+1].UPOS == text.NOUN || r.inName[i+1] != noName && r.t.Tokens[i+1].UPOS == text.PROPN && r.t.Tokens[i].Head == i+1)
}

// nominal adds the noun phrase that ends in the noun at head, unless the model
// found it. A noun whose class is a guess of the taxonomy names a person, or
// stays of no kind.
func (r *reading) nominal(head, first, last int) {
	if r.heads[head] || timeWords[r.t.Tokens[head].Norm] || r.takesPlace(head) {
		return
	}
	class := r.class(head)
	if !r.sure(head) && class != actors.Civilian && class != actors.Person && class != actors.Armed && class != actors.Force {
		class = actors.NoClass
	}
	from := r.left(head, first)
	kind := nominalKind(class, r.plural(head))
	if norm := r.t.Tokens[head].Norm; class == actors.Armed && genericNames[norm] || bodies[norm] == actors.Armed {
		kind = annals.ArmedGroup
	}
	if class == actors.Organisation && r.armed(from, head) {
		kind = annals.ArmedGroup
	}
	r.add(from, r.right(head, last), head, annals.Nominal, kind, 0)
}

// timeWords are nouns that say when: package times reads them.
var timeWords = map[string]bool{"yesterday": true, "today": true, "tomorrow": true, "tonight": true, "morning": true, "afternoon": true,
	"evening": true, "noon": true, "midnight": true, "weekend": true}

// takesPlace says whether token i is the noun of "takes place", which is no place.
func (r *reading) takesPlace(i int) bool {
	return i > 0 && r.t.Tokens[i].Norm == "place" && takes[r.t.Tokens[i-1].Norm]
}

var takes = map[string]bool{"take": true, "takes": true, "took": true, "taken": true, "taking": true}

func (r *reading) sure(i int) bool {
	k := &r.t.Tokens[i]
	return r.lexicon.Sure(k.Norm) || r.lexicon.Sure(k.Lemma) || i > 0 && r.lexicon.Compound(r.t.Tokens[i-1].Norm, k.Lemma) != actors.NoClass
}

// left is the first token of the noun phrase that ends in head, articles left out.
func (r *reading) left(head, first int) int {
	i := head
	for i > first && r.modifies(i-1) {
		i--
	}
	for i < head && (r.t.Tokens[i].UPOS == text.DET && article(r.t.Tokens[i].Norm) || r.t.Tokens[i].UPOS == text.PUNCT) {
		i++
	}
	if i-1 > first && r.t.Tokens[i].Norm == "least" && r.t.Tokens[i-1].Norm == "at" {
		i--
	}
	return i
}

func article(norm string) bool { return norm == "the" || norm == "a" || norm == "an" }

// modifies says whether token i may stand inside a noun phrase before its head.
func (r *reading) modifies(i int) bool {
	k := &r.t.Tokens[i]
	switch k.UPOS {
	case text.ADJ, text.NOUN, text.PROPN, text.NUM, text.DET:
		return true
	case text.PRON:
		return k.XPOS == "PRP$"
	case text.VERB:
		return text.DepIs(k.Dep, "amod") && k.Head > i
	case text.ADV:
		return text.DepIs(k.Dep, "advmod") && k.Head > i && r.t.Tokens[k.Head].UPOS == text.NUM
	case text.PUNCT:
		return k.Norm == "-"
	}
	return r.inName[i] != noName
}

// right is the end of the noun phrase: after the "of" phrase that the noun
// governs, when that holds no clause.
func (r *reading) right(head, last int) int {
	if head+1 >= last || r.t.Tokens[head+1].Norm != "of" {
		return head + 1
	}
	for _, c := range r.t.Children(head) {
		if int(c) > head && text.DepIs(r.t.Tokens[c].Dep, "nmod") && r.t.Child(int(c), "case") == head+1 {
			end := int(c) + 1
			if k := r.inName[c]; k != noName {
				end = max(end, r.names[k].Last)
			}
			return min(end, last)
		}
	}
	return head + 1
}

// class is the class of the noun at token i, with the word before it where the
// two are one: "service members".
func (r *reading) class(i int) actors.Class {
	k := &r.t.Tokens[i]
	if i > 0 {
		if c := r.lexicon.Compound(r.t.Tokens[i-1].Norm, k.Lemma); c != actors.NoClass {
			return c
		}
	}
	if c := r.lexicon.Noun(k.Norm); c != actors.NoClass && (r.lexicon.Sure(k.Norm) || !r.lexicon.Sure(k.Lemma)) {
		return c // "men" are several of a man before they are a body of them
	}
	return r.lexicon.Noun(k.Lemma)
}

func (r *reading) plural(i int) bool {
	x := r.t.Tokens[i].XPOS
	return x == "NNS" || x == "NNPS"
}

// nominalKind is the kind of a noun phrase by its head's class: several persons
// are what they make together.
func nominalKind(class actors.Class, plural bool) annals.Kind {
	switch class {
	case actors.Person:
		return annals.Person
	case actors.Civilian:
		if plural {
			return annals.Population
		}
		return annals.Person
	case actors.Force:
		return annals.StateForce
	case actors.Armed:
		if plural {
			return annals.ArmedGroup
		}
		return annals.Person
	case actors.Government:
		return annals.Government
	case actors.Organisation:
		return annals.Organisation
	case actors.People:
		return annals.Population
	case actors.Weapon:
		return annals.Weapon
	case actors.Vehicle:
		return annals.Vehicle
	case actors.Facility:
		return annals.Facility
	case actors.Place:
		return annals.PlaceKind
	}
	return annals.OtherKind
}

// armed says whether a word of the phrase makes a group an armed one.
func (r *reading) armed(first, head int) bool {
	for i := first; i < head; i++ {
		switch r.t.Tokens[i].Norm {
		case "terrorist", "militant", "armed", "insurgent", "rebel", "jihadist", "jihadi", "extremist", "guerrilla", "paramilitary", "islamist":
			return true
		}
	}
	return false
}

// personal are the pronouns that refer to something said before, and the kind
// that may be read off the pronoun alone.
var personal = map[string]annals.Kind{
	"i": annals.Person, "me": annals.Person, "my": annals.Person, "myself": annals.Person, "you": annals.Person, "your": annals.Person,
	"he": annals.Person, "him": annals.Person, "his": annals.Person, "himself": annals.Person,
	"she": annals.Person, "her": annals.Person, "hers": annals.Person, "herself": annals.Person,
	"it": annals.OtherKind, "its": annals.OtherKind, "itself": annals.OtherKind,
	"they": annals.Population, "them": annals.Population, "their": annals.Population, "theirs": annals.Population, "themselves": annals.Population,
	"we": annals.Population, "us": annals.Population, "our": annals.Population, "ours": annals.Population, "ourselves": annals.Population,
}

func (r *reading) pronoun(i int) {
	kind, ok := personal[r.t.Tokens[i].Norm]
	if !ok && demonstratives[r.t.Tokens[i].Norm] && r.t.Tokens[i].XPOS == "DT" {
		kind, ok = annals.OtherKind, true
	}
	if ok && !r.expletive(i) {
		r.add(i, i+1, i, annals.Pronoun, kind, 0)
	}
}

// demonstratives are pronouns when they stand alone; package coref drops those
// it cannot resolve.
var demonstratives = map[string]bool{"this": true, "that": true, "these": true, "those": true}

// expletive says whether "it" refers to nothing: "it is possible that".
func (r *reading) expletive(i int) bool { return text.DepIs(r.t.Tokens[i].Dep, "expl") }
