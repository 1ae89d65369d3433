package train

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
			for _, copy := range []string{source, strings.ToUpper(source), strings.ToLower(source)} {
				if len(copy) != len(source) {
					continue
				}
				w, n := learnBoundaries(t, copy, gold)
				wrong, seen = wrong+w, seen+n
			}
		}
		fmt.Fprintf(progress, "boundary epoch %d: %d of %d candidates wrong\n", epoch+1, wrong, seen)
	}
	return t.Model(boundaryScale, boundarySmallest), nil
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
				if seen++; scores[1] > scores[0] != end {
					sign := float32(1)
					if !end {
						sign = -1
					}
					t.Update(features, 1, sign)
					t.Update(features, 0, -sign)
					wrong++
				}
				t.Step()
			}
			s.Decide(end)
		}
	}
	return wrong, seen
}

// writeBoundary stores the model as the boundary package embeds it.
func writeBoundary(m *perceptron.Model, dir string) error {
	return os.WriteFile(filepath.Join(dir, "boundary", "boundary.bin"), boundary.Encode(m), 0o644)
}
