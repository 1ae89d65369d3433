package resolve

import (
	"context"
	"fmt"
	"slices"

	"github.com/annals-project/annals"
)

// Found is where a report stands among the others. Things of two reports are one
// when they have one number.
type Found struct {
	Copies []string // documents that are copies of one another, this one among them
	Actors map[annals.Ref]int64
	Events map[annals.Ref]int64
}

// Find says where a report stands; nil when it was never added.
func (ix *Incremental) Find(ctx context.Context, shelf Shelf, document string) (*Found, error) {
	s := ix.session(ctx, shelf)
	id := reportID(document)
	var r shelvedReport
	if found, err := s.get(id, &r); err != nil || !found {
		return nil, err
	}
	out := &Found{Actors: map[annals.Ref]int64{}, Events: map[annals.Ref]int64{}}
	for ref, l := range r.Actors {
		l, _, err := s.label(l)
		if err != nil {
			return nil, err
		}
		out.Actors[ref] = l
	}
	for n := range r.Tellings {
		t, err := s.telling(tellingID(id, n))
		if err != nil {
			return nil, err
		}
		for _, m := range t.mentions {
			out.Events[m] = t.event
		}
	}
	var err error
	out.Copies, err = s.copiesOf(id)
	return out, err
}

// copiesOf follows the ties of copies to all that hang together.
func (s *session) copiesOf(id int64) ([]string, error) {
	met := map[int64]bool{id: true}
	var out []string
	for queue := []int64{id}; len(queue) > 0; queue = queue[1:] {
		var r shelvedReport
		if found, err := s.get(queue[0], &r); err != nil || !found {
			return nil, fmt.Errorf("resolve: the index is damaged: report %d is missing: %w", queue[0], err)
		}
		out = append(out, r.Document)
		for _, c := range r.Copies {
			if !met[c] {
				met[c] = true
				queue = append(queue, c)
			}
		}
	}
	slices.Sort(out)
	return out, nil
}
