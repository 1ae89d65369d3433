package figures

import (
	"iter"
	"sort"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// mentionsIn are the mentions that overlap a span.
func (r *reading) mentionsIn(s annals.Span) iter.Seq[*annals.Mention] {
	return func(yield func(*annals.Mention) bool) {
		m := r.d.Mentions
		const longestMention = 400 // bytes; a mention that starts farther back does not reach s
		from := sort.Search(len(m), func(i int) bool { return m[i].Start > s.Start-longestMention })
		for i := from; i < len(m) && m[i].Start < s.End; i++ {
			if m[i].Overlaps(s) && !yield(&m[i]) {
				return
			}
		}
	}
}

// link fills what a figure leans on: event, time, place, subject.
func (r *reading) link(f *annals.Figure, q *quantity, before *quantity, after *quantity) {
	first, last := r.sentence(q.first)
	f.Event = r.eventOf(q, first, last)
	if f.Event == 0 {
		f.Event = r.told(q, first)
	}
	f.Time = r.timeOf(q, before, after, first, last)
	f.Place = r.placeOf(q, before, after, first, last)
	if f.Event != 0 && q.found.rule != "toll" && r.contradicts(f.Event, f.Time) { // a toll is told as of a later day
		if q.found.rule != "with" && r.eventAt(q.found.trigger) == f.Event {
			f.Time = 0 // the verb is surely theirs, the time another's
		} else {
			f.Event = 0
		}
	}
	if f.Event != 0 {
		e := &r.d.Events[f.Event-1]
		if e.Time != 0 && (harms(f.Measure) || (f.Measure == annals.OtherFigure || f.Measure == annals.Strength) && r.befell(q)) && r.inSentence(e.Trigger, first, last) && r.inSentence(r.d.Times[e.Time-1].Span, first, last) &&
			!r.ownTime(f.Time, q, after) && r.reaches(&r.d.Times[e.Time-1], q, first) {
			f.Time = e.Time
		}
		if f.Place == 0 {
			f.Place = e.Place
		}
	}
	switch f.Measure {
	case annals.Strength, annals.Attacks, annals.Clashes, annals.Money, annals.Surrendered:
		f.Subject = r.subjectOf(q, first)
	}
}

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
// the sentence.
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
		if m.Kind != annals.PlaceKind && m.Kind != annals.Facility || !whole.Overlaps(m.Span) || m.Start >= start && m.End <= end || !r.locative(m) {
			continue
		}
		d := m.Start - end
		if m.Start < start {
			d = 2 * (start - m.End)
		} else if m.Start >= segment.End {
			d *= 2
		}
		if d < distance {
			best, distance = annals.Ref(i+1), d
		}
	}
	return best
}

// locative says that a place is named after a preposition of place, so that it
// is where something happened and not who did it.
func (r *reading) locative(m *annals.Mention) bool {
	for i := r.t.TokenAt(m.Start) - 1; i >= 0; i-- {
		switch r.norm(i) {
		case "in", "at", "near", "outside", "inside", "around", "across", "from", "on", "to", "of", "into", "between", "over", "along", "throughout", "within", "off":
			return true
		}
		if !r.is(i, determiner) && r.pos(i) != text.ADJ && r.pos(i) != text.PROPN && r.pos(i) != text.NOUN {
			return false
		}
	}
	return false
}
