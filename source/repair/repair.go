// Package repair mends text that was damaged on its way: UTF-8 read in another
// encoding, character references left standing, quotation marks half lost. Only
// what is certain is mended, and every mend is noted with what stood there.
package repair

import (
	"slices"
	"sort"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

// mend is one proposed repair: a span of the text, what to put there, and why.
// A mend that changes nothing (With equals what stands there) marks damage that
// cannot be put right.
type mend struct {
	annals.Span
	With    string
	Message string
}

// rule finds what it can mend in a text.
type rule func(text string) []mend

// Text mends a text by every rule in turn. The notes have their place in the
// raw bytes; their place in the final text is known once layout is done.
func Text(t traced.Text) (traced.Text, []annals.Note) {
	t, notes := unwind(t)
	for _, r := range []rule{references, controls, brokenMarks, lostSpaces} {
		mended, found := apply(t, r)
		t, notes = mended, append(notes, found...)
	}
	return t, notes
}

// unwind puts right text that was encoded wrongly, more than once if need be. A
// character mended in several rounds has one note, with what stood there at first.
func unwind(first traced.Text) (traced.Text, []annals.Note) {
	t := first
	var notes []annals.Note
	for range deepest {
		mended, found := apply(t, mojibake)
		if len(found) == 0 {
			break
		}
		t = mended
		notes = slices.DeleteFunc(notes, func(n annals.Note) bool { return covered(found, n.Raw) })
		notes = append(notes, found...)
	}
	for i := range notes {
		notes[i].Original = first.Find(notes[i].Raw).In(first.String)
	}
	return t, notes
}

// covered says whether one of the notes, which ascend, covers a raw span.
func covered(notes []annals.Note, raw annals.Span) bool {
	i := sort.Search(len(notes), func(i int) bool { return notes[i].Raw.End >= raw.End })
	return i < len(notes) && notes[i].Raw.Contains(raw)
}

// deepest is how many times over a text may have been encoded wrongly; more than
// three times has not been met.
const deepest = 3

func apply(t traced.Text, r rule) (traced.Text, []annals.Note) {
	mends := r(t.String)
	edits := make([]traced.Edit, 0, len(mends))
	notes := make([]annals.Note, 0, len(mends))
	for _, m := range mends {
		was := m.In(t.String)
		kind := annals.RepairedText
		if was == m.With {
			kind = annals.DamagedText
		} else {
			edits = append(edits, traced.Edit{Span: m.Span, With: m.With})
		}
		notes = append(notes, annals.Note{Kind: kind, Raw: t.Raw(m.Span), Original: was, Message: m.Message})
	}
	return t.Apply(edits), notes
}
