package resolve

import "slices"

// What makes two sentences one: the share of the rarity of the words of the
// longer, in sum, that the shorter has too, and the least of it.
const (
	sameWording = 0.65
	leastWords  = 10
)

// leastDistinct is how many words a sentence must have to echo another: a dateline
// has fewer.
const leastDistinct = 8

// echo is a sentence with its words.
type echo struct {
	Passage
	words []string
}

// findEchoes lists the pairs of sentences of reports that are not copies of each
// other which have nearly all their words in common, though no run of them tells
// of borrowing: one was made out of the other, or both out of a third.
func (r *Resolution) findEchoes() {
	var all []echo
	index := map[string][]int{}
	for i, reading := range r.Readings {
		for _, s := range reading.Sentences {
			e := echo{Passage{i, s}, wordSet(s.In(reading.Document.Text))}
			for _, w := range e.words {
				if rarity(w) >= rareWord {
					index[w] = append(index[w], len(all))
				}
			}
			all = append(all, e)
		}
	}
	met := map[[2]int]bool{}
	for _, w := range sortedKeys(index) {
		members := index[w]
		if len(members) > commonRun {
			continue
		}
		for x, i := range members {
			for _, j := range members[x+1:] {
				a, b := &all[i], &all[j]
				if met[[2]int{i, j}] || r.outlet(a.Reading) == r.outlet(b.Reading) {
					continue
				}
				met[[2]int{i, j}] = true
				if weight := common(a.words, b.words); sameWords(weight, a.words, b.words) {
					r.echoes = append(r.echoes, Reuse{Left: a.Passage, Right: b.Passage, Words: len(a.words), Rarity: weight, echo: true})
				}
			}
		}
	}
	slices.SortFunc(r.echoes, compareReuse)
}

func sameWords(weight float64, a, b []string) bool {
	return min(len(a), len(b)) >= leastDistinct && weight >= leastWords && weight >= sameWording*max(common(a, a), common(b, b))
}

func wordSet(text string) []string {
	var out []string
	for _, w := range textWords(text) {
		out = append(out, w.lower)
	}
	return sortedSet(out)
}

// oneWording says whether two passages share a run of words that tells of
// borrowing, or nearly all of their words. Of copies only that which both have is
// of one wording.
func (r *Resolution) oneWording(a, b Passage) bool {
	if b.Reading < a.Reading {
		a, b = b, a
	}
	shares := func(x Reuse) bool {
		return x.Left.Reading == a.Reading && x.Right.Reading == b.Reading && x.Left.Overlaps(a.Span) && x.Right.Overlaps(b.Span)
	}
	if r.outlet(a.Reading) == r.outlet(b.Reading) {
		x, y := wordSet(a.In(r.Readings[a.Reading].Document.Text)), wordSet(b.In(r.Readings[b.Reading].Document.Text))
		return slices.ContainsFunc(r.Shared(a.Reading, b.Reading), shares) || sameWords(common(x, y), x, y)
	}
	return slices.ContainsFunc(r.Reuses, shares) || slices.ContainsFunc(r.echoes, shares)
}
