package names

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/text"
)

//go:embed phrases.bin
var phraseWeights []byte

// DefaultPhrases is the phrase finder embedded in the program.
var DefaultPhrases = sync.OnceValues(func() (*PhraseFinder, error) {
	f, err := Default()
	if err != nil {
		return nil, err
	}
	return DecodePhrases(f.resources, phraseWeights)
})

// DecodePhrases reads a phrase finder from the bytes of phrases.bin.
func DecodePhrases(r *Resources, packed []byte) (*PhraseFinder, error) {
	raw, err := Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("names: unpack the weights of phrases: %w", err)
	}
	m, _, err := chain.Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("names: phrases: %w", err)
	}
	return NewPhrases(r, m), nil
}

// PhraseFinder finds whole phrases, names and nominals alike, in a text that is
// tagged and parsed. It is immutable and may be shared between goroutines.
type PhraseFinder struct {
	resources *Resources
	model     *chain.Model
	scratch   *sync.Pool // of *scratch
}

// NewPhrases makes a finder of a model and its look-ups.
func NewPhrases(r *Resources, m *chain.Model) *PhraseFinder {
	return &PhraseFinder{r, m, &sync.Pool{New: func() any { return &scratch{extractor: extractor{resources: r}} }}}
}

// Find appends the phrases of a text to out, in the order of the text; they do
// not overlap. named are the names found in it before.
func (f *PhraseFinder) Find(t *text.Text, named []chain.Span, out []chain.Span) []chain.Span {
	s := f.scratch.Get().(*scratch)
	defer f.scratch.Put(s)
	s.read(t)
	return f.find(s, t, named, out)
}

// FindAll finds the names of a text and its phrases, which takes less time than
// to find one after the other. Both finders must have the same look-ups.
func (f *PhraseFinder) FindAll(n *Finder, t *text.Text) (named, phrases []chain.Span) {
	s := f.scratch.Get().(*scratch)
	defer f.scratch.Put(s)
	s.read(t)
	named = n.find(s, t, make([]chain.Span, 0, len(t.Tokens)/8+1))
	return named, f.find(s, t, named, make([]chain.Span, 0, len(t.Tokens)/6+1))
}

// find is Find once the text has been read.
func (f *PhraseFinder) find(s *scratch, t *text.Text, named, out []chain.Span) []chain.Span {
	s.tag(t, named)
	for i := range t.Sentences {
		first, last := t.Sentences[i].First, t.Sentences[i].Last
		f.model.Start(&s.chain, last-first)
		for i := first; i < last; i++ {
			f.model.Emit(&s.chain, i-first, s.phrase(t, i, first, last))
		}
		from := len(out)
		out = f.model.Labels.Spans(f.model.Decode(&s.chain, 0), out)
		for k := from; k < len(out); k++ {
			out[k].Score = f.model.Margin(&s.chain, out[k].First)
			out[k].First += first
			out[k].Last += first
		}
	}
	return out
}

// tag notes parts of speech and the names found before.
func (x *extractor) tag(t *text.Text, named []chain.Span) {
	for i := range x.tokens {
		k := &t.Tokens[i]
		a := &x.tokens[i]
		a.upos = uint64(k.UPOS)
		a.xpos = hashString(k.XPOS)
		a.dep = hashString(k.Dep)
		a.head = 0
		if k.Head >= 0 {
			a.head = hashString(t.Tokens[k.Head].Norm)
			a.headClass = x.tokens[k.Head].noun
			a.right = k.Head > i
		}
		a.name = 0
	}
	for _, n := range named {
		for i := n.First; i < n.Last; i++ {
			place := 1
			switch {
			case n.Last == n.First+1:
				place = 4
			case i == n.Last-1:
				place = 3
			case i > n.First:
				place = 2
			}
			x.tokens[i].name = uint64(n.Type*8 + place)
		}
	}
}

// phrase makes the features of a token for finding phrases: those of names, and
// syntax.
func (x *extractor) phrase(t *text.Text, i, first, last int) []uint64 {
	f := x.of(t, i, first, last)
	a := &x.tokens[i]
	p, q := x.at(i-1, first, last), x.at(i-2, first, last)
	n, m := x.at(i+1, first, last), x.at(i+2, first, last)
	right := uint64(0)
	if a.right {
		right = 1
	}
	f = append(f,
		mix1(100, a.upos), mix1(101, p.upos), mix1(102, n.upos), mix2(103, p.upos, a.upos), mix2(104, a.upos, n.upos),
		mix3(105, p.upos, a.upos, n.upos), mix3(106, a.upos, n.upos, m.upos), mix3(107, q.upos, p.upos, a.upos),
		mix1(108, a.xpos), mix2(109, p.xpos, a.xpos), mix2(110, a.xpos, n.xpos),
		mix1(111, a.dep), mix2(112, a.dep, right), mix2(113, a.dep, a.head), mix2(114, a.dep, uint64(a.headClass)),
		mix2(115, a.upos, uint64(a.noun)), mix3(116, a.upos, uint64(a.headClass), right), mix3(117, a.upos, a.norm, n.norm),
		mix1(118, a.name), mix1(119, p.name), mix1(120, n.name), mix2(121, a.name, n.name), mix2(122, p.name, a.name),
		mix2(123, a.xpos, uint64(a.noun)), mix3(124, a.name, n.upos, uint64(n.noun)), mix2(125, a.upos, uint64(a.cluster[1])),
		mix2(126, n.dep, uint64(n.headClass)), mix2(127, p.dep, uint64(p.headClass)),
	)
	x.features = f
	return f
}
