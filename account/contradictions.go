package account

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// selfContradictions are where a report is noted to contradict itself.
func (a *Account) selfContradictions(reading int) {
	r := a.Reading(reading)
	notes := append(slices.Clone(r.Document.Notes), r.Notes...)
	for _, n := range notes {
		if n.Kind != annals.ContradictionNote {
			continue
		}
		a.addConflict(SelfContradiction, n.Message, nil)
		last := &a.Conflicts[len(a.Conflicts)-1]
		last.Sentences = append(last.Sentences, a.CitationOf(reading, n.Span))
		for i := range r.Statements {
			for _, e := range r.Statements[i].Evidence {
				if e.Overlaps(n.Span) && r.Statements[i].About == annals.AboutClaim {
					last.Statements = append(last.Statements, resolve.StatementKey{Reading: reading, Statement: i})
				}
			}
		}
	}
}
