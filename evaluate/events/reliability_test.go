package events

import (
	"strings"
	"testing"
)

func TestReliability(t *testing.T) {
	check := func(calls []call, want string) {
		t.Helper()
		if got := reliability("held out", calls); !strings.Contains(got, want) {
			t.Errorf("%v: %q lacks %q", calls, got, want)
		}
	}
	check([]call{{0.9, true}, {0.9, false}}, "| 0.89 | 2 | 90.0 % | 50.0 % |")
	check([]call{{0.9, true}, {0.9, false}}, "error: 40.0 points")
	check([]call{{0.5, true}, {0.5, false}}, "error: 0.0 points")
	check(nil, "error: 0.0 points")
}
