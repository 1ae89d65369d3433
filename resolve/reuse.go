package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// Reuse is a run of words that stands in two reports which are not copies.
type Reuse struct {
	Left, Right Passage
	Words       int
	Rarity      float64 // of its words in sum: what it tells that both have them

	echo bool // two sentences with nearly all their words in common, in any order
}

// Passage is a stretch of one reading's text.
type Passage struct {
	Reading int
	annals.Span
}

// A run counts as reuse when its words are so rare in sum. Names do not count,
// nor any word by itself for more than reuseMost: a long name alone, or a string
// of small words, is no borrowed wording.
const (
	reuseWords  = 3
	reuseAnchor = 6    // of the reuseWords that a run is found by
	reuseRarity = 11.5 // of the whole run
	reuseMost   = 5
	inQuotes    = 1.5 // what a word counts as much more where both reports quote it
)

// word is a run of letters and digits with its place, and what it tells when two
// reports share it.
type word struct {
	annals.Span
	lower  string
	weight float64
}

func textWords(text string) []word {
	var out []word
	start := -1
	for i, c := range text + " " {
		letter := unicode.IsLetter(c) || unicode.IsDigit(c)
		if letter && start < 0 {
			start = i
		}
		if !letter && start >= 0 {
			out = append(out, newWord(text, start, i))
			start = -1
		}
	}
	return out
}

func newWord(text string, start, end int) word {
	written := text[start:end]
	w := word{Span: annals.Span{Start: start, End: end}, lower: strings.ToLower(written)}
	if first, _ := utf8.DecodeRuneInString(written); unicode.IsLower(first) {
		w.weight = min(rarity(w.lower), reuseMost)
	}
	return w
}

// reportWords are the words of a report's text; those that it quotes count more.
func reportWords(text string) []word {
	out := textWords(text)
	at := 0
	for _, q := range quotations(text) {
		for at < len(out) && out[at].Start < q.Start {
			at++
		}
		for ; at < len(out) && out[at].End <= q.End; at++ {
			out[at].weight *= inQuotes
		}
	}
	return out
}

// longestQuotation is how far a mark that closes a quotation may be from the one
// that opens it; a mark without another is damage or an inch.
const longestQuotation = 600

// quotations are the stretches between marks of quotation.
func quotations(text string) []annals.Span {
	var out []annals.Span
	open := -1
	for at := 0; at < len(text); {
		opens, closes, n := quotationMark(text[at:])
		switch {
		case closes && open >= 0 && at-open <= longestQuotation:
			out = append(out, annals.Span{Start: open, End: at})
			open = -1
		case opens:
			open = at + n
		}
		at += n
	}
	return out
}

// quotationMark says what a text begins with, and how many bytes that is.
func quotationMark(text string) (opens, closes bool, length int) {
	for _, m := range []struct {
		mark          string
		opens, closes bool
	}{{"“", true, false}, {"``", true, false}, {"”", false, true}, {"''", false, true}, {"\"", true, true}} {
		if strings.HasPrefix(text, m.mark) {
			return m.opens, m.closes, len(m.mark)
		}
	}
	return false, false, 1
}

// commonRun is how many reports may hold a run before it is a formula of the
// trade and no borrowing.
const commonRun = 50

// findReuse lists the runs of words shared by reports that are not copies.
func (r *Resolution) findReuse() {
	words := make([][]word, len(r.Readings))
	var index []place
	for i, reading := range r.Readings {
		words[i] = reportWords(reading.Document.Text)
		index = append(index, anchors(i, words[i])...)
	}
	seen := map[[4]int]bool{}
	forShared(index, func(a, b place) {
		if g := r.Group(a.reading); a.reading != b.reading && (g < 0 || g != r.Group(b.reading)) {
			if reuse, ok := grow(words[a.reading], words[b.reading], a, b, seen); ok {
				r.Reuses = append(r.Reuses, reuse)
			}
		}
	})
	slices.SortFunc(r.Reuses, compareReuse)
}

// Shared gives the exact runs of words that two readings share, copies or not:
// what one took over from the other.
func (r *Resolution) Shared(left, right int) []Reuse {
	words := [2][]word{reportWords(r.Readings[left].Document.Text), reportWords(r.Readings[right].Document.Text)}
	var out []Reuse
	seen := map[[4]int]bool{}
	forShared(append(anchors(0, words[0]), anchors(1, words[1])...), func(a, b place) {
		if a.reading == b.reading {
			return
		}
		if reuse, ok := grow(words[0], words[1], a, b, seen); ok {
			reuse.Left.Reading, reuse.Right.Reading = left, right
			out = append(out, reuse)
		}
	})
	slices.SortFunc(out, compareReuse)
	return out
}

// place is a word of a reading at which a run begins.
type place struct {
	run         uint32
	reading, at int
}

// anchors lists the runs of a reading's words that tell of borrowing.
func anchors(reading int, words []word) []place {
	var out []place
	for at := 0; at+reuseWords <= len(words); at++ {
		run := words[at : at+reuseWords]
		if weigh(run) >= reuseAnchor {
			out = append(out, place{hashRun(run), reading, at})
		}
	}
	return out
}

// forShared visits the pairs of places where one run stands, the earlier
// reading first.
func forShared(index []place, visit func(a, b place)) {
	slices.SortFunc(index, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.run, b.run), cmp.Compare(a.reading, b.reading), cmp.Compare(a.at, b.at))
	})
	for len(index) > 0 {
		n := 1
		for n < len(index) && index[n].run == index[0].run {
			n++
		}
		for x, a := range index[:n] {
			if n > commonRun {
				break
			}
			for _, b := range index[x+1 : n] {
				visit(a, b)
			}
		}
		index = index[n:]
	}
}

// grow widens a shared run to both sides; false when it is known or no run.
func grow(wa, wb []word, a, b place, seen map[[4]int]bool) (Reuse, bool) {
	for a.at > 0 && b.at > 0 && wa[a.at-1].lower == wb[b.at-1].lower {
		a.at--
		b.at--
	}
	n := 0
	for a.at+n < len(wa) && b.at+n < len(wb) && wa[a.at+n].lower == wb[b.at+n].lower {
		n++
	}
	key := [4]int{a.reading, a.at, b.reading, b.at}
	if seen[key] {
		return Reuse{}, false
	}
	seen[key] = true
	rare := min(weigh(wa[a.at:a.at+n]), weigh(wb[b.at:b.at+n]))
	if rare < reuseRarity {
		return Reuse{}, false
	}
	return Reuse{
		Left:   Passage{a.reading, annals.Span{Start: wa[a.at].Start, End: wa[a.at+n-1].End}},
		Right:  Passage{b.reading, annals.Span{Start: wb[b.at].Start, End: wb[b.at+n-1].End}},
		Words:  n,
		Rarity: rare,
	}, true
}

func compareReuse(a, b Reuse) int {
	return slices.Compare(
		[]int{a.Left.Reading, a.Right.Reading, a.Left.Start, a.Right.Start},
		[]int{b.Left.Reading, b.Right.Reading, b.Left.Start, b.Right.Start})
}

// weigh is what a run of words tells when two reports share it.
func weigh(run []word) float64 {
	sum := 0.0
	for _, w := range run {
		sum += w.weight
	}
	return sum
}

func hashRun(run []word) uint32 {
	words := make([]string, len(run))
	for i, w := range run {
		words[i] = w.lower
	}
	return hashWords(words...)
}
