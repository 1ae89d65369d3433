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
	assumed effect = "real"    // takes it for granted: what is said of that changes nothing
	implied effect = "implied" // told in the past it was done ("had to leave"), else it is open
)

// embedder is one line of status.tsv.
type embedder struct {
	pos    string // v n a r
	how    string // letters: c clause, o object or phrase, i object that is new, b clause with "before", f phrase with "for", s subject, m modifier
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
	granted  bool // a word takes it for granted: what governs that word changes nothing
	told     bool // it stands in what is claimed: "charges that they attacked"
	shared   bool // the next node is the first of coordinated nouns: its adjectives are its own
}

// highest is how many governors are asked.
const highest = 8

// statusOf says whether the event at token i is told as having happened.
func (r *reading) statusOf(i int) annals.Status {
	s := &standing{reading: r, status: annals.Happened}
	for n, step := i, 0; n >= 0 && step < highest && !s.granted; step++ {
		n = s.step(n)
	}
	s.doubt(i)
	return s.status
}

// apply combines what a governor says with what is known of the event below.
func (s *standing) apply(e effect) {
	switch e {
	case keep:
	case assumed:
		s.definite, s.granted = true, true
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
	case d == "acl" || d == "acl:to" || k.UPOS == text.VERB && (d == "nmod" || d == "obl") && s.text.Tokens[h].UPOS == text.NOUN && s.infinitive(n):
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
	case d == "appos" && k.UPOS == text.NOUN && s.eventNoun(h):
		return h
	case d == "compound" || d == "nmod:of" || d == "nmod" || d == "amod":
		return s.modifier(n, h, d)
	}
	return text.None
}
