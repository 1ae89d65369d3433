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
	Entities []annals.Entity // nil before coreference
	headOf   []annals.Ref    // token to the mention it is the head of
	nameOf   []annals.Ref    // token to the name it stands in
}

// NewView looks up the head words of every mention: those that hang outside it.
// A name has one as a rule, more where the parser took it apart; a nominal or
// pronoun that of its head span. Where two mentions share a head the longer one
// counts.
func NewView(t *text.Text, mentions []annals.Mention) *View {
	t = repair(t)
	v := &View{Text: t, Mentions: mentions, headOf: make([]annals.Ref, len(t.Tokens)), nameOf: make([]annals.Ref, len(t.Tokens))}
	for i := range mentions {
		m := &mentions[i]
		span := m.Head
		if m.Form == annals.Name || span.Empty() {
			span = m.Span
		}
		first, last := t.Covering(span.Start, span.End)
		for at := first; at < last; at++ {
			if m.Form == annals.Name {
				v.mark(v.nameOf, at, annals.Ref(i+1))
			}
			if h := t.Tokens[at].Head; (h < first || h >= last) && t.Tokens[at].UPOS != text.PUNCT {
				v.mark(v.headOf, at, annals.Ref(i+1))
			}
		}
	}
	return v
}

// mark gives a word to a mention unless a longer one has it.
func (v *View) mark(of []annals.Ref, at int, m annals.Ref) {
	if old := of[at]; old == 0 || v.Mentions[old-1].Len() < v.Mentions[m-1].Len() {
		of[at] = m
	}
}

// Of is the view of a document with syntax and mentions, and entities if it has
// them.
func Of(d *annotate.Document) *View {
	v := NewView(d.Text, d.Mentions)
	v.Entities = d.Entities
	return v
}

// Kind is the kind of a mention; of a pronoun, that of what it stands for.
func (v *View) Kind(m annals.Ref) annals.Kind {
	mention := &v.Mentions[m-1]
	if e := int(mention.Entity); mention.Form == annals.Pronoun && e > 0 && e <= len(v.Entities) {
		return v.Entities[e-1].Kind
	}
	return mention.Kind
}

// Mention is the mention whose head word is token i, or else the name it stands
// in; 0 when there is none.
func (v *View) Mention(i int) annals.Ref {
	if i < 0 || i >= len(v.headOf) {
		return 0
	}
	if m := v.headOf[i]; m != 0 {
		return m
	}
	return v.nameOf[i]
}

// Headed is the mention whose head word is token i; 0 when there is none.
func (v *View) Headed(i int) annals.Ref {
	if i < 0 || i >= len(v.headOf) {
		return 0
	}
	return v.headOf[i]
}
