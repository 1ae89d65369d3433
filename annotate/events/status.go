package events

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// effect is what a word does to the standing of the event below it.
type effect string

const (
	keep    effect = "keep"    // says nothing about it
	foil    effect = "foil"    // it was tried and stopped
	failed  effect = "failed"  // it was tried in vain
	prevent effect = "prevent" // it is a danger; where the preventing failed it happened
)

// embedder is one line of status.tsv.
type embedder struct {
	pos    string // v n a r
	how    string // letters: c clause, o object or phrase, s subject, m modifier
	effect effect
}

func (l *lexicon) loadStatus() error {
	return rows("status.tsv", 4, func(_ int, c []string) error {
		l.status[c[0]] = append(l.status[c[0]], embedder{c[1], c[2], effect(c[3])})
		return nil
	})
}

// embedding looks a governor up: what it does to an event hanging from it as how.
func (r *reading) embedding(i int, how byte) (effect, bool) {
	k := &r.text.Tokens[i]
	pos := "n"
	switch k.UPOS {
	case text.VERB, text.AUX:
		pos = "v"
	case text.ADJ:
		pos = "a"
	}
	for _, word := range [2]string{k.Lemma, k.Norm} {
		for _, e := range r.status[word] {
			if (e.pos == pos || e.pos == "a" && pos == "v" && k.XPOS == "VBN") && strings.IndexByte(e.how, how) >= 0 {
				return e.effect, true
			}
		}
	}
	return keep, false
}

// standing follows an event up through what governs it.
type standing struct {
	*reading
	status   annals.Status
	danger   bool // under a word of preventing: not preventing it is having it happen
	firm     bool // planned by a word of planning, not by a future tense: fear does not change it
	definite bool // the text takes it for granted: "could have carried out this attack"
	settled  bool // not to be able to prevent it is not to have it happen
	shared   bool // the next node is the first of coordinated nouns: its adjectives are its own
}

// highest is how many governors are asked.
const highest = 8

// statusOf says whether the event at token i is told as having happened.
func (r *reading) statusOf(i int) annals.Status {
	s := &standing{reading: r, status: annals.Happened}
	for n, step := i, 0; n >= 0 && step < highest; step++ {
		n = s.step(n)
	}
	s.doubt(i)
	return s.status
}

// apply combines what a governor says with what is known of the event below.
func (s *standing) apply(e effect) {
	switch e {
	case keep:
	case foil:
		if s.status != annals.Denied {
			s.status = annals.Attempted
		}
	case prevent:
		s.danger = true
		if s.status != annals.Denied {
			s.status = annals.Feared
		}
	case failed:
		if s.danger {
			s.status, s.danger = annals.Happened, false
			return
		}
		s.apply(effect(annals.Attempted))
	case effect(annals.Attempted):
		if s.status == annals.Happened {
			s.status = annals.Attempted
		}
	case effect(annals.Denied):
		if !s.danger && !s.settled { // "lack of a strategy to prevent it" denies the strategy
			s.status = annals.Denied
		}
	case effect(annals.Planned):
		if s.status != annals.Denied && s.status != annals.Hypothetical && !s.danger {
			s.status = annals.Planned
		}
	case effect(annals.Feared):
		if s.status != annals.Denied && !(s.status == annals.Planned && s.firm) {
			s.status = annals.Feared
		}
	case effect(annals.Hypothetical):
		if !s.danger {
			s.status = annals.Hypothetical
		}
	}
}

