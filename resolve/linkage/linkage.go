// Package linkage joins things into clusters by the mean likeness of their
// members (average-link agglomeration). It takes only the pairs that are alike
// at all, so its cost grows with their number and not with all pairs.
package linkage

import (
	"cmp"
	"container/heap"
	"slices"
)

// Pair is two things with how alike they are, above 0. Pairs not given are not
// alike.
type Pair struct {
	A, B     int
	Likeness float64
}

// Average joins n things, the most alike clusters first, while the mean likeness
// over all pairs of members of two clusters is at least from, which is above 0.
// Clusters come by their least member, members ascending. The order of the pairs
// does not matter; a pair given twice counts twice.
func Average(n int, pairs []Pair, from float64) [][]int {
	l := &linkage{members: make([][]int, n), sums: make([]map[int]float64, n)}
	for i := range n {
		l.members[i], l.sums[i] = []int{i}, map[int]float64{}
	}
	for _, p := range slices.SortedFunc(slices.Values(pairs), func(x, y Pair) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), cmp.Compare(x.Likeness, y.Likeness))
	}) {
		if p.A != p.B {
			l.sums[p.A][p.B] += p.Likeness
			l.sums[p.B][p.A] += p.Likeness
		}
	}
	for a := range l.sums {
		for b := range l.sums[a] {
			if a < b {
				l.queue = append(l.queue, l.join(a, b))
			}
		}
	}
	heap.Init(&l.queue)
	for l.queue.Len() > 0 {
		j := heap.Pop(&l.queue).(join)
		if j.mean < from {
			break
		}
		if len(l.members[j.a]) == j.sizeA && len(l.members[j.b]) == j.sizeB { // else an older state of them
			l.merge(j.a, j.b)
		}
	}
	var out [][]int
	for _, m := range l.members {
		if len(m) > 0 {
			slices.Sort(m)
			out = append(out, m)
		}
	}
	return out
}

type linkage struct {
	members [][]int           // by least member; none once joined to another
	sums    []map[int]float64 // by cluster: other cluster to the sum of likenesses
	queue   queue
}

// join is two clusters as they stood when it was weighed.
type join struct {
	mean         float64
	a, b         int
	sizeA, sizeB int
}

func (l *linkage) join(a, b int) join {
	a, b = min(a, b), max(a, b)
	sizeA, sizeB := len(l.members[a]), len(l.members[b])
	return join{l.sums[a][b] / float64(sizeA*sizeB), a, b, sizeA, sizeB}
}

// merge adds cluster b to a, which has the lesser member.
func (l *linkage) merge(a, b int) {
	l.members[a] = append(l.members[a], l.members[b]...)
	l.members[b] = nil
	for k, sum := range l.sums[b] {
		delete(l.sums[k], b)
		if k != a {
			l.sums[a][k] += sum
			l.sums[k][a] = l.sums[a][k]
		}
	}
	l.sums[b] = nil
	for k := range l.sums[a] {
		heap.Push(&l.queue, l.join(a, k))
	}
}

// queue is joins, that of the largest mean first; of equal ones the earliest
// things first.
type queue []join

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].mean, q[i].mean), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(join)) }
func (q *queue) Pop() any {
	last := len(*q) - 1
	x := (*q)[last]
	*q = (*q)[:last]
	return x
}
