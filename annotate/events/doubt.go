package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// doubt looks again at an event that nothing said against: what no finite verb
// in the past asserts and no determiner takes for granted may still stand under
// words that leave it open. What is doubtful is better called so than called happened.
func (s *standing) doubt(i int) {
	if s.status != annals.Happened || s.definite && s.text.Tokens[i].UPOS != text.VERB || s.describing(i) {
		return
	}
	k := &s.text.Tokens[i]
	verb := k.UPOS == text.VERB || k.UPOS == text.AUX
	switch {
	case s.hedged(i):
		s.apply(effect(annals.Hypothetical))
	case verb && s.inverted(i):
		s.apply(effect(annals.Hypothetical))
	case s.ruledOut(i):
		s.apply(effect(annals.Denied))
	case s.adrift(i) != keep:
		s.apply(s.adrift(i))
	case s.bare(i):
		s.apply(effect(annals.Hypothetical))
	case verb && s.asserted(i):
	case s.tomorrow(i):
		s.apply(effect(annals.Planned))
	case verb && s.generic(i):
		s.apply(effect(annals.Hypothetical))
	case !verb && (!s.indefinite(i) || text.DepIs(k.Dep, "compound") && !s.indefinite(k.Head)): // "the withdrawal process"
	case !verb && s.meant(i):
		s.apply(effect(annals.Hypothetical))
	case s.question(i):
		s.apply(effect(annals.Hypothetical))
	default:
		s.above(i)
	}
}

// asserted says whether a verb is finite and past, or perfect: told as done.
func (s *standing) asserted(i int) bool {
	k := &s.text.Tokens[i]
	if s.infinitive(i) {
		return false
	}
	return k.XPOS == "VBD" || k.XPOS == "VBN" || s.participleOf(i, "have") || s.anyChild(i, func(c int) bool {
		return text.DepIs(s.text.Tokens[c].Dep, "aux") && s.text.Tokens[c].XPOS == "VBD"
	})
}

// describing says whether an event word only says what a person or an inquiry is of:
// a "shooting victim" was shot.
func (s *standing) describing(i int) bool {
	next := i + 1
	return next < len(s.text.Tokens) && telling[s.text.Tokens[next].Lemma] && s.text.Tokens[i].XPOS != "VBD"
}

// ruledOut: "rather than use violence", "instead of attacking", whatever the parser
// makes of it.
func (s *standing) ruledOut(i int) bool {
	for n := i - 1; n > 0 && n >= i-reach; n-- {
		switch before := s.text.Tokens[n-1].Norm; s.text.Tokens[n].Norm {
		case "than":
			return before == "rather"
		case "of":
			return before == "instead"
		}
		if s.text.Tokens[n].UPOS == text.PUNCT || s.text.Tokens[n].Lemma == "continue" {
			return false
		}
	}
	return false
}

// adrift is what a modal does to the event behind it that the parser did not tie to
// it, as in text all in capitals; keep where there is none.
func (s *standing) adrift(i int) effect {
	for n := i - 1; n >= 0 && n >= i-further; n-- {
		k := &s.text.Tokens[n]
		switch {
		case k.XPOS == "MD" && !text.DepIs(k.Dep, "aux"):
			if k.Norm == "will" {
				return effect(annals.Planned)
			}
			return effect(annals.Hypothetical)
		case k.UPOS == text.PUNCT || k.UPOS == text.VERB:
			return keep
		}
	}
	return keep
}

// further is how many words behind a modal are asked.
const further = 4

// reach is how many words may stand between "rather than" and the event.
const reach = 2

// bare says whether an event word is an infinitive without an assertion: a bare form
// without subject or auxiliary, or a word that the tagger took for a noun after
// "right to".
func (s *standing) bare(i int) bool {
	k := &s.text.Tokens[i]
	if k.UPOS == text.NOUN && k.XPOS == "NN" && i > 1 && s.text.Tokens[i-1].Norm == "to" {
		e, known := s.embedding(i-2, 'c')
		_, phrase := s.embedding(i-2, 'o')
		return known && !phrase && e != keep && e != assumed
	}
	if k.XPOS != "VB" || s.text.Child(i, "nsubj", "aux", "mark") != text.None || k.Head < 0 {
		return false
	}
	e, known := s.embedding(k.Head, 'c')
	return !(known && e == keep && i > k.Head) && k.Dep != "compound"
}

// tomorrow says whether an event is told with a day to come.
func (s *standing) tomorrow(i int) bool {
	is := func(c int) bool { return s.text.Tokens[c].Norm == "tomorrow" }
	return s.anyChild(i, func(c int) bool { return is(c) || s.anyChild(c, is) })
}

// hedges are adverbs that leave open what they modify.
var hedges = map[string]bool{"possibly": true, "perhaps": true, "maybe": true, "potentially": true, "hypothetically": true, "theoretically": true,
	"supposedly": true, "conceivably": true}

// conditions are words that make a clause a condition.
var conditions = map[string]bool{"case": true, "provided": true, "providing": true, "assuming": true, "suppose": true, "supposing": true, "though": false}

