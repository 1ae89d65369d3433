package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// foretold: "the force that makes the arrest will hand them over" tells of no
// arrest that was made.
func (s *standing) foretold(n, h int) bool {
	if x := s.text.Tokens[n].XPOS; x != "VBZ" && x != "VBP" {
		return false
	}
	for up := 0; h >= 0 && up < climb; h, up = s.text.Tokens[h].Head, up+1 {
		if s.text.Tokens[h].UPOS == text.VERB {
			return s.ahead(h)
		}
	}
	return false
}

// coordinate goes on to the first of coordinated words: what governs that one
// governs this one; what stands at that one alone does not.
func (s *standing) coordinate(n, h int) int {
	if x := s.text.Child(h, "xcomp"); x != text.None && x < n && s.text.Tokens[n].Norm == s.text.Tokens[n].Lemma && s.infinitive(x) &&
		s.text.Child(n, "nsubj", "aux") == text.None && s.text.Tokens[h].XPOS != "VB" {
		return s.complement(x, h) // "seeking to target the airport and attack": the parser ties the second to the first verb
	}
	own := s.text.Child(n, "nsubj", "aux", "mark") != text.None && !(s.infinitive(n) && s.infinitive(h)) ||
		s.text.Tokens[n].XPOS == "VBD" && s.text.Tokens[h].XPOS == "VB"
	if !own && s.text.Tokens[n].UPOS == s.text.Tokens[h].UPOS {
		s.shared = true
		return h
	}
	if s.supposed(h) && s.status == annals.Happened { // "if prices rise and unrest follows"
		s.apply(effect(annals.Hypothetical))
		return text.None
	}
	if s.infinitive(n) && s.status == annals.Happened { // "used to lift cargo or to attack a city"
		return s.adverbial(n, h)
	}
	k := &s.text.Tokens[h]
	if own && k.Dep == "ccomp" && k.Head >= 0 {
		return s.complement(h, k.Head)
	}
	return text.None
}

// complement: "planned to attack", "denied that they attacked".
func (s *standing) complement(n, h int) int {
	e, known := s.embedding(h, 'c')
	clause := text.DepIs(s.text.Tokens[n].Dep, "ccomp")
	if !known && !clause && s.infinitive(n) && s.text.Tokens[h].UPOS != text.AUX && s.status == annals.Happened {
		e = effect(annals.Planned)
	}
	if e == implied && !s.infinitive(n) { // "had trouble reaching them"
		e = keep
	}
	if e == implied && s.text.Tokens[h].UPOS == text.VERB && s.negated(h) { // "did not have to attack" leaves it open
		s.apply(effect(annals.Hypothetical))
		return text.None
	}
	e = s.asTold(e, h)
	switch {
	case clause && e == effect(annals.Planned) && !s.infinitive(n) && s.asserted(n): // "they determined that it was stolen"
		e = keep
	case e == keep && s.infinitive(n) && s.text.Tokens[h].Lemma == "be": // "they are to be released"
		e = effect(annals.Planned)
	}
	if s.undenied(e, h) {
		return text.None
	}
	s.apply(e)
	if included[s.text.Tokens[h].Lemma] {
		return s.held(h)
	}
	s.firm = s.firm || known && e == effect(annals.Planned)
	if clause && e == keep { // speech and thought: only their denial matters
		if s.negated(h) && s.status == annals.Happened {
			s.apply(effect(annals.Denied))
		}
		return text.None
	}
	return h
}

// adverbial: purpose is planned, a participle shares the fate of its clause.
func (s *standing) adverbial(n, h int) int {
	k := &s.text.Tokens[n]
	switch {
	case s.infinitive(n):
		if o := s.text.Child(h, "obj", "nsubj:pass"); o != text.None { // "foiled an attempt by rebels to kidnap"
			if e, known := s.embedding(o, 'c'); known && s.text.Tokens[o].UPOS == text.NOUN {
				s.apply(e)
				return o
			}
		}
		if e, known := s.embedding(h, 'c'); known && e != keep {
			s.apply(s.asTold(e, h))
			return h
		}
		if s.status == annals.Happened {
			s.apply(effect(annals.Planned))
		}
	case s.marked(n, "before") && !s.ahead(n): // "was defused before it exploded"
		if e, known := s.embedding(h, 'b'); known && s.status == annals.Happened {
			s.apply(e)
		}
	case s.soThat(n):
		s.status = annals.Planned
	case k.XPOS == "VBG" && n == h+1: // "missed hitting"
		e, _ := s.embedding(h, 'c')
		s.apply(s.asTold(e, h))
		return h
	case k.XPOS == "VBG" && s.text.Child(n, "mark", "case", "nsubj") == text.None && s.describes(n, h):
	case k.XPOS == "VBG" && s.text.Child(n, "mark", "case", "nsubj") == text.None:
		if s.status == annals.Happened {
			return h
		}
	case s.gerund(n) && s.marked(n, "by"): // how it is done: "to strike by burning lorries"; put first it tells of what was done before
		if n > h && !s.tried(h) {
			return h
		}
	case s.gerund(n) && s.marked(n, "from"): // "stopped them from seizing"
		e, _ := s.embedding(h, 'c')
		s.apply(s.asTold(e, h))
		return h
	case s.gerund(n) && s.marked(n, "on"): // "agreed on creating"
		e, _ := s.embedding(h, 'c')
		s.apply(s.asTold(e, h))
		return h
	case s.gerund(n) && !aside[s.preposition(n)]:
		if e, known := s.embedding(h, 'o'); known {
			s.apply(s.asTold(e, h))
			return h
		}
		if s.infinitive(h) && (s.marked(n, "of") || s.marked(n, "in")) {
			return h
		}
	}
	return text.None
}

