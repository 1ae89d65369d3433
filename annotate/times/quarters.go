package times

import "fmt"

// fiscal marks a financial year: whose it is decides when it begins, so that it
// gets a TIMEX3 value but no date.
func fiscal(r *reader, m *match) (reading, bool) {
	if y, ok := r.yearIn(m); ok {
		return reading{kind: "DATE", value: fmt.Sprint(y), derived: "financial year"}, true
	}
	if i := m.item(unitWord); i >= 0 && r.m.items[i].valueOf(unitWord) == 'Y' {
		b, ok := r.fromPublication(year)
		if !ok {
			return reading{}, false
		}
		n, _ := m.value(r.m.items, dirWord)
		p, _ := b.point.add(int(n), year)
		return reading{kind: "DATE", value: p.timex(), derived: "financial year"}, true
	}
	return reading{}, false
}

// ordinal is the first, second … or the last (-1) that a match counts.
func (r *reader) ordinal(m *match, of int) (int, bool) {
	n, ok := m.value(r.m.items, ordWord)
	if !ok && r.holds(m, "last", "final") {
		return of, true
	}
	if !ok && r.holds(m, "first", "opening") {
		return 1, true
	}
	return int(n), ok && int(n) >= 1 && int(n) <= of
}

// quarterOf reads a quarter of a year, counted or pointed at.
func quarterOf(r *reader, m *match) (reading, bool) {
	if m.rule.argument == "latest" {
		return r.latestQuarter(m)
	}
	n, counted := r.ordinal(m, 4)
	if m.rule.argument == "earlier" {
		return r.yearAgoQuarter(n, counted)
	}
	if !counted {
		return reading{}, false
	}
	p := point{grain: quarter, n: n, month: n*3 - 2}
	if y, ok := r.yearIn(m); ok {
		p.year = y
		got := dateReading(p)
		got.dated = true
		return r.fiscalMark(m, got), true
	}
	if b, offset, ok := r.yearByWords(m); ok && !b.point.undated {
		p.year = b.point.year + offset
		return r.fiscalMark(m, derivedReading(p, b, YearFrom)), true
	}
	b, ok := r.fromPublication(year)
	if !ok || r.published.undated || r.published.grain < month {
		return reading{kind: "DATE", value: fmt.Sprintf("XXXX-Q%d", n)}, true
	}
	p.year = b.point.year
	if r.tense(m) != forth && p.month > r.published.month+reach[unsure][month] {
		p.year--
	}
	return r.fiscalMark(m, derivedReading(p, b, YearFrom)), true
}

// fiscalMark takes the date from a quarter of a financial year.
func (r *reader) fiscalMark(m *match, got reading) reading {
	if r.holds(m, "fiscal", "financial") {
		got.point, got.derived, got.anchor = point{}, "financial year", base{}.span
	}
	return got
}

// latestQuarter is the quarter told of, else the last one over at publication.
func (r *reader) latestQuarter(m *match) (reading, bool) {
	n, pointed := m.value(r.m.items, dirWord)
	if !pointed {
		b, ok := r.reportedQuarter()
		return derivedReading(b.point, b, SameAs), ok
	}
	b, ok := r.fromPublication(quarter)
	if !ok || b.point.undated {
		return reading{}, false
	}
	b.point.month = b.point.n*3 - 2
	p, _ := b.point.months(int(n) * 3)
	return derivedReading(p.again(quarter), b, "quarter from"), true
}

// reportedQuarter is the quarter a report of results is about: the one told of
// when it is over, else the last one over at publication.
func (r *reader) reportedQuarter() (base, bool) {
	b, ok := r.fromPublication(quarter)
	if q := r.told[quarter]; q.grain == quarter {
		begun := ok && !b.point.undated && (q.year > b.point.year || q.year == b.point.year && q.n >= b.point.n)
		if !begun {
			return base{q, r.spans[quarter], "earlier time"}, true
		}
	}
	if !ok || b.point.undated {
		return base{}, false
	}
	b.point.month = b.point.n*3 - 2
	b.point, _ = b.point.months(-3)
	b.point = b.point.again(quarter)
	return b, true
}

// yearAgoQuarter is the quarter told of, or the last one over, a year earlier.
func (r *reader) yearAgoQuarter(n int, counted bool) (reading, bool) {
	b, ok := r.reportedQuarter()
	if !ok {
		return reading{kind: "DATE", value: "XXXX-QX"}, true
	}
	p := b.point
	if counted {
		p.n, p.month = n, n*3-2
	}
	p.year--
	got := derivedReading(p, b, "year before")
	got.aside = true
	return got, true
}

func halfOf(r *reader, m *match) (reading, bool) {
	n, ok := r.ordinal(m, 2)
	if !ok {
		return reading{}, false
	}
	p := point{grain: half, n: n, month: n*6 - 5}
	if y, ok := r.yearIn(m); ok {
		p.year = y
		got := dateReading(p)
		got.dated = true
		return r.fiscalMark(m, got), true
	}
	b, offset, ok := r.yearByWords(m)
	if !ok {
		b, ok = r.fromPublication(year)
	}
	if !ok || b.point.undated || m.last-m.first < 3 {
		return reading{}, false
	}
	p.year = b.point.year + offset
	return derivedReading(p, b, YearFrom), true
}

// seasonMonth is the month a season begins in; winter is taken from December.
var seasonMonth = [...]int{1: 3, 2: 6, 3: 9, 4: 12}

func seasonOf(r *reader, m *match) (reading, bool) {
	n, ok := m.value(r.m.items, seasonWord)
	if !ok || !r.isSeason(m) {
		return reading{}, false
	}
	p := point{grain: season, n: int(n), month: seasonMonth[int(n)], part: r.partIn(m)}
	if y, ok := r.yearIn(m); ok {
		p.year = y
		got := dateReading(p)
		got.dated = true
		return got, true
	}
	if v, ok := m.value(r.m.items, nearWord); ok {
		b, ok := r.fromStory(year)
		p.year = b.point.year + int(v)
		return derivedReading(p, b, "season from"), ok && !b.point.undated
	}
	b, ok := r.fromPublication(year)
	if !ok || b.point.undated || r.published.grain < month {
		return reading{kind: "DATE", value: "XXXX-" + seasonCodes[int(n)]}, true
	}
	p.year = b.point.year + r.seasonOffset(m, p)
	return derivedReading(p, b, "season from"), true
}

// seasonOffset is the year of a season next to publication: "last fall" is over,
// "this summer" the year's own, "next spring" to come.
func (r *reader) seasonOffset(m *match, p point) int {
	v, pointed := m.value(r.m.items, dirWord)
	begun := r.published.month >= p.month
	over := r.published.month >= p.month+3
	switch dir := direction(v); {
	case pointed && dir == back && r.holds(m, "this"):
		if !begun {
			return -1
		}
	case pointed && dir == back:
		if !over {
			return -1
		}
	case pointed && dir == forth:
		if begun {
			return 1
		}
	case pointed:
		return 0
	case r.tense(m) != forth && !begun:
		return -1
	}
	return 0
}
