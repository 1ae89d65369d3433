package text

import (
	"fmt"

	"github.com/annals-project/annals/model/boundary"
	"github.com/annals-project/annals/model/form"
	"github.com/annals-project/annals/model/lemma"
	"github.com/annals-project/annals/model/syntax"
)

// Reader reads texts with the models embedded in the program. It holds no
// state between texts and may be shared between goroutines.
type Reader struct {
	boundary *boundary.Model
	syntax   *syntax.Model
}

// NewReader loads the embedded models, once for all readers.
func NewReader() (*Reader, error) {
	b, err := boundary.Default()
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	s, err := syntax.Default()
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	return &Reader{b, s}, nil
}

// maxSentence is the most tokens parsed in one go; a longer run, such as a
// table without full stops, is parsed in pieces.
const maxSentence = 200

// Read cuts source into tokens and sentences and tags and parses them.
func (r *Reader) Read(source string) *Text {
	t := &Text{Source: source, Tokens: Tokenize(source)}
	t.split(r.boundary)
	forms := make([]string, len(t.Tokens))
	for i := range t.Tokens {
		forms[i] = t.Form(i)
	}
	spans := t.spans()
	words := make([]syntax.Word, len(forms))
	r.syntax.Analyze(forms, spans, words)
	for _, s := range spans {
		for i := s.First; i < s.Last; i++ {
			t.take(i, s.First, &words[i])
		}
	}
	for i := range t.Sentences {
		t.joinDateline(&t.Sentences[i])
	}
	t.Index()
	return t
}

// spans are the runs of tokens that are parsed by themselves: sentences, a
// dateline apart from the sentence it opens.
func (t *Text) spans() []syntax.Span {
	spans := make([]syntax.Span, 0, len(t.Sentences))
	for i := range t.Sentences {
		s := &t.Sentences[i]
		first := t.dateline(s)
		if first > s.First {
			spans = append(spans, syntax.Span{First: s.First, Last: first})
		}
		for ; first < s.Last; first += maxSentence {
			spans = append(spans, syntax.Span{First: first, Last: min(first+maxSentence, s.Last)})
		}
	}
	return spans
}

// joinDateline hangs the root of a dateline on the root of its sentence.
func (t *Text) joinDateline(s *Sentence) {
	first := t.dateline(s)
	root := None
	for i := first; i < s.Last && root == None && first > s.First; i++ {
		if t.Tokens[i].Head == None {
			root = i
		}
	}
	for i := s.First; i < first; i++ {
		if t.Tokens[i].Head == None {
			t.Tokens[i].Head, t.Tokens[i].Dep = root, "parataxis"
		}
	}
}

// take writes what the model said of word i, in a sentence from first on, into
// its token.
func (t *Text) take(i, first int, w *syntax.Word) {
	k, written := &t.Tokens[i], t.Form(i)
	k.UPOS, k.XPOS, k.Feats, k.Dep = ParseUPOS(w.UPOS), w.XPOS, w.Feats, w.Dep
	if w.Head >= 0 {
		k.Head = first + w.Head
	}
	k.Norm = form.Norm(written)
	k.Lemma = lemma.Of(k.Norm, written, w.UPOS, w.XPOS)
}
