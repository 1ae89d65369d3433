package resolve

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
)

// drawTelling makes a telling with few values of each kind, so that many agree.
func drawTelling(t *rapid.T, label string) telling {
	x := telling{typ: rapid.SampledFrom([]string{"ASSAULT", "PROTEST"}).Draw(t, label+" type"), modes: map[string]bool{}}
	x.status = rapid.SampledFrom([]annals.Status{annals.Happened, annals.Denied, annals.Planned}).Draw(t, label+" status")
	if first := rapid.IntRange(0, 6).Draw(t, label+" day"); first > 0 {
		x.when = interval{first: first, last: first + rapid.IntRange(0, 4).Draw(t, label+" days"), known: true}
	}
	for _, m := range rapid.SliceOfN(rapid.SampledFrom([]string{"drone", "suicide-attack", "firearms"}), 0, 2).Draw(t, label+" means") {
		x.modes[m] = true
	}
	if n := rapid.IntRange(0, 5).Draw(t, label+" place"); n > 0 {
		x.place = &annals.Place{Name: fmt.Sprint(n), Country: "AF", Admin1: fmt.Sprint(n % 2), Precision: annals.Settlement}
		if n > 3 {
			x.place.Precision, x.place.Admin1 = annals.Country, ""
		}
	}
	if n := rapid.SampledFrom([]float64{0, 4, 9, 10}).Draw(t, label+" killed"); n > 0 {
		x.killed, x.several = &n, rapid.Bool().Draw(t, label+" several")
	}
	if n := rapid.IntRange(-1, 4).Draw(t, label+" turn"); n >= 0 {
		x.series = map[int64]annals.Ref{int64(n % 2): annals.Ref(n)}
	}
	return x
}

// TestClusterAgrees holds the summary to what it sums up: clusters agree when no
// telling of one contradicts one of the other.
func TestClusterAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sides [2][]telling
		var sums [2]*cluster
		for side := range sides {
			for i := range rapid.IntRange(1, 4).Draw(t, "tellings") {
				x := drawTelling(t, fmt.Sprint(side, i))
				if sums[side] == nil {
					sums[side] = newCluster(&x)
				} else if c := newCluster(&x); sums[side].agrees(c) {
					sums[side].take(c)
				} else {
					continue
				}
				sides[side] = append(sides[side], x)
			}
		}
		want := ""
		for i := range sides[0] {
			for j := range sides[1] {
				x, y := &sides[0][i], &sides[1][j]
				if reason := contradict(x, y); reason != "" {
					want = reason
				} else if manyAgainstOne(x.several, y.several, x.killed, y.killed) {
					want = "many against one"
				}
				for name, ref := range x.series {
					if other, known := y.series[name]; known && other != ref {
						want = "two of a series"
					}
				}
			}
		}
		if got := sums[0].agrees(sums[1]); got != (want == "") {
			t.Fatalf("agrees: %v; a pair of tellings contradicts: %q", got, want)
		}
	})
}
