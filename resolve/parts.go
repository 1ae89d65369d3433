package resolve

import (
	"cmp"
	"math"
	"slices"

	"github.com/annals-project/annals"
)

// partPair is an event mention that may be one of the several events of another.
type partPair struct {
	part, whole EventKey
	score       float64
	why         string
}

// parts lists what reports tell as one of several events, themselves or one
// beside the other, the surest first.
func (f *eventFinder) parts(tellings []telling, pairs []eventPair) []partPair {
	var out []partPair
	put := func(p partPair) {
		if !f.whole.forbidden(f.number(p.part), f.number(p.whole)) { // a person said so
			out = append(out, p)
		}
	}
	for i, reading := range f.Readings {
		for e := range reading.Events {
			for _, l := range reading.Events[e].Links {
				if l.Type == annals.PartOf && l.Event >= 1 && int(l.Event) <= len(reading.Events) {
					put(partPair{EventKey{i, annals.Ref(e + 1)}, EventKey{i, l.Event}, math.Inf(1), "a report tells it as one of several"})
				}
			}
		}
	}
	for _, p := range pairs {
		a, b := &tellings[p.a], &tellings[p.b]
		if a.several {
			a, b = b, a
		}
		put(partPair{EventKey{a.reading, a.mentions[0]}, EventKey{b.reading, b.mentions[0]}, p.score, "one of several told elsewhere: " + p.why})
	}
	slices.SortFunc(out, func(x, y partPair) int {
		return cmp.Or(cmp.Compare(y.score, x.score), x.part.compare(y.part), x.whole.compare(y.whole))
	})
	return out
}

func (k EventKey) compare(o EventKey) int {
	return cmp.Or(cmp.Compare(k.Reading, o.Reading), cmp.Compare(k.Event, o.Event))
}

// findWholes gives each event the one it is a part of. What is a part has no parts.
func (r *Resolution) findWholes(parts []partPair) {
	isWhole := map[int]bool{}
	for _, p := range parts {
		x, whole := r.eventOf[p.part], r.eventOf[p.whole]
		if e := &r.Events[x]; x != whole && e.Whole < 0 && !isWhole[x] && r.Events[whole].Whole < 0 {
			e.Whole, e.WholeWhy = whole, p.why
			isWhole[whole] = true
		}
	}
}
