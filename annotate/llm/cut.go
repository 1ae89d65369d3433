package llm

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// What is sent of one document: pieces that small models can hold, and no more
// of them than a long report has.
const (
	mostPiece  = 12000 // bytes
	mostPieces = 8
)

// cut divides a text between sentences into pieces to ask about. A sentence
// longer than a piece is left out, as is what lies beyond the last piece.
func cut(t *text.Text) []annals.Span {
	var out []annals.Span
	for _, s := range t.Sentences {
		if s.End-s.Start > mostPiece {
			continue
		}
		if last := len(out) - 1; last >= 0 && s.End-out[last].Start <= mostPiece {
			out[last].End = s.End
			continue
		}
		if len(out) == mostPieces {
			break
		}
		out = append(out, annals.Span{Start: s.Start, End: s.End})
	}
	return out
}
