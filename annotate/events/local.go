package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// local reads the words that stand at a node: negation, modals, conjunctions,
// determiners, adjectives.
func (s *standing) local(n int) {
	k := &s.text.Tokens[n]
	verbal := k.UPOS == text.VERB || k.UPOS == text.AUX || k.UPOS == text.ADJ
	s.modal(n)
	if !verbal {
		if !s.shared {
			s.qualifiers(n)
		}
		s.predicate(n)
	}
	if s.danger && s.negated(n) && s.anyChild(n, func(i int) bool { w := s.text.Tokens[i].Norm; return w == "did" || w == "could" || w == "had" }) {
		s.status, s.danger = annals.Happened, false // "did not prevent"
	} else if s.negated(n) && !(s.shared && s.nothing(n)) && !(s.definite && s.status == annals.Happened && verbal) {
		s.apply(effect(annals.Denied))
	}
	if verbal && s.infinitive(n) && s.toBe(n) {
		s.apply(effect(annals.Planned))
	}
	for _, c := range s.text.Children(n) {
		switch w := s.text.Tokens[c].Norm; s.text.Tokens[c].Dep {
		case "mark", "advmod":
			switch w {
			case "if", "unless", "whether":
				s.apply(effect(annals.Hypothetical))
			case "lest":
				s.apply(effect(annals.Feared))
			case "instead", "rather":
				s.apply(effect(annals.Denied))
			case "once", "until", "when", "whenever":
				if s.ahead(k.Head) {
					s.apply(effect(annals.Hypothetical))
				}
			default:
				s.introduced(n, int(c))
			}
		}
	}
	if verbal && s.anyChild(n, func(i int) bool {
		return text.DepIs(s.text.Tokens[i].Dep, "nsubj") && anyone[s.text.Tokens[s.relative(i, n)].Norm]
	}) {
		s.apply(effect(annals.Hypothetical))
	}
	if verbal && s.imperative(n) {
		s.apply(effect(annals.Hypothetical))
	}
	if verbal && s.asked(n) {
		s.apply(effect(annals.Hypothetical))
	}
}

// introduced reads an adjective that the parser makes a mark of the infinitive it
// governs: "is due to visit", "likely to attack".
func (s *standing) introduced(n, mark int) {
	k := &s.text.Tokens[mark]
	if k.Dep == "mark" && k.UPOS == text.ADJ && s.infinitive(n) {
		if e, known := s.embedding(mark, 'c'); known {
			s.apply(e)
		}
	}
}

// toBe: "the goal is to capture them", "they are to be released".
func (s *standing) toBe(n int) bool {
	return s.anyChild(n, func(i int) bool {
		k := &s.text.Tokens[i]
		return k.Dep == "cop" || text.DepIs(k.Dep, "aux") && (k.Norm == "is" || k.Norm == "are" || k.Norm == "was" || k.Norm == "were")
	})
}

// imperative says whether a verb gives an order: a bare form that heads its
// sentence and has neither subject nor auxiliary.
func (s *standing) imperative(n int) bool {
	k := &s.text.Tokens[n]
	return k.XPOS == "VB" && k.Head < 0 && s.text.Child(n, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop") == text.None
}

// ahead says whether a verb stands in a future or an order.
func (s *standing) ahead(n int) bool {
	return n >= 0 && s.anyChild(n, func(i int) bool { return s.text.Tokens[i].XPOS == "MD" })
}

// predicate: "the risk is a clash".
func (s *standing) predicate(n int) {
	if subject := s.text.Child(n, "nsubj"); subject != text.None && s.text.Child(n, "cop") != text.None {
		if e, known := s.embedding(subject, 'o'); known && s.text.Tokens[subject].UPOS == text.NOUN {
			s.apply(e)
		}
	}
}

// qualifiers reads the determiner, adjectives and participles of a noun. What
// stands right before it counts even where the parser ties it to the noun
// behind: "attempted murder charges".
func (s *standing) qualifiers(n int) {
	if n > 0 && text.DepIs(s.text.Tokens[n].Dep, "compound") && s.text.Tokens[n-1].Head == s.text.Tokens[n].Head && text.DepIs(s.text.Tokens[n-1].Dep, "amod") {
		if e, known := s.embedding(n-1, 'm'); known {
			s.apply(e)
		}
	}
	for _, c := range s.text.Children(n) {
		k := &s.text.Tokens[c]
		switch {
		case k.Dep == "det" && (k.Norm == "any"):
			s.apply(effect(annals.Hypothetical))
		case text.DepIs(k.Dep, "amod") || text.DepIs(k.Dep, "compound"):
			if e, known := s.embedding(int(c), 'm'); known {
				s.apply(e)
			} else if e, _ = s.embedding(int(c), 'o'); k.XPOS == "VBG" && k.Dep == "compound" && e == effect(annals.Planned) { // "could be planning attacks"
				s.apply(e)
			}
		case k.Dep == "acl" && k.XPOS == "VBN" && s.told:
			e, _ := s.embedding(int(c), 'c') // "reports that they attacked, denied by the army"
			s.apply(e)
		case k.Dep == "acl" && k.XPOS == "VBN":
			if e, known := s.embedding(int(c), 'o'); known && e != keep && !s.carriedOut(int(c)) {
				s.apply(e)
			}
		}
	}
}

// carriedOut: "planned" alone leaves it open, "planned and carried out" does not.
func (s *standing) carriedOut(participle int) bool {
	return s.anyChild(participle, func(i int) bool {
		k := &s.text.Tokens[i]
		return k.Dep == "conj" && s.light[k.Lemma] == "actor"
	})
}
