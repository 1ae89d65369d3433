package account

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// selfContradictions are where a report is noted to contradict itself.
func (a *Account) selfContradictions(reading int) {
	r := a.Reading(reading)
	notes := append(slices.Clone(r.Document.Notes), r.Notes...)
	for i, n := range notes {
		if n.Kind != annals.ContradictionNote || slices.ContainsFunc(notes[:i], func(o annals.Note) bool { return o.Kind == n.Kind && answers(r, &o, &n) }) {
			continue // told with the note that it answers
		}
		a.addConflict(SelfContradiction, n.Message, nil)
		last := &a.Conflicts[len(a.Conflicts)-1]
		last.Sentences = append(last.Sentences, a.CitationOf(reading, n.Span))
		for _, o := range notes[i+1:] {
			if o.Kind == n.Kind && answers(r, &n, &o) {
				last.Sentences = append(last.Sentences, a.CitationOf(reading, o.Span))
			}
		}
		for i := range r.Statements {
			for _, e := range r.Statements[i].Evidence {
				if e.Overlaps(n.Span) && r.Statements[i].About == annals.AboutClaim {
					last.Statements = append(last.Statements, resolve.StatementKey{Reading: reading, Statement: i})
				}
			}
		}
	}
}

// answers says whether two notes tell of one contradiction from its two ends:
// each quotes the words that the other stands at.
func answers(r *annals.Reading, x, y *annals.Note) bool {
	quotes := func(n, of *annals.Note) bool {
		words := of.Span.In(r.Document.Text)
		return words != "" && strings.Contains(n.Message, words)
	}
	return quotes(x, y) && quotes(y, x)
}
