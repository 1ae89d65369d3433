package crossdoc

import (
	"slices"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/resolve/scorer"
	"github.com/annals-project/annals/text"
)

// TestFind holds that a word taken for an event has the ID of the gold mention it
// matches, once, and one of its own else.
func TestFind(t *testing.T) {
	syntax, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	d := cat.Document{ID: "1_1", Topic: "1", Text: "Guards opened fire and attacked .", Complete: map[int]bool{0: true}}
	at := 0
	for _, w := range []string{"Guards", "opened", "fire", "and", "attacked", "."} {
		d.Tokens = append(d.Tokens, cat.Token{Span: annals.Span{Start: at, End: at + len(w)}, Text: w})
		at += len(w) + 1
	}
	d.Mentions = []cat.Mention{{ID: "9", Type: "ACTION_OCCURRENCE", Tokens: []int{1, 2}, Annotated: true}}
	o := own{docs: []cat.Document{d}, read: []*annotate.Document{{Doc: &annals.Document{Text: d.Text}, Text: syntax.Read(d.Text)}}}
	f := scorer.Weights{scorer.Always: -1, "word open": 2, "word fire": 2, "word attack": 2}
	for m, want := range map[matching][]string{overlap: {"9", "own 2", "own 4"}, sameSpan: {"own 1", "own 2", "own 4"}} {
		var got []string
		for _, x := range o.find(0, f, m) {
			got = append(got, x.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", m, got, want)
		}
	}
}
