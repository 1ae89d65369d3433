package account

import (
	"fmt"
	"sort"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Citation is a sentence that bears something: the reference a reader follows.
type Citation struct {
	Document int // index into Documents
	Sentence int // from 1
	annals.Span
}

// Ref is the short form, "A4": report A, sentence 4.
func (a *Account) Ref(c Citation) string {
	return fmt.Sprintf("%s%d", a.Documents[c.Document].Label, c.Sentence)
}

// Text is the sentence cited.
func (a *Account) Text(c Citation) string {
	return c.In(a.Reading(a.Documents[c.Document].Reading).Document.Text)
}

// Cite gives the sentences that bear the statements, each once, by report.
func (a *Account) Cite(keys []resolve.StatementKey) []Citation {
	seen := map[[2]int]bool{}
	var out []Citation
	for _, k := range keys {
		for _, e := range a.Statement(k).Evidence {
			c := a.CitationOf(k.Reading, e.Span)
			if id := [2]int{c.Document, c.Sentence}; !seen[id] {
				seen[id] = true
				out = append(out, c)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Document != out[j].Document {
			return out[i].Document < out[j].Document
		}
		return out[i].Sentence < out[j].Sentence
	})
	return out
}

// CitationOf is the sentence of a reading that holds the start of a span.
func (a *Account) CitationOf(reading int, span annals.Span) Citation {
	sentences := a.Reading(reading).Sentences
	i := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > span.Start })
	c := Citation{Document: a.documentAt[reading], Sentence: i + 1, Span: span}
	if i < len(sentences) {
		c.Span = sentences[i]
	}
	return c
}
