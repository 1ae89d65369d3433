package figures

import (
	"fmt"
	"slices"

	"github.com/annals-project/annals"
)

// agreements say for each labels read twice how far the two readings agree.
func agreements() ([]string, error) {
	var out []string
	for _, twice := range [...]struct{ first, second, by string }{
		{"readings/heldout1-first.tsv", "readings/heldout1-second.tsv", "Two readers of all %d windows of \"held out 1\", each for himself: %d of %d figures in both readings"},
		{"readings/heldout2-first.tsv", "readings/heldout2-second.tsv", "Two readers of all %d windows of \"held out 2\", each for himself: %d of %d figures in both readings"},
		{"heldout1.tsv", "readings/heldout1-further.tsv", "A further reader of all %d windows of \"held out 1\" against what was decided from the two: %d of %d figures in both"},
		{"heldout2.tsv", "readings/heldout2-further.tsv", "A further reader of all %d windows of \"held out 2\" against what was decided from the two: %d of %d figures in both"},
		{"tuning1.tsv", "readings/tuning1-second.tsv", "Second pass over %d windows of \"tuning 1\" by the same person: %d of %d figures in both passes"},
		{"tuning5.tsv", "readings/tuning5-second.tsv", "Two readers of %d windows of \"tuning 5\", each for himself: %d of %d figures in both readings"},
	} {
		line, err := agreement(twice.first, twice.second, twice.by)
		if err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	return out, nil
}

// agreement compares two readings over the windows both have: how many figures both
// gave, and how often each field is the same.
func agreement(firstFile, secondFile, by string) (string, error) {
	first, err := readLabels(firstFile)
	if err != nil {
		return "", err
	}
	second, err := readLabels(secondFile)
	if err != nil {
		return "", err
	}
	total, either, both := 0, 0, 0
	var same [len(fields)]int
	for _, w := range second {
		k := slices.IndexFunc(first, func(o window) bool { return o.doc == w.doc && o.span == w.span })
		if k < 0 {
			return "", fmt.Errorf("no window %v of %s in the first reading", w.span, w.doc)
		}
		shared := 0
		for i := range w.labels {
			j := slices.IndexFunc(first[k].labels, func(l label) bool { return l.span.Overlaps(w.labels[i].span) })
			if j < 0 {
				continue
			}
			shared++
			all := true
			for n, ok := range alike(&w.labels[i], &first[k].labels[j]) {
				if ok {
					same[n]++
				}
				all = all && ok
			}
			if all {
				total++
			}
		}
		both += shared
		either += len(w.labels) + len(first[k].labels) - shared
	}
	out := fmt.Sprintf(by+", all fields alike in %.1f %% of them (", len(second), both, either, percent(total, both))
	for n, f := range fields {
		if n > 0 {
			out += ", "
		}
		out += fmt.Sprintf("%s %.1f", f, percent(same[n], both))
	}
	return out + ").", nil
}

// alike says of each field whether two labels agree.
func alike(a, b *label) [len(fields)]bool {
	return [len(fields)]bool{
		same(a.value, b.value) && same(a.low, b.low) && same(a.high, b.high),
		meet(a.measures, b.measures), meet(a.units, b.units), a.who.meets(b.who), a.total == b.total || a.total.Overlaps(b.total),
		a.event.meets(b.event), a.time.meets(b.time), a.speaker.meets(b.speaker), a.per == b.per && a.cumulative == b.cumulative,
	}
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// meets says that two judgements of a field can both be right.
func (s spans) meets(o spans) bool {
	if s.any || o.any || len(s.alt) == 0 && len(o.alt) == 0 {
		return true
	}
	return slices.ContainsFunc(o.alt, func(x annals.Span) bool { return s.matches(x) })
}
