package linkage

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestAverage(t *testing.T) {
	pairs := []Pair{{0, 1, 0.9}, {0, 2, 0.1}, {3, 0, 0.8}, {1, 2, 0.1}, {1, 3, 0.2}, {2, 3, 0.1}}
	tests := []struct {
		from float64
		want [][]int
	}{
		{0.95, [][]int{{0}, {1}, {2}, {3}}},
		{0.6, [][]int{{0, 1}, {2}, {3}}}, // 3 is near 0, but not near 0 and 1 together
		{0.45, [][]int{{0, 1, 3}, {2}}},
		{0.05, [][]int{{0, 1, 2, 3}}},
	}
	random := rand.New(rand.NewPCG(1, 1))
	for _, test := range tests {
		for range 10 {
			random.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
			if got := Average(4, pairs, test.from); !slices.EqualFunc(got, test.want, slices.Equal) {
				t.Errorf("from %v: %v, want %v", test.from, got, test.want)
			}
		}
	}
}
