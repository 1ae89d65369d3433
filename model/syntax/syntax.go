// Package syntax says of each word of a sentence what part of speech it is and
// which word governs it, with models trained on UD English EWT and GUM.
package syntax

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/annals-project/annals/model/perceptron"
)

//go:embed syntax.bin
var weights []byte

// Word is what the model says of one word.
type Word struct {
	UPOS, XPOS, Feats, Dep string
	Head                   int // index in the sentence; -1 for the root
}

// Labels are the closed lists of labels.
type Labels struct {
	Tags  []string          // "UPOS XPOS"
	Feats map[string]string // "tag\tform" or "tag" to features
	Moves []string          // "S", "L dep", "R dep"
}

// Model tags and parses. Safe for concurrent use.
type Model struct {
	Labels
	tagger, parser *perceptron.Model
	upos, xpos     []string
	kind, dep      []int
	depNames       []string
}

// Default is the model embedded in the program.
var Default = sync.OnceValues(func() (*Model, error) { return Decode(weights) })

// Encode is the model as Decode reads it.
func Encode(l Labels, tagger, parser *perceptron.Model) []byte {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestCompression)
	head, _ := json.Marshal(l)
	fmt.Fprintf(w, "%d\n", len(head))
	w.Write(head)
	w.Write(parser.Append(tagger.Append(nil)))
	w.Close()
	return out.Bytes()
}

// Decode reads a model from the bytes Encode made.
func Decode(b []byte) (*Model, error) {
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, fmt.Errorf("syntax: unpack the weights: %w", err)
	}
	m := &Model{}
	var n int
	if _, err := fmt.Sscanf(string(raw[:min(len(raw), 20)]), "%d\n", &n); err != nil {
		return nil, fmt.Errorf("syntax: %w", err)
	}
	raw = raw[bytes.IndexByte(raw, '\n')+1:]
	if err := json.Unmarshal(raw[:n], &m.Labels); err != nil {
		return nil, fmt.Errorf("syntax: %w", err)
	}
	if m.tagger, raw, err = perceptron.Decode(raw[n:]); err != nil {
		return nil, fmt.Errorf("syntax: %w", err)
	}
	if m.parser, _, err = perceptron.Decode(raw); err != nil {
		return nil, fmt.Errorf("syntax: %w", err)
	}
	for _, t := range m.Tags {
		u, x, _ := strings.Cut(t, " ")
		m.upos, m.xpos = append(m.upos, u), append(m.xpos, x)
	}
	for _, t := range m.Moves {
		k, d, _ := strings.Cut(t, " ")
		m.kind = append(m.kind, strings.Index("SLR", k))
		m.depNames = append(m.depNames, d)
	}
	return m, nil
}

// NodeOf describes a tagged word to the parser.
func NodeOf(form, upos, xpos string) Node {
	return Node{Lower: perceptron.String(strings.ToLower(form)), Form: perceptron.String(form), Tag: perceptron.String(upos), XPOS: perceptron.String(upos + xpos)}
}

// Look prepares forms for the tagger.
func Look(forms []string) []surface {
	out := make([]surface, len(forms))
	for i, f := range forms {
		out[i] = look(f)
	}
	return out
}

// TagAll tags forms with any scorer.
func TagAll(words []surface, score func([]perceptron.Feature) int) []int {
	var f []perceptron.Feature
	out := make([]int, len(words))
	t1, t2 := uint64(9999), uint64(9999)
	for i := range words {
		f = TagFeatures(words, i, t1, t2, f)
		out[i] = score(f)
		t1, t2 = uint64(out[i]), t1
	}
	return out
}

// Analyze tags and parses one sentence; out has the length of forms.
func (m *Model) Analyze(forms []string, out []Word) {
	scores := make([]int32, m.tagger.Classes())
	tags := TagAll(Look(forms), func(f []perceptron.Feature) int {
		m.tagger.Score(f, scores)
		return perceptron.Best(scores)
	})
	nodes := make([]Node, len(forms))
	for i, t := range tags {
		out[i] = Word{UPOS: m.upos[t], XPOS: m.xpos[t], Head: -1}
		if v, ok := m.Feats[m.Tags[t]+"\t"+strings.ToLower(forms[i])]; ok {
			out[i].Feats = v
		} else {
			out[i].Feats = m.Feats[m.Tags[t]]
		}
		nodes[i] = NodeOf(forms[i], m.upos[t], m.xpos[t])
	}
	s := NewState(nodes)
	scores = make([]int32, m.parser.Classes())
	var f []perceptron.Feature
	for !s.Done() {
		f = s.Features(f)
		m.parser.Score(f, scores)
		best := -1
		for c, v := range scores {
			if s.Can(m.kind[c]) && (best < 0 || v > scores[best]) {
				best = c
			}
		}
		s.Do(m.kind[best], best)
	}
	for i := range out {
		if h := s.Head[i]; h < len(forms) {
			out[i].Head = h
		}
		out[i].Dep = m.depNames[s.Dep[i]]
	}
	oneRoot(out)
}

// oneRoot keeps the first root and hangs the others on it.
func oneRoot(out []Word) {
	root := -1
	for i := range out {
		if out[i].Head >= 0 {
			continue
		}
		if root < 0 {
			root = i
			out[i].Dep = "root"
			continue
		}
		out[i].Head = root
		if out[i].Dep == "root" {
			out[i].Dep = "parataxis"
		}
	}
}
