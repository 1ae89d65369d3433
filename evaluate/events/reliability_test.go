package events

import (
	"strings"
	"testing"

	"github.com/annals-project/annals/evaluate/table"
)

func TestReliability(t *testing.T) {
	check := func(calls []table.Call, want string) {
		t.Helper()
		if got := reliability("held out", calls); !strings.Contains(got, want) {
			t.Errorf("%v: %q lacks %q", calls, got, want)
		}
	}
	check([]table.Call{{Confidence: 0.9, Right: true}, {Confidence: 0.9, Right: false}}, "| 0.89 | 2 | 90.0 % | 50.0 % |")
	check([]table.Call{{Confidence: 0.9, Right: true}, {Confidence: 0.9, Right: false}}, "error: 40.0 points")
	check([]table.Call{{Confidence: 0.5, Right: true}, {Confidence: 0.5, Right: false}}, "error: 0.0 points")
	check(nil, "error: 0.0 points")
}
