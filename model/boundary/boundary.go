// Package boundary finds where sentences end among the tokens of a paragraph.
package boundary

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/annals-project/annals/model/perceptron"
)

//go:embed boundary.bin
var weights []byte

// Space is what stands between a token and the one before it.
type Space uint8

// The kinds of space. A line break inside a paragraph counts as one blank.
const (
	Glued Space = iota
	Blank
	Wide // two blanks or more
)

// Token is what the model looks at of a token.
type Token struct {
	Form  string
	Space Space // before it
}

// Model decides for each gap between two tokens whether a sentence ends there.
type Model struct{ scorer *perceptron.Model }

// Default is the model embedded in the program.
var Default = sync.OnceValues(func() (*Model, error) { return Decode(weights) })

// Decode reads a model from the bytes Encode made.
func Decode(b []byte) (*Model, error) {
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, fmt.Errorf("boundary: unpack the weights: %w", err)
	}
	scorer, _, err := perceptron.Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("boundary: %w", err)
	}
	if scorer.Classes() != 2 {
		return nil, fmt.Errorf("boundary: the weights tell %d classes apart, not 2", scorer.Classes())
	}
	return &Model{scorer}, nil
}

// Encode is the model as Decode reads it.
func Encode(m *perceptron.Model) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(m.Append(nil))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		panic("writing to memory failed: " + err.Error())
	}
	return out.Bytes()
}

// Split sets ends[i] for each token after which a sentence ends, the last one
// of the paragraph included. The tokens are one paragraph's; caseless says that
// the report they stand in does not use capitals to mark sentences.
func (m *Model) Split(tokens []Token, caseless bool, ends []bool) {
	s := NewScan(tokens, caseless)
	var scores [2]int32
	for s.Next() {
		if s.Candidate() && !s.Bound() {
			m.scorer.Score(s.Features(), scores[:])
			ends[s.At()] = scores[1] > scores[0]
		} else {
			ends[s.At()] = false
		}
		s.Decide(ends[s.At()])
	}
	if len(tokens) > 0 {
		ends[len(tokens)-1] = true
	}
}
