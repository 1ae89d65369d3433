package mentions

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// readPhrases adds the phrases the model finds that are no names, and names it
// finds that the model of names did not.
func (r *reading) readPhrases(found []chain.Span) {
	for _, p := range found {
		if p.Type >= corpus.PhraseTime {
			continue
		}
		first, last := p.First, r.wholeNames(r.untilVerb(p.First, r.untilDash(p.First, p.Last)))
		for first < last && r.t.Tokens[first].UPOS == text.DET && article(r.t.Tokens[first].Norm) {
			first++
		}
		if first == last {
			continue
		}
		if k := r.inName[first]; k != noName && (r.names[k].First != first || r.names[k].Last >= last) {
			continue // the name itself, or a phrase that begins inside one
		}
		head := r.governed(first, last, r.phraseHead(first, last))
		switch {
		case r.t.Tokens[head].UPOS == text.PRON || r.takesPlace(head):
		case r.inName[head] == noName && r.inName[last-1] == noName && r.proper(first, last) && !(last == first+1 && genericNames[r.t.Tokens[first].Norm]):
			r.take(chain.Span{First: first, Last: last, Type: nameType(p.Type), Score: p.Score})
			r.add(first, last, head, annals.Name, r.phraseKind(p.Type, head, first), probability(p.Score))
		default:
			first = r.quantity(first)
			r.add(first, last, head, annals.Nominal, r.phraseKind(p.Type, head, first), probability(p.Score))
		}
	}
}

// untilDash is the end of a phrase, or the dash between spaces or the bracket
// that ends it before: what follows says more of it in other words.
func (r *reading) untilDash(first, last int) int {
	for i := first + 1; i < last; i++ {
		k := &r.t.Tokens[i]
		apart := r.t.Tokens[i-1].End < k.Start && i+1 < len(r.t.Tokens) && k.End < r.t.Tokens[i+1].Start
		if k.UPOS == text.PUNCT && (k.Norm == "(" || apart && (k.Norm == "-" || k.Norm == "--")) {
			return i
		}
	}
	return last
}

// untilVerb is the end of a phrase of a title without its last word, where that
// is read as a noun but must be the title's verb: "Toll in bombing climbs as".
func (r *reading) untilVerb(first, last int) int {
	s := &r.t.Sentences[r.t.SentenceOf(first)]
	if !s.Heading || last-first < 2 || last >= s.Last || r.t.Tokens[last-1].XPOS != "NNS" || r.t.Tokens[last-2].UPOS != text.NOUN {
		return last
	}
	switch r.t.Tokens[last].Norm {
	case "as", "after", "amid", "following", "to", "over":
		return last - 1
	}
	return last
}

// quantity moves the start of a phrase before the words that say how many:
// "several civilians", "at least 10 people".
func (r *reading) quantity(first int) int {
	sentence := r.t.Sentences[r.t.SentenceOf(first)].First
	at := first
	for at > sentence {
		k := &r.t.Tokens[at-1]
		many := k.UPOS == text.NUM || k.UPOS == text.ADJ && k.Dep == "amod" && quantifiers[k.Norm] || k.UPOS == text.DET && !article(k.Norm)
		if !many || k.Head < first-1 || r.inName[at-1] != noName {
			break
		}
		at--
	}
	if at < first && at-1 > sentence && r.t.Tokens[at].UPOS == text.NUM && r.t.Tokens[at-1].Norm == "least" && r.t.Tokens[at-2].Norm == "at" {
		at -= 2
	}
	return at
}

// quantifiers are adjectives that say how many.
var quantifiers = map[string]bool{"several": true, "many": true, "few": true, "dozens": true, "multiple": true, "numerous": true, "some": true, "more": true, "other": true}

// wholeNames moves the end of a phrase out of a name.
func (r *reading) wholeNames(last int) int {
	if k := r.inName[last-1]; k != noName {
		return max(last, r.names[k].Last)
	}
	return last
}

// phraseHead is the token that carries a phrase: the last noun or name before a
// preposition, a comma or a possessive that another noun follows.
func (r *reading) phraseHead(first, last int) int {
	head := last - 1
	for i := first; i < last; i++ {
		switch k := &r.t.Tokens[i]; k.UPOS {
		case text.ADP, text.SCONJ:
			if i > first && r.inName[i] == noName {
				return r.nounBefore(i, first)
			}
		case text.PUNCT:
			if k.Norm == "," && i > first {
				return r.nounBefore(i, first)
			}
		}
	}
	return head
}

func (r *reading) nounBefore(i, first int) int {
	for j := i - 1; j > first; j-- {
		if u := r.t.Tokens[j].UPOS; u == text.NOUN || u == text.PROPN || u == text.NUM {
			return j
		}
	}
	return first
}

// proper says whether all words of a phrase but the small ones are proper nouns.
func (r *reading) proper(first, last int) bool {
	for i := first; i < last; i++ {
		switch r.t.Tokens[i].UPOS {
		case text.PROPN, text.NUM:
		case text.ADP, text.DET, text.CCONJ, text.PUNCT:
			if i == first {
				return false
			}
		default:
			return false
		}
	}
	return r.t.Tokens[first].UPOS == text.PROPN
}

func nameType(phrase int) int {
	switch phrase {
	case corpus.PhrasePerson:
		return corpus.Person
	case corpus.PhraseGroup:
		return corpus.Organisation
	case corpus.PhrasePlace:
		return corpus.Place
	case corpus.PhrasePeople:
		return corpus.People
	}
	return corpus.Other
}

// phraseKind refines the model's type of a phrase by its head noun.
func (r *reading) phraseKind(phrase, head, first int) annals.Kind {
	class := r.class(head)
	switch phrase {
	case corpus.PhrasePerson:
		switch class { // "the house of judge Juan Perez" is no person
		case actors.Facility, actors.Vehicle, actors.Weapon:
			if r.sure(head) {
				return nominalKind(class, false)
			}
		}
		if genericNames[r.t.Tokens[head].Norm] {
			return r.groupKind(class, first, head)
		}
		if body := bodies[r.t.Tokens[head].Norm]; body == actors.Armed || body == actors.Organisation {
			return r.groupKind(body, first, head) // "the faction" is nobody
		}
		if r.plural(head) && class != actors.Person && class != actors.NoClass {
			return r.groupKind(class, first, head)
		}
		return annals.Person
	case corpus.PhraseGroup:
		return r.groupKind(class, first, head)
	case corpus.PhrasePlace:
		if class == actors.Facility {
			return annals.Facility
		}
		return annals.PlaceKind
	case corpus.PhrasePeople:
		return annals.Population
	case corpus.PhraseWeapon:
		return annals.Weapon
	case corpus.PhraseVehicle:
		return annals.Vehicle
	}
	return annals.OtherKind
}

// groupKind is the kind of several persons, or of a body.
func (r *reading) groupKind(class actors.Class, first, head int) annals.Kind {
	switch class {
	case actors.Force:
		return annals.StateForce
	case actors.Armed:
		return annals.ArmedGroup
	case actors.Government:
		return annals.Government
	case actors.Civilian, actors.People, actors.Person:
		if r.armed(first, head) {
			return annals.ArmedGroup
		}
		return annals.Population
	}
	if r.armed(first, head) {
		return annals.ArmedGroup
	}
	return annals.Organisation
}
