package times

import "fmt"

// direction is which way from publication a time without a year or date lies.
type direction int8

const (
	unsure direction = 0
	back   direction = -1
	forth  direction = 1
)

var meanings = map[string]meaning{
	"date": date, "year": plainYear, "century": plainCentury, "release": release, "fiscal": fiscal, "quarter": quarterOf, "half": halfOf,
	"season": seasonOf, "weekday": weekday, "today": today, "near": near, "holiday": holiday, "clock": clock,
	"unit": unit, "weekof": weekOf, "ago": ago, "shift": shift, "span": span, "around": around, "every": every,
	"freq": freq, "ref": ref,
}

// yearIn is the year a match states; false when it states none.
func (r *reader) yearIn(m *match) (int, bool) {
	items := r.m.items
	if v, ok := m.value(items, yearNumber); ok {
		return int(v), true
	}
	if v, ok := m.value(items, shortYear); ok {
		return int(v), true
	}
	return 0, false
}

func (r *reader) partIn(m *match) int {
	v, ok := m.value(r.m.items, partWord)
	if !ok {
		v, _ = m.value(r.m.items, partOfWord)
	}
	return int(v)
}

// dateReading is the reading of a point of the calendar.
func dateReading(p point) reading {
	got := reading{kind: "DATE", value: p.timex(), point: p}
	if p.grain >= partOfDay {
		got.kind = "TIME"
	}
	return got
}

// derivedReading is dateReading with the step that leads to p from b.
func derivedReading(p point, b base, step string) reading {
	got := dateReading(p)
	got.derived = step + " " + b.name
	got.anchor = b.span
	return got
}

// date reads a date of the calendar with a month, or a decade.
func date(r *reader, m *match) (reading, bool) {
	items := r.m.items
	if v, ok := m.value(items, fullDate); ok {
		if m.first > 0 && r.m.items[m.first-1].mark == '/' && r.flags(m.first)&spaced == 0 {
			return reading{}, false // of an address, as links have it
		}
		n := int(v)
		got := dateReading(point{grain: day, year: n / 10000, month: n / 100 % 100, day: n % 100})
		got.dated = true
		return got, true
	}
	p := point{grain: month, part: r.partIn(m)}
	if v, ok := m.value(items, decadeWord); ok {
		if !r.isDecade(m) {
			return reading{}, false
		}
		p.grain, p.year = decade, int(v)
		got := dateReading(p)
		got.dated = true
		return got, true
	}
	if m.has(hijriWord) {
		return r.hijri(m)
	}
	v, ok := m.value(items, monthWord)
	if !ok || !r.isMonth(m) {
		return reading{}, false
	}
	p.month = int(v)
	if d, ok := r.dayIn(m); ok {
		p.grain, p.day, p.part = day, d, 0
	}
	if y, ok := r.writtenYear(m); ok {
		p.year = y
		if p.day > daysIn(p.year, p.month) {
			return reading{}, false
		}
		got := dateReading(r.withPOD(m, p))
		got.dated = true
		return got, true
	}
	if p.grain == day && p.day > daysIn(2000, p.month) {
		return reading{}, false
	}
	return r.placeYear(m, p)
}

// dayIn is the day of the month a match states.
func (r *reader) dayIn(m *match) (int, bool) {
	if v, ok := m.value(r.m.items, dayNumber); ok {
		return int(v), true
	}
	if v, ok := m.value(r.m.items, ordWord); ok && v >= 1 && v <= 31 {
		return int(v), true
	}
	return 0, false
}

func (r *reader) writtenYear(m *match) (int, bool) {
	if y, ok := r.yearIn(m); ok {
		return y, true
	}
	if i := m.item(twoDigits); i >= 0 && m.rule.argument == "upper" && i == m.last-1 && r.m.items[i].mask.has(twoDigits) {
		y := 1900 + int(r.m.items[i].value)
		if y < 1930 {
			y += 100
		}
		return y, true
	}
	return 0, false
}

