package times

// Steps from anchor to date, as annals.Time.Derived names them.
const (
	stepWeekday = "weekday from"
	stepDay     = "day from"
	stepUnit    = "unit from"
	stepCount   = "units counted from"
)

// Steps that others ask for.
const (
	SameAs   = "same as"   // a time of day, of the day told before
	YearFrom = "year from" // a date of the calendar whose year is not written
)

// weekday reads the day of a week. In news a bare weekday is the last one, the
// day of publication included, unless the sentence speaks of what is to come.
func weekday(r *reader, m *match) (reading, bool) {
	n, ok := m.value(r.m.items, weekdayWord)
	if !ok {
		return reading{}, false
	}
	if v, ok := m.value(r.m.items, nearWord); ok {
		return r.weekdayNear(m, int(n), int(v))
	}
	b, ok := r.fromPublication(day)
	if !ok || b.point.undated {
		got := reading{kind: "DATE", value: "XXXX-WXX-" + string(rune('0'+int(n)))}
		if pod, ok := r.pod(m); ok {
			got.kind, got.value = "TIME", got.value+"T"+podCodes[pod]
		}
		return got, true
	}
	p, _ := b.point.days(r.weekdayOffset(m, b.point, int(n)))
	return derivedReading(r.withPOD(m, p), b, stepWeekday), true
}

// weekdayOffset is how many days from publication the weekday n lies.
func (r *reader) weekdayOffset(m *match, pub point, n int) int {
	offset := n - pub.weekday() // in the same week, Monday first
	v, pointed := m.value(r.m.items, dirWord)
	dir := direction(v)
	if m.rule.argument == "week" {
		if !pointed {
			dir = forth
			if r.holds(m, "ago") {
				dir = back
			}
			if offset <= 0 && dir == forth {
				offset += 7
			} else if offset > 0 && dir == back {
				offset -= 7
			}
		}
		return offset + 7*int(dir)
	}
	switch {
	case pointed && dir == back && offset >= -1: // of yesterday nobody says "last Tuesday"
		return offset - 7
	case pointed && dir == forth && offset <= 0, r.holds(m, "coming") && offset <= 0:
		return offset + 7
	case pointed:
		return offset
	case r.tense(m) == forth:
		if offset < 0 {
			offset += 7
		}
	case offset > 0:
		offset -= 7
	}
	return offset
}

// weekdayNear reads "the previous Friday", "that Sunday".
func (r *reader) weekdayNear(m *match, n, dir int) (reading, bool) {
	b, ok := r.fromStory(day)
	if !ok || b.point.undated {
		return reading{}, false
	}
	offset := n - b.point.weekday()
	switch {
	case dir < 0 && offset >= 0:
		offset -= 7
	case dir > 0 && offset <= 0:
		offset += 7
	}
	p, _ := b.point.days(offset)
	return derivedReading(r.withPOD(m, p), b, stepWeekday), true
}

// pod is the part of the day a match names.
func (r *reader) pod(m *match) (int, bool) {
	v, ok := m.value(r.m.items, podWord)
	return int(v), ok
}

// withPOD narrows a day to the part of it the match names.
func (r *reader) withPOD(m *match, p point) point {
	if pod, ok := r.pod(m); ok && p.grain == day {
		switch {
		case r.holds(m, "noon", "midday"):
			p.grain, p.n = minute, 12*60
		case pod == midnight:
			p.grain, p.n = minute, 24*60
		default:
			p.grain, p.n = partOfDay, pod
		}
	}
	return p
}

// today reads days counted from publication: yesterday, tonight, last night.
func today(r *reader, m *match) (reading, bool) {
	n := 0
	if v, ok := m.value(r.m.items, todayWord); ok {
		n = int(v)
	}
	switch m.rule.argument {
	case "before":
		n--
	case "after":
		n++
	case "lastnight":
		n = -1
	case "part":
		if !r.nearPOD(m) {
			return reading{}, false
		}
	}
	b, ok := r.fromPublication(day)
	if !ok {
		return unknownDay(r, m), true
	}
	if m.rule.argument == "overnight" {
		b = r.morningAfter(m, b)
	}
	p, ok := b.point.days(n)
	if !ok {
		return unknownDay(r, m), true
	}
	switch {
	case r.holds(m, "tonight"), m.rule.argument == "overnight":
		p.grain, p.n = partOfDay, night
	default:
		p = r.withPOD(m, p)
	}
	got := derivedReading(p, b, stepDay)
	if m.rule.argument == "overnight" && !p.undated {
		before, _ := b.point.days(-1)
		before.grain, before.n = partOfDay, night
		got.value, got.point = before.timex(), before // what follows counts from the evening
		got.edtf = "[" + r.tables.parts.edtf(before) + "," + r.tables.parts.edtf(p) + "]"
	}
	return got, true
}

// morningAfter is the day on which a night that is told of as "overnight" ends: the
// weekday that the same phrase names ("an overnight raid in Kunar Thursday"), else that
// of publication.
func (r *reader) morningAfter(m *match, publication base) base {
	for i := m.last; i < len(r.m.items) && i < m.last+overnightWords && r.m.items[i].mark == 0 && !r.m.items[i].is(breaks); i++ {
		if it := &r.m.items[i]; it.mask.has(weekdayWord) && !publication.point.undated {
			offset := int(it.valueOf(weekdayWord)) - publication.point.weekday()
			if offset > 0 {
				offset -= 7
			}
			publication.point, _ = publication.point.days(offset)
			break
		}
	}
	return publication
}

// overnightWords is how many words after "overnight" may name its day.
const overnightWords = 8

// nearPOD refuses "this night" and other odd parts of today.
func (r *reader) nearPOD(m *match) bool {
	pod, ok := r.pod(m)
	return ok && pod != midnight
}

// unknownDay is a day counted from a publication that is not known.
func unknownDay(r *reader, m *match) reading {
	if pod, ok := r.pod(m); ok {
		return reading{kind: "TIME", value: "XXXX-XX-XXT" + podCodes[pod]}
	}
	return reading{kind: "DATE", value: "XXXX-XX-XX"}
}

// near reads a part of the day the story tells of: "that night".
func near(r *reader, m *match) (reading, bool) {
	if m.rule.argument == "then" {
		b, ok := r.toldDay()
		return derivedReading(b.point, b, SameAs), ok
	}
	pod, ok := r.pod(m)
	if !ok {
		return reading{}, false
	}
	n := 0
	if v, ok := m.value(r.m.items, nearWord); ok {
		n = int(v)
	}
	if m.rule.argument == "before" {
		n = -1
	}
	b, ok := r.toldDay()
	if !ok {
		return reading{kind: "TIME", value: "XXXX-XX-XXT" + podCodes[pod]}, true
	}
	p, ok := b.point.days(n)
	if !ok {
		return reading{}, false
	}
	return derivedReading(r.withPOD(m, p), b, stepDay), true
}
