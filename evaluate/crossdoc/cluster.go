package crossdoc

// cluster joins mentions while the mean score between two clusters stays above
// the threshold, the best pair first (average-link agglomeration).
func cluster(scores [][]float64, threshold float64) [][]int {
	n := len(scores)
	sum := make([][]float64, n)
	clusters := make([][]int, n)
	for i := range clusters {
		clusters[i] = []int{i}
		sum[i] = append([]float64(nil), scores[i]...)
	}
	mean := func(i, j int) float64 { return sum[i][j] / float64(len(clusters[i])*len(clusters[j])) }
	best := make([]int, n) // nearest live cluster after it
	nearest := func(i int) int {
		at := -1
		for j := i + 1; j < n; j++ {
			if clusters[j] != nil && (at < 0 || mean(i, j) > mean(i, at)) {
				at = j
			}
		}
		return at
	}
	for i := range best {
		best[i] = nearest(i)
	}
	for {
		a := -1
		for i := range clusters {
			if clusters[i] != nil && best[i] >= 0 && (a < 0 || mean(i, best[i]) > mean(a, best[a])) {
				a = i
			}
		}
		if a < 0 || mean(a, best[a]) < threshold {
			break
		}
		b := best[a]
		for k := range clusters {
			sum[a][k] += sum[b][k]
			sum[k][a] = sum[a][k]
		}
		clusters[a] = append(clusters[a], clusters[b]...)
		clusters[b] = nil
		for i := range clusters {
			if clusters[i] != nil && (i == a || best[i] == a || best[i] == b || i < a && mean(i, a) > mean(i, best[i])) {
				best[i] = nearest(i)
			}
		}
	}
	var out [][]int
	for _, c := range clusters {
		if c != nil {
			out = append(out, c)
		}
	}
	return out
}
