package syntax

import (
	"math/rand/v2"
	"testing"

	"github.com/annals-project/annals/model/neural"
)

// bestByTrial tries every assignment of heads.
func bestByTrial(scores neural.Matrix, n int) float32 {
	heads := make([]int, n)
	best := float32(none)
	var try func(i int, sum float32)
	try = func(i int, sum float32) {
		if i == n {
			if sum > best && count(heads, n) == 1 && isTree(heads, n) {
				best = sum
			}
			return
		}
		for h := range n + 1 {
			if h != i {
				heads[i] = h
				try(i+1, sum+scores.Row(i)[h])
			}
		}
	}
	try(0, 0)
	return best
}

// TestBestTree compares the tree with the best of all trees. With several roots
// in the running the tree is only near the best, so that one root is favoured.
func TestBestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for range 300 {
		n := 1 + rng.IntN(5)
		scores := neural.NewMatrix(neural.Pad(n, neural.Tile), neural.Lanes)
		for i := range n {
			for j := range n + 1 {
				scores.Row(i)[j] = rng.Float32() * 4
			}
			scores.Row(i)[n] -= 100
		}
		scores.Row(0)[n] += 100
		want := bestByTrial(scores, n)
		heads := make([]int, n)
		BestTree(scores, heads)
		sum := float32(0)
		for i, h := range heads {
			if h < 0 {
				h = n
			}
			sum += scores.Row(i)[h]
		}
		if d := sum - want; d > 1e-3 || d < -1e-3 {
			t.Fatalf("n=%d: heads %v score %g, the best tree %g", n, heads, sum, want)
		}
	}
}
