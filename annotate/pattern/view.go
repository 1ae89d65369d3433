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

// NewView looks up the head words of every mention: those that hang outside it.
// A name has one as a rule, more where the parser took it apart; a nominal or
// pronoun that of its head span. Where two mentions share a head the longer one
// counts.
func NewView(t *text.Text, mentions []annals.Mention) *View {
	t = repair(t)
	v := &View{Text: t, Mentions: mentions, headOf: make([]annals.Ref, len(t.Tokens))}
	for i := range mentions {
		m := &mentions[i]
		span := m.Head
		if m.Form == annals.Name || span.Empty() {
			span = m.Span
		}
		first, last := t.Covering(span.Start, span.End)
		for at := first; at < last; at++ {
			if h := t.Tokens[at].Head; (h < first || h >= last) && t.Tokens[at].UPOS != text.PUNCT {
				v.mark(at, annals.Ref(i+1))
			}
		}
	}
	return v
}

// mark makes a word the head of a mention unless a longer one has it.
func (v *View) mark(at int, m annals.Ref) {
	if old := v.headOf[at]; old == 0 || v.Mentions[old-1].Len() < v.Mentions[m-1].Len() {
		v.headOf[at] = m
	}
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
