package pattern

import (
	"strings"

	"github.com/annals-project/annals/text"
)

// Set is compiled rules, found by the word their first node asks for. It is
// not changed after it is made and may be shared between goroutines.
type Set struct {
	Rules []*Rule

	byLemma map[string][]int32
	byNorm  map[string][]int32
	other   []int32 // rules whose first node names no word
}

// newSet builds the index. A rule whose first node gives lemmas is tried only
// at words of those lemmas, likewise norms; any other at every word.
func newSet(rules []*Rule) *Set {
	s := &Set{Rules: rules, byLemma: map[string][]int32{}, byNorm: map[string][]int32{}}
	for i, r := range rules {
		into, values := s.indexOf(r)
		if into == nil {
			s.other = append(s.other, int32(i))
		}
		for v := range values {
			into[v] = append(into[v], int32(i))
		}
	}
	return s
}

func (s *Set) indexOf(r *Rule) (map[string][]int32, map[string]bool) {
	for _, t := range r.steps[0].tests {
		switch {
		case t.not:
		case t.field == lemmaField:
			return s.byLemma, t.values
		case t.field == normField:
			return s.byNorm, t.values
		}
	}
	return nil, nil
}

// Match is one way a rule fits. It is valid only while the function it was
// given to runs.
type Match struct {
	Rule  *Rule
	bound [MaxNodes]int
}

// Token is the word a capture stands for, text.None when it was optional and is
// not there or the rule has no such capture.
func (m *Match) Token(capture string) int {
	for i, name := range m.Rule.Captures {
		if name == capture {
			if at := m.bound[m.Rule.slots[i]]; at != text.None {
				return at
			}
		}
	}
	return text.None
}

// Anchor is the word the match starts from.
func (m *Match) Anchor() int { return m.bound[0] }

// Match calls found for every way a rule fits somewhere in the report.
func (s *Set) Match(v *View, found func(*Match)) { s.MatchRange(v, 0, len(v.Text.Tokens), found) }

// MatchRange is Match for matches anchored at tokens first ≤ i < last.
func (s *Set) MatchRange(v *View, first, last int, found func(*Match)) {
	m := matcher{view: v, found: found}
	for i := first; i < last; i++ {
		t := &v.Text.Tokens[i]
		s.try(&m, s.byLemma[t.Lemma], i)
		s.try(&m, s.byNorm[t.Norm], i)
		s.try(&m, s.other, i)
	}
}

func (s *Set) try(m *matcher, rules []int32, at int) {
	for _, r := range rules {
		m.Rule = s.Rules[r]
		if m.fits(&m.Rule.steps[0], at) {
			m.bound[0], m.tried = at, 0
			m.run(1, len(m.Rule.steps), true)
		}
	}
}

// matcher holds the state of matching one view; candidates is a stack that the
// recursion shares, so that a miss costs no memory.
type matcher struct {
	Match
	view       *View
	found      func(*Match)
	candidates []int
	tried      int // candidates tried from this anchor
}

// maxTried ends the search from one anchor: rules for prose stay far below it,
// and a rule of many free nodes cannot hold up a report.
const maxTried = 20000

// run binds steps i ≤ s < end in every way they fit. With report the match is
// given away each time, else run stops at the first and says so.
func (m *matcher) run(i, end int, report bool) bool {
	if i == end {
		if report {
			m.found(&m.Match)
		}
		return true
	}
	s := &m.Rule.steps[i]
	if s.need != required && !m.exists(i, s.end) {
		for j := i; j < s.end; j++ {
			m.bound[j] = text.None
		}
		return m.run(s.end, end, report)
	}
	if s.need == absent {
		return false
	}
	return m.each(i, end, report)
}

// exists says whether the subtree of step i, which ends before step end, fits.
func (m *matcher) exists(i, end int) bool { return m.each(i, end, false) }

// each tries the candidates of step i and goes on with the steps after it.
func (m *matcher) each(i, end int, report bool) bool {
	s := &m.Rule.steps[i]
	start := len(m.candidates)
	m.reach(s, m.bound[s.from])
	stop := len(m.candidates)
	matched := false
	for k := start; k < stop; k++ {
		at := m.candidates[k]
		if m.tried++; m.tried > maxTried {
			break
		}
		if !m.fits(s, at) || m.isBound(i, at) {
			continue
		}
		m.bound[i] = at
		if m.run(i+1, end, report) {
			matched = true
			if !report {
				break
			}
		}
	}
	m.candidates = m.candidates[:start]
	return matched
}

// isBound says that a step before i has taken the word: two nodes are two words.
func (m *matcher) isBound(i, at int) bool {
	for j := range i {
		if m.bound[j] == at {
			return true
		}
	}
	return false
}

// fits says whether the word passes all tests of the step.
func (m *matcher) fits(s *step, at int) bool {
	for k := range s.tests {
		if m.passes(&s.tests[k], at) == s.tests[k].not {
			return false
		}
	}
	return true
}

func (m *matcher) passes(t *test, at int) bool {
	token := &m.view.Text.Tokens[at]
	switch t.field {
	case lemmaField:
		return t.values[token.Lemma]
	case normField:
		return t.values[token.Norm]
	case uposField:
		return t.values[token.UPOS.String()]
	case xposField:
		return t.values[token.XPOS]
	case depField:
		return t.values[token.Dep] || t.values[bare(token.Dep)]
	case featField:
		return hasFeature(token.Feats, t.values)
	}
	ref := m.view.Mention(at)
	if ref == 0 {
		return false
	}
	mention := &m.view.Mentions[ref-1]
	if t.field == formField {
		return t.values[string(mention.Form)]
	}
	return t.values == nil || t.values[string(m.view.Kind(ref))]
}

// bare is a dependency without its subtype.
func bare(dep string) string {
	if i := strings.IndexByte(dep, ':'); i > 0 {
		return dep[:i]
	}
	return dep
}

func hasFeature(feats string, wanted map[string]bool) bool {
	for feats != "" {
		var f string
		f, feats, _ = strings.Cut(feats, "|")
		if wanted[f] {
			return true
		}
	}
	return false
}
