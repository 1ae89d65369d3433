package times

// clock reads a time of day, with the day it names, else the one told of.
func clock(r *reader, m *match) (reading, bool) {
	minutes, ok := r.minutes(m)
	if m.rule.argument == "military" {
		minutes, ok = r.militaryMinutes(m)
	}
	if !ok {
		return reading{}, false
	}
	got, ok := r.clockDay(m, minutes)
	if !ok {
		return reading{}, false
	}
	if got.point.grain < day {
		return reading{kind: "TIME", value: clockValue("XXXX-XX-XX", minutes)}, true
	}
	p := got.point
	p.grain, p.n, p.approx = minute, minutes, m.has(approxWord)
	got.point, got.kind = p, "TIME"
	got.value = p.timex()
	return got, true
}

func clockValue(day string, minutes int) string {
	p := point{grain: minute, n: minutes}.timex()
	return day + p[len(p)-len("T00:00"):]
}

// minutes since midnight that a match states.
func (r *reader) minutes(m *match) (int, bool) {
	if pod, ok := r.pod(m); ok && !m.has(number) && !m.has(clockTime) {
		if pod == midnight {
			return 24 * 60, true
		}
		return 12 * 60, true
	}
	v, ok := m.value(r.m.items, clockTime)
	if !ok {
		if v, ok = m.value(r.m.items, number); !ok || v < 0 || v > 24 || v != float64(int(v)) {
			return 0, false
		}
		v *= 60
	}
	n := int(v)
	if half, ok := m.value(r.m.items, ampmWord); ok {
		if n >= 13*60 {
			return n, true
		}
		return n%(12*60) + int(half)*60, true
	}
	if pod, ok := r.pod(m); (ok && pod >= 3 && pod <= 5 || r.holds(m, "afternoon", "evening")) && n < 12*60 && (pod != night || n >= smallHours) {
		n += 12 * 60
	}
	return n, true
}

// clockDay is the day of a time of day, given as minutes since midnight.
func (r *reader) clockDay(m *match, minutes int) (reading, bool) {
	switch {
	case m.has(monthWord):
		sub := *m
		return date(r, sub.without(clockTime, number, ampmWord, approxWord))
	case m.has(weekdayWord):
		return weekday(r, m.without(podWord))
	case m.has(todayWord):
		return today(r, m.without(podWord))
	case m.has(podWord) && r.holds(m, "this", "last"):
		return r.clockToday(m, minutes)
	}
	b, ok := r.toldDay()
	if !ok {
		return reading{}, true
	}
	if minutes < smallHours && r.toldNight() {
		if p, ok := b.point.days(1); ok {
			return derivedReading(p, b, stepDay), true
		}
	}
	return derivedReading(b.point, b, SameAs), true
}

// toldNight says whether the day told of last was told as a night: the small hours
// after "Friday night" are Saturday's.
func (r *reader) toldNight() bool {
	return r.told[partOfDay].n == night && r.spans[partOfDay] == r.spans[day]
}

// clockToday is the day of a time of day that is said to be of "this morning" or
// "last night": the small hours of last night are of today.
func (r *reader) clockToday(m *match, minutes int) (reading, bool) {
	b, ok := r.fromPublication(day)
	if !ok {
		return reading{}, true
	}
	p := b.point
	if r.holds(m, "last") && minutes >= smallHours {
		if p, ok = p.days(-1); !ok {
			return reading{}, true
		}
	}
	return derivedReading(p, b, stepDay), true
}

// smallHours is the minute of the day before which a night is one that began the
// day before.
const smallHours = 6 * 60

// toldDay is the day the story told of last. A time of day alone is not taken to
// be of the day of publication: what is reported is as often of the night before.
func (r *reader) toldDay() (base, bool) {
	b, ok := r.fromStory(day)
	return b, ok && r.told[day].grain != noGrain
}

// militaryMinutes reads "2330" in "at 2330" and "2330 hours"; false when a number
// of hours or other things is meant.
func (r *reader) militaryMinutes(m *match) (int, bool) {
	i := max(m.item(number), m.item(hourMinute))
	if i < 0 || r.m.items[i].digits != 4 || r.isUnit(i+1) && !r.isWord(i+1, "hours") || r.counts(i) {
		return 0, false
	}
	n := int(r.m.items[i].value)
	return n/100*60 + n%100, n <= 2400 && n%100 <= 59
}

// without is the match with the captures of some classes dropped. A number that
// is a day of the month stays when it stands beside the month.
func (m *match) without(drop ...class) *match {
	out := *m
	out.n = 0
	month := m.item(monthWord)
	for _, got := range m.captures[:m.n] {
		dropped := got.class == dayNumber && month >= 0 && int(got.item) != month+1 && int(got.item) != month-1
		for _, c := range drop {
			dropped = dropped || got.class == c
		}
		if !dropped {
			out.captures[out.n] = got
			out.n++
		}
	}
	return &out
}
