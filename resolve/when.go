package resolve

import (
	"math"
	"time"

	"github.com/annals-project/annals/edtf"
)

// interval is a run of days, counted from 1970-01-01, that an event's time
// covers. The zero interval is an unknown time.
type interval struct {
	first, last int
	known       bool
}

const secondsADay = 24 * 60 * 60

// parseInterval gives the days that an EDTF value may mean; false when it is
// empty, unreadable or has no bound at all. A value that leaves its year open
// has none.
func parseInterval(s string) (interval, bool) {
	if s == "" {
		return interval{}, false
	}
	v, err := edtf.Parse(s)
	if err != nil {
		return interval{}, false
	}
	from, hasFrom := v.Earliest()
	to, hasTo := v.Latest()
	if !hasFrom && !hasTo {
		return interval{}, false
	}
	w := interval{first: math.MinInt32, last: math.MaxInt32, known: true}
	if hasFrom {
		w.first = day(from)
	}
	if hasTo {
		w.last = day(to)
	}
	return w, true
}

func day(t time.Time) int { return int(math.Floor(float64(t.Unix()) / secondsADay)) }

func (w interval) empty() bool { return !w.known }

// days is how many days the interval covers, at least 1 when known.
func (w interval) days() int { return w.last - w.first + 1 }

// toleranceDays is how far apart two reports' days for one event may lie: a
// night attack, a time zone, a report that means the day it was written.
const toleranceDays = 1

func (w interval) overlaps(o interval) bool {
	return w.first <= o.last+toleranceDays && o.first <= w.last+toleranceDays
}

// meets says whether the two share a day.
func (w interval) meets(o interval) bool { return w.first <= o.last && o.first <= w.last }
