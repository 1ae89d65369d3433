package account

import (
	"math"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Tally is low, best and high of one measure, worked out by a named rule.
type Tally struct {
	Measure         annals.Measure
	Who             string // "all"
	Low, Best, High *float64
	Rule            string
	Computed        []string
	Statements      []resolve.StatementKey
}

// Rule is a named way to make one low, best and high out of what independent
// origins say. It is a value: another rule is another value.
type Rule struct {
	Name       string
	Definition string
	// Tally works on one observation an origin, oldest report first, at least one.
	Tally func([]Observation) (low, best, high *float64)
}

// IndependentLatest trusts the latest count; a stated total outranks a sum of
// the same day.
var IndependentLatest = Rule{
	Name: "independent-latest",
	Definition: "One count an origin. Best is the count of the latest report, a stated total before a computed sum of the same date; " +
		"low is the least lower bound and high the greatest upper bound that any origin gives.",
	Tally: func(observations []Observation) (low, best, high *float64) {
		latest := observations[0]
		for _, o := range observations {
			low = least(low, firstKnown(o.Low, o.High, o.Best))
			high = greatest(high, firstKnown(o.High, o.Best))
			if later(o, latest) {
				latest = o
			}
		}
		return low, latest.Best, high
	},
}

// later says whether o is the better witness for "now": reported later, or the
// same day and stated where the other was computed. An undated report never
// outranks a dated one.
func later(o, than Observation) bool {
	if o.Reported != than.Reported {
		return o.Reported > than.Reported
	}
	return o.Computed == "" && than.Computed != ""
}

// firstKnown is the first of the numbers that is known. A count with only an
// upper bound ("nearly 200") still shows that origins go as low as that.
func firstKnown(numbers ...*float64) *float64 {
	for _, n := range numbers {
		if n != nil {
			return n
		}
	}
	return nil
}

func least(x, y *float64) *float64 {
	if x == nil || y != nil && *y < *x {
		return y
	}
	return x
}

func greatest(x, y *float64) *float64 {
	if x == nil || y != nil && *y > *x {
		return y
	}
	return x
}

// tallied are the measures that an event's low, best and high are worked out for.
var tallied = []annals.Measure{annals.Killed, annals.Injured, annals.Captured, annals.Abducted, annals.Missing, annals.Displaced}

func (a *Account) tallies(ledger []Entry) []Tally {
	var out []Tally
	for _, measure := range tallied {
		observations := wholes(a.observations(ledger, measure))
		if len(observations) == 0 {
			continue
		}
		t := Tally{Measure: measure, Who: "all", Rule: a.Rule.Name}
		t.Low, t.Best, t.High = a.Rule.Tally(observations)
		for _, o := range observations {
			t.Statements = append(t.Statements, o.Statements...)
			if o.Computed != "" {
				t.Computed = append(t.Computed, o.Computed)
			}
		}
		out = append(out, t)
	}
	return out
}

// wholes leaves out what counts one side alone ("13 soldiers"), where others count
// all, and no fewer: it bounds their counts from below, and is none of its own.
func wholes(observations []Observation) []Observation {
	most := math.Inf(-1)
	for _, o := range observations {
		if !o.Side {
			most = max(most, *o.Best)
		}
	}
	var out []Observation
	for _, o := range observations {
		if !o.Side || *o.Best > most {
			out = append(out, o)
		}
	}
	return out
}

// Number writes a count without an exponent: "1500", "2.5".
func Number(x float64) string {
	if x == math.Trunc(x) {
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// numeral is a figure's number with its qualifier: "nearly 200", "1500–2200".
func numeral(f *annals.Figure) string {
	words := []string{}
	if f.Qualifier != "" {
		words = append(words, f.Qualifier)
	}
	switch {
	case f.Value != nil:
		words = append(words, Number(*f.Value))
	case f.Low != nil && f.High != nil:
		words = append(words, Number(*f.Low)+"–"+Number(*f.High))
	case f.Low != nil:
		words = append(words, Number(*f.Low)+" or more")
	case f.High != nil:
		words = append(words, Number(*f.High)+" or fewer")
	}
	return strings.Join(words, " ")
}

// Numeral is the number of an entry as the report bounds it.
func (e *Entry) Numeral() string { return numeral(e.Figure) }
