package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// participant: the event noun is subject, object or phrase of a verb.
func (s *standing) participant(n, h int, dep string) int {
	how := byte('o')
	if text.DepIs(dep, "nsubj") && !s.passive(h) {
		how = 's'
	}
	if s.ofLaw(h) && !s.definite && s.indefinite(n) {
		s.apply(effect(annals.Hypothetical))
		return text.None
	}
	p := ""
	if text.DepIs(dep, "obl") {
		if p = s.preposition(n); aside[p] {
			return text.None
		}
	}
	if p == "as" && s.indefinite(n) { // "will close their shops as a protest"
		return h
	}
	e, known := s.embedding(h, how)
	if !known && p == "for" {
		if e, known = s.embedding(h, 'f'); !known {
			e, known = s.announced(h)
		}
	}
	if !known && how == 'o' && s.indefinite(n) {
		e, known = s.embedding(h, 'i')
	}
	if !known && dep == "obj" {
		e, known = s.jointly(h, n)
	}
	if !known && s.told && (dep == "obj" || how == 'o') { // "denied charges that"
		e, known = s.embedding(h, 'c')
	}
	if !known && how == 'o' && text.DepIs(dep, "nsubj") {
		e, known = s.embedding(h, 's')
	}
	if !known && how == 's' && s.text.Tokens[h].UPOS != text.VERB {
		if e, known = s.embedding(h, 'm'); !known {
			e, known = s.embedding(h, 's')
		}
	}
	s.definite = s.definite || !s.indefinite(n)
	if known {
		if s.undenied(e, h) {
			return text.None
		}
		e = s.asTold(e, h)
		_, isLight := s.light[s.text.Tokens[h].Lemma]
		if s.definite && (e == keep && !isLight || e == effect(annals.Feared)) {
			return text.None
		}
		s.apply(e)
		return h
	}
	if included[s.text.Tokens[h].Lemma] && how == 'o' { // "the plan includes the murder of"
		s.definite = false
		s.modal(h)
		return s.held(h)
	}
	if kind, isLight := s.light[s.text.Tokens[h].Lemma]; isLight && !text.DepIs(dep, "obl") && (how == 'o' || kind == "none") {
		return h
	}
	if s.indefinite(n) && !text.DepIs(dep, "obl") {
		s.modal(h)
		if s.negated(h) && how == 'o' {
			s.apply(effect(annals.Denied))
		}
	}
	return text.None
}

// held goes on from a verb that says what a plan holds to that plan.
func (s *standing) held(verb int) int {
	owner := s.subject(verb, 0)
	if owner == text.None || s.text.Tokens[owner].UPOS != text.NOUN {
		return text.None
	}
	e, known := s.embedding(owner, 'c')
	if !known {
		return text.None
	}
	s.apply(e)
	return owner
}

// undenied says whether what a word denies is left open by a denial of that word:
// "did not rule out an attack".
func (s *standing) undenied(e effect, h int) bool {
	if e != effect(annals.Denied) || !s.negated(h) {
		return false
	}
	s.apply(effect(annals.Hypothetical))
	return true
}

// jointly is the effect of a verb that shares its object with the one before:
// "condemned and prohibited torture".
func (s *standing) jointly(verb, object int) (effect, bool) {
	for _, c := range s.text.Children(verb) {
		if s.text.Tokens[c].Dep == "conj" && int(c) < object && s.text.Child(int(c), "obj") == text.None {
			return s.embedding(int(c), 'o')
		}
	}
	return keep, false
}

// laws say what may be done, of no one occasion.
var laws = map[string]bool{"law": true, "legislation": true, "statute": true, "bill": true, "constitution": true, "code": true, "convention": true, "treaty": true}

func (s *standing) ofLaw(verb int) bool {
	subject := s.text.Child(verb, "nsubj")
	return subject != text.None && laws[s.text.Tokens[s.relative(subject, verb)].Lemma]
}

// announced is the effect of the noun that a verb issues: "a warrant was issued
// for the arrest of".
func (s *standing) announced(verb int) (effect, bool) {
	for _, c := range s.text.Children(verb) {
		if d := s.text.Tokens[c].Dep; (d == "obj" || text.DepIs(d, "nsubj:pass")) && s.text.Tokens[c].UPOS == text.NOUN {
			if e, known := s.embedding(int(c), 'o'); known {
				return e, true
			}
			return s.embedding(int(c), 'f')
		}
	}
	return keep, false
}

// aside are prepositions that only set what they govern beside the rest: "threats
// after the attack" threatens no attack.
var aside = map[string]bool{"after": true, "before": true, "following": true, "since": true, "during": true, "despite": true, "amid": true}

// included are verbs that say what a plan holds.
var included = map[string]bool{"include": true, "involve": true, "comprise": true, "contain": true, "envisage": true}

// modifier: "assassination attempt", "the threat of attacks".
func (s *standing) modifier(n, h int, dep string) int {
	if s.text.Tokens[n].UPOS == text.VERB {
		return text.None
	}
	p := s.preposition(n)
	if aside[p] {
		return text.None
	}
	e, known := s.embedding(h, 'o')
	if !known && p == "for" {
		e, known = s.embedding(h, 'f')
	}
	if known {
		s.apply(e)
		return h
	}
	if dep == "compound" {
		if e, known := s.embedding(h, 'c'); known {
			s.apply(e)
			return h
		}
	}
	return text.None
}
