package resolve

import (
	"slices"
	"sort"
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

// findReuse lists the runs of words shared by reports that are not copies.
func (r *Resolution) findReuse() {
	words := make([][]word, len(r.Readings))
	index := map[uint64][]place{}
	for i, reading := range r.Readings {
		words[i] = textWords(reading.Document.Text)
		for at := 0; at+reuseWords <= len(words[i]); at++ {
			run := words[i][at : at+reuseWords]
			if contentWords(run) >= reuseContent {
				h := hashRun(run)
				index[h] = append(index[h], place{i, at})
			}
		}
	}
	seen := map[[4]int]bool{}
	for _, at := range index {
		if len(at) > commonShingle {
			continue
		}
		for x, a := range at {
			for _, b := range at[x+1:] {
				if a.reading != b.reading && (r.Group(a.reading) < 0 || r.Group(a.reading) != r.Group(b.reading)) {
					r.addReuse(words, a, b, seen)
				}
			}
		}
	}
	sort.Slice(r.Reuses, func(i, j int) bool { return lessReuse(r.Reuses[i], r.Reuses[j]) })
}

// place is a word of a reading.
type place struct{ reading, at int }

// addReuse grows a shared run to both sides and notes it once.
func (r *Resolution) addReuse(words [][]word, a, b place, seen map[[4]int]bool) {
	wa, wb := words[a.reading], words[b.reading]
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
		return
	}
	seen[key] = true
	r.Reuses = append(r.Reuses, Reuse{
		Left:  Passage{a.reading, annals.Span{Start: wa[a.at].Start, End: wa[a.at+n-1].End}},
		Right: Passage{b.reading, annals.Span{Start: wb[b.at].Start, End: wb[b.at+n-1].End}},
		Words: n,
	})
}

func lessReuse(a, b Reuse) bool {
	return slices.Compare(
		[]int{a.Left.Reading, a.Right.Reading, a.Left.Start, a.Right.Start},
		[]int{b.Left.Reading, b.Right.Reading, b.Left.Start, b.Right.Start}) < 0
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

func hashRun(run []word) uint64 {
	words := make([]string, len(run))
	for i, w := range run {
		words[i] = w.lower
	}
	return hashWords(words)
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
