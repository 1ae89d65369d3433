package resolve

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"
	"strings"
	"unicode"
)

// How alike two texts must be to be copies. A rewriter who changes three words
// in ten leaves a third of the runs of three words standing, all over the text;
// reports written apart share few, and those that quote one statement share
// them in one place. So a text is looked at block by block.
const (
	shingleWords = 3
	blockWords   = 24
	blockTaken   = 0.16 // share of a block's runs in the other text that shows the block was taken over
	textTaken    = 0.5  // share of the shorter text's blocks taken over that makes a copy
	minShingles  = 24   // shorter texts are copies only when identical
)

// How candidates are found. Copies share many runs, so a sample meets them.
const (
	sampleOneIn   = 4
	alikeSample   = 0.07 // share of the smaller sample that two texts must have in common to be compared
	alikeLeast    = 2    // and this many runs
	postingLength = 64   // of the texts that hold one run only the first so many are met through it
)

// fingerprint is a text's runs of words, hashed.
type fingerprint struct {
	inOrder []uint32
	sorted  []uint32 // each once
}

func newFingerprint(text string) fingerprint {
	words := wordsOf(text)
	var p fingerprint
	for i := 0; i+shingleWords <= len(words); i++ {
		p.inOrder = append(p.inOrder, hashWords(words[i:i+shingleWords]))
	}
	p.sorted = slices.Clone(p.inOrder)
	slices.Sort(p.sorted)
	p.sorted = slices.Compact(p.sorted)
	return p
}

// sample is the runs that texts are found by.
func (p *fingerprint) sample() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for _, h := range p.sorted {
			if h%sampleOneIn == 0 && !yield(h) {
				return
			}
		}
	}
}

func (p *fingerprint) holds(h uint32) bool {
	_, found := slices.BinarySearch(p.sorted, h)
	return found
}

// posting says that a text holds a sampled run.
type posting struct {
	run  uint32
	text int32
}

// alikePairs yields the pairs of the listed texts, the earlier first, that share
// enough of their samples to be worth comparing.
func alikePairs(prints []fingerprint, texts []int) iter.Seq[[2]int] {
	var postings []posting
	sizes := make([]int, len(prints))
	for _, i := range texts {
		if len(prints[i].inOrder) < minShingles {
			continue
		}
		for h := range prints[i].sample() {
			postings = append(postings, posting{h, int32(i)})
			sizes[i]++
		}
	}
	slices.SortFunc(postings, func(a, b posting) int { return cmp.Or(cmp.Compare(a.run, b.run), cmp.Compare(a.text, b.text)) })
	return func(yield func([2]int) bool) {
		for _, j := range texts {
			for _, i := range earlierAlike(prints, postings, sizes, j) {
				if !yield([2]int{i, j}) {
					return
				}
			}
		}
	}
}

// earlierAlike lists the texts before j that share enough sampled runs with it.
func earlierAlike(prints []fingerprint, postings []posting, sizes []int, j int) []int {
	if sizes[j] == 0 {
		return nil
	}
	shared := map[int]int{}
	for h := range prints[j].sample() {
		at, _ := slices.BinarySearchFunc(postings, h, func(p posting, h uint32) int { return cmp.Compare(p.run, h) })
		for n := 0; n < postingLength && at < len(postings) && postings[at].run == h && int(postings[at].text) < j; n++ {
			shared[int(postings[at].text)]++
			at++
		}
	}
	var out []int
	for i, n := range shared {
		if n >= alikeLeast && float64(n) >= alikeSample*float64(min(sizes[i], sizes[j])) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// copied says whether the shorter of two texts is mostly taken from the other,
// or both from a third.
func copied(a, b *fingerprint) bool {
	if len(a.inOrder) > len(b.inOrder) {
		a, b = b, a
	}
	return taken(a, b) >= textTaken
}

// taken is the share of a's blocks that stand in b.
func taken(a, b *fingerprint) float64 {
	if len(a.inOrder) == 0 {
		return 0
	}
	blocks, hits := 0, 0
	for block := range slices.Chunk(a.inOrder, blockWords) {
		if len(block) < blockWords/2 && blocks > 0 {
			continue // too little left to tell
		}
		n := 0
		for _, h := range block {
			if b.holds(h) {
				n++
			}
		}
		blocks++
		if float64(n) >= blockTaken*float64(len(block)) {
			hits++
		}
	}
	return float64(hits) / float64(blocks)
}

func hashWords(words []string) uint32 {
	h := fnv.New32a()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{0})
	}
	return h.Sum32()
}

// wordsOf is the maximal runs of letters and digits of a text, lower-cased.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}
