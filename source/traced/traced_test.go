package traced_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

func check(t *testing.T, got, want traced.Text) {
	t.Helper()
	if got.String != want.String {
		t.Errorf("text %q, want %q", got.String, want.String)
	}
	if len(got.Source) != len(want.Source) {
		t.Fatalf("segments %v, want %v", got.Source, want.Source)
	}
	for i := range got.Source {
		if got.Source[i] != want.Source[i] {
			t.Errorf("segment %d is %v, want %v", i, got.Source[i], want.Source[i])
		}
	}
}

func span(start, end int) annals.Span { return annals.Span{Start: start, End: end} }

func TestApply(t *testing.T) {
	text := traced.Whole("one  two three")
	text = text.Apply([]traced.Edit{{Span: span(3, 5), With: " "}, {Span: span(8, 14)}})
	check(t, text, traced.Text{String: "one two", Source: []annals.Segment{
		{Text: span(0, 3), Raw: span(0, 3)},
		{Text: span(3, 4), Raw: span(3, 5)},
		{Text: span(4, 7), Raw: span(5, 8)},
	}})
	text = text.Apply([]traced.Edit{{Span: span(3, 4), With: "\n\n"}})
	check(t, text, traced.Text{String: "one\n\ntwo", Source: []annals.Segment{
		{Text: span(0, 8), Raw: span(0, 8)},
	}})
	if got := text.Raw(span(5, 8)); got != span(5, 8) {
		t.Errorf("raw of the last word %v", got)
	}
	if got := text.Find(span(8, 14)); !got.Empty() {
		t.Errorf("what was removed is found at %v", got)
	}
}

// TestTrace: however texts are cut, in as many rounds as there may be, every
// segment holds the very bytes it points at, in order, and Raw and Find agree.
func TestTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.String().Draw(t, "raw")
		text := traced.Whole(raw)
		for range rapid.IntRange(0, 4).Draw(t, "rounds") {
			var edits []traced.Edit
			for range rapid.IntRange(0, 5).Draw(t, "edits") {
				start := rapid.IntRange(0, len(text.String)).Draw(t, "start")
				end := min(len(text.String), start+rapid.IntRange(0, 5).Draw(t, "length"))
				with := ""
				if rapid.Bool().Draw(t, "replace") {
					with = strings.Repeat("#", end-start+1)
				}
				edits = append(edits, traced.Edit{Span: span(start, end), With: with})
			}
			text = text.Apply(edits)
		}
		last := annals.Segment{}
		for _, s := range text.Source {
			if s.Text.Start < last.Text.End || s.Raw.Start < last.Raw.Start || s.Text.End > len(text.String) || s.Raw.End > len(raw) || s.Text.Empty() {
				t.Fatalf("segment %v after %v", s, last)
			}
			if s.Text.Len() == s.Raw.Len() && s.Text.In(text.String) != s.Raw.In(raw) && !strings.Contains(s.Text.In(text.String), "#") {
				t.Fatalf("%q is not %q", s.Text.In(text.String), s.Raw.In(raw))
			}
			if got := text.Raw(s.Text); got != s.Raw {
				t.Fatalf("raw of %v is %v, want %v", s.Text, got, s.Raw)
			}
			last = s
		}
	})
}
