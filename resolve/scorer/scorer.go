// Package scorer adds up named reasons for taking two things for one. The
// weights of the reasons are data, so that what a user reads as the reason for a
// join is what the join rests on, and what is measured is what is used.
package scorer

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Reason is something that speaks for or against two things being one, as much
// as Value says (1 for reasons that are there or not).
type Reason struct {
	Name  string
	Value float64
}

// Always is the reason that every pair has: its weight is what speaks against a
// pair of which nothing is known.
const Always = "always"

// Weights are what each reason counts, by its name.
type Weights map[string]float64

// Parse reads weights from lines "name TAB weight"; lines that begin with # and
// empty lines are left out.
func Parse(table string) (Weights, error) {
	w := Weights{}
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		name, number, ok := strings.Cut(line, "\t")
		value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if !ok || err != nil {
			return nil, fmt.Errorf("weights, line %d: %q is no name, tab and number", n, line)
		}
		if _, twice := w[name]; twice {
			return nil, fmt.Errorf("weights, line %d: %q is given twice", n, name)
		}
		w[name] = value
	}
	return w, nil
}

// String writes weights as Parse reads them, the heaviest first.
func (w Weights) String() string {
	var b strings.Builder
	names := slices.Collect(maps.Keys(w))
	slices.SortFunc(names, func(x, y string) int {
		if w[x] != w[y] {
			if w[x] > w[y] {
				return -1
			}
			return 1
		}
		return strings.Compare(x, y)
	})
	for _, n := range names {
		fmt.Fprintf(&b, "%s\t%.3f\n", n, w[n])
	}
	return b.String()
}

// Score adds up the reasons; Always is counted whether given or not. Above 0 the
// two things are taken for one.
func (w Weights) Score(reasons []Reason) float64 {
	sum := w[Always]
	for _, r := range reasons {
		sum += w[r.Name] * r.Value
	}
	return sum
}

// Why lists the reasons that count, the weightiest first; those against begin
// with "but".
func (w Weights) Why(reasons []Reason) string {
	reasons = slices.Clone(reasons)
	weigh := func(r Reason) float64 { return w[r.Name] * r.Value }
	slices.SortStableFunc(reasons, func(x, y Reason) int {
		switch d := weigh(y) - weigh(x); {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	var words []string
	for _, r := range reasons {
		switch v := weigh(r); {
		case v > 0:
			words = append(words, r.Name)
		case v < 0:
			words = append(words, "but "+r.Name)
		}
	}
	return strings.Join(words, ", ")
}
