package figures

import (
	"iter"
	"sort"

	"github.com/annals-project/annals"
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
