package table

import (
	"fmt"
	"math"
	"strings"
)

// Reliability is a Markdown table that puts the confidence of things beside the share
// of them that are right, with the expected calibration error: the difference between
// the two, in points, averaged over the things. what says what is counted and when it
// is right; steps are the lower ends of the rows.
func Reliability(what, things string, steps []float64, calls []Call) string {
	type row struct {
		n, right int
		sum      float64
	}
	rows := make([]row, len(steps))
	for _, c := range calls {
		at := 0
		for i, least := range steps {
			if c.Confidence >= least {
				at = i
			}
		}
		rows[at].n++
		rows[at].sum += c.Confidence
		if c.Right {
			rows[at].right++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Confidence of %s:\n\n| confidence from | %s | mean confidence | right |\n|---|---|---|---|\n", what, things)
	off := 0.0
	for i, r := range rows {
		if r.n == 0 {
			continue
		}
		n := float64(r.n)
		fmt.Fprintf(&b, "| %.2f | %d | %.1f %% | %.1f %% |\n", steps[i], r.n, 100*r.sum/n, 100*float64(r.right)/n)
		off += math.Abs(r.sum - float64(r.right))
	}
	fmt.Fprintf(&b, "\nExpected calibration error: %.1f points.", 100*off/math.Max(1, float64(len(calls))))
	return b.String()
}
