package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// perOf is the time a rate is counted over, "" for a plain count: "15 a year".
func (r *reading) perOf(q *quantity) string {
	const reach = 6
	_, last := r.sentence(q.first)
	for i := q.last; i < last && i < q.end+reach; i++ {
		for _, c := range r.words[i].cues {
			if next, ok := r.follows(i+1, c.rest); ok && c.what != "cumulative" && !comparing[r.norm(next)] {
				return c.what
			}
		}
		if n := r.norm(i); n == "," || n == ";" || n == "." || i >= q.end && r.at[i] != nil && r.at[i] != q {
			break
		}
	}
	first, _ := r.sentence(q.first)
	for _, c := range r.words[first].cues {
		if next, ok := r.follows(first+1, c.rest); ok && c.what != "cumulative" && (next == q.first || next+1 == q.first && r.norm(next) == ",") {
			return c.what // "Every month 200 people are killed."
		}
	}
	return ""
}

// comparing are words that make of "a year" a time: "$ 900 million a year earlier".
var comparing = map[string]bool{"earlier": true, "ago": true, "before": true, "later": true, "after": true}

// isCumulative says that a number covers a longer time than one event: a cue in
// the sentence, a rate, an interval of time, or attacks counted over a year.
func (r *reading) isCumulative(q *quantity, f *annals.Figure) bool {
	if f.Measure == annals.Money || f.Measure == annals.Strength {
		return false
	}
	first, last := r.clauses(q.first)
	occurrence := q.head != text.None && (r.words[q.head].head != nil || r.lex.is(r.singular(q.head), action))
	plain := f.Measure == annals.OtherFigure && !occurrence
	if plain && !r.done(first, last) {
		return false // what there is, not what was done
	}
	if f.Per != "" {
		return !plain
	}
	for i := first; i < last; i++ {
		for _, c := range r.words[i].cues {
			if next, ok := r.follows(i+1, c.rest); ok && c.what == "cumulative" && r.spans(next) && !r.ofAnother(q, i) && !r.is(i-1, have) {
				return true // but not "has since died"
			}
		}
	}
	if f.Time == 0 {
		return false
	}
	when := &r.d.Times[f.Time-1]
	if when.Value == "PAST_REF" && q.most() > 1 && r.done(first, last) {
		return true // "have attacked several mines lately"
	}
	if plain {
		return false
	}
	if when.Type == "DURATION" && (r.lately(when) || r.within(when)) {
		return true
	}
	edtf := when.EDTF
	if strings.Contains(edtf, "/") && r.stretch(when) {
		return true
	}
	several := f.Measure == annals.Attacks || f.Measure == annals.Clashes || occurrence || r.tolled(q, f)
	return several && (strings.Contains(edtf, "/") || len(edtf) == len("2016") || len(edtf) == len("2016-01"))
}

// stretch says that a time is told as one that lasts, not as a week or a weekend in
// which something happened once: "between May and June", "during the weekend".
func (r *reading) stretch(when *annals.Time) bool {
	first, last := r.t.Covering(when.Start, when.End)
	for i := max(first-1, 0); i < last; i++ {
		switch r.norm(i) {
		case "during", "over", "throughout", "since", "between", "from", "until", "past", "and", "to", "through", "first", "recent", "-", "–":
			return true
		}
		if _, number := r.readNumber(i); number && i >= first {
			return true
		}
	}
	return false
}

// tolled says that more people are told to have been harmed than one deed mostly
// harms, and no one deed that did it: "in 1989, 1,150 persons died in the violence".
func (r *reading) tolled(q *quantity, f *annals.Figure) bool {
	const manyForOne = 30
	if !harms(f.Measure) || q.found.rule != "predicate" || q.most() < manyForOne {
		return false
	}
	whole := r.span(r.sentence(q.first))
	for k := range r.d.Events {
		if e := &r.d.Events[k]; annals.Ref(k+1) != f.Event && whole.Overlaps(e.Trigger) && r.oneDeed(e) {
			return false
		}
	}
	return true
}

// oneDeed says that an event is told as one attack: "in a bombing".
func (r *reading) oneDeed(e *annals.Event) bool {
	const longestPhrase = 3
	at := r.t.TokenAt(e.Trigger.Start)
	if e.PLOVER == nil || e.PLOVER.Type != "ASSAULT" || r.pos(at) == text.VERB {
		return false
	}
	for i := at - 1; i >= 0 && i >= at-longestPhrase; i-- {
		if r.is(i, article) {
			return true
		}
	}
	return false
}

// spans says that the words of a sum before token next tell of a stretch of time, as
// "in the first half" does and "in the first attack" does not.
func (r *reading) spans(next int) bool {
	const near = 3
	if r.norm(next-1) != "first" {
		return true
	}
	for i := next; i < next+near && i < len(r.words); i++ {
		if r.timed[i] || r.words[i].unit == timeUnit {
			return true
		}
	}
	return r.norm(next) == "half" || r.norm(next) == "quarter"
}

// ofAnother says that the words of a sum at token cue, after q, belong to something
// told between the two: another number that its own words lead in ("8 died, bringing
// to 40 the dead since May"), or a rank ("…, the deadliest attack since 2014").
func (r *reading) ofAnother(q *quantity, cue int) bool {
	for i := q.end; i < cue; i++ {
		if r.norm(i) == "who" && cue < q.found.trigger {
			return true // "hostages who had been held since May were killed"
		}
		if p := r.at[i]; p != nil && p.first == i && harms(p.found.measure) && r.is(p.first-1, preposition) {
			return true
		}
		if r.norm(i) == "the" && (r.is(i+1, ordinal) || r.norm(i+1) == "first" || strings.Contains(r.t.Tokens[i+1].Feats, "Degree=Sup")) {
			return true
		}
	}
	return false
}

// done says that something has been done in tokens first ≤ i < last: "have been
// seized since Friday".
func (r *reading) done(first, last int) bool {
	for i := first; i < last; i++ {
		if r.is(i, have) {
			return true
		}
	}
	return false
}

// clauses are the tokens between the semicolons about token i, or the ends of its
// sentence.
func (r *reading) clauses(i int) (first, last int) {
	start, end := r.sentence(i)
	for first = i; first > start && r.norm(first-1) != ";"; first-- {
	}
	for last = i; last < end && r.norm(last) != ";"; last++ {
	}
	return first, last
}
