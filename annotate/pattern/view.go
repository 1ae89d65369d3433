package pattern

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// View is a report as rules see it: its syntax, mended where parsers often err,
// and which mention each word is the head of.
type View struct {
	Text     *text.Text
	Mentions []annals.Mention
	headOf   []annals.Ref // token to mention
}

// NewView looks up the head word of every mention. Where two mentions share a
// head the longer one counts.
func NewView(t *text.Text, mentions []annals.Mention) *View {
	t = repair(t)
	v := &View{Text: t, Mentions: mentions, headOf: make([]annals.Ref, len(t.Tokens))}
	for i := range mentions {
		at := v.headToken(&mentions[i])
		if at == text.None {
			continue
		}
		if old := v.headOf[at]; old == 0 || mentions[old-1].Len() < mentions[i].Len() {
			v.headOf[at] = annals.Ref(i + 1)
		}
	}
	return v
}

// Of is the view of a document with syntax and mentions.
func Of(d *annotate.Document) *View { return NewView(d.Text, d.Mentions) }

// Mention is the mention whose head word is token i; 0 when there is none.
func (v *View) Mention(i int) annals.Ref {
	if i < 0 || i >= len(v.headOf) {
		return 0
	}
	return v.headOf[i]
}

// headToken is the word of a mention's head span that governs the others, or
// text.None when the mention covers no word.
func (v *View) headToken(m *annals.Mention) int {
	span := m.Head
	if span.Empty() {
		span = m.Span
	}
	first, last := v.Text.Covering(span.Start, span.End)
	for i := first; i < last; i++ {
		if h := v.Text.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	if first < last {
		return last - 1
	}
	return text.None
}
