package times

// grainOf is the grain of a unit of words.tsv, and how many of it the unit is.
func grainOf(unit int) (grain, int) {
	switch unit {
	case 'D':
		return day, 1
	case 'W':
		return week, 1
	case 'F':
		return week, 2
	case 'B':
		return weekend, 1
	case 'M':
		return month, 1
	case 'Q':
		return quarter, 1
	case 'Y':
		return year, 1
	case 'E':
		return decade, 1
	case 'C':
		return century, 1
	}
	return noGrain, 0
}

// unit reads a unit of the calendar pointed at: "last week", "later this year",
// "the following month", "the weekend".
func unit(r *reader, m *match) (reading, bool) {
	g, dir, near := noGrain, 0, false
	if i := m.lastItem(unitWord); i >= 0 {
		g, _ = grainOf(int(r.m.items[i].valueOf(unitWord)))
	}
	if v, ok := m.value(r.m.items, dirWord); ok {
		dir = int(v)
		near = r.holds(m, "next") && g == day
	}
	if v, ok := m.value(r.m.items, nearWord); ok {
		dir, near = int(v), true
	}
	switch m.rule.argument {
	case "day":
		g, near = day, true
		if m.rule.argument == "day" && m.last-m.first == 2 && r.isWord(m.first, "the") {
			return r.theDay(m)
		}
	case "weekend":
		g = weekend
	}
	if g == noGrain || g == day && dir != 0 && !near || r.isTitle(m) {
		return reading{}, false
	}
	return r.unitAt(m, g, dir, near)
}

func (r *reader) unitAt(m *match, g grain, dir int, near bool) (reading, bool) {
	from := r.fromPublication
	if near || r.holds(m, "that") {
		from = r.fromStory
	}
	b, ok := from(g)
	if !ok || g == day && near && dir == 0 && r.told[day].grain == noGrain { // the same day as one not told yet
		return reading{kind: "DATE", value: unknownUnit[g]}, unknownUnit[g] != ""
	}
	if g == weekend && dir == 0 && b.name == "publication" && r.tense(m) != forth && b.span == r.publishedSpan && r.published.weekday() < 6 {
		dir = -1
	}
	if g == quarter || g == half {
		b.point.month = b.point.n*3 - 2
	}
	p, ok := b.point.add(dir, g)
	if !ok {
		return reading{kind: "DATE", value: unknownUnit[g]}, unknownUnit[g] != ""
	}
	p = p.again(g)
	p.part = r.partIn(m)
	if m.rule.argument == "end" {
		p.part = 3
	}
	if m.rule.argument == "day" {
		p = r.withPOD(m, p)
	}
	return derivedReading(p, b, stepUnit), true
}

// unknownUnit is the TIMEX3 value of a unit that nothing anchors.
var unknownUnit = [minute + 1]string{year: "XXXX", quarter: "XXXX-QX", month: "XXXX-XX", week: "XXXX-WXX", weekend: "XXXX-WXX-WE", day: "XXXX-XX-XX"}

// again sets what follows from the month after p was moved.
func (p point) again(g grain) point {
	p.grain = g
	switch g {
	case quarter:
		p.n = (p.month-1)/3 + 1
	case half:
		p.n = (p.month-1)/6 + 1
	case century:
		p.n = (p.year-1)/100 + 1
	}
	return p
}

// theDay reads "the day" as one the story told of, when it told of one.
func (r *reader) theDay(m *match) (reading, bool) {
	if !r.isOne(m.first-1, "on", "in", "during", "for", "by", "of") || r.isOne(m.last, "that", "when", "of", "after", "before") {
		return reading{}, false
	}
	b, ok := r.fromStory(day)
	if !ok {
		return reading{}, false
	}
	return derivedReading(b.point, b, SameAs), true
}

// weekOf reads "the week of March 6".
func weekOf(r *reader, m *match) (reading, bool) {
	got, ok := date(r, m)
	if !ok {
		return got, false
	}
	p, ok := got.point.to(week)
	if !ok {
		return reading{}, false
	}
	got.point, got.value = p, p.timex()
	return got, true
}

