package resolve

import (
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// TestGoesOn holds whom the sentences of a report have as their source that name none.
func TestGoesOn(t *testing.T) {
	tests := []struct {
		name      string
		sentences []string
		want      []string
	}{
		{"a lead", []string{"A silo burned.", "It burned all night, police said.", "It was old."}, []string{"police", "police", ""}},
		{"a lead under a headline", []string{"Silo burns", "A silo burned.", "It burned all night, police said."}, []string{"", "police", "police"}},
		{"two sentences before", []string{"A silo burned.", "It was old.", "It burned all night, police said."}, []string{"", "", "police"}},
		{"two sources", []string{"A silo burned.", "The police said so, said the mayor."}, []string{"", "The police;the mayor"}},
		{"no source", []string{"A silo burned.", "It was old."}, []string{"", ""}},
		{"said by nobody", []string{"Silo burns", "Police said so.", "It is believed to be old."}, []string{"", "Police", "Police"}},
	}
	for _, test := range tests {
		r := &annals.Reading{Document: &annals.Document{Text: strings.Join(test.sentences, " ")}}
		at := 0
		for _, s := range test.sentences {
			r.Sentences = append(r.Sentences, annals.Span{Start: at, End: at + len(s)})
			if cue := strings.Index(s, "is believed"); cue >= 0 {
				r.Claims = append(r.Claims, annals.Claim{Cue: annals.Span{Start: at + cue, End: at + cue + len("is believed")}})
			}
			at += len(s) + 1
		}
		var got []string
		for _, s := range r.Sentences {
			var named []string
			for _, tag := range speakersIn(r).in[s.Start] {
				named = append(named, tag.source.In(r.Document.Text))
			}
			got = append(got, strings.Join(named, ";"))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
