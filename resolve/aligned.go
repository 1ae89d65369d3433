package resolve

// How alike two texts must be to be copies. A rewriter who changes three words
// in ten leaves most words of a sentence standing in their order, all over the
// text; reports written apart do not, and those that quote one statement do in
// one place. So a text is looked at block by block.
const (
	blockWords  = 16
	blockTaken  = 0.45 // share of a block's words in line in the other text that shows the block was taken over
	drift       = 1    // words by which a replacement may move the rest
	textTaken   = 0.5  // share of the shorter text's blocks taken over that makes a copy
	leastBlocks = 2    // a shorter text counts as this many
)

// copied says whether the shorter of two texts is mostly taken from the other,
// or both from a third.
func copied(a, b *fingerprint) bool {
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	return taken(a, b) >= textTaken
}

// taken is the share of a's blocks that stand in b.
func taken(a, b *fingerprint) float64 {
	at := b.pairs()
	blocks, hits := 0, 0
	for from := 0; from < len(a.words); from += blockWords {
		to := min(from+blockWords, len(a.words))
		if to-from < blockWords/2 && blocks > 0 {
			continue // too little left to tell
		}
		blocks++
		if float64(aligned(a.words[from:to], from, b.words, at)) >= blockTaken*float64(to-from) {
			hits++
		}
	}
	return float64(hits) / float64(max(blocks, leastBlocks))
}

// pairs gives for each pair of neighbouring words where it stands.
func (p *fingerprint) pairs() map[uint64][]int {
	at := make(map[uint64][]int, len(p.words))
	for i := 1; i < len(p.words); i++ {
		k := uint64(p.words[i-1])<<32 | uint64(p.words[i])
		at[k] = append(at[k], i-1)
	}
	return at
}

// aligned is how many words of a block stand in the other text at the distance
// from one another that they have in the block, give or take a few: pairs of
// words vote for where in the text the block would lie.
func aligned(block []uint32, from int, other []uint32, at map[uint64][]int) int {
	votes := map[int]int{}
	best, most := 0, 0
	for i := 1; i < len(block); i++ {
		for _, j := range at[uint64(block[i-1])<<32|uint64(block[i])] {
			shift := j - (from + i - 1)
			votes[shift]++
			if v := votes[shift]; v > most || v == most && shift < best {
				best, most = shift, v
			}
		}
	}
	if most == 0 {
		return 0
	}
	n := 0
	for i, w := range block {
		for j := max(0, from+i+best-drift); j <= min(len(other)-1, from+i+best+drift); j++ {
			if other[j] == w {
				n++
				break
			}
		}
	}
	return n
}
