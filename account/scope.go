package account

import "github.com/annals-project/annals"

// Scoped is low, best and high of a measure among those whom a scope holds:
// civilians, one side. Numbers that are part of another count here; of one
// report's, the largest. False when no report counts anyone of that scope.
func (a *Account) Scoped(e *Event, measure annals.Measure, holds func(*Entry) bool) (Tally, bool) {
	latest := map[int]Entry{}
	var origins []int
	for _, x := range e.Ledger {
		if x.Figure.Measure != measure || x.Figure.Cumulative || !a.Documents[x.Document].Counts() || !holds(&x) {
			continue
		}
		have, known := latest[x.Origin]
		if !known {
			origins = append(origins, x.Origin)
		}
		if !known || x.Document != have.Document || size(x.Figure) > size(have.Figure) {
			latest[x.Origin] = x
		}
	}
	if len(origins) == 0 {
		return Tally{}, false
	}
	t := Tally{Measure: measure, Rule: a.Rule.Name}
	var observations []Observation
	for _, o := range origins {
		observations = append(observations, observe(latest[o]))
		t.Statements = append(t.Statements, latest[o].Statements...)
	}
	t.Low, t.Best, t.High = a.Rule.Tally(observations)
	return t, true
}

// Tally is the event's low, best and high of a measure; false when no report
// counts it.
func (e *Event) Tally(measure annals.Measure) (Tally, bool) {
	for _, t := range e.Tallies {
		if t.Measure == measure {
			return t, true
		}
	}
	return Tally{}, false
}
