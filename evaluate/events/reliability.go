package events

import (
	"fmt"
	"math"
	"strings"

	"github.com/annals-project/annals/evaluate/table"
)

// steps are the lower ends of the rows of a reliability table.
var steps = []float64{0, 0.6, 0.72, 0.76, 0.85, 0.89}

// reliability is a Markdown table that puts the confidence of events beside the
// share of them whose status is right, with the expected calibration error: the
// difference between the two, in points, averaged over the events.
func reliability(part string, calls []table.Call) string {
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
	fmt.Fprintf(&b, "Confidence of events and how often their status is right, %s:\n\n| confidence from | events | mean confidence | right |\n|---|---|---|---|\n", part)
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
