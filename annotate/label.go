package annotate

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// Label is the words before a colon that open the paragraph or list item in which
// byte at stands and tell when or where it plays: "• 4 March, Herat: …". They hold
// no verb. The empty span where there are none.
func (d *Document) Label(at int) annals.Span {
	t := d.Text
	s := t.SentenceAt(at)
	if s < 0 {
		return annals.Span{}
	}
	for s > 0 && t.Sentences[s-1].Paragraph == t.Sentences[s].Paragraph && strings.Count(d.Doc.Text[t.Sentences[s-1].End:t.Sentences[s].Start], "\n") == 0 {
		s--
	}
	first := t.Sentences[s].First
	for i := first; i < len(t.Tokens) && i < first+longestLabel && t.Tokens[i].Start < at; i++ {
		switch k := &t.Tokens[i]; {
		case t.Form(i) == ":":
			return annals.Span{Start: t.Tokens[first].Start, End: k.Start}
		case k.UPOS == text.VERB && (k.XPOS == "VBD" || k.XPOS == "VBZ" || k.XPOS == "VBP"):
			return annals.Span{}
		}
	}
	return annals.Span{}
}

// longestLabel is the most tokens of a label.
const longestLabel = 16
