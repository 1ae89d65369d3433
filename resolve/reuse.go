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
}

// Passage is a stretch of one reading's text.
type Passage struct {
	Reading int
	annals.Span
}

// A run counts as reuse when it is this long and holds this many lower-case
// words of reuseLetters letters or more: a long name alone, or a string of
// small words, is no borrowed wording.
const (
	reuseWords   = 4
	reuseContent = 3
	reuseLetters = 5
)

// word is a run of letters and digits with its place.
type word struct {
	annals.Span
	lower   string
	content bool
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
	first, _ := utf8.DecodeRuneInString(written)
	return word{annals.Span{Start: start, End: end}, strings.ToLower(written), unicode.IsLower(first) && len(written) >= reuseLetters}
}

// commonRun is how many reports may hold a run before it is a formula of the
// trade and no borrowing.
const commonRun = 50

// findReuse lists the runs of words shared by reports that are not copies.
func (r *Resolution) findReuse() {
	words := make([][]word, len(r.Readings))
	var index []place
	for i, reading := range r.Readings {
		words[i] = textWords(reading.Document.Text)
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
	words := [2][]word{textWords(r.Readings[left].Document.Text), textWords(r.Readings[right].Document.Text)}
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
		if contentWords(run) >= reuseContent {
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
	if n < reuseWords || seen[key] {
		return Reuse{}, false
	}
	seen[key] = true
	return Reuse{
		Left:  Passage{a.reading, annals.Span{Start: wa[a.at].Start, End: wa[a.at+n-1].End}},
		Right: Passage{b.reading, annals.Span{Start: wb[b.at].Start, End: wb[b.at+n-1].End}},
		Words: n,
	}, true
}

func compareReuse(a, b Reuse) int {
	return slices.Compare(
		[]int{a.Left.Reading, a.Right.Reading, a.Left.Start, a.Right.Start},
		[]int{b.Left.Reading, b.Right.Reading, b.Left.Start, b.Right.Start})
}

func contentWords(run []word) int {
	n := 0
	for _, w := range run {
		if w.content {
			n++
		}
	}
	return n
}

func hashRun(run []word) uint32 {
	words := make([]string, len(run))
	for i, w := range run {
		words[i] = w.lower
	}
	return hashWords(words...)
}

// statementsIn lists the statements of a passage's reading whose evidence
// touches the passage.
func (r *Resolution) statementsIn(p Passage) []StatementKey {
	var out []StatementKey
	for s := range r.Readings[p.Reading].Statements {
		for _, e := range r.Readings[p.Reading].Statements[s].Evidence {
			if e.Overlaps(p.Span) {
				out = append(out, StatementKey{p.Reading, s})
				break
			}
		}
	}
	return out
}

// sameSubject says whether two statements of different reports state the same
// kind of thing about the same: only then does shared wording make one origin.
func (r *Resolution) sameSubject(a, b StatementKey) bool {
	ra, rb := r.Readings[a.Reading], r.Readings[b.Reading]
	sa, sb := &ra.Statements[a.Statement], &rb.Statements[b.Statement]
	if sa.About != sb.About {
		return false
	}
	switch sa.About {
	case annals.AboutFigure:
		return ra.Figures[sa.Ref-1].Measure == rb.Figures[sb.Ref-1].Measure
	case annals.AboutRelation:
		x, y := &ra.Relations[sa.Ref-1], &rb.Relations[sb.Ref-1]
		return x.Type == y.Type && r.Actor(EntityKey{a.Reading, x.From}) == r.Actor(EntityKey{b.Reading, y.From})
	case annals.AboutEvent:
		return r.Event(EventKey{a.Reading, sa.Ref}) == r.Event(EventKey{b.Reading, sb.Ref})
	default:
		return true
	}
}
