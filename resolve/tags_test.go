package resolve

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// TestTags holds whom the words of a sentence name as its sources. Ada Quill is
// the only name that the reader finds.
func TestTags(t *testing.T) {
	const name = "Ada Quill"
	tests := []struct{ sentence, want string }{
		{"The silo burned all night, the county fire chief, Ada Quill, said.", name},
		{"The silo burned all night, said county fire chief Ada Quill.", name},
		{"The silo burned, according to Harbour police Lt. Ada Quill.", name},
		{"The fire was described as deliberate by fire chief Ada Quill.", name},
		{"Ada Quill (of the fire brigade) said that it burned all night.", name},
		{"A statement from the ministry put the loss at ten tons.", "the ministry"},
		{"Police are treating the fire as deliberate.", "Police"},
		{"The brigade told Ada Quill that the silo burned.", "The brigade"},
		{"He said Ada Quill would be late.", "He"},
		{"Ada Quill walked to the harbour.", ""},
		{"The silo burned, Ada Quill, head of risk, Harbour Bank, said.", name},
		{"Ada Quill, who has run the brigade of the old harbour for more than ten years, said it burned.", name},
		{"Ada Quill on Monday said that the silo burned.", name},
		{"A friend of the farmer said that the silo burned.", "A friend of the farmer"},
		{"The brigade told the NNA news agency that the silo burned.", "The brigade; the NNA news agency"},
		{"The brigade confirmed to the Harbour Herald newspaper that the silo burned.", "The brigade; the Harbour Herald newspaper"},
		{"The silo burned, NNA reported, citing the brigade.", "the brigade"},
		{"Per Ada Quill, the silo burned.", name},
		{"The brigade is saying that the silo burned.", "The brigade"},
	}
	for _, test := range tests {
		r := &annals.Reading{Document: &annals.Document{Text: test.sentence}}
		if at := strings.Index(test.sentence, name); at >= 0 {
			r.Mentions = []annals.Mention{{Span: annals.Span{Start: at, End: at + len(name)}, Form: annals.Name, Kind: annals.Person, Entity: 1}}
		}
		var got []string
		for _, tag := range tagsIn(r, annals.Span{End: len(test.sentence)}) {
			got = append(got, tag.source.In(test.sentence))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q has it from %q, want %q", test.sentence, got, test.want)
		}
	}
}
