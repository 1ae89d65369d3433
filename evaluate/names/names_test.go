package names

import (
	"math"
	"testing"
)

func TestRow(t *testing.T) {
	check := func(c count, want float64) {
		t.Helper()
		if got := c.row("set", "part", "F1", 1, 2).Value; math.Abs(got-want) > 0.01 {
			t.Errorf("%+v: %.2f, want %.2f", c, got, want)
		}
	}
	check(count{right: 2, found: 4, gold: 3}, 57.14)
	check(count{right: 0, found: 4, gold: 3}, 0)
	check(count{}, 0)
}

func TestFoldsPartTheDocuments(t *testing.T) {
	seen := map[int]bool{}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"} {
		k := fold(id)
		if k < 0 || k >= folds || k != fold(id) {
			t.Errorf("document %s is in part %d", id, k)
		}
		seen[k] = true
	}
	if len(seen) < folds-1 {
		t.Errorf("twenty documents fill only the parts %v", seen)
	}
}
