package times

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
)

// ranges finishes what was found: it opens what "since" and "until" leave open
// and adds a Time over each pair that makes a range.
func (r *reader) ranges() []annals.Time {
	out := make([]annals.Time, 0, len(r.found))
	for k := range r.found {
		if k+1 < len(r.found) {
			if over, ok := r.rangeFrom(k); ok {
				out = append(out, over)
			}
		}
		r.open(&r.found[k])
		out = append(out, r.found[k].Time)
	}
	return out
}

// open makes the date of "since June 2020" 2020-06/.. and of "until 2018"
// ../2018. What is no calendar date is left alone.
func (r *reader) open(f *found) {
	if f.EDTF == "" || f.point.grain == noGrain || f.point.grain == minute || f.point.undated {
		return
	}
	from, to, isInterval := strings.Cut(f.EDTF, "/")
	if !isInterval {
		to = from
	}
	if strings.ContainsAny(f.EDTF, "[{") || f.Type == "SET" {
		return
	}
	i := f.first - 1
	switch {
	case r.isOne(i, "since"), r.isOne(f.last, "onward", "onwards") || r.isWord(f.last, "on") && r.isWord(i, "from"):
		f.EDTF = from + "/.."
	case r.isOne(i, "by", "before") && r.m.items[f.first].mask.has(podWord): // "before dawn on Tuesday" is of Tuesday
	case r.isOne(i, "until", "till", "by", "before") && !r.isOne(i-1, "long", "day", "night", "week", "month", "year"):
		f.EDTF = "../" + to
	}
}

// rangeFrom is the Time over found[k] and the next one when they are the ends of
// a range: "between X and Y", "from X to Y", "late X and early Y".
func (r *reader) rangeFrom(k int) (annals.Time, bool) {
	a, b := &r.found[k], &r.found[k+1]
	if b.first != a.last+1 || a.point.grain == noGrain || b.point.grain == noGrain || b.point.undated || r.m.items[a.last].is(breaks) {
		return annals.Time{}, false
	}
	joined := false
	i := a.first - 1
	switch {
	case r.isOne(a.last, "and"):
		joined = r.isWord(i, "between") || a.point.part == 3 && b.point.part == 1 && a.point.grain == b.point.grain
	case r.isOne(a.last, "to", "through", "until", "till"):
		joined = r.isWord(i, "from") || a.point.grain == b.point.grain
	case r.m.items[a.last].mark == '-':
		joined = a.point.grain == b.point.grain
	}
	if !joined {
		return annals.Time{}, false
	}
	if b.dated && !a.dated && a.point.grain >= season {
		r.takeYear(a, b)
	}
	return r.over(a, b)
}

// takeYear gives the first end the year of the second: "between May and July 2015".
func (r *reader) takeYear(a, b *found) {
	p := a.point
	p.year, p.undated = b.point.year, false
	if p.month > b.point.month && b.point.month > 0 {
		p.year--
	}
	if p.day > daysIn(p.year, max(1, p.month)) {
		return
	}
	a.point, a.Value, a.EDTF = p, p.timex(), r.tables.parts.edtf(p)
	a.Derived, a.Anchor = "year of range's end", b.Span
}

func (r *reader) over(a, b *found) (annals.Time, bool) {
	from, _, _ := strings.Cut(a.EDTF, "/")
	to := b.EDTF
	if _, end, ok := strings.Cut(to, "/"); ok {
		to = end
	}
	span := annals.Span{Start: a.Start, End: b.End}
	t := annals.Time{Span: span, Text: span.In(r.text), Type: "DURATION", Value: "PXX", EDTF: from + "/" + to, Derived: rangeStep, Anchor: b.Anchor}
	if from == "" || to == "" || !edtf.Valid(t.EDTF) {
		return annals.Time{}, false
	}
	return t, true
}

// rangeStep is the Derived of a Time over the two ends of a range.
const rangeStep = "range"
