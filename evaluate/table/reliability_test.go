package table

import (
	"strings"
	"testing"
)

func TestReliability(t *testing.T) {
	check := func(calls []Call, want string) {
		t.Helper()
		if got := Reliability("things and how often they are right", "things", []float64{0, 0.89}, calls); !strings.Contains(got, want) {
			t.Errorf("%v: %q lacks %q", calls, got, want)
		}
	}
	check([]Call{{Confidence: 0.9, Right: true}, {Confidence: 0.9, Right: false}}, "| 0.89 | 2 | 90.0 % | 50.0 % |")
	check([]Call{{Confidence: 0.9, Right: true}, {Confidence: 0.9, Right: false}}, "error: 40.0 points")
	check([]Call{{Confidence: 0.5, Right: true}, {Confidence: 0.5, Right: false}}, "error: 0.0 points")
	check(nil, "| confidence from | things | mean confidence | right |")
	check(nil, "error: 0.0 points")
}
