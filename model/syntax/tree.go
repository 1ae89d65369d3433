package syntax

import "github.com/annals-project/annals/model/neural"

// none marks an arc that may not be.
const none = -1e30

// BestTree writes to heads the best tree over arc scores with one root (Chu,
// Liu, Edmonds), so that arcs may cross: an index in the sentence, or -1 for
// the root. Row i, column j of scores is the score of j as the governor of i;
// column len(heads) is the root. It allocates only when the best governor of
// each word by itself makes no tree.
func BestTree(scores neural.Matrix, heads []int) {
	n := len(heads)
	for i := range heads {
		row := scores.Row(i)
		row[i] = none
		heads[i] = argmax(row[:n+1])
	}
	if n > 0 && (count(heads, n) != 1 || !isTree(heads, n)) {
		copy(heads, span(oneRoot(scores, n)))
	}
	for i, h := range heads {
		if h == n {
			heads[i] = -1
		}
	}
}

func argmax(row []float32) int {
	best := 0
	for j, s := range row {
		if s > row[best] {
			best = j
		}
	}
	return best
}

// oneRoot copies the scores and forbids the root to all words but the one that
// gains most by it.
func oneRoot(scores neural.Matrix, n int) [][]float32 {
	out := make([][]float32, n)
	root, high := 0, float32(0)
	for i := range out {
		out[i] = append([]float32(nil), scores.Row(i)[:n+1]...)
		rest := float32(none)
		for _, s := range out[i][:n] {
			rest = max(rest, s)
		}
		if gain := out[i][n] - rest; i == 0 || gain > high {
			root, high = i, gain
		}
	}
	for i := range out {
		if i != root {
			out[i][n] = none
		}
	}
	return out
}

func count(heads []int, v int) (n int) {
	for _, h := range heads {
		if h == v {
			n++
		}
	}
	return n
}

// isTree says whether every word reaches the root n.
func isTree(heads []int, n int) bool {
	for i := range heads {
		steps := 0
		for j := i; j != n; j = heads[j] {
			if steps++; steps > n {
				return false
			}
		}
	}
	return true
}

// span is the best spanning tree below node len(score), by contracting a cycle
// and solving the smaller problem.
func span(score [][]float32) []int {
	n := len(score)
	heads := make([]int, n)
	for i := range heads {
		heads[i] = argmax(score[i])
	}
	cycle := findCycle(heads)
	if cycle == nil {
		return heads
	}
	inside := make([]bool, n+1)
	for _, m := range cycle {
		inside[m] = true
	}
	var old []int // old[k] is the node that is k in the smaller problem
	for i := range n {
		if !inside[i] {
			old = append(old, i)
		}
	}
	c := len(old) // the cycle
	old = append(old, -1, n)
	small := make([][]float32, c+1)
	enter, leave := make([]int, c+2), make([]int, c+1)
	for k := range small {
		small[k] = make([]float32, c+2)
		for g, j := range old {
			switch {
			case k == c && g == c:
				small[k][g] = none
			case k == c:
				enter[g], small[k][g] = best(cycle, func(m int) float32 { return score[m][j] - score[m][heads[m]] })
			case g == c:
				leave[k], small[k][g] = best(cycle, func(m int) float32 { return score[old[k]][m] })
			default:
				small[k][g] = score[old[k]][j]
			}
		}
	}
	for k, g := range span(small) {
		switch {
		case k == c:
			heads[enter[g]] = old[g]
		case g == c:
			heads[old[k]] = leave[k]
		default:
			heads[old[k]] = old[g]
		}
	}
	return heads
}

// best is the node with the highest value, and the value.
func best(nodes []int, value func(int) float32) (int, float32) {
	node, high := nodes[0], value(nodes[0])
	for _, m := range nodes[1:] {
		if v := value(m); v > high {
			node, high = m, v
		}
	}
	return node, high
}

// findCycle is a cycle among heads, nil when there is none.
func findCycle(heads []int) []int {
	n := len(heads)
	seen := make([]int, n) // by which walk
	for i := range heads {
		j := i
		for j != n && seen[j] == 0 {
			seen[j] = i + 1
			j = heads[j]
		}
		if j == n || seen[j] != i+1 {
			continue
		}
		cycle := []int{j}
		for k := heads[j]; k != j; k = heads[k] {
			cycle = append(cycle, k)
		}
		return cycle
	}
	return nil
}
