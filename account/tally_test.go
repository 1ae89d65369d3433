package account

import (
	"fmt"
	"testing"
)

// TestWholes: a count of one side alone is no count of all, unless it is the most.
func TestWholes(t *testing.T) {
	check := func(want string, observations ...Observation) {
		t.Helper()
		var got []float64
		for _, o := range wholes(observations) {
			got = append(got, *o.Best)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
	all := func(n float64) Observation { return Observation{Best: &n} }
	side := func(n float64) Observation { return Observation{Best: &n, Side: true} }
	check("[183]", all(183), side(13))
	check("[13 9]", side(13), side(9))
	check("[5 10]", all(5), side(10))
	check("[]")
}
