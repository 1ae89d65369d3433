package table

import (
	"strings"
	"testing"
)

func TestCurve(t *testing.T) {
	check := func(calls []Call, gold int, want ...string) {
		t.Helper()
		_, rows, _ := strings.Cut(Curve("things", calls, gold), "|---|---|---|---|---|\n")
		if got := strings.TrimSpace(rows); got != strings.Join(want, "\n") {
			t.Errorf("%v of %d:\n%s\nwant\n%s", calls, gold, got, strings.Join(want, "\n"))
		}
	}
	check(nil, 3, "| 0.0–0.9 | 0 | 0.0 | 0.0 | 0.0 |")
	check([]Call{{0.9, true}, {0.5, false}}, 2,
		"| 0.0–0.5 | 2 | 50.0 | 50.0 | 50.0 |",
		"| 0.6–0.9 | 1 | 100.0 | 50.0 | 66.7 |")
	check([]Call{{0.15, true}, {0.85, true}, {0.85, false}}, 4,
		"| 0.0–0.1 | 3 | 66.7 | 50.0 | 57.1 |",
		"| 0.2–0.8 | 2 | 50.0 | 25.0 | 33.3 |",
		"| 0.9 | 0 | 0.0 | 0.0 | 0.0 |")
}
