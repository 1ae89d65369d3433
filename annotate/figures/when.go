package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// lately says that a length of time ends now, so that it says when: "over the past
// few days".
func (r *reading) lately(t *annals.Time) bool {
	first, last := r.t.Covering(t.Start, t.End)
	for i := first; i < last; i++ {
		switch r.norm(i) {
		case "past", "last", "recent":
			return true
		}
	}
	return false
}

// within says that a length of time is told as the one in which something was done: "in
// only 3 months", "over two days".
func (r *reading) within(t *annals.Time) bool {
	const longest = 3 // "in less than 24 hours"
	first, last := r.t.Covering(t.Start, t.End)
	numbered := false // not "the worst riots in decades"
	for i := first; i < last; i++ {
		_, number := r.readNumber(i)
		numbered = numbered || number
	}
	if !numbered {
		return false
	}
	for i := first; i >= 0 && i >= first-longest; i-- {
		switch r.norm(i) {
		case "in", "within", "over":
			return true
		}
		if i < first && !r.is(i, adverb) && r.norm(i) != "less" && r.norm(i) != "than" && r.norm(i) != "only" && r.norm(i) != "just" {
			return false
		}
	}
	return false
}

// counted says that a length of time is counted from something told, so that it says when
// what is told beside it happened: "arrested a few days before the attack", "an hour after
// it began, two planes came". What stands in the words it is counted from is not told of.
func (r *reading) counted(t *annals.Time, q *quantity) bool {
	first, last := r.t.Covering(t.Start, t.End)
	switch r.norm(last) {
	case "before", "after", "later", "earlier", "ago":
	default:
		return false
	}
	opening, _ := r.sentence(first)
	for i := last; i < q.first && first == opening; i++ {
		if r.norm(i) == "," {
			return true
		}
		if r.at[i] != nil {
			return false
		}
	}
	return last >= q.end
}

// ownTime says that a time stands between q and the figure after it.
func (r *reading) ownTime(ref annals.Ref, q, after *quantity) bool {
	if ref == 0 {
		return false
	}
	t := r.d.Times[ref-1]
	return t.Start >= r.t.Tokens[q.end-1].End && (after == nil || t.Start < r.t.Tokens[after.first].Start)
}

func (r *reading) inSentence(s annals.Span, first, last int) bool {
	return r.span(first, last).Overlaps(s)
}

// timeOf is the time that says when: the nearest after q before the next figure,
// else one of the whole sentence before the first figure, else the one that the
// figure before has.
func (r *reading) timeOf(q, before, after *quantity, first, last int) annals.Ref {
	segment := r.segment(q, before, after, first, last)
	whole := r.span(r.afterDateline(first, last), last)
	best, distance := annals.Ref(0), 1<<30
	for i := range r.d.Times {
		t := &r.d.Times[i]
		if t.Type == "SET" || t.Type == "DURATION" && t.EDTF == "" && !r.lately(t) && !r.counted(t, q) && !(q.most() > 1 && r.befell(q) && r.within(t)) || !whole.Overlaps(t.Span) || !r.reaches(t, q, first) {
			continue
		}
		d := t.Start - r.t.Tokens[q.end-1].End
		if t.Start < r.t.Tokens[q.first].Start {
			d = 2 * (r.t.Tokens[q.first].Start - t.End)
		} else if t.Start >= segment.End {
			d *= 4
		}
		if d < distance {
			best, distance = annals.Ref(i+1), d
		}
	}
	return best
}

// reaches says that a time may be that of q: before it, one that opens the
// sentence, or one in the same clause with no number between; after it, one that
// no "who" or "whose" parts from it.
func (r *reading) reaches(t *annals.Time, q *quantity, first int) bool {
	from, to := r.t.Covering(t.Start, t.End)
	if t.EDTF == "" && (t.Value == "PRESENT_REF" || t.Value == "FUTURE_REF") {
		return false // "at the moment"
	}
	if from >= q.end {
		if r.is(from-1, reporting) && !(r.norm(from-1) == "reported" && r.is(from-2, be)) || r.ofOther(from, q) || r.ofOccasion(from, q) {
			return false // when it was said, or something else was
		}
		if r.norm(from-1) == "since" && r.done(q.end, from) {
			return true // of all that has been done
		}
		included := false
		for i := max(q.end, min(q.found.trigger+1, from)); i < from; i++ {
			if o := r.at[i]; o != nil && o != q && o.currency != "" && q.currency == "" {
				return false // "30,000 jobs, after a $1.6 billion loss last year"
			}
			included = r.is(i, include) || included && r.pos(i) != text.VERB && r.norm(i) != ","
			switch r.norm(i) {
			case "who", "whose", "whom", ";":
				return false
			case ",":
				if !r.befell(q) && from > i+2 {
					return false // "2,000 fighters, half of its peak in 2016"
				}
			}
		}
		return !included // "three people, including a victim of last October"
	}
	if r.timesTrigger(from, to, q) {
		return true
	}
	if r.belongsBefore(from, first) || r.is(to, reporting) || r.is(from-1, reporting) && r.norm(to) == "that" {
		return false // "today confirmed", "reported today that": when it was said
	}
	if r.norm(to) == "that" && r.pos(to) == text.SCONJ {
		return false // "told the media today that": when it was told
	}
	joined, verb := false, false
	for i := to; i < q.first; i++ {
		joined = joined || r.opensRelative(i) || r.is(i, conjunction) && !r.verbNext(i+1) || r.at[i] != nil && r.at[i] != q
	}
	for i := first; i < from; i++ {
		verb = (verb || r.pos(i) == text.VERB || r.at[i] != nil) && r.norm(i) != "that" // "the report notes that, in May, …"
	}
	return !joined || !verb
}

