package figures

import (
	"strings"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// carryTimes gives each figure whose own sentence does not date it the time that the
// report tells elsewhere of what it belongs to.
func (r *reading) carryTimes(figures []draft) {
	only := sync.OnceValue(r.onlyDay)
	for i := range figures {
		f := &figures[i].figure
		if f.Time != 0 || f.Event == 0 || f.Per != "" {
			continue
		}
		if f.Time = r.timeJoined(figures[:i], f); f.Time == 0 {
			if f.Time = r.timeElsewhere(f, only); f.Time != 0 && r.contradicts(f.Event, f.Time) {
				f.Time = 0 // the event is reckoned to another day
			}
		} else if q := figures[i].from; q != nil && q.most() > 1 {
			f.Cumulative = f.Cumulative || figures[i-1].figure.Cumulative
		}
	}
}

// timeElsewhere is the time that other sentences give a figure; 0 for none.
func (r *reading) timeElsewhere(f *annals.Figure, only func() annals.Ref) annals.Ref {
	for _, told := range [...]func(annals.Ref) annals.Ref{r.timeTold, r.timeBeside, r.timeBefore} {
		if t := r.fromAnother(told(f.Event), f); t != 0 {
			return t
		}
	}
	e := &r.d.Events[f.Event-1]
	if !r.isNews(e) {
		return 0
	}
	if t := r.saidNear(f); t != 0 {
		return t
	}
	if harms(f.Measure) || e.PLOVER != nil {
		return r.fromAnother(only(), f)
	}
	return 0
}

// fromAnother is a time that another sentence than the figure's tells: what its own
// sentence tells has been weighed; 0 else.
func (r *reading) fromAnother(t annals.Ref, f *annals.Figure) annals.Ref {
	if t == 0 || r.t.SentenceAt(r.d.Times[t-1].Start) == r.t.SentenceAt(f.Start) {
		return 0
	}
	return r.dayOf(t)
}

// dayOf is the words for the day of an hour, where the report has them: what is told
// sentences away happened on that day, and not at that minute.
func (r *reading) dayOf(t annals.Ref) annals.Ref {
	hour := &r.d.Times[t-1]
	day, _, ok := strings.Cut(hour.EDTF, "T")
	if hour.Type != "TIME" {
		return t
	}
	for k := range r.d.Times {
		o := &r.d.Times[k]
		if !o.Dateline && (o.Span == hour.Anchor || ok && o.EDTF == day && r.t.SentenceAt(o.Start) == r.t.SentenceAt(hour.Start)) {
			return annals.Ref(k + 1)
		}
	}
	return t
}

// timeTold is the time of an event, else of the telling of it nearest before or after
// that has one; 0 for none.
func (r *reading) timeTold(event annals.Ref) annals.Ref {
	if t := r.d.Events[event-1].Time; t != 0 {
		return t
	}
	best, distance := annals.Ref(0), 1<<30
	for _, other := range r.tellings(event) {
		e := &r.d.Events[other-1]
		if d := abs(e.Trigger.Start - r.d.Events[event-1].Trigger.Start); e.Time != 0 && d < distance {
			best, distance = e.Time, d
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// tellings are the events that are said to be the same as one, through others too.
func (r *reading) tellings(event annals.Ref) []annals.Ref {
	out := []annals.Ref{event}
	seen := map[annals.Ref]bool{event: true}
	for n := 0; n < len(out); n++ {
		for k := range r.d.Events {
			for _, l := range r.d.Events[k].Links {
				a, b := annals.Ref(k+1), l.Event
				if l.Type != annals.SameAs || seen[a] == seen[b] || a != out[n] && b != out[n] {
					continue
				}
				if seen[a] {
					a = b
				}
				seen[a], out = true, append(out, a)
			}
		}
	}
	return out[1:]
}

// timeJoined is the time of the figure before one where one subject did both: "attacked
// mines lately and killed 12 miners". 0 for none.
func (r *reading) timeJoined(before []draft, f *annals.Figure) annals.Ref {
	if len(before) == 0 {
		return 0
	}
	last := &before[len(before)-1].figure
	if last.Time == 0 || last.Event == 0 {
		return 0
	}
	a, b := r.t.TokenAt(r.d.Events[last.Event-1].Trigger.Start), r.t.TokenAt(r.d.Events[f.Event-1].Trigger.Start)
	if a == b || text.DepIs(r.t.Tokens[b].Dep, "conj") && r.t.Tokens[b].Head == a {
		return last.Time
	}
	return 0
}

// timeBeside is the time of another event of an event's sentence: what one sentence
// tells in a row happened together. 0 for none.
func (r *reading) timeBeside(event annals.Ref) annals.Ref {
	s := r.t.SentenceAt(r.d.Events[event-1].Trigger.Start)
	for k := range r.d.Events {
		if e := &r.d.Events[k]; e.Time != 0 && r.isNews(e) && r.t.SentenceAt(e.Trigger.Start) == s {
			return e.Time
		}
	}
	return 0
}

// timeBefore is the time of the last event told before an event in its paragraph, up to
// carrySentences back; 0 for none.
func (r *reading) timeBefore(event annals.Ref) annals.Ref {
	e := &r.d.Events[event-1]
	own := r.t.SentenceAt(e.Trigger.Start)
	best, at := annals.Ref(0), -1
	for k := range r.d.Events {
		o := &r.d.Events[k]
		s := r.t.SentenceAt(o.Trigger.Start)
		if o.Time == 0 || !r.isNews(o) || o.Trigger.Start <= at || s >= own || s < own-carrySentences || r.t.Sentences[s].Paragraph != r.t.Sentences[own].Paragraph {
			continue
		}
		best, at = o.Time, o.Trigger.Start
	}
	return best
}

// carrySentences is how many sentences a time holds on for within a paragraph.
const carrySentences = 2

// saidNear is a day that the sentences around a figure's name in its paragraph, the ones
// before first; 0 for none.
func (r *reading) saidNear(f *annals.Figure) annals.Ref {
	own := r.t.SentenceAt(f.Start)
	for _, away := range [...]int{-1, -2, 1} {
		s := own + away
		if s < 0 || s >= len(r.t.Sentences) || r.t.Sentences[s].Paragraph != r.t.Sentences[own].Paragraph {
			continue
		}
		for k := range r.d.Times {
			t := &r.d.Times[k]
			if r.t.SentenceAt(t.Start) == s && r.namesDay(t) {
				return annals.Ref(k + 1)
			}
		}
	}
	return 0
}

// namesDay says that a time tells of a day on which something may have happened, and not
// when it was said.
func (r *reading) namesDay(t *annals.Time) bool {
	first, last := r.t.Covering(t.Start, t.End)
	day := isDay(t.EDTF) || strings.Contains(t.Value, "-WXX-")
	return day && !t.Dateline && t.Type != "SET" && t.Type != "DURATION" && !r.is(first-1, reporting) && !r.is(last, reporting) && !r.is(first-2, reporting)
}

// onlyDay is the time of the report's news of violence where all that is dated fell on
// one day; 0 where it did not.
func (r *reading) onlyDay() annals.Ref {
	var out annals.Ref
	day := ""
	for k := range r.d.Events {
		e := &r.d.Events[k]
		if e.Time == 0 || !isDay(e.EDTF) || !r.isNews(e) || e.PLOVER != nil && e.PLOVER.Type != "ASSAULT" {
			continue
		}
		if day != "" && e.EDTF != day {
			return 0
		}
		if out == 0 {
			out = e.Time
		}
		day = e.EDTF
	}
	return out
}

// isDay says that a date is one day, or an hour of it.
func isDay(edtf string) bool { return len(edtf) >= len("2016-01-02") && !strings.Contains(edtf, "/") }

// isNews says that an event is told as having happened, and not as history.
func (r *reading) isNews(e *annals.Event) bool {
	return e.Status == annals.Happened && !e.Background
}
