package events

import (
	"github.com/annals-project/annals/text"
)

// anyone are subjects that stand for no one in particular: what they do is imagined.
var anyone = map[string]bool{"anyone": true, "anybody": true, "whoever": true, "nobody": true, "whomever": true}

var negations = map[string]bool{"not": true, "n't": true, "never": true, "nor": true, "neither": true, "without": true, "none": true, "nobody": true}

// negated says whether a node is denied: "not", "no arrests", "without", "no one was".
func (s *standing) negated(n int) bool {
	for _, c := range s.text.Children(n) {
		k := &s.text.Tokens[c]
		switch {
		case negations[k.Norm] && k.Dep != "obj" && k.Dep != "conj" && k.Dep != "obl" && !s.correlative(int(c)):
			return true
		case k.Dep == "det" && k.Norm == "no":
			return true
		case text.DepIs(k.Dep, "nsubj") && s.text.Tokens[n].UPOS == text.VERB && s.none(int(c)):
			return true
		}
	}
	return s.nothing(n)
}

// nothing says whether the object of a verb is none: "gave no details".
func (s *standing) nothing(n int) bool {
	o := s.text.Child(n, "obj")
	return o != text.None && s.text.Tokens[n].UPOS == text.VERB && s.none(o)
}

func (s *standing) none(noun int) bool {
	return s.anyChild(noun, func(i int) bool { return s.text.Tokens[i].Dep == "det" && s.text.Tokens[i].Norm == "no" })
}

// correlative: "not only" denies nothing.
func (s *standing) correlative(neg int) bool {
	next := neg + 1
	return next < len(s.text.Tokens) && (s.text.Tokens[next].Norm == "only" || s.text.Tokens[next].Norm == "just" || s.text.Tokens[next].Norm == "merely")
}

// infinitive says whether a verb stands with "to".
func (s *standing) infinitive(n int) bool {
	return s.anyChild(n, func(i int) bool { k := &s.text.Tokens[i]; return k.Norm == "to" && (k.Dep == "mark" || k.XPOS == "TO") })
}

// done says whether a verb stands in a finite past form that nothing takes back.
func (s *standing) done(n int) bool {
	x := s.text.Tokens[n].XPOS
	if x != "VBD" && x != "VBN" || s.negated(n) {
		return false
	}
	return !s.anyChild(n, func(i int) bool {
		k := &s.text.Tokens[i]
		return text.DepIs(k.Dep, "aux") && k.XPOS == "MD"
	})
}

// indefinite says whether a noun introduces something new.
func (s *standing) indefinite(n int) bool {
	d := s.text.Child(n, "det", "nmod:poss")
	if d == text.None {
		return true
	}
	w := s.text.Tokens[d].Norm
	return w == "a" || w == "an" || w == "any" || w == "some" || w == "more" || w == "another"
}

// asked says whether a verb is what a yes-or-no question asks about.
func (s *standing) asked(n int) bool {
	sentence := s.text.Sentences[s.text.SentenceOf(n)]
	if s.text.Tokens[n].Head >= 0 || sentence.Last == sentence.First || s.text.Tokens[sentence.Last-1].Norm != "?" {
		return false
	}
	first := &s.text.Tokens[sentence.First]
	return first.UPOS == text.AUX && first.Head == n
}
