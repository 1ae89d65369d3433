package times

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

func read(t testing.TB, source, published string) []annals.Time {
	t.Helper()
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc := &annals.Document{Text: source}
	if published != "" {
		doc.Published = &annals.Published{EDTF: published}
	}
	d := &annotate.Document{Doc: doc, Text: &text.Text{Source: source}}
	c.Annotate(d)
	return d.Times
}

// TestExamples checks that each rule fits the example beside it.
func TestExamples(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range c.grammar.rules {
		before, rest, marked := strings.Cut(rule.example, "[")
		inner, after, closed := strings.Cut(rest, "]")
		if !marked || !closed {
			t.Errorf("rules.tsv line %d: the example %q has no brackets", rule.order, rule.example)
			continue
		}
		s := scanner{text: before + inner + after, words: c.grammar.words, marks: &c.grammar.marks}
		s.scan()
		m := matcher{items: mergeNumbers(s.items)}
		i := 0
		for i < len(m.items) && m.items[i].start < len(before) {
			i++
		}
		m.best.rule, m.best.last = nil, i
		m.from(rule, i)
		if m.best.rule == nil || m.items[m.best.last-1].end != len(before)+len(inner) {
			t.Errorf("rules.tsv line %d: the pattern does not fit %q", rule.order, rule.example)
		}
	}
}
