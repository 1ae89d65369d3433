// Package names finds the names in a text, persons, organisations, places,
// facilities, peoples and others, with a conditional random field trained on
// the corpora that package corpus reads.
package names

import (
	"sync"

	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/text"
)

// Finder finds names. It is immutable and may be shared between goroutines.
type Finder struct {
	resources *Resources
	model     *chain.Model
	scratch   *sync.Pool // of *scratch
}

type scratch struct {
	extractor
	chain chain.Scratch
}

// New makes a finder of a model and its look-ups.
func New(r *Resources, m *chain.Model) *Finder {
	return &Finder{r, m, &sync.Pool{New: func() any { return &scratch{extractor: extractor{resources: r}} }}}
}

// Find appends the names of a text to out, in the order of the text; they do
// not overlap. Types are those of corpus.Labels.
func (f *Finder) Find(t *text.Text, out []chain.Span) []chain.Span {
	s := f.scratch.Get().(*scratch)
	defer f.scratch.Put(s)
	s.read(t)
	return f.find(s, t, out)
}

// find is Find once the text has been read.
func (f *Finder) find(s *scratch, t *text.Text, out []chain.Span) []chain.Span {
	for i := range t.Sentences {
		out = f.sentence(s, t, t.Sentences[i].First, t.Sentences[i].Last, out)
	}
	return out
}

func (f *Finder) sentence(s *scratch, t *text.Text, first, last int, out []chain.Span) []chain.Span {
	f.model.Start(&s.chain, last-first)
	for i := first; i < last; i++ {
		f.model.Emit(&s.chain, i-first, s.of(t, i, first, last))
	}
	from := len(out)
	out = f.model.Labels.Spans(f.model.Decode(&s.chain, 0), out)
	for k := from; k < len(out); k++ {
		out[k].Score = f.model.Margin(&s.chain, out[k].First)
		out[k].First += first
		out[k].Last += first
	}
	return out
}

// Resources are the look-ups the finder's features are made of.
func (f *Finder) Resources() *Resources { return f.resources }
