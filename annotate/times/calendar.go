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
		return derivedReading(p, b, "year from"), true
	}
	b, ok := r.fromPublication(year)
	if !ok || r.published.grain < month || p.grain == day && r.published.grain < day && r.published.month == p.month {
		if y := r.released; y.grain == month && y.month == p.month && p.day <= daysIn(y.year, p.month) {
			p.year = y.year
			return derivedReading(p, base{span: r.releasedSpan, name: "release number"}, "year from"), true
		}
		p.year, p.undated = nominalYear, true
		return dateReading(r.withPOD(m, p)), true
	}
	p.year = b.point.year + r.yearOffset(m, p)
	if p.day > daysIn(p.year, p.month) {
		return reading{}, false
	}
	return derivedReading(r.withPOD(m, p), b, "year from"), true
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
	back:   {day: 2, month: 0},
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
		return r.fiscalMark(m, derivedReading(p, b, "year from")), true
	}
	b, ok := r.fromPublication(year)
	if !ok || r.published.undated || r.published.grain < month {
		return reading{kind: "DATE", value: fmt.Sprintf("XXXX-Q%d", n)}, true
	}
	p.year = b.point.year
	if r.tense(m) != forth && p.month > r.published.month {
		p.year--
	}
	return r.fiscalMark(m, derivedReading(p, b, "year from")), true
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
		return derivedReading(b.point, b, stepSame), ok
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
	return derivedReading(p, b, "year from"), true
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
