package resolve

import "slices"

// worded lists the pairs of voices to which two reports give the same words: "the
// officer" of one is the captain whom the other names. Of two who are nobody in
// particular, like a witness, each may have said so. Where a passage names several, it
// is open who has said which words.
func (r *Resolution) worded(voices []*voice) []hearing {
	saying := map[Passage][]int{}
	for i, v := range voices {
		for _, p := range v.passages {
			saying[p] = append(saying[p], i)
		}
	}
	best := map[[2]int]float64{}
	for _, reuse := range slices.Concat(r.Reuses, r.echoes, r.amongCopies()) {
		a, b := r.onlyVoice(saying, reuse.Left), r.onlyVoice(saying, reuse.Right)
		if a >= 0 && b >= 0 && (voices[a].tells() || voices[b].tells()) {
			pair := [2]int{min(a, b), max(a, b)}
			best[pair] = max(best[pair], reuse.Rarity)
		}
	}
	var out []hearing
	for pair, weight := range best {
		out = append(out, hearing{pair[0], pair[1], weight, true})
	}
	return out
}

// amongCopies are the runs of words that each copy of a text shares with the next.
func (r *Resolution) amongCopies() []Reuse {
	var out []Reuse
	for _, g := range r.Groups {
		for i := 1; i < len(g.Readings); i++ {
			out = append(out, r.Shared(g.Readings[i-1], g.Readings[i])...)
		}
	}
	return out
}

// onlyVoice is the one voice that the sentences of a passage name; -1 for none or
// several.
func (r *Resolution) onlyVoice(saying map[Passage][]int, p Passage) int {
	only := -1
	for _, s := range sentencesOf(r.Readings[p.Reading], p.Span) {
		for _, v := range saying[Passage{p.Reading, s}] {
			if only >= 0 && v != only {
				return -1
			}
			only = v
		}
	}
	return only
}
