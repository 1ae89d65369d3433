package times

import (
	"strings"

	"github.com/annals-project/annals"
)

// counts are the sums TempEval-3 scores are made of.
type counts struct {
	gold, found    int
	strict         int // same extent
	relaxed        int // overlap, one to one
	value, kind    int // of the relaxed matches, those with the same value or type
	strictAndValue int
}

func (c *counts) add(o counts) {
	c.gold += o.gold
	c.found += o.found
	c.strict += o.strict
	c.relaxed += o.relaxed
	c.value += o.value
	c.kind += o.kind
	c.strictAndValue += o.strictAndValue
}

// prf is precision, recall and F1 in percent.
func prf(right, found, gold int) (p, r, f float64) {
	if found > 0 {
		p = 100 * float64(right) / float64(found)
	}
	if gold > 0 {
		r = 100 * float64(right) / float64(gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// miss is one difference between gold and found; a side that is absent is nil.
type miss struct {
	doc   string
	gold  *gold
	found *annals.Time
}

// innermost leaves out Times that span other Times: a range is written over its
// ends, and TimeML annotates the ends.
func innermost(times []annals.Time) []annals.Time {
	var out []annals.Time
	for i, t := range times {
		outer := false
		for j, o := range times {
			outer = outer || i != j && t.Contains(o.Span) && t.Len() > o.Len()
		}
		if !outer {
			out = append(out, t)
		}
	}
	return out
}

// score pairs gold and found times one to one, equal extents first, then in the
// order of the text.
func score(d document, times []annals.Time) (c counts, misses []miss) {
	times = innermost(times)
	c.gold, c.found = len(d.times), len(times)
	pair := make([]int, len(d.times))
	used := make([]bool, len(times))
	for pass := range 2 {
		for g := range d.times {
			if pass == 0 {
				pair[g] = -1
			}
			for t := 0; t < len(times) && pair[g] < 0; t++ {
				same := sameExtent(d.text, d.times[g].Span, times[t].Span)
				if !used[t] && (same || pass == 1 && d.times[g].Overlaps(times[t].Span)) {
					pair[g], used[t] = t, true
				}
			}
		}
	}
	for g := range d.times {
		want := &d.times[g]
		if pair[g] < 0 {
			misses = append(misses, miss{d.id, want, nil})
			continue
		}
		got := &times[pair[g]]
		c.relaxed++
		strict, value := sameExtent(d.text, want.Span, got.Span), want.value == got.Value
		if strict {
			c.strict++
		}
		if value {
			c.value++
		}
		if want.kind == got.Type {
			c.kind++
		}
		if !strict || !value {
			misses = append(misses, miss{d.id, want, got})
		}
	}
	for t := range times {
		if !used[t] {
			misses = append(misses, miss{d.id, nil, &times[t]})
		}
	}
	return c, misses
}

// sameExtent compares extents without the white space and full stop that edges
// differ in by the tokens of a corpus.
func sameExtent(text string, a, b annals.Span) bool {
	return a == b || trimmed(text, a) == trimmed(text, b)
}

func trimmed(text string, s annals.Span) annals.Span {
	in := s.In(text)
	left := len(in) - len(strings.TrimLeft(in, " \n\t"))
	right := len(strings.TrimRight(in, " \n\t.,"))
	return annals.Span{Start: s.Start + left, End: s.Start + right}
}
