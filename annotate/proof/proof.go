// Package proof checks by machine that what was read stands in the text: each
// field of a figure, event, relation, claim or aim is stated there, follows by a
// named step from places that are cited, or is unsupported.
//
// The check looks at the text and at nothing an extractor says of its own work:
// numbers are parsed again, dates compared part by part with the words, names
// with the letters.
package proof

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Result is the check of one field. Its spans are bytes of the document's text;
// the anchor of a step is the last.
type Result = annals.Proof

// Fields are the results by the name of the field.
type Fields map[string]Result

var unsupported = Result{Verdict: annals.Unsupported}

func stated(spans ...annals.Span) Result { return Result{Verdict: annals.Stated, Spans: spans} }

func derived(step string, spans ...annals.Span) Result {
	return Result{Verdict: annals.DerivedFrom, Step: step, Spans: spans}
}

// weaker keeps the worse of two results and cites both, for fields that hold
// several values.
func weaker(a, b Result) Result {
	rank := map[annals.Verdict]int{annals.Stated: 0, annals.DerivedFrom: 1, annals.Unsupported: 2}
	if rank[b.Verdict] > rank[a.Verdict] {
		a, b = b, a
	}
	a.Spans = append(append([]annals.Span{}, a.Spans...), b.Spans...)
	return a
}

// set adds a result to a field that may hold one already.
func (f Fields) set(name string, r Result) {
	if old, ok := f[name]; ok {
		r = weaker(old, r)
	}
	f[name] = r
}

// literal says that a string stands at a span of the text.
func literal(d *annotate.Document, s annals.Span, as string) bool {
	return !s.Empty() && s.In(d.Doc.Text) == as
}

// sentence is the span of the sentence that holds a span's start; the span
// itself where the text has none.
func sentence(d *annotate.Document, s annals.Span) annals.Span {
	if d.Text == nil {
		return s
	}
	k := d.Text.SentenceAt(s.Start)
	if k < 0 || k >= len(d.Text.Sentences) {
		return s
	}
	return annals.Span{Start: d.Text.Sentences[k].Start, End: d.Text.Sentences[k].End}
}

// fold is a name without case, articles and possessives.
func fold(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimPrefix(s, "the ")
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}