func (s *standing) hedged(i int) bool {
	return s.anyChild(i, func(c int) bool {
		k := &s.text.Tokens[c]
		return k.Dep == "advmod" && hedges[k.Norm] || k.Dep == "mark" && (conditions[k.Norm] || s.anyChild(c, func(f int) bool { return conditions[s.text.Tokens[f].Norm] }))
	})
}

// inverted: "had they attacked", "were they to attack", "should they attack" are conditions.
func (s *standing) inverted(i int) bool {
	if s.question(i) {
		return false
	}
	if s.openedBy(i, inverting) {
		return true
	}
	subject := s.text.Child(i, "nsubj", "nsubj:pass")
	if subject == text.None {
		return false
	}
	return s.anyChild(i, func(c int) bool {
		k := &s.text.Tokens[c]
		return text.DepIs(k.Dep, "aux") && c < subject && inverting[k.Norm]
	})
}

// inverting are auxiliaries that make a condition where they stand before the subject.
var inverting = map[string]bool{"had": true, "were": true, "should": true}

// openedBy says whether the sentence begins with one of the words and has no comma
// before the event.
func (s *standing) openedBy(i int, words map[string]bool) bool {
	first := s.text.Sentences[s.text.SentenceOf(i)].First
	if !words[s.text.Tokens[first].Norm] {
		return false
	}
	for n := first; n < i; n++ {
		if s.text.Tokens[n].UPOS == text.PUNCT {
			return false
		}
	}
	return first < i
}

// question says whether the sentence asks.
func (s *standing) question(i int) bool {
	sentence := s.text.Sentences[s.text.SentenceOf(i)]
	return sentence.Last > sentence.First && s.text.Tokens[sentence.Last-1].Norm == "?"
}

// generic: "people who kill", "whoever attacks", "criminals kidnap": nobody in
// particular does it, at no time in particular.
func (s *standing) generic(i int) bool {
	k := &s.text.Tokens[i]
	if k.XPOS != "VBP" && k.XPOS != "VBZ" || s.text.Child(i, "aux", "aux:pass") != text.None {
		return false
	}
	subject := s.text.Child(i, "nsubj")
	if subject == text.None {
		return false
	}
	subject = s.relative(subject, i)
	n := &s.text.Tokens[subject]
	return n.UPOS == text.NOUN && s.text.Child(subject, "det", "nmod:poss", "nummod") == text.None && n.XPOS == "NNS" && k.Dep == "acl:relcl" ||
		n.UPOS == text.PRON && (n.Norm == "those" || n.Norm == "one" || n.Norm == "you")
}

// answering are words whose "for" and "against" look back at what was done.
var answering = map[string]bool{"responsible": true, "responsibility": true, "blame": true, "accuse": true, "arrest": true, "convict": true, "conviction": true,
	"sentence": true, "try": true, "jail": true, "imprison": true, "charge": true, "want": true, "know": true, "punish": true, "condemn": true, "criticize": true,
	"credit": true, "claim": true, "prosecute": true, "indict": true, "revenge": true, "retaliation": true, "retaliate": true, "reprisal": true, "suspect": true,
	"apologize": true, "notorious": true, "detain": true, "hold": true, "seek": true, "trial": true, "guilty": true, "protest": true, "demonstrate": true,
	"march": true, "complain": true, "speak": true, "serve": true, "time": true, "denounce": true, "compensate": true, "compensation": true}

// meant: "trained for attacks", "shelter against bombing", "in case of attack".
func (s *standing) meant(i int) bool {
	k := &s.text.Tokens[i]
	if k.Head < 0 || answering[s.text.Tokens[k.Head].Lemma] || !text.DepIs(k.Dep, "obl") && !text.DepIs(k.Dep, "nmod") {
		return false
	}
	p := s.preposition(i)
	return p == "for" || p == "against" || p == "pending"
}

// finite says whether a verb in the present has a subject of its own.
func (s *standing) finite(n int) bool {
	x := s.text.Tokens[n].XPOS
	return (x == "VBZ" || x == "VBP") && s.text.Child(n, "nsubj") != text.None
}

// above asks all that governs an event that its own words leave open.
func (s *standing) above(i int) {
	for n, step := i, 0; step < highest; step++ {
		h := s.text.Tokens[n].Head
		if h < 0 {
			return
		}
		if n != i && s.finite(n) {
			return
		}
		if d := s.text.Tokens[n].Dep; d == "parataxis" || d == "appos" || d == "conj" && s.asserted(n) || n != i && s.asserted(n) {
			return
		}
		for _, c := range s.text.Children(h) {
			k := &s.text.Tokens[c]
			switch {
			case text.DepIs(k.Dep, "aux") && k.XPOS == "MD" && !s.participleOf(h, "have"):
				if k.Norm == "will" || k.Norm == "'ll" {
					s.apply(effect(annals.Planned))
				} else {
					s.apply(effect(annals.Hypothetical))
				}
				return
			case k.Dep == "mark" && (k.Norm == "if" || k.Norm == "unless" || k.Norm == "whether" || k.Norm == "like"):
				s.apply(effect(annals.Hypothetical))
				return
			}
		}
		if s.imperative(h) {
			s.apply(effect(annals.Hypothetical))
			return
		}
		n = h
	}
}
