package train

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/annals-project/annals/model/boundary"
	"github.com/annals-project/annals/model/perceptron"
	"github.com/annals-project/annals/model/treebank"
	"github.com/annals-project/annals/text"
)

// How the boundary model is trained.
const (
	boundaryEpochs   = 8
	boundaryScale    = 16
	boundaryMargin   = 60 // between right and wrong; below it weights move
	boundarySmallest = 2
)

// Boundary learns where sentences end from the documents, as written and in
// capitals and in small letters.
func Boundary(ctx context.Context, docs []treebank.Document, progress io.Writer) (*perceptron.Model, error) {
	t := perceptron.NewTrainer(2)
	for epoch := range boundaryEpochs {
		wrong, seen := 0, 0
		for i := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			source, gold := docs[i].Text, sentenceEnds(&docs[i])
			for _, c := range copies(source, gold, i) {
				w, n := learnBoundaries(t, c.source, c.gold)
				wrong, seen = wrong+w, seen+n
			}
		}
		fmt.Fprintf(progress, "boundary epoch %d: %d of %d candidates wrong\n", epoch+1, wrong, seen)
	}
	return t.Model(boundaryScale, boundarySmallest), nil
}

// variant is a text and the byte offsets at which its sentences end.
type variant struct {
	source string
	gold   map[int]bool
}

// copies are a text as written, in small letters, in capitals with two blanks
// after a sentence as typists and teleprinters set them, and with the blanks
// between some sentences lost as scraping loses them.
func copies(source string, gold map[int]bool, number int) []variant {
	all := []variant{{source, gold}}
	if lower := strings.ToLower(source); len(lower) == len(source) {
		all = append(all, variant{lower, gold})
	}
	if upper := strings.ToUpper(source); len(upper) == len(source) {
		all = append(all, variant{upper, gold}, respace(upper, gold, func(int) string { return "  " }))
	}
	return append(all, respace(source, gold, func(n int) string {
		if (n+number)%gluedEvery == 0 {
			return ""
		}
		return " "
	}))
}

// gluedEvery is the number of sentence ends of which one is glued to the next
// sentence in the copy for lost blanks.
const gluedEvery = 8

// respace puts blank(n) in place of the single blank after the nth sentence,
// where that ends in a sign.
func respace(source string, gold map[int]bool, blank func(n int) string) variant {
	var b strings.Builder
	ends := make(map[int]bool, len(gold))
	n := 0
	for i := range len(source) {
		if gold[i] {
			ends[b.Len()] = true
			if source[i] == ' ' && strings.IndexByte(".!?\"')", source[i-1]) >= 0 {
				b.WriteString(blank(n))
				n++
				continue
			}
		}
		b.WriteByte(source[i])
	}
	ends[b.Len()] = true
	return variant{b.String(), ends}
}

// sentenceEnds are the byte offsets at which the document's sentences end.
func sentenceEnds(d *treebank.Document) map[int]bool {
	ends := map[int]bool{}
	for _, s := range d.Sentences {
		ends[s.Words[len(s.Words)-1].End] = true
	}
	return ends
}

func learnBoundaries(t *perceptron.Trainer, source string, gold map[int]bool) (wrong, seen int) {
	tokens := text.Tokenize(source)
	var scores [2]float32
	for _, p := range text.Paragraphs(source, tokens) {
		s := boundary.NewScan(p.Units, p.Caseless)
		for s.Next() {
			end := gold[tokens[p.First+s.At()].End]
			if s.Candidate() {
				features := s.Features()
				t.Score(features, scores[:])
				sign := float32(1)
				if !end {
					sign = -1
				}
				margin := sign * (scores[1] - scores[0])
				if margin < boundaryMargin {
					t.Update(features, 1, sign)
					t.Update(features, 0, -sign)
				}
				if seen++; margin <= 0 {
					wrong++
				}
				t.Step()
			}
			s.Decide(end)
		}
	}
	return wrong, seen
}
