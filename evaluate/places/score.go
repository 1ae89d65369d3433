package places

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/evaluate"
)

// near is how far a place may lie from the gold point, in kilometres: 100
// miles, as published figures count.
const near = 161

// sorted puts the toponyms in the order of the text and drops those that
// overlap one before.
func (d document) sorted() document {
	slices.SortFunc(d.toponyms, func(a, b toponym) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	kept := d.toponyms[:0]
	for _, t := range d.toponyms {
		if len(kept) == 0 || kept[len(kept)-1].End <= t.Start {
			kept = append(kept, t)
		}
	}
	d.toponyms = kept
	return d
}

// tally counts what was found in a part of a corpus.
type tally struct {
	gold, found, matched int // recognition
	points               int // gold toponyms with a point
	placed, right        int // of those: matched and placed; and within reach
	given                int // within reach, given the gold spans
	errors               map[string][]string
}

// add counts one document.
func (t *tally) add(c *places.Component, d document, adjectives bool) {
	var found []places.Toponym
	for _, f := range c.Find(d.text) {
		if adjectives || !f.Adjective {
			found = append(found, f)
		}
	}
	t.gold += len(d.toponyms)
	t.found += len(found)
	used := make([]bool, len(found))
	for _, g := range d.toponyms {
		n := slices.IndexFunc(found, func(f places.Toponym) bool { return f.Overlaps(g.Span) })
		hit := n >= 0 && !used[n]
		if hit {
			used[n] = true
			t.matched++
		} else {
			t.miss("missed", d, g, nil)
		}
		if !g.located {
			continue
		}
		t.points++
		if !hit || found[n].Place == nil || !found[n].Place.Located {
			if hit {
				t.miss("found, not placed", d, g, nil)
			}
			continue
		}
		t.placed++
		if p := found[n].Place; places.Distance(p.Lat, p.Lon, g.lat, g.lon) <= near {
			t.right++
		} else {
			t.miss("placed wrong", d, g, &found[n])
		}
	}
	for n, f := range found {
		if !used[n] {
			t.miss("no gold", d, toponym{Span: f.Span}, &found[n])
		}
	}
	t.addGiven(c, d)
}

// addGiven counts the resolution of the gold spans.
func (t *tally) addGiven(c *places.Component, d document) {
	spans := make([]span, len(d.toponyms))
	for i, g := range d.toponyms {
		spans[i] = g.Span
	}
	for i, f := range c.Resolve(d.text, spans) {
		g := d.toponyms[i]
		if !g.located {
			continue
		}
		if f.Place != nil && f.Place.Located && places.Distance(f.Place.Lat, f.Place.Lon, g.lat, g.lon) <= near {
			t.given++
		} else {
			t.miss("given, placed wrong", d, g, &f)
		}
	}
}

// rows are the figures of a part.
func (t *tally) rows(c *corpus, part string) []evaluate.Row {
	p, r := ratio(t.matched, t.found), ratio(t.matched, t.gold)
	row := func(measure string, value float64, n, i int) evaluate.Row {
		return evaluate.Row{Set: c.name, Part: part, Measure: measure, Value: value, N: n, Closes: c.close[i], Goal: c.goal[i]}
	}
	recognition := row("recognition F1 (overlap)", f1(p, r), t.gold, 0)
	recognition.P, recognition.R = p, r
	return []evaluate.Row{
		recognition,
		row("within 161 km, of all", ratio(t.right, t.points), t.points, 1),
		{Set: c.name, Part: part, Measure: "within 161 km, of those placed", Value: ratio(t.right, t.placed), N: t.placed},
		row("within 161 km, given spans", ratio(t.given, t.points), t.points, 2),
	}
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
