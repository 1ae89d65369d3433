package text

import (
	"fmt"
	"strings"

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

// NewReader loads the embedded models.
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
	var forms []string
	out := make([]syntax.Word, maxSentence)
	for _, s := range t.Sentences {
		for first := s.First; first < s.Last; first += maxSentence {
			last := min(first+maxSentence, s.Last)
			forms = forms[:0]
			for i := first; i < last; i++ {
				plain := form.Plain(t.Form(i))
				t.Tokens[i].Norm = strings.ToLower(plain)
				forms = append(forms, plain)
			}
			r.syntax.Analyze(forms, out[:last-first])
			t.take(first, out[:last-first])
		}
	}
	t.Index()
	return t
}

// take writes what the model said of the words from first on into the tokens.
func (t *Text) take(first int, words []syntax.Word) {
	for i := range words {
		w, k := &words[i], &t.Tokens[first+i]
		k.UPOS, k.XPOS, k.Feats, k.Dep = ParseUPOS(w.UPOS), w.XPOS, w.Feats, w.Dep
		k.Head = None
		if w.Head >= 0 {
			k.Head = first + w.Head
		}
		k.Lemma = lemma.Of(k.Norm, t.Form(first+i), w.UPOS, w.XPOS)
	}
}
