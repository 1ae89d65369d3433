package resolve

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// TestSpeakFor holds for whom one speaks who is called so in a report about Ada Quill,
// where it names Tom Marrin too.
func TestSpeakFor(t *testing.T) {
	tests := []struct{ source, want string }{
		{"her rep", "quill"},
		{"her longtime publicist", "quill"},
		{"family spokesman", "quill"},
		{"the singer's publicist", "quill"},
		{"the singer 's publicist", "quill"},
		{"Tom Marrin's representative", "marrin"},
		{"the Silo's spokesman", ""},
		{"a publicist", ""},
		{"a tall, kind publicist", ""},
	}
	for _, test := range tests {
		r := &annals.Reading{Document: &annals.Document{Text: "Ada Quill sang. Ada Quill left, " + test.source + " said. Tom Marrin stayed."}}
		r.Entities = []annals.Entity{{Name: "Tom Marrin", Kind: annals.Person}, {Name: "Ada Quill", Kind: annals.Person}}
		for _, m := range []struct {
			text string
			of   annals.Ref
			form annals.Form
		}{{"Tom Marrin", 1, annals.Name}, {"Ada Quill", 2, annals.Name}, {"the singer", 2, annals.Nominal}} {
			for at := 0; strings.Contains(r.Document.Text[at:], m.text); {
				at += strings.Index(r.Document.Text[at:], m.text)
				r.Mentions = append(r.Mentions, annals.Mention{Span: annals.Span{Start: at, End: at + len(m.text)}, Text: m.text, Form: m.form, Kind: annals.Person, Entity: m.of})
				r.Entities[m.of-1].Mentions = append(r.Entities[m.of-1].Mentions, annals.Ref(len(r.Mentions)))
				at += len(m.text)
			}
		}
		at := strings.Index(r.Document.Text, test.source)
		v := &voice{calling: calling{head: spokesman, speaks: true}}
		v.speakFor(r, speakerIn(r.Document.Text, annals.Span{Start: at, End: at + len(test.source)}))
		if got := strings.Join(sortedKeys(v.of), " "); got != test.want {
			t.Errorf("%q speaks for %q, want %q", test.source, got, test.want)
		}
	}
}
