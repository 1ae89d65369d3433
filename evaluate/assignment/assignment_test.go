package assignment

import (
	"testing"

	"pgregory.net/rapid"
)

// best tries every pairing.
func best(rows, columns int, worth func(int, int) int, used uint) int {
	if rows == 0 {
		return 0
	}
	top := best(rows-1, columns, worth, used)
	for c := range columns {
		if used&(1<<c) == 0 {
			top = max(top, worth(rows-1, c)+best(rows-1, columns, worth, used|1<<c))
		}
	}
	return top
}

func TestLargestIsTheBestOfAllPairings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(0, 5).Draw(t, "rows"), rapid.IntRange(0, 5).Draw(t, "columns")
		m := rapid.SliceOfN(rapid.IntRange(0, 6), rows*columns, rows*columns).Draw(t, "worth")
		worth := func(r, c int) int { return m[r*columns+c] }
		if got, want := Largest(rows, columns, worth), best(rows, columns, worth, 0); got != want {
			t.Fatalf("Largest = %d, want %d", got, want)
		}
	})
}