// opensRelative says that a clause about the noun before token i begins there.
func (r *reading) opensRelative(i int) bool {
	n := r.norm(i)
	return (n == "that" && r.pos(i) == text.PRON || n == "which" || n == "who") && !r.is(i-1, preposition)
}

// befell says that q counts what took place or whom it befell, so that a time
// farther off may be theirs: the dead, attacks, casualties.
func (r *reading) befell(q *quantity) bool {
	fought := q.found.measure == annals.Strength && q.found.trigger != text.None
	return harms(q.found.measure) || fought || q.found.measure == annals.Attacks || q.found.measure == annals.Clashes ||
		q.head != text.None && (r.words[q.head].head != nil || r.lex.is(r.singular(q.head), action))
}

// ofOther says that the time at token from stands right after a verb that tells of
// nothing which can have befallen those of q: "the trial over 3 killings starts Monday".
func (r *reading) ofOther(from int, q *quantity) bool {
	verb := from - 1
	if r.is(verb, preposition) {
		verb--
	}
	if verb < q.end || q.found.trigger == text.None || verb == q.found.trigger || r.pos(q.found.trigger) != text.VERB || r.pos(verb) != text.VERB || r.eventAt(verb) != 0 || len(r.d.Events) == 0 {
		return false
	}
	return !r.is(verb-1, clause) && !r.timed[verb] && len(r.words[verb].triggers) == 0
}

// ofOccasion says that the time at token from dates what those of q are only charged with
// or held for: "charged over a fire at the weekend".
func (r *reading) ofOccasion(from int, q *quantity) bool {
	noun := from - 1
	for r.is(noun, preposition|determiner) {
		noun--
	}
	if hurts(q.found.measure) || noun < q.end || !r.lex.is(r.singular(noun), action) && r.eventAt(noun) == 0 {
		return false
	}
	for i := noun - 1; i >= q.end; i-- {
		switch r.norm(i) {
		case "over", "for", "about", "concerning":
			return true
		}
		if !r.is(i, determiner) && r.pos(i) != text.ADJ && r.pos(i) != text.NOUN {
			return false
		}
	}
	return false
}

// timesTrigger says that the time in tokens from ≤ i < to is the one of q's trigger,
// whatever else its sentence counts: "the 24 June murder of", "an ambush on Sunday
// killed 5", "on 20 June, when 5 were killed".
func (r *reading) timesTrigger(from, to int, q *quantity) bool {
	trigger := q.found.trigger
	if n := r.norm(to); n == "'s" || n == "’s" {
		to++
	}
	switch {
	case trigger == text.None || trigger < to:
		return false
	case trigger < q.first && trigger == to:
		return true
	case r.norm(to) == "when" || r.norm(to) == "," && r.norm(to+1) == "when":
	case q.found.rule != "object" || trigger > q.first || r.is(from-1, reporting) || r.is(from-1, preposition) && r.is(from-2, reporting):
		return false
	}
	for i := to; i < min(trigger, q.first); i++ {
		if r.at[i] != nil || r.norm(i) == ";" || r.is(i, conjunction) || r.norm(i) == "," && r.norm(i+1) != "when" {
			return false
		}
	}
	return true
}

// verbNext says that a verb stands at token i, so that what is joined there has the
// subject of what stands before: "searched it on Sunday and seized".
func (r *reading) verbNext(i int) bool {
	for r.is(i, adverb) && r.pos(i) != text.VERB {
		i++
	}
	return r.pos(i) == text.VERB
}

// belongsBefore says that a time at token i follows a figure of its sentence as
// its own: "six attacks in 2016, 18 in 2017".
func (r *reading) belongsBefore(i, first int) bool {
	if r.is(i-1, preposition) {
		i--
	}
	if r.norm(i-1) == "," || r.is(i-1, conjunction) {
		return false
	}
	for j := first; j < i; j++ {
		if r.at[j] != nil {
			return true
		}
	}
	return false
}

// afterDateline is the first token after a dateline that opens the sentence
// ("BOGOTA, 30 MAY 89 (DPA) -- "), or first.
func (r *reading) afterDateline(first, last int) int {
	const longest = 24
	for i := first; i < last && i < first+longest; i++ {
		switch r.norm(i) {
		case "--", "—", "–":
			return i + 1
		case ":", "-":
			if r.norm(i-1) == ")" {
				return i + 1
			}
		case ")":
			if i > first && r.timed[i-1] && !r.is(i+1, be|have|preposition) {
				return i + 1 // "KABUL, Afghanistan (Nov. 12, 2011) A force"
			}
		}
	}
	return first
}
