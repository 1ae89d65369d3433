// Package damage finds where a text lost words: links stripped together with
// what they said, sentences turned over by translation. It says so in a note and
// changes nothing; what stands inside such a note asserts nothing.
//
// Every rule looks for something English does not do ("a" before a comma, "tried
// to the") and knows the exceptions that clean copy has.
package damage

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// Component finds damaged sentences. It holds no state.
type Component struct{}

// New gives the component.
func New() *Component { return &Component{} }

// Name says "damage".
func (*Component) Name() string { return "damage" }

// Requires syntax.
func (*Component) Requires() []annotate.Layer { return []annotate.Layer{annotate.Syntax} }

// Assigns notes on lost words.
func (*Component) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Damage} }

// Annotate adds a note for each stretch of words that something is missing from,
// overlapping ones as one.
func (*Component) Annotate(d *annotate.Document) {
	if d.Text == nil {
		return
	}
	r := reader{Text: d.Text, loose: looseCommas(d.Text)}
	for _, s := range d.Text.Sentences {
		if s.Heading {
			continue
		}
		var found []loss
		for _, find := range ofSentence {
			if l, hit := find(&r, s); hit {
				found = append(found, l)
			}
		}
		for i := s.First; i < s.Last; i++ {
			for _, find := range ofToken {
				if l, hit := find(&r, s, i); hit {
					found = append(found, l)
					break
				}
			}
		}
		d.Notes = append(d.Notes, r.notes(found)...)
	}
}

// loss is where words are missing: tokens first ≤ i < last around the gap.
type loss struct {
	first, last int
	message     string
}

// reader is a text with what its rules ask of it.
type reader struct {
	*text.Text
	loose bool // the text sets spaces before its commas as a habit
}

// notes merges overlapping losses, in the order of the text.
func (r *reader) notes(found []loss) []annals.Note {
	var out []annals.Note
	for _, l := range found {
		start, end := r.Bytes(l.first, l.last)
		span := annals.Span{Start: start, End: end}
		merged := false
		for i := range out {
			if out[i].Span.Overlaps(span) {
				out[i].Span = annals.Span{Start: min(out[i].Span.Start, start), End: max(out[i].Span.End, end)}
				merged = true
				break
			}
		}
		if !merged {
			out = append(out, annals.Note{Kind: annals.DamagedText, Span: span, Message: l.message})
		}
	}
	return out
}

// A text sets spaces before its stops as a habit, as tokenised corpora do, when
// more than this share of them and more than a few have one; then they tell nothing.
const (
	habit = 0.2
	few   = 8
)

func looseCommas(t *text.Text) bool {
	loose, all := 0, 0
	for i := range t.Tokens {
		if t.Tokens[i].Norm == "," || t.Tokens[i].Norm == "." {
			all++
			if spaced(t, i) {
				loose++
			}
		}
	}
	return loose > few && float64(loose) > habit*float64(all)
}

// spaced says whether a token stands after white space.
func spaced(t *text.Text, i int) bool {
	return i > 0 && t.Tokens[i-1].End < t.Tokens[i].Start
}
