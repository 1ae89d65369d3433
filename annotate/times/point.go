package times

import (
	"fmt"
	"time"
)

// grain is how finely a point of the calendar is told, coarsest first.
type grain uint8

const (
	noGrain grain = iota
	century
	decade
	year
	half
	quarter
	season
	month
	week
	weekend
	day
	partOfDay
	minute
)

// point is a place in the calendar.
type point struct {
	grain grain
	// year is nominal (see nominalYear) where undated.
	year    int
	undated bool // the year is not known
	month   int  // 1–12
	day     int  // 1–31; of a week, its Monday
	n       int  // number of the century, half, quarter or season; code of the part of day; minute of the day
	part    int  // early, mid, late: see parts.tsv
	approx  bool // "about"
}

// nominalYear stands in arithmetic for a year that is not known. It is no leap
// year, and results that depend on the year are refused.
const nominalYear = 2001

// Parts of the day and seasons as TIMEX3 writes them, by the values of words.tsv.
var (
	podCodes    = [...]string{1: "MO", 2: "MI", 3: "AF", 4: "EV", 5: "NI", 6: "MI", 7: "DT"}
	seasonCodes = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}
)

const (
	midday   = 2
	night    = 5
	midnight = 6
)

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func (p point) date() time.Time {
	return time.Date(p.year, time.Month(max(1, p.month)), max(1, p.day), 0, 0, 0, 0, time.UTC)
}

// on is the day of t.
func on(t time.Time) point {
	return point{grain: day, year: t.Year(), month: int(t.Month()), day: t.Day()}
}

// weekday counts from 1, Monday.
func (p point) weekday() int { return (int(p.date().Weekday())+6)%7 + 1 }

// add moves p by n units of its own grain or coarser; ok is false when that
// cannot be told without a year.
func (p point) add(n int, unit grain) (q point, ok bool) {
	switch unit {
	case century:
		p.year += n * 100
	case decade:
		p.year += n * 10
	case year:
		p.year += n
	case half:
		return p.months(n * 6)
	case quarter:
		return p.months(n * 3)
	case month:
		return p.months(n)
	case week, weekend:
		return p.days(n * 7)
	default:
		return p.days(n)
	}
	p.day = min(p.day, daysIn(p.year, max(1, p.month)))
	return p, !p.undated
}

func (p point) months(n int) (point, bool) {
	if p.month == 0 {
		return p, false
	}
	m := p.year*12 + p.month - 1 + n
	p.year, p.month = m/12, m%12+1
	p.day = min(p.day, daysIn(p.year, p.month))
	return p, true
}

func (p point) days(n int) (point, bool) {
	if p.day == 0 {
		return p, false
	}
	t := p.date().AddDate(0, 0, n)
	q := p
	q.year, q.month, q.day = t.Year(), int(t.Month()), t.Day()
	// Whether 29 February lies between cannot be told without a year.
	crosses := (p.date().Before(marchFirst(q.year)) != t.Before(marchFirst(q.year)))
	return q, !p.undated || !crosses
}

func marchFirst(year int) time.Time { return time.Date(year, 3, 1, 0, 0, 0, 0, time.UTC) }

// to widens p to a coarser grain; ok is false when p is too coarse for it.
func (p point) to(g grain) (q point, ok bool) {
	q = point{grain: g, year: p.year, undated: p.undated, month: p.month, day: p.day}
	switch g {
	case century:
		q.n = (p.year-1)/100 + 1
	case decade:
		q.year = p.year / 10 * 10
	case year:
		q.month, q.day = 0, 0
	case half, quarter:
		if p.month == 0 {
			return q, false
		}
		q.n = (p.month-1)/3 + 1
		if g == half {
			q.n = (p.month-1)/6 + 1
		}
		q.day = 0
	case season:
		if p.month == 0 {
			return q, false
		}
		q.n = p.month % 12 / 3
		if q.n == 0 {
			q.n = 4
		}
	case month:
		q.day = 0
		return q, p.month > 0
	case week, weekend:
		if p.day == 0 || p.undated {
			return q, false
		}
		q, ok = p.days(1 - p.weekday())
		q.grain, q.n, q.part, q.approx = g, 0, 0, false
		return q, ok
	case day:
		return q, p.day > 0
	}
	return q, g >= year && !p.undated || g > year || !p.undated
}

// timex is p as the value of a TIMEX3.
func (p point) timex() string {
	y := fmt.Sprintf("%04d", p.year)
	if p.undated {
		y = "XXXX"
	}
	switch p.grain {
	case century:
		return fmt.Sprintf("%02d", p.n-1)
	case decade:
		return y[:3] + "X"
	case year:
		return y
	case half:
		return fmt.Sprintf("%s-H%d", y, p.n)
	case quarter:
		return fmt.Sprintf("%s-Q%d", y, p.n)
	case season:
		return y + "-" + seasonCodes[p.n]
	case month:
		return fmt.Sprintf("%s-%02d", y, p.month)
	case week, weekend:
		isoYear, isoWeek := p.date().ISOWeek()
		s := fmt.Sprintf("%04d-W%02d", isoYear, isoWeek)
		if p.grain == weekend {
			s += "-WE"
		}
		return s
	case partOfDay:
		return fmt.Sprintf("%s-%02d-%02dT%s", y, p.month, p.day, podCodes[p.n])
	case minute:
		return fmt.Sprintf("%s-%02d-%02dT%02d:%02d", y, p.month, p.day, p.n/60, p.n%60)
	}
	return fmt.Sprintf("%s-%02d-%02d", y, p.month, p.day)
}
