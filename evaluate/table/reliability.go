package table

import (
	"fmt"
	"math"
	"strings"
)

// bin are the things whose confidence lies in one row of a reliability table.
type bin struct {
	n, right int
	sum      float64 // of their confidence
}

// binned sorts things into bins; steps are the lower ends.
func binned(steps []float64, calls []Call) []bin {
	bins := make([]bin, len(steps))
	for _, c := range calls {
		at := 0
		for i, least := range steps {
			if c.Confidence >= least {
				at = i
			}
		}
		bins[at].n++
		bins[at].sum += c.Confidence
		if c.Right {
			bins[at].right++
		}
	}
	return bins
}

// CalibrationError is the difference between how sure the reader was and the share that
// is right, in points, averaged over the things, which are sorted by steps.
func CalibrationError(steps []float64, calls []Call) float64 {
	off := 0.0
	for _, b := range binned(steps, calls) {
		off += math.Abs(b.sum - float64(b.right))
	}
	return 100 * off / math.Max(1, float64(len(calls)))
}

// Reliability is a Markdown table that puts the confidence of things beside the share
// of them that are right, with the expected calibration error. what says what is
// counted and when it is right; steps are the lower ends of the rows.
func Reliability(what, things string, steps []float64, calls []Call) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Confidence of %s:\n\n| confidence from | %s | mean confidence | right |\n|---|---|---|---|\n", what, things)
	for i, row := range binned(steps, calls) {
		if row.n > 0 {
			n := float64(row.n)
			fmt.Fprintf(&b, "| %.2f | %d | %.1f %% | %.1f %% |\n", steps[i], row.n, 100*row.sum/n, 100*float64(row.right)/n)
		}
	}
	fmt.Fprintf(&b, "\nExpected calibration error: %.1f points.", CalibrationError(steps, calls))
	return b.String()
}
