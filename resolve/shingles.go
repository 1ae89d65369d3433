package resolve

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"
	"strings"
	"unicode"
)

// How candidates are found: copies share many runs of words, so a sample meets
// them.
const (
	shingleWords  = 3
	minShingles   = 24 // shorter texts are copies only when identical
	sampleOneIn   = 4
	alikeSample   = 0.05 // share of the smaller sample that two texts must have in common to be compared
	alikeLeast    = 2    // and this many runs
	postingLength = 64   // of the texts that hold one run only the first so many are met through it
)

// A run that very many texts hold is furniture or a formula of the trade and
// tells nothing; a text is seldom copied that often.
const (
	formulaShare = 0.01 // of all texts
	formulaLeast = 50   // texts, whatever the share
)

// fingerprint is a text's words, hashed, and which runs of them it holds.
type fingerprint struct {
	words []uint32
	runs  []uint32 // sorted, each once
}

func newFingerprint(text string) fingerprint {
	var p fingerprint
	for _, w := range wordsOf(text) {
		p.words = append(p.words, hashWords(w))
	}
	p.findRuns()
	return p
}

// findRuns lists the runs of the print's words.
func (p *fingerprint) findRuns() {
	for i := range p.words {
		if run, ok := p.run(i); ok {
			p.runs = append(p.runs, run)
		}
	}
	slices.Sort(p.runs)
	p.runs = slices.Compact(p.runs)
}

// run is the hash of the run of words that begins at a word; false at the end.
func (p *fingerprint) run(at int) (uint32, bool) {
	if at+shingleWords > len(p.words) {
		return 0, false
	}
	h := uint32(0)
	for _, w := range p.words[at : at+shingleWords] {
		h = (h ^ w) * 0x9E3779B1 // the golden ratio in 32 bits, as Knuth mixes
		h ^= h >> 15
	}
	return h, true
}

// sample is the runs that texts are found by.
func (p *fingerprint) sample() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for _, h := range p.runs {
			if h%sampleOneIn == 0 && !yield(h) {
				return
			}
		}
	}
}

// dropFormulas takes what too many texts hold out of all fingerprints. Runs are
// counted in a table by the ends of their hashes; that two runs now and then
// share a cell does no harm.
func dropFormulas(prints []fingerprint) {
	if len(prints) <= formulaLeast {
		return // too few to tell
	}
	held := make([]uint32, formulaCells)
	for i := range prints {
		for _, h := range prints[i].runs {
			held[h%formulaCells]++
		}
	}
	most := uint32(max(formulaLeast, formulaShare*float64(len(prints))))
	formula := func(h uint32) bool { return held[h%formulaCells] > most }
	for i := range prints {
		prints[i].drop(formula)
	}
}

// formulaCells bounds the memory of the count (64 MiB).
const formulaCells = 1 << 24

// drop takes out the words that stand in a formula, and the formulas.
func (p *fingerprint) drop(formula func(uint32) bool) {
	kept := p.words[:0]
	covered := 0 // words before this one stand in a formula
	for i, w := range slices.Clone(p.words) {
		if run, ok := p.run(i); ok && formula(run) {
			covered = i + shingleWords
		}
		if i >= covered {
			kept = append(kept, w)
		}
	}
	p.words = kept
	p.runs = slices.DeleteFunc(p.runs, formula)
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
		if len(prints[i].runs) < minShingles {
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

func hashWords(words ...string) uint32 {
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