// placeYear gives a month or day its year: the one its "last" or "this year"
// names, else the nearest in the direction its sentence speaks of.
func (r *reader) placeYear(m *match, p point) (reading, bool) {
	if b, n, ok := r.yearByWords(m); ok {
		p.year = b.point.year + n
		p.undated = b.point.undated
		return derivedReading(p, b, YearFrom), true
	}
	if b, ok := r.toldAs(p); ok && !m.has(dirWord) {
		p.year = b.point.year
		return derivedReading(r.withPOD(m, p), b, YearFrom), true
	}
	b, ok := r.fromPublication(year)
	if !ok || r.published.grain < month || p.grain == day && r.published.grain < day && r.published.month == p.month {
		if y := r.released; y.grain == month && y.month == p.month && p.day <= daysIn(y.year, p.month) {
			p.year = y.year
			return derivedReading(p, base{span: r.releasedSpan, name: "release number"}, YearFrom), true
		}
		p.year, p.undated = nominalYear, true
		return dateReading(r.withPOD(m, p)), true
	}
	p.year = b.point.year + r.yearOffset(m, p)
	if p.day > daysIn(p.year, p.month) {
		return reading{}, false
	}
	return derivedReading(r.withPOD(m, p), b, YearFrom), true
}

// toldAs is the last time of the same month and day that has a year: a report that
// names a day again means the same one.
func (r *reader) toldAs(p point) (base, bool) {
	for k := len(r.found) - 1; k >= 0 && p.grain == day; k-- {
		f := &r.found[k]
		if q := f.point; q.grain >= day && !q.undated && q.month == p.month && q.day == p.day {
			return base{point: q, span: f.Span, name: "earlier time"}, true
		}
	}
	return base{}, false
}

// yearByWords is the base year and offset that words of the match state: "June
// last year", "the third quarter of this year".
func (r *reader) yearByWords(m *match) (base, int, bool) {
	unitAt := m.lastItem(unitWord)
	named := unitAt >= 0 && r.m.items[unitAt].valueOf(unitWord) == 'Y' || r.isOne(m.last-1, "year")
	if !named {
		return base{}, 0, false
	}
	if v, ok := m.value(r.m.items, nearWord); ok {
		b, ok := r.fromStory(year)
		return b, int(v), ok
	}
	v, _ := m.value(r.m.items, dirWord)
	b, ok := r.fromPublication(year)
	return b, int(v), ok
}

// Reporters give a date its year when it lies about a year off. So a date without
// one is ahead when it lies at most so many months ahead, by the tense of its
// sentence: a past tense may still hold a day to come ("was set for Nov. 6").
var reach = map[direction]map[grain]int{
	back:   {day: 1, month: 0},
	unsure: {day: 5, month: 3},
	forth:  {day: 11, month: 11},
}

// yearOffset says whether the month or day lies in the year of publication, the
// one before or the one after.
func (r *reader) yearOffset(m *match, p point) int {
	pub := r.published
	dir := r.tense(m)
	if v, ok := m.value(r.m.items, dirWord); ok {
		if dir = direction(v); dir == unsure { // "this May"
			return 0
		}
	}
	distance := p.month - pub.month // months ahead of publication
	if p.grain == day && distance == 0 {
		return 0
	}
	pointedBack := dir == back && m.has(dirWord)
	switch {
	case distance == 0 && pointedBack:
		return -1
	case distance > 0 && (pointedBack || distance > reach[dir][p.grain]):
		return -1
	case distance < 0 && !pointedBack && distance+12 <= reach[dir][p.grain]:
		return 1
	}
	return 0
}

func plainYear(r *reader, m *match) (reading, bool) {
	y, ok := r.yearIn(m)
	if !ok || m.last-m.first == 1 && !r.isYear(m.first) {
		return reading{}, false
	}
	got := dateReading(point{grain: year, year: y, part: r.partIn(m)})
	got.dated = true
	return got, true
}

func plainCentury(r *reader, m *match) (reading, bool) {
	n, ok := m.value(r.m.items, ordWord)
	if !ok || n < 1 {
		return reading{}, false
	}
	p := point{grain: century, n: int(n), year: int(n)*100 - 50}
	got := dateReading(p)
	if r.holds(m, "bc", "b.c.") {
		got.point, got.value = point{}, fmt.Sprintf("BC%02d", int(n)-1)
	}
	got.dated = true
	return got, true
}
