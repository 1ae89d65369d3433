package resolve

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// TestPointing holds to whom the last sentence of a report points. Ada Quill is
// the only name that the reader finds.
func TestPointing(t *testing.T) {
	const name = "Ada Quill"
	tests := []struct {
		sentences []string
		want      string
	}{
		{[]string{"The silo burned, Ada Quill said.", "It burned all night, she said."}, name},
		{[]string{"The silo burned, Ada Quill said.", "It burned all night, the officer said."}, name},
		{[]string{"The brigade of Marrin said the silo burned.", "It burned all night, the brigade added."}, "The brigade of Marrin"},
		{[]string{"The ministry said the silo burned.", "It burned all night, the statement added."}, "The ministry"},
		{[]string{"Traders said the silo burned.", "It burned all night, the report said."}, "the report"},
		{[]string{"The brigade of Marrin said the silo burned.", "It burned all night, it said."}, "The brigade of Marrin"},
		{[]string{"The brigade of Marrin said the silo burned.", "It burned all night, the agency said."}, "The brigade of Marrin"},
		{[]string{"The brigade of Marrin said the silo burned.", "It burned all night, the operator said."}, "The brigade of Marrin"},
		{[]string{"The silo burned.", "It burned all night, it said."}, ""},
		{[]string{"The silo burned.", "It burned all night, she said."}, ""},
		{[]string{"Ada Quill said so.", "One.", "Two.", "Three.", "It burned all night, she said."}, ""},
	}
	for _, test := range tests {
		r := &annals.Reading{Document: &annals.Document{Text: strings.Join(test.sentences, " ")}}
		at := 0
		for _, s := range test.sentences {
			r.Sentences = append(r.Sentences, annals.Span{Start: at, End: at + len(s)})
			at += len(s) + 1
		}
		if at := strings.Index(r.Document.Text, name); at >= 0 {
			r.Entities = []annals.Entity{{Name: name, Kind: annals.Person, Mentions: []annals.Ref{1}}}
			r.Mentions = []annals.Mention{{Span: annals.Span{Start: at, End: at + len(name)}, Form: annals.Name, Kind: annals.Person, Entity: 1}}
		}
		var got []string
		for _, tag := range speakersIn(r).in[r.Sentences[len(r.Sentences)-1].Start] {
			got = append(got, tag.source.In(r.Document.Text))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q points to %q, want %q", test.sentences, got, test.want)
		}
	}
}

// TestCalledSo holds that a word for a body calls no person of it.
func TestCalledSo(t *testing.T) {
	tests := []struct {
		source, word string
		want         bool
	}{
		{"police chief Ada Quill", "police", false},
		{"police chief Ada Quill", "chief", true},
		{"the Harbour police", "police", true},
		{"the Harbour police", "brigade", false},
	}
	for _, test := range tests {
		r := &annals.Reading{Document: &annals.Document{Text: test.source}}
		if at := strings.Index(test.source, "Ada"); at >= 0 {
			r.Mentions = []annals.Mention{{Span: annals.Span{Start: at, End: len(test.source)}, Form: annals.Name, Kind: annals.Person}}
		}
		f := follower{reading: r}
		if got := f.calledSo(tag{source: annals.Span{Start: 0, End: len(test.source)}}, test.word); got != test.want {
			t.Errorf("%q is called %q: %v", test.source, test.word, got)
		}
	}
}
