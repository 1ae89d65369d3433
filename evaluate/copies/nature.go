package copies

import "strings"

// Some articles of the corpora are copies of one another as they stand. A
// measure apart from what is measured tells them: the share of the shorter
// one's words that stand in runs of exactRun words or more that both have.
const (
	exactRun = 8
	copied   = 0.5 // from here on both are taken for one text
	doubtful = 0.2 // from here on their pairs are left out of the count
)

// nature says which articles belong together as they stand.
type nature struct {
	root  []int           // article to the first of those it is a copy of
	doubt map[[2]int]bool // pairs of roots that are left out
}

func (n *nature) same(a, b int) bool { return n.root[a] == n.root[b] }
func (n *nature) doubtful(a, b int) bool {
	return n.doubt[[2]int{min(n.root[a], n.root[b]), max(n.root[a], n.root[b])}]
}

func natureOf(from []article) *nature {
	n := &nature{doubt: map[[2]int]bool{}}
	words := make([][]string, len(from))
	holders := map[string][]int{} // run to the articles that hold it, each once
	for i, a := range from {
		n.root = append(n.root, i)
		words[i] = strings.Fields(strings.ToLower(a.text()))
		for at := 0; at+exactRun <= len(words[i]); at++ {
			run := strings.Join(words[i][at:at+exactRun], " ")
			if h := holders[run]; len(h) == 0 || h[len(h)-1] != i {
				holders[run] = append(h, i)
			}
		}
	}
	shared := map[[2]int]int{}
	for i := range from {
		covered := map[int]int{} // other article to the word up to which it is covered
		for at := 0; at+exactRun <= len(words[i]); at++ {
			for _, j := range holders[strings.Join(words[i][at:at+exactRun], " ")] {
				if j != i {
					shared[[2]int{i, j}] += at + exactRun - max(at, covered[j])
					covered[j] = at + exactRun
				}
			}
		}
	}
	var doubts [][2]int
	for p, count := range shared {
		switch share := float64(count) / float64(len(words[p[0]])); {
		case share >= copied:
			n.join(p[0], p[1])
		case share >= doubtful:
			doubts = append(doubts, p)
		}
	}
	for _, p := range doubts {
		if a, b := n.root[p[0]], n.root[p[1]]; a != b {
			n.doubt[[2]int{min(a, b), max(a, b)}] = true
		}
	}
	return n
}

func (n *nature) join(a, b int) {
	old, root := max(n.root[a], n.root[b]), min(n.root[a], n.root[b])
	for i := range n.root {
		if n.root[i] == old {
			n.root[i] = root
		}
	}
}
