package times

import "time"

// holiday reads feasts whose day is fixed or can be reckoned.
func holiday(r *reader, m *match) (reading, bool) {
	p := point{grain: day, month: 12, day: 25}
	switch {
	case r.holds(m, "new"):
		if !r.holds(m, "eve", "day") && !m.has(podWord) || !r.m.items[m.first].is(upper) {
			return reading{}, false
		}
		p.month, p.day = 1, 1
	case r.holds(m, "halloween"):
		p.month, p.day = 10, 31
	case r.holds(m, "easter"):
		p.month, p.day = 4, 1
	case r.holds(m, "thanksgiving"):
		p.month, p.day = 11, 25
	}
	b, ok := r.fromPublication(year)
	if !ok || b.point.undated || r.published.grain < day {
		return reading{kind: "DATE", value: "XXXX-XX-XX"}, true
	}
	p.year = b.point.year + r.yearOffset(m, p)
	switch {
	case r.holds(m, "easter"):
		p = on(easter(p.year))
	case r.holds(m, "thanksgiving"):
		p = on(thanksgiving(p.year))
	case r.holds(m, "eve"):
		p, _ = p.days(-1)
	}
	if r.holds(m, "week") {
		p, _ = p.to(week)
	}
	return derivedReading(r.withPOD(m, p), b, "feast in year from"), true
}

// easter is Western Easter Sunday, by the rule of Gauss as mended by Meeus.
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	e := (32 + 2*(b%4) + 2*(c/4) - d - c%4) % 7
	f := d + e - 7*((a+11*d+22*e)/451) + 114
	return time.Date(y, time.Month(f/31), f%31+1, 0, 0, 0, 0, time.UTC)
}

// thanksgiving is the fourth Thursday of November.
func thanksgiving(y int) time.Time {
	first := time.Date(y, 11, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (int(time.Thursday)-int(first.Weekday())+7)%7+21)
}

// hijri reads a date of the Islamic calendar. It is reckoned by the tabular
// calendar, which may be a day off what was seen in the sky, so it is marked
// approximate.
func (r *reader) hijri(m *match) (reading, bool) {
	v, _ := m.value(r.m.items, hijriWord)
	y, ok := r.yearIn(m)
	d, hasDay := r.dayIn(m)
	if !ok || y > 1600 || d > 30 {
		return reading{}, false
	}
	if !hasDay {
		from, to := hijriDay(y, int(v), 1), hijriDay(y, int(v)+1, 1).AddDate(0, 0, -1)
		return reading{kind: "DATE", value: from.Format("2006-01"), dated: true, derived: "Islamic calendar",
			edtf: from.Format(time.DateOnly) + "~/" + to.Format(time.DateOnly) + "~"}, true
	}
	p := on(hijriDay(y, int(v), d))
	p.approx = true
	got := dateReading(p)
	got.dated, got.derived = true, "Islamic calendar"
	return got, true
}

// hijriDay is the Gregorian day of a date of the tabular Islamic calendar (civil
// epoch, 16 July 622 Julian).
func hijriDay(y, m, d int) time.Time {
	days := (11*y+3)/30 + 354*y + 30*m - (m-1)/2 + d - 385
	return time.Date(622, 7, 19, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days-hijriEpoch)
}

// hijriEpoch is what the formula of hijriDay gives for 1 Muharram of year 1.
const hijriEpoch = (11*1+3)/30 + 354 + 30 + 1 - 385
