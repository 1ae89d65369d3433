package account

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/resolve"
)

// Range is low, best and high of a sum; an event of which nothing is counted
// adds nothing to it.
type Range struct{ Low, Best, High float64 }

// Series is counts of events over time, beside the counts that reports state.
type Series struct {
	By, Period string
	Points     []Point
	Stated     []StatedCount
	Coverage   Coverage // of all reports
}

// Point is the events of one name in one period.
type Point struct {
	Name            string
	Period          string // "2021-08"; "" when the date is not known so finely
	Events          []int  // indices into Account.Events
	Killed, Injured Range
	Coverage        Coverage
}

// StatedCount is a count over time that a report itself states.
type StatedCount struct {
	Name  string
	Entry Entry
}

// periods are how finely a series counts, with the length of an EDTF value that
// is known so finely.
var periods = map[string]int{"day": len("2021-08-26"), "month": len("2021-08"), "year": len("2021")}

// SeriesBy are what a series can be counted by.
var SeriesBy = []string{"actor", "type", "place", "country"}

// Series counts events that happened, by actor, type, place or country, and day,
// month or year. An event is counted under each of its actors; of several told as
// one and each by itself, either the one or its parts. What history
// reports retell is counted with the rest, in its own time.
func (a *Account) Series(by, period string) (*Series, error) {
	if !slices.Contains(SeriesBy, by) || periods[period] == 0 {
		return nil, fmt.Errorf("a series is by %s and by day, month or year, not by %q and %q", strings.Join(SeriesBy, ", "), by, period)
	}
	s := &Series{By: by, Period: period, Coverage: a.Coverage(a.all())}
	at := map[[2]string]*Point{}
	for i := range a.Events {
		e := &a.Events[i]
		if e.Status != annals.Happened || e.PLOVER == nil || !e.Counted {
			continue
		}
		when := inPeriod(e.EDTF, period)
		for _, name := range a.namesOf(e, by) {
			key := [2]string{name, when}
			if at[key] == nil {
				at[key] = &Point{Name: name, Period: when}
			}
			at[key].Events = append(at[key].Events, i)
		}
	}
	for _, p := range at {
		a.total(p)
		s.Points = append(s.Points, *p)
	}
	sort.Slice(s.Points, func(i, j int) bool {
		x, y := s.Points[i], s.Points[j]
		return x.Period < y.Period || x.Period == y.Period && x.Name < y.Name
	})
	s.Stated = a.stated(by)
	return s, nil
}

// inPeriod is the period that a date lies in; "" when it may lie in several.
func inPeriod(date, period string) string {
	v, err := edtf.Parse(date)
	if date == "" || err != nil {
		return ""
	}
	first, ok1 := v.Earliest()
	last, ok2 := v.Latest()
	if !ok1 || !ok2 {
		return ""
	}
	n := periods[period]
	from, to := first.Format("2006-01-02")[:n], last.Format("2006-01-02")[:n]
	if from != to {
		return ""
	}
	return from
}

// namesOf are what an event is counted under; none when that is not known.
func (a *Account) namesOf(e *Event, by string) []string {
	switch by {
	case "type":
		return []string{strings.TrimSuffix(e.PLOVER.Type+" "+e.PLOVER.Mode, " ")}
	case "place":
		if e.Place != nil {
			return []string{e.Place.Name}
		}
	case "country":
		if e.Place != nil && e.Place.Country != "" {
			return []string{e.Place.Country}
		}
	case "actor":
		var out []string
		for _, p := range e.Parties {
			if p.Role == annals.Actor && p.Actor >= 0 && !slices.Contains(out, p.Name) {
				out = append(out, p.Name)
			}
		}
		return out
	}
	return nil
}

// total sums a point's events.
func (a *Account) total(p *Point) {
	var documents []int
	for _, i := range p.Events {
		e := &a.Events[i]
		p.Killed.add(e, annals.Killed)
		p.Injured.add(e, annals.Injured)
		documents = append(documents, e.Documents...)
	}
	p.Coverage = a.Coverage(documents)
}

// add adds an event's tally; where the rule gives no best, the lower bound
// stands for it.
func (r *Range) add(e *Event, m annals.Measure) {
	t, ok := e.Tally(m)
	if !ok {
		return
	}
	r.Low += number(firstKnown(t.Low, t.Best, t.High))
	r.Best += number(firstKnown(t.Best, t.Low, t.High))
	r.High += number(firstKnown(t.High, t.Best, t.Low))
}

func number(x *float64) float64 {
	if x == nil {
		return 0
	}
	return *x
}

// stated are the counts over time that reports state of an actor or a place.
func (a *Account) stated(by string) []StatedCount {
	var out []StatedCount
	for _, d := range a.Documents {
		r := a.Reading(d.Reading)
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Measure != annals.Attacks && f.Measure != annals.Clashes && !f.Cumulative {
				continue
			}
			name := ""
			switch {
			case by == "actor" && f.Subject != 0:
				name = a.NameOf(resolve.EntityKey{Reading: d.Reading, Entity: f.Subject})
			case f.Place == 0 || r.Mentions[f.Place-1].Place == nil:
			case by == "place":
				name = r.Mentions[f.Place-1].Place.Name
			case by == "country":
				name = r.Mentions[f.Place-1].Place.Country
			}
			if name != "" {
				out = append(out, StatedCount{name, a.Entry(d.Reading, annals.Ref(i+1))})
			}
		}
	}
	return out
}
