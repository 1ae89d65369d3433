package times

import (
	"fmt"
	"math"
	"strconv"
)

// period is a number of units as TIMEX3 writes durations: P2W, PT30M, P2Y6M.
// A count below zero, or none, is X: PXD.
func period(n float64, unit int) string {
	switch unit {
	case 'F':
		n, unit = n*2, 'W'
	case 'B':
		n, unit = n*2, 'D'
	case 'E':
		if n <= 0 {
			return "PXE"
		}
		n, unit = n*10, 'Y'
	case 'C':
		if n <= 0 {
			return "PXC"
		}
		n, unit = n*100, 'Y'
	case 'L':
		if n <= 0 {
			return "PXL"
		}
		n, unit = n*1000, 'Y'
	}
	prefix := "P"
	if unit >= 'a' {
		prefix, unit = "PT", unit-'a'+'A'
	}
	if n <= 0 {
		return prefix + "X" + string(rune(unit))
	}
	whole, rest := math.Modf(n)
	if smaller, of := smallerUnit(prefix, unit); rest > 0 && of > 0 {
		s := prefix
		if whole > 0 {
			s += fmt.Sprintf("%d%c", int(whole), unit)
		}
		if smaller == 'H' && prefix == "P" {
			s += "T"
		}
		return s + fmt.Sprintf("%d%c", int(math.Round(rest*of)), smaller)
	}
	return prefix + strconv.FormatFloat(n, 'f', -1, 64) + string(rune(unit))
}

// smallerUnit is what a fraction of a unit is told in, and how many make one.
func smallerUnit(prefix string, unit int) (rune, float64) {
	switch {
	case prefix == "PT" && unit == 'H':
		return 'M', 60
	case prefix == "PT" && unit == 'M':
		return 'S', 60
	case prefix == "P" && unit == 'Y':
		return 'M', 12
	case prefix == "P" && unit == 'D':
		return 'H', 24
	}
	return 0, 0
}

// span reads a stretch of time that is counted but not placed: "two weeks".
func span(r *reader, m *match) (reading, bool) {
	if m.rule.argument == "while" {
		return reading{kind: "DURATION", value: "PXX"}, true
	}
	n, u, ok := r.counted(m)
	if !ok || r.isAge(m) {
		return reading{}, false
	}
	if u == 'Q' && m.has(unitWord) || r.isWord(m.last-1, "quarters") && r.isWord(m.last-2, "-") {
		return reading{}, false // a part of something, not of a year
	}
	switch m.rule.argument {
	case "bare", "long":
		if m.rule.argument == "bare" || m.has(unitsWord) {
			n = 0
		}
	case "half more":
		n += 0.5
	}
	if r.isRate(m) {
		return reading{kind: "SET", value: period(1, u)}, true
	}
	if _, ok := r.militaryMinutes(m); ok && u == 'h' && m.has(unitsWord) {
		m.rule = &rule{argument: "military"}
		return clock(r, m)
	}
	if u == 's' && !m.has(unitsWord) && !m.has(number) {
		return reading{}, false // "a second": the next one, not a stretch of time
	}
	return reading{kind: "DURATION", value: period(n, u)}, true
}

// around reads a stretch of time that begins or ends with publication: "the
// past two weeks".
func around(r *reader, m *match) (reading, bool) {
	n, u, ok := r.counted(m)
	if !ok {
		return reading{}, false
	}
	dir := -1
	if v, ok := m.value(r.m.items, dirWord); ok && v > 0 || m.rule.argument == "ahead" {
		dir = 1
	}
	if m.has(unitsWord) && !m.has(number) && !m.has(coupleWord) {
		n = 0
	}
	if n == 0 && m.rule.argument != "recent" && !m.has(vagueWord) && !m.has(dirWord) && dir < 0 {
		return reading{kind: "DATE", value: "PAST_REF"}, true
	}
	got := reading{kind: "DURATION", value: period(n, u)}
	r.place(&got, n, u, dir)
	return got, true
}

// place gives a stretch of time that touches publication its interval, its ends
// told as finely as a count of that unit can be.
func (r *reader) place(got *reading, n float64, u, dir int) {
	g, times := grainOf(u)
	ends := map[grain]grain{decade: year, year: month, quarter: month, month: month, week: day, day: day}[g]
	if n != math.Trunc(n) || n < 1 || ends == noGrain {
		return
	}
	b, ok := r.fromPublication(ends)
	if !ok || b.point.undated {
		return
	}
	if g == decade && b.point.month == 0 {
		b.point.month = 1
	}
	q, ok := b.point.add(dir*int(n)*times, g)
	if !ok {
		return
	}
	q = q.again(ends)
	from, to := q, b.point.again(ends)
	if dir > 0 {
		from, to = to, from
	}
	got.edtf = r.tables.parts.edtf(from) + "/" + r.tables.parts.edtf(to)
	got.derived, got.anchor = stepCount+" "+b.name, b.span
}

// every reads what comes back: "every Friday", "twice a week".
func every(r *reader, m *match) (reading, bool) {
	got := reading{kind: "SET"}
	items := r.m.items
	switch {
	case m.has(weekdayWord) || m.has(weekdaysWord):
		n, ok := m.value(items, weekdayWord)
		if !ok {
			n, _ = m.value(items, weekdaysWord)
		}
		got.value = fmt.Sprintf("XXXX-WXX-%d", int(n))
		if pod, ok := r.pod(m); ok {
			got.value += "T" + podCodes[pod]
		}
	case m.has(monthWord):
		n, _ := m.value(items, monthWord)
		got.value = fmt.Sprintf("XXXX-%02d", int(n))
	case m.has(seasonWord):
		n, _ := m.value(items, seasonWord)
		got.value = "XXXX-" + seasonCodes[int(n)]
	case m.has(podWord):
		pod, _ := r.pod(m)
		got.value = "XXXX-XX-XXT" + podCodes[pod]
	default:
		n, u, ok := r.counted(m)
		if !ok {
			return reading{}, false
		}
		if r.holds(m, "other") {
			n = 2
		}
		got.value = period(max(1, n), u)
	}
	return got, true
}

func freq(r *reader, m *match) (reading, bool) {
	if r.isName(m.first) {
		return reading{}, false
	}
	v, _ := m.value(r.m.items, freqWord)
	return reading{kind: "SET", value: period(1, int(v))}, true
}

// ref reads words that only say past, present or future.
func ref(r *reader, m *match) (reading, bool) {
	if r.isName(m.first) {
		return reading{}, false
	}
	value := map[string]string{"now": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}[m.rule.argument]
	return reading{kind: "DATE", value: value}, true
}
