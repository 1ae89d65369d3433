package main

import "github.com/annals-project/annals"

// confident drops the events, figures, claims and relations that the reader is
// less certain of than least, and what pointed to them. 0 keeps everything.
func confident(r *annals.Reading, least float64) *annals.Reading {
	if least <= 0 {
		return r
	}
	out := *r
	var figures, events, claims map[annals.Ref]annals.Ref
	out.Figures, figures = keep(r.Figures, func(f *annals.Figure) bool { return f.Confidence >= least })
	out.Events, events = keep(r.Events, func(e *annals.Event) bool { return e.Confidence >= least })
	out.Claims, claims = keep(r.Claims, func(c *annals.Claim) bool { return c.Confidence >= least })
	out.Relations, _ = keep(r.Relations, func(x *annals.Relation) bool { return x.Confidence >= least })
	for i := range out.Figures {
		f := &out.Figures[i]
		f.PartOf, f.Event, f.Claim = figures[f.PartOf], events[f.Event], claims[f.Claim]
	}
	for i := range out.Events {
		e := &out.Events[i]
		e.Claim = claims[e.Claim]
		links := e.Links
		e.Links = nil
		for _, l := range links {
			if l.Event = events[l.Event]; l.Event != 0 {
				e.Links = append(e.Links, l)
			}
		}
	}
	for i := range out.Relations {
		out.Relations[i].Claim = claims[out.Relations[i].Claim]
	}
	return &out
}

// keep copies the items that pass and maps old references to new ones.
func keep[T any](items []T, pass func(*T) bool) ([]T, map[annals.Ref]annals.Ref) {
	var out []T
	moved := map[annals.Ref]annals.Ref{}
	for i := range items {
		if pass(&items[i]) {
			out = append(out, items[i])
			moved[annals.Ref(i+1)] = annals.Ref(len(out))
		}
	}
	return out, moved
}
