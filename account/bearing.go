package account

import (
	"slices"

	"github.com/annals-project/annals"
)

// Bearing are the standing judgements that an account depends on. The others are
// only kept: who is to code a report and what was coded, and what was accepted or
// found relevant where nobody said the contrary.
func Bearing(judgements []annals.Judgement) []annals.Judgement {
	standing := annals.Standing(judgements)
	disputed := map[string]bool{} // documents with something that a person rejected
	for i := range standing {
		if j := &standing[i]; j.Verdict == annals.Rejected || j.Verdict == annals.Irrelevant {
			disputed[documentOf(j)] = true
		}
	}
	return slices.DeleteFunc(standing, func(j annals.Judgement) bool {
		switch j.Verdict {
		case annals.Accepted, annals.Relevant:
			return !disputed[documentOf(&j)]
		case annals.Assigned, annals.Coded:
			return true
		}
		return false
	})
}

func documentOf(j *annals.Judgement) string {
	key, _ := annals.ParseKey(j.Left) // what is no key names no document
	return key.Document
}

// Judged is the account with another log of judgements, which must have the same
// Bearing.
func (a *Account) Judged(judgements []annals.Judgement) *Account {
	out := *a
	out.Resolution = a.Resolution.With(a.Resolution.Readings, judgements)
	return &out
}
