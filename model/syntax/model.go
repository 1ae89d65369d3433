package syntax

import (
	"sync"

	"github.com/annals-project/annals/model/neural"
)

// Span is a sentence among the forms given to Analyze: First ≤ i < Last.
type Span = neural.Span

// Word is what the model says of one word.
type Word struct {
	UPOS, XPOS, Feats, Dep string
	Head                   int // index in the sentence; -1 for the root
}

// Labels are the closed lists of labels, in the order of the network's classes.
type Labels struct {
	UPOS, XPOS []string // of each class of tags
	Morphs     []string
	Deps       []string
}

// Model tags and parses. It is immutable and safe for concurrent use.
type Model struct {
	Labels
	Net     *Net
	Lexicon *Lexicon
	scratch sync.Pool
}

// NewModel puts a model together.
func NewModel(l Labels, n *Net, lexicon *Lexicon) *Model {
	m := &Model{Labels: l, Net: n, Lexicon: lexicon}
	m.scratch.New = func() any { return &scratch{} }
	return m
}

// scratch is what one call needs; it is kept for the next.
type scratch struct {
	hashes                           []uint32
	batch                            Batch
	acts                             Activations
	arcs                             Arcs
	layer, tags, morphs, joint, deps neural.Matrix
	heads                            []int
}

// batchWords is the number of words read together: enough to keep the matrix
// product busy, few enough for the activations to stay in the cache.
const batchWords = 96

// Analyze tags and parses sentences, each a run of forms; out has the length of
// forms.
func (m *Model) Analyze(forms []string, sentences []Span, out []Word) {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	for len(sentences) > 0 {
		n, words := 0, 0
		for n < len(sentences) && (n == 0 || words+sentences[n].Last-sentences[n].First <= batchWords) {
			words += sentences[n].Last - sentences[n].First
			n++
		}
		if words > 0 {
			m.analyze(forms, sentences[:n], out, s)
		}
		sentences = sentences[n:]
	}
}

func (m *Model) analyze(forms []string, sentences []Span, out []Word, s *scratch) {
	s.batch.Reset()
	for _, span := range sentences {
		m.Lexicon.Add(&s.batch, forms[span.First:span.Last], &s.hashes)
	}
	m.Net.Encode(&s.batch, &s.acts, nil)
	m.Net.ScoreTags(&s.acts, &s.layer, &s.tags, &s.morphs)
	s.heads = append(s.heads[:0], make([]int, s.batch.Words())...)
	for _, span := range s.batch.Sentences {
		m.Net.ScoreArcs(&s.acts, span, &s.arcs)
		heads := s.heads[span.First:span.Last]
		BestTree(s.arcs.Scores, heads)
		for i := range heads {
			if heads[i] >= 0 {
				heads[i] += span.First
			}
		}
	}
	m.Net.ScoreRelations(&s.acts, s.heads, &s.joint, &s.deps)
	for k, span := range s.batch.Sentences {
		for i := span.First; i < span.Last; i++ {
			w := &out[sentences[k].First+i-span.First]
			tag := argmax(s.tags.Row(i)[:m.Net.Tags])
			*w = Word{UPOS: m.UPOS[tag], XPOS: m.XPOS[tag], Head: -1,
				Feats: m.Morphs[argmax(s.morphs.Row(i)[:m.Net.Morphs])], Dep: m.relation(s.deps.Row(i), s.heads[i] < 0)}
			if s.heads[i] >= 0 {
				w.Head = s.heads[i] - span.First
			}
		}
	}
}

// relation is the best relation; only the root's is "root".
func (m *Model) relation(scores []float32, root bool) string {
	if root {
		return "root"
	}
	best := -1
	for i, s := range scores[:m.Net.Deps] {
		if m.Deps[i] != "root" && (best < 0 || s > scores[best]) {
			best = i
		}
	}
	return m.Deps[best]
}
