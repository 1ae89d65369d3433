package pattern

import (
	"slices"
	"strings"
	"unicode"
)

// builder turns the source of one pattern into steps.
type builder struct {
	scanner
	lists Lists
	rule  *Rule
}

// pattern reads a node and the relations that hang on it. It returns the step
// of the node.
func (b *builder) pattern(head step) error {
	at := len(b.rule.steps)
	if at >= MaxNodes {
		return b.fail("the rule has more than %d nodes: split it into two rules", MaxNodes)
	}
	b.rule.steps = append(b.rule.steps, head)
	if err := b.node(at); err != nil {
		return err
	}
	for {
		b.space()
		if b.at >= len(b.src) || b.peek() == ')' {
			b.rule.steps[at].end = len(b.rule.steps)
			return nil
		}
		if err := b.related(at); err != nil {
			return err
		}
	}
}

// related reads one relation and the node or group at its far end.
func (b *builder) related(from int) error {
	s := step{from: from}
	switch {
	case b.take('!'):
		s.need = absent
	case b.take('?'):
		s.need = optional
	}
	var ok bool
	if s.relation, ok = b.operator(); !ok {
		return b.fail("a relation such as >nsubj or <obj should stand here, not %q", string(b.peek()))
	}
	if deps := b.until(" \t\r\n&~({"); deps != "" {
		s.deps = strings.Split(deps, "|")
	}
	if err := b.checkDeps(&s); err != nil {
		return err
	}
	b.space()
	if b.take('(') {
		b.space()
		if err := b.pattern(s); err != nil {
			return err
		}
		if !b.take(')') {
			return b.fail("a group is open: close it with )")
		}
		return nil
	}
	return b.single(s)
}

// checkDeps reads the & and ~ after a relation and says whether it may have what
// it has.
func (b *builder) checkDeps(s *step) error {
	s.conjuncts, s.shared = b.take('&'), b.take('~')
	syntactic := s.relation <= ancestor
	if !syntactic && (s.deps != nil || s.conjuncts || s.shared) {
		return b.fail("a relation of order takes no dependency name: write it before { alone")
	}
	if s.conjuncts && s.relation != child && s.relation != governor {
		return b.fail("& goes with > and < only")
	}
	if s.shared && (s.relation != child || !slices.ContainsFunc(s.deps, subject)) {
		return b.fail("~ goes with > and a relation of subjects only, as in >nsubj~")
	}
	for _, d := range s.deps {
		if d == "" || strings.ContainsFunc(d, func(r rune) bool { return r != ':' && r != '_' && !unicode.IsLower(r) }) {
			return b.fail("%q is no dependency name: names are lower case, as in nsubj:pass|obl", d)
		}
	}
	return nil
}

// single reads a node without a group: what follows hangs on the node before.
func (b *builder) single(s step) error {
	at := len(b.rule.steps)
	if at >= MaxNodes {
		return b.fail("the rule has more than %d nodes: split it into two rules", MaxNodes)
	}
	s.end = at + 1
	b.rule.steps = append(b.rule.steps, s)
	return b.node(at)
}

// node reads {tests}=capture into step at.
func (b *builder) node(at int) error {
	b.space()
	if !b.take('{') {
		return b.fail("a node such as {lemma:say} should stand here, not %q", string(b.peek()))
	}
	for {
		b.space()
		if b.take('}') {
			break
		}
		if b.at >= len(b.src) {
			return b.fail("a node is open: close it with }")
		}
		t, err := b.test()
		if err != nil {
			return err
		}
		b.rule.steps[at].tests = append(b.rule.steps[at].tests, t)
	}
	if !b.take('=') {
		return nil
	}
	name := b.until(" \t\r\n)(>{<.,$!?=}")
	if name == "" {
		return b.fail("= wants the name of a capture after it")
	}
	for i := at; i > 0; i = b.rule.steps[i].from {
		if b.rule.steps[i].need == absent {
			return b.fail("%q is captured where nothing may stand: drop the capture or the !", name)
		}
	}
	b.rule.Captures = append(b.rule.Captures, name)
	b.rule.slots = append(b.rule.slots, at)
	return nil
}

// test reads one condition: field:value|value, !field:value or mention.
func (b *builder) test() (test, error) {
	t := test{not: b.take('!')}
	word := b.until(" \t\r\n{}")
	name, values, ok := strings.Cut(word, ":")
	if !ok && word == "mention" {
		t.field = kindField
		return t, nil
	}
	f, known := fieldNames[name]
	if !ok || !known || values == "" {
		return t, b.fail("%q is no test: write lemma: norm: upos: xpos: dep: kind: form: or feat: and its values, or mention", word)
	}
	t.field, t.values = f, map[string]bool{}
	for _, v := range strings.Split(values, "|") {
		if list, isList := strings.CutPrefix(v, "@"); isList {
			words, found := b.lists[list]
			if !found {
				return t, b.fail("there is no list %q: write  list %s = word word  above the rule", list, list)
			}
			for _, w := range words {
				t.values[w] = true
			}
			continue
		}
		if v == "" {
			return t, b.fail("%q has an empty value: remove the extra |", word)
		}
		t.values[v] = true
	}
	return t, nil
}
