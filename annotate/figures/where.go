package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// segment is the stretch of the sentence that is nearer to q than to its
// neighbours: what stands between two figures belongs to the one before.
func (r *reading) segment(q, before, after *quantity, first, last int) annals.Span {
	from, to := first, last
	if before != nil && before.first >= first {
		from = before.end
	}
	if after != nil && after.first < last {
		to = after.first
	}
	return r.span(min(from, q.first), max(to, q.end))
}

// placeOf is the place named after q in its stretch, else the nearest place of
// the sentence: a name before what is only called a place ("a tea shop"), and one told
// after q before the region that opens the sentence ("In Sulu, …").
func (r *reading) placeOf(q, before, after *quantity, first, last int) annals.Ref {
	segment := r.segment(q, before, after, first, last)
	whole := r.span(first, last)
	best, distance := annals.Ref(0), 1<<30
	start, end := r.t.Tokens[q.first].Start, r.t.Tokens[q.end-1].End
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Start >= whole.End {
			break
		}
		if !whole.Overlaps(m.Span) || m.Start >= start && m.End <= end || !r.locates(m) {
			continue
		}
		d := m.Start - end
		if m.Start < start {
			d = 2 * (start - m.End)
		} else if m.Start >= segment.End {
			d *= 2
		}
		if !r.isNamed(m) {
			d += len(r.t.Source) // behind every name
		} else if r.frames(m, first) {
			d += r.ownClause(q)
		}
		if d < distance {
			best, distance = annals.Ref(i+1), d
		}
	}
	return r.finest(best)
}

// locates says that something happened at a place told of: it is named after a
// preposition of place and is not only what a distance is measured from.
func (r *reading) locates(m *annals.Mention) bool {
	return (m.Kind == annals.PlaceKind || m.Kind == annals.Facility) && r.locative(m) && !r.isReference(m)
}

// locative says that a place is named after a preposition of place or as what was
// attacked, so that it is where something happened and not who did it.
func (r *reading) locative(m *annals.Mention) bool {
	for i := r.t.TokenAt(m.Start) - 1; i >= 0; i-- {
		switch r.norm(i) {
		case "in", "at", "near", "outside", "inside", "around", "across", "from", "on", "to", "of", "into", "between", "over", "along", "throughout", "within", "off":
			return true
		}
		if r.is(i, fight) && r.pos(i) == text.VERB {
			return true // "raided Gudina"
		}
		if !r.is(i, determiner) && !r.participial(i) && r.pos(i) != text.ADJ && r.pos(i) != text.PROPN && r.pos(i) != text.NOUN {
			return false
		}
	}
	return false
}

// isReference says that a place is only told to say how far from it another lies: "35
// kilometres west of Chiure".
func (r *reading) isReference(m *annals.Mention) bool {
	i := r.t.TokenAt(m.Start) - 1
	if n := r.norm(i); n != "of" && n != "from" && n != "to" {
		return false
	}
	switch i--; r.norm(i) {
	case "the":
		i--
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "away", "northern", "southern":
		return true
	}
	switch r.norm(i) {
	case "km", "kilometres", "kilometers", "miles", "metres", "meters":
		return true
	}
	return false
}

// frames says that a place opens the sentence from token first on: "In Sulu, …".
func (r *reading) frames(m *annals.Mention, first int) bool {
	return r.t.TokenAt(m.Start)-1 == first
}

// ownClause is how far the clause of q reaches after it, in bytes: a place within it is
// nearer than one that opens the sentence.
func (r *reading) ownClause(q *quantity) int {
	_, last := r.sentence(q.first)
	i := q.end
	for i < last && !r.is(i, clause) && r.norm(i) != ";" {
		i++
	}
	return r.t.Tokens[i-1].End - r.t.Tokens[q.end-1].End
}

// isNamed says that a place goes by a name, its own or one it takes up, or is told apart
// by more than a noun: "Zharay district", "the southern suburbs", but not "the town", "a
// tea shop".
func (r *reading) isNamed(m *annals.Mention) bool {
	if m.Form == annals.Name || m.Place != nil {
		return true
	}
	first, last := r.t.Covering(m.Start, m.End)
	for first < last && r.is(first, determiner) {
		first++
	}
	return m.Kind == annals.PlaceKind && last-first > 1
}

// finest is the first of the places that are named from the finer to the coarser up to
// the one given: "near Bayji, in Salah ad Din province".
func (r *reading) finest(ref annals.Ref) annals.Ref {
	for n := int(ref) - 1; n > 0; n-- {
		if m, finer := &r.d.Mentions[ref-1], &r.d.Mentions[n-1]; finer.End <= m.Start {
			if finer.Kind != annals.PlaceKind || !r.isNamed(finer) || !r.locates(finer) || !r.liesIn(finer, m) {
				break
			}
			ref = annals.Ref(n)
		}
	}
	return ref
}

// liesIn says that nothing but "in" parts a place from the coarser one after it.
func (r *reading) liesIn(finer, m *annals.Mention) bool {
	_, from := r.t.Covering(finer.Start, finer.End)
	to := r.t.TokenAt(m.Start)
	in := false
	for i := from; i < to; i++ {
		switch n := r.norm(i); {
		case n == "in":
			in = true
		case n != "," && !r.is(i, determiner):
			return false
		}
	}
	return in
}