// counted is the number of units a match counts, and the unit. Vague counts
// ("several") are 0.
func (r *reader) counted(m *match) (n float64, unit int, ok bool) {
	i := m.item(unitWord)
	if j := m.item(unitsWord); i < 0 || j >= 0 && j < i {
		i = j
	}
	if i < 0 {
		return 0, 0, false
	}
	c := unitWord
	if !r.m.items[i].mask.has(c) {
		c = unitsWord
	}
	unit = int(r.m.items[i].valueOf(c))
	switch {
	case m.has(number):
		n, _ = m.value(r.m.items, number)
	case m.has(coupleWord):
		n = 2
	case m.has(vagueWord):
		n = 0
	case r.holds(m, "half") && !r.holds(m, "and"):
		n = 0.5
	case c == unitWord:
		n = 1
	}
	return n, unit, true
}

// ago reads units counted back (or on) from publication: "two years ago".
func ago(r *reader, m *match) (reading, bool) {
	n, u, ok := r.counted(m)
	g, times := grainOf(u)
	if !ok {
		return reading{}, false
	}
	dir, value := -1, "PAST_REF"
	if r.holds(m, "from", "hence") {
		dir, value = 1, "FUTURE_REF"
	}
	if n < 1 || m.has(unitsWord) && !m.has(number) && !m.has(coupleWord) {
		return reading{kind: "DATE", value: value}, true
	}
	if g == noGrain {
		return reading{kind: "DURATION", value: period(n, u)}, true
	}
	if u == 'Y' && n == 1 && r.told[quarter].grain == quarter && r.quarterly() {
		return r.yearAgoQuarter(0, false)
	}
	if m.rule.argument == "yearago" {
		if u == 'Y' {
			return r.yearEarlier()
		}
		return r.countFrom(m, r.fromStory, -times, g)
	}
	return r.countFrom(m, r.fromPublication, dir*int(n)*times, g)
}

// yearEarlier reads "year-earlier" where no quarter is told of.
func (r *reader) yearEarlier() (reading, bool) {
	b, ok := r.fromStory(year)
	if !ok {
		return reading{}, false
	}
	p, _ := b.point.add(-1, year)
	return derivedReading(p, b, stepCount), true
}

// shift reads units counted from a time the story told: "two days later".
func shift(r *reader, m *match) (reading, bool) {
	n, u, ok := r.counted(m)
	g, times := grainOf(u)
	if !ok {
		return reading{}, false
	}
	dir := 1
	if r.isOne(m.last-1, "earlier", "before", "previously", "prior", "beforehand") {
		dir = -1
	}
	if n < 1 || m.has(unitsWord) && !m.has(number) && !m.has(coupleWord) {
		return reading{kind: "DATE", value: map[int]string{-1: "PAST_REF", 1: "FUTURE_REF"}[dir]}, true
	}
	if g == noGrain {
		return reading{kind: "DURATION", value: period(n, u)}, true
	}
	if u == 'Y' && n == 1 && dir < 0 && r.told[quarter].grain == quarter && r.quarterly() {
		return r.yearAgoQuarter(0, false)
	}
	return r.countFrom(m, r.fromStory, dir*int(n)*times, g)
}

// quarterly says whether what a report compares is a quarter, not the months
// since a year began.
func (r *reader) quarterly() bool {
	for k := len(r.found) - 1; k >= 0 && k >= len(r.found)-quarterWindow; k-- {
		switch f := &r.found[k]; {
		case f.point.grain == quarter:
			return true
		case f.Type == "DURATION" && len(f.Value) > 2 && f.Value[0] == 'P' && f.Value[len(f.Value)-1] == 'M':
			return false
		}
	}
	return false
}

// quarterWindow is how many times back a quarter is still what a report compares.
const quarterWindow = 4

func (r *reader) countFrom(m *match, from func(grain) (base, bool), n int, g grain) (reading, bool) {
	if g < year { // ten years are counted from the year, not from its decade
		n, g = n*map[grain]int{decade: 10, century: 100}[g], year
	}
	b, ok := from(g)
	if !ok {
		return reading{kind: "DATE", value: "XXXX-XX-XX"[:unknownWidth[g]]}, true
	}
	p, ok := b.point.add(n, g)
	if !ok {
		return reading{kind: "DATE", value: "XXXX-XX-XX"[:unknownWidth[g]]}, true
	}
	p = p.again(g)
	p.approx = m.has(approxWord) || r.holds(m, "or")
	return derivedReading(p, b, stepCount), true
}

// unknownWidth is how much of XXXX-XX-XX a grain has.
var unknownWidth = [minute + 1]int{century: 4, decade: 4, year: 4, half: 4, quarter: 4, season: 4, month: 7, week: 10, weekend: 10, day: 10, partOfDay: 10, minute: 10}
