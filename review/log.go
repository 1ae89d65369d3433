package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// Entry is a line of the log of what was judged.
type Entry struct {
	annals.Judgement
	Stands bool
	Left   string // what is judged, in words
	Right  string // the other thing of two; "" none
}

// Log lists all that was judged, oldest first, with what still stands. A thing
// that the record does not hold goes by its key.
func Log(a *account.Account, judgements []annals.Judgement) []Entry {
	stands := annals.Stands(judgements)
	sorted := slices.Clone(judgements)
	slices.SortStableFunc(sorted, func(x, y annals.Judgement) int {
		switch {
		case x.Newer(&y):
			return 1
		case y.Newer(&x):
			return -1
		}
		return 0
	})
	var out []Entry
	for _, j := range sorted {
		out = append(out, Entry{j, stands(j.ID), inWords(a, j.Left), inWords(a, j.Right)})
	}
	return out
}

func inWords(a *account.Account, left string) string {
	key, err := annals.ParseKey(left)
	if err != nil {
		return left
	}
	t, err := OfKey(a, key)
	if err != nil {
		return left
	}
	switch {
	case t.Title == "":
		return t.ID
	case t.Kind == annals.ActorKey || t.Kind == annals.EventKey || t.Kind == annals.RelationKey:
		return t.ID + " " + t.Title
	}
	return t.Title
}

// Withdrawal finds the judgement whose ID begins as given, with or without
// "sha256:"; one that stands no more cannot be withdrawn.
func Withdrawal(judgements []annals.Judgement, id string) (annals.Judgement, error) {
	var hits []annals.Judgement
	for _, j := range judgements {
		if id != "" && (strings.HasPrefix(j.ID, id) || strings.HasPrefix(j.ID, "sha256:"+id)) {
			hits = append(hits, j)
		}
	}
	switch {
	case len(hits) == 0:
		return annals.Judgement{}, fmt.Errorf("judgement %q: %w", id, ErrNotFound)
	case len(hits) > 1:
		return annals.Judgement{}, fmt.Errorf("judgement %q: %w", id, ErrAmbiguous)
	}
	if !annals.Stands(judgements)(hits[0].ID) {
		return annals.Judgement{}, fmt.Errorf("judgement %q: %w", id, ErrWithdrawn)
	}
	return hits[0], nil
}

// ErrWithdrawn says that a judgement was withdrawn before.
var ErrWithdrawn = errors.New("it is withdrawn already; what withdrew it can be undone")
