package times

import (
	"fmt"
	"strings"
)

// A rule says what a run of items means. Patterns are read from rules.tsv; the
// notation is described there.
type rule struct {
	order    int // line of rules.tsv
	meaning  meaning
	argument string
	program  []step
	example  string
}

// step is one instruction of a pattern: take an item, or try to go on at either
// of two places.
type step struct {
	mask  mask
	words []uint16
	other int  // > 0: a fork; first the next step, then this one
	look  look // looks at an item without taking it
}

type look uint8

const (
	takes  look = iota
	behind      // the item before
	ahead       // the item after
	notAhead
	notBehind
)

// capture says that an item was taken as a member of a class.
type capture struct {
	class class
	item  int32
}

// maxCaptures is more than any pattern takes.
const maxCaptures = 24

// match is one way a rule fits.
type match struct {
	rule        *rule
	first, last int // items first ≤ i < last
	n           int
	captures    [maxCaptures]capture
}

// matcher runs rules over the items of one text.
type matcher struct {
	items []item
	try   match
	best  match
}

// longest is the longest fit of any rule at item i; of equals the earlier rule
// in the file. false when none fits.
func (m *matcher) longest(x *index, i int) bool {
	m.best.rule, m.best.last = nil, i
	it := &m.items[i]
	for _, r := range x.byWord(it) {
		m.from(r, i)
	}
	for rest := it.mask & x.starts; rest != 0; rest &= rest - 1 {
		for _, r := range x.byClass[lowest(rest)] {
			m.from(r, i)
		}
	}
	return m.best.rule != nil
}

func (m *matcher) from(r *rule, i int) {
	m.try.rule, m.try.first, m.try.n = r, i, 0
	m.run(r.program, 0, i)
}

func (m *matcher) run(program []step, pc, i int) {
	for ; pc < len(program); pc++ {
		st := &program[pc]
		switch {
		case st.other > 0:
			if st.other == pc+1 {
				continue
			}
			n := m.try.n
			m.run(program, pc+1, i)
			m.try.n = n
			pc = st.other - 1
			continue
		case st.look != takes:
			if !m.looks(st, i) {
				return
			}
			continue
		}
		if i >= len(m.items) || i > m.try.first && m.items[i].is(breaks) || !st.fits(&m.items[i]) {
			return
		}
		m.capture(st, i)
		i++
	}
	if i > m.best.last || i == m.best.last && m.best.rule != nil && m.try.rule.order < m.best.rule.order {
		m.try.last = i
		m.best = m.try
	}
}

func (m *matcher) looks(st *step, i int) bool {
	at := i
	if st.look == behind || st.look == notBehind {
		at = i - 1
	}
	fits := at >= 0 && at < len(m.items) && st.fits(&m.items[at])
	if at > 0 && at < len(m.items) && st.look != behind && st.look != notBehind && m.items[at].is(breaks) {
		fits = false
	}
	return fits == (st.look == behind || st.look == ahead)
}

func (st *step) fits(it *item) bool {
	if st.mask&it.mask != 0 {
		return true
	}
	if it.word != nil {
		for _, id := range st.words {
			if id == it.word.id {
				return true
			}
		}
	}
	return false
}

func (m *matcher) capture(st *step, i int) {
	for got := st.mask & m.items[i].mask; got != 0 && m.try.n < maxCaptures; got &= got - 1 {
		m.try.captures[m.try.n] = capture{lowest(got), int32(i)}
		m.try.n++
	}
}

// compile reads one pattern.
func compile(l lexicon, pattern string) ([]step, error) {
	var program []step
	var open []int
	for _, f := range strings.Fields(pattern) {
		optional := len(f) > 1 && strings.HasSuffix(f, "?") && f != "?"
		f = strings.TrimSuffix(f, "?")
		switch {
		case f == "(":
			open = append(open, len(program))
			program = append(program, step{})
			continue
		case f == ")":
			if len(open) == 0 {
				return nil, fmt.Errorf("a group ends that did not begin")
			}
			last := open[len(open)-1]
			open = open[:len(open)-1]
			program[last].other = last + 1
			if optional {
				program[last].other = len(program)
			}
			continue
		}
		if optional {
			program = append(program, step{other: len(program) + 2})
		}
		st, err := compileStep(l, f)
		if err != nil {
			return nil, err
		}
		program = append(program, st)
	}
	if len(open) > 0 || len(program) == 0 {
		return nil, fmt.Errorf("it is empty or a group does not end")
	}
	return program, nil
}

// compileStep reads one element: names of classes and words parted by "|", in
// <…> what must stand before or after, in <!…> what must not.
func compileStep(l lexicon, f string) (step, error) {
	var st step
	switch {
	case strings.HasPrefix(f, "<!"):
		st.look, f = notBehind, strings.TrimSuffix(f[2:], "<")
	case strings.HasPrefix(f, "<"):
		st.look, f = behind, strings.TrimSuffix(f[1:], "<")
	case strings.HasPrefix(f, ">!"):
		st.look, f = notAhead, strings.TrimSuffix(f[2:], ">")
	case strings.HasPrefix(f, ">"):
		st.look, f = ahead, strings.TrimSuffix(f[1:], ">")
	}
	for _, name := range strings.Split(f, "|") {
		if c, ok := parseClass(name); ok {
			st.mask |= 1 << c
			continue
		}
		if name == "" || name != strings.ToLower(name) {
			return st, fmt.Errorf("no class %q", name)
		}
		st.words = append(st.words, l.add(name).id)
	}
	return st, nil
}
