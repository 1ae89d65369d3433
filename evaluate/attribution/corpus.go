// Package attribution measures who-says-what: source, cue and content spans on
// PolNeAR and RiQuA, by the shipped rules and by a tagger that is trained for
// the measurement and not shipped.
package attribution

import (
	"hash/fnv"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/attribution/tagger"
)

// article is one text with its gold spans. Offsets are bytes of Text.
type article struct {
	ID   string
	Text string
	Gold []span
	// Triples joins gold spans of one attribution, by type; pieces in order.
	Triples [][tagger.Types][]annals.Span
}

// span is a stretch of an article that is a source, cue or content.
type span struct {
	annals.Span
	Type tagger.Type
}

// heldOutBooks are the books of RiQuA's train part that are kept apart for
// tuning: its dev part is a book of its own, so the split is by book.
var heldOutBooks = []string{"austen_emma_1", "doyle_league", "twain_sawyer_1"}

// heldOut says whether a training article is kept apart, for tuning features,
// options and rules learned from the others: a tenth of PolNeAR and three books
// of RiQuA. It depends on the article's name alone.
func heldOut(id string) bool {
	if book, _, ok := strings.Cut(id, ".ann#"); ok {
		return slices.Contains(heldOutBooks, book)
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()%10 == 3
}

// cut splits a span at the line breaks of the text and trims white space.
func cut(text string, s annals.Span) []annals.Span {
	var out []annals.Span
	for s.Start < s.End {
		end := s.End
		if i := strings.IndexByte(text[s.Start:s.End], '\n'); i >= 0 {
			end = s.Start + i
		}
		piece := trim(text, annals.Span{Start: s.Start, End: end}, " \t\r\u00a0")
		if !piece.Empty() {
			out = append(out, piece)
		}
		s.Start = end + 1
	}
	return out
}

func trim(text string, s annals.Span, cutset string) annals.Span {
	in := text[s.Start:s.End]
	s.Start += len(in) - len(strings.TrimLeft(in, cutset))
	s.End = s.Start + len(strings.Trim(in, cutset))
	return s
}