// step reads what stands at node n, then finds the governor to go on with; None
// ends the climb.
func (s *standing) step(n int) int {
	k := &s.text.Tokens[n]
	s.local(n)
	s.shared = false
	h := k.Head
	if h < 0 {
		return text.None
	}
	switch d := k.Dep; {
	case d == "conj":
		return s.coordinate(n, h)
	case d == "xcomp" || text.DepIs(d, "ccomp") || text.DepIs(d, "csubj"):
		return s.complement(n, h)
	case d == "advcl":
		return s.adverbial(n, h)
	case d == "acl" || d == "acl:to":
		return s.ofNounClause(n, h)
	case d == "acl:relcl":
		if s.foretold(n, h) {
			s.apply(effect(annals.Hypothetical))
			return text.None
		}
		if _, known := s.embedding(h, 'c'); s.infinitive(n) || known && s.text.Child(n, "nsubj") != text.None {
			return s.ofNounClause(n, h)
		}
	case d == "obj" || text.DepIs(d, "nsubj") || text.DepIs(d, "obl"):
		if d == "obl:agent" || k.UPOS == text.VERB {
			return text.None
		}
		return s.participant(n, h, d)
	case d == "compound" || d == "nmod:of" || d == "nmod" || d == "amod":
		return s.modifier(n, h, d)
	}
	return text.None
}

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
	own := s.text.Child(n, "nsubj", "aux", "mark") != text.None || s.text.Tokens[n].XPOS == "VBD" && s.text.Tokens[h].XPOS == "VB"
	if !own && s.text.Tokens[n].UPOS == s.text.Tokens[h].UPOS {
		s.shared = s.text.Tokens[n].UPOS != text.VERB
		return h
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
	if e == prevent && s.done(h) {
		e = foil
	}
	s.apply(e)
	s.firm = s.firm || known && e == effect(annals.Planned)
	if clause && e == keep { // speech and thought: only their denial matters
		if s.negated(h) {
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
			s.apply(e)
			return h
		}
		if s.status == annals.Happened {
			s.apply(effect(annals.Planned))
		}
	case s.soThat(n):
		s.status = annals.Planned
	case k.XPOS == "VBG" && s.text.Child(n, "mark", "case", "nsubj") == text.None:
		if s.status == annals.Happened {
			return h
		}
	case s.gerund(n):
		if e, known := s.embedding(h, 'o'); known {
			if e == prevent && s.done(h) {
				e = foil
			}
			s.apply(e)
			return h
		}
	}
	return text.None
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
			return h
		}
	case s.gerund(n) && s.text.Child(n, "mark", "case") != text.None:
		if e, known := s.embedding(h, 'o'); known {
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

// participant: the event noun is subject, object or phrase of a verb.
func (s *standing) participant(n, h int, dep string) int {
	how := byte('o')
	if text.DepIs(dep, "nsubj") && !s.passive(h) {
		how = 's'
	}
	e, known := s.embedding(h, how)
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
		if e == prevent && s.done(h) {
			e = foil
		}
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
		if owner := s.subject(h, 0); owner != text.None {
			if e, known := s.embedding(owner, 'c'); known && s.text.Tokens[owner].UPOS == text.NOUN {
				s.apply(e)
			}
			return text.None
		}
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

// included are verbs that say what a plan holds.
var included = map[string]bool{"include": true, "involve": true, "comprise": true, "contain": true, "envisage": true}

// modifier: "assassination attempt", "the threat of attacks".
func (s *standing) modifier(n, h int, dep string) int {
	if s.text.Tokens[n].UPOS == text.VERB {
		return text.None
	}
	if e, known := s.embedding(h, 'o'); known {
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

// local reads the words that stand at a node: negation, modals, conjunctions,
// determiners, adjectives.
func (s *standing) local(n int) {
	k := &s.text.Tokens[n]
	verbal := k.UPOS == text.VERB || k.UPOS == text.AUX || k.UPOS == text.ADJ
	if verbal {
		s.modal(n)
	} else {
		if !s.shared {
			s.qualifiers(n)
		}
		s.predicate(n)
	}
	if s.danger && s.negated(n) && s.anyChild(n, func(i int) bool { w := s.text.Tokens[i].Norm; return w == "did" || w == "could" || w == "had" }) {
		s.status, s.danger = annals.Happened, false // "did not prevent"
	} else if s.negated(n) && !(s.definite && s.status == annals.Happened && verbal) {
		s.apply(effect(annals.Denied))
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
			}
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