// supposed says whether a clause is a condition.
func (s *standing) supposed(clause int) bool {
	return s.marked(clause, "if") || s.marked(clause, "unless")
}

// soThat: "so he could kill her" is a purpose.
func (s *standing) soThat(n int) bool {
	so, can := false, false
	for _, c := range s.text.Children(n) {
		k := &s.text.Tokens[c]
		so = so || k.Norm == "so" && (k.Dep == "mark" || k.Dep == "advmod")
		can = can || k.XPOS == "MD"
	}
	return so && can
}

// gerund says whether a verb is one: "killing", "being killed".
func (s *standing) gerund(n int) bool {
	return s.text.Tokens[n].XPOS == "VBG" || s.anyChild(n, func(i int) bool { return s.text.Tokens[i].Norm == "being" })
}

// ofNounClause: "an attempt to kill", "the danger of being shot", "threats that
// they will attack".
func (s *standing) ofNounClause(n, h int) int {
	switch {
	case s.infinitive(n) && s.ranked(n, h):
	case s.hitFirst(n, h):
		s.apply(effect(annals.Planned))
	case s.infinitive(n):
		e, known := s.embedding(h, 'c')
		if !known && s.status == annals.Happened {
			e = effect(annals.Planned)
		}
		s.apply(e)
		s.firm = s.firm || e == effect(annals.Planned)
		return h
	case s.text.Child(n, "nsubj") != text.None && s.text.Child(n, "mark", "aux") != text.None:
		if e, known := s.embedding(h, 'c'); known {
			s.apply(e)
			s.told = s.told || e == keep
			return h
		}
	case s.gerund(n) && s.text.Child(n, "mark", "case") == text.None: // "the prospect of players boycotting"
		if up := s.text.Tokens[h].Head; up >= 0 && s.preposition(h) == "of" {
			if e, known := s.embedding(up, 'o'); known && e != keep && s.text.Tokens[up].UPOS == text.NOUN {
				s.apply(e)
				return up
			}
		}
	case s.gerund(n):
		e, known := s.embedding(h, 'o')
		if !known && s.marked(n, "for") { // "maps for carrying out"
			e, known = s.embedding(h, 'f')
		}
		if known {
			s.apply(e)
			return h
		}
	}
	return text.None
}

// hitFirst: of "an airstrike against a car bomb targeting the airport" only the
// first took place.
func (s *standing) hitFirst(n, h int) bool {
	return s.text.Tokens[n].XPOS == "VBG" && s.class(h)&(explosive|vehicle) != 0 && s.preposition(h) == "against"
}

// asTold is an effect as the tense of its word makes it: prevented in the past is
// foiled, "had to" is done.
func (s *standing) asTold(e effect, h int) effect {
	switch {
	case e == prevent && s.done(h):
		return foil
	case e == implied && s.past(h):
		return keep
	case e == implied:
		return effect(annals.Hypothetical)
	}
	return e
}

// describes says whether a participle tells more of the object it stands right
// behind, and not how the verb is done: "to hit the men firing on them".
func (s *standing) describes(participle, verb int) bool {
	o := s.text.Child(verb, "obj")
	if o == text.None || participle == 0 || s.text.Tokens[participle-1].UPOS == text.PUNCT {
		return false
	}
	return o == participle-1
}

// tried says whether a verb is what somebody tried: by what means it was tried was done.
func (s *standing) tried(verb int) bool {
	h := s.text.Tokens[verb].Head
	if h < 0 {
		return false
	}
	e, known := s.embedding(h, 'c')
	return known && (e == effect(annals.Attempted) || e == failed)
}

// marked says whether a word introduces a clause or phrase.
func (s *standing) marked(n int, word string) bool {
	return s.anyChild(n, func(i int) bool {
		d := s.text.Tokens[i].Dep
		return (d == "mark" || d == "case") && s.text.Tokens[i].Norm == word
	})
}

// ranked: "one of four groups to sue", "the first to attack" tell who did it.
func (s *standing) ranked(n, noun int) bool {
	if _, known := s.embedding(noun, 'c'); known {
		return false
	}
	if h := s.text.Tokens[noun].Head; h >= 0 && s.text.Tokens[h].Norm == "one" && s.preposition(noun) == "of" {
		return true
	}
	return s.anyChild(noun, func(i int) bool {
		switch s.text.Tokens[i].Norm {
		case "first", "second", "third", "last", "latest", "only":
			return true
		}
		return false
	})
}

// past says whether a verb or an adjective with "be" is told as past or perfect, by
// no modal.
func (s *standing) past(n int) bool {
	if s.ahead(n) || s.infinitive(n) {
		return false
	}
	x := s.text.Tokens[n].XPOS
	if x == "VBD" || s.participleOf(n, "have") {
		return true
	}
	return s.anyChild(n, func(i int) bool {
		k := &s.text.Tokens[i]
		return (k.Dep == "cop" || text.DepIs(k.Dep, "aux")) && (k.XPOS == "VBD" || k.Norm == "have" || k.Norm == "has")
	})
}
