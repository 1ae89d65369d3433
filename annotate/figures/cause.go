package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/text"
)

// eventOf is the event the measure's trigger names, else the one whose trigger
// governs those counted, else, where something befell them, the nearest event of
// the sentence.
func (r *reading) eventOf(q *quantity, first, last int) annals.Ref {
	if len(r.d.Events) == 0 {
		return 0
	}
	if ref := r.eventAt(q.found.trigger); ref != 0 {
		return r.causeOf(ref, q.found.trigger)
	}
	if q.found.rule == "object" && !hurts(q.found.measure) {
		return r.causeOf(0, q.found.trigger) // the verb is surely theirs; what else the sentence tells is not
	}
	if q.found.rule == "other" && q.found.measure == annals.OtherFigure {
		if ref := r.verbBeside(q, first); ref != 0 {
			return ref
		}
		if ref := r.verbAfter(q, last); ref != 0 {
			return ref
		}
	}
	at := q.head
	if at == text.None {
		at = q.first
	} else if ref := r.caseOf(at); ref != 0 {
		return ref
	}
	const deepest = 12 // steps up a tree; deeper ones are cycles or run-on sentences
	for step := 0; step < deepest && at != text.None; step++ {
		if ref := r.eventAt(at); ref != 0 {
			if r.mayCount(ref, q.found.measure) || r.d.Events[ref-1].PLOVER == nil && q.found.trigger != text.None && r.words[q.found.trigger].head != nil {
				return r.causeOf(ref, at)
			}
			break
		}
		if r.pos(at) == text.VERB {
			if cause := r.causeOf(0, at); cause != 0 {
				return cause
			}
			if ref := r.eventAt(r.t.Child(at, "xcomp")); ref != 0 && beginnings[r.t.Tokens[at].Lemma] {
				return ref
			}
			if !befalls(q.found.measure) {
				break // a verb of its own says what was done with those counted
			}
		}
		at = r.above(at)
	}
	casualties := q.head != text.None && r.words[q.head].head != nil && r.words[q.head].head.unit == "person"
	if q.found.trigger == text.None || !harms(q.found.measure) && !casualties || q.found.rule == "modifier" || q.found.measure == annals.Destroyed && r.pos(q.found.trigger) == text.VERB {
		return 0
	}
	return r.nearestEvent(q, first, last)
}

// caseOf is the event that a noun like case, wave or act counts: "26 kidnap cases",
// "two acts of sabotage"; 0 for none.
func (r *reading) caseOf(head int) annals.Ref {
	if !occasions[r.singular(head)] {
		return 0
	}
	if r.norm(head+1) == "of" {
		return r.eventAt(head + 2)
	}
	return r.eventAt(head - 1)
}

// occasions are nouns that count what the noun with them names.
var occasions = map[string]bool{"case": true, "incident": true, "act": true, "wave": true, "series": true, "attempt": true, "report": true, "spate": true}

// above is the token that governs token i, in a list what governs its first number:
// what one number counts did not bring about the next.
func (r *reading) above(i int) int {
	up := r.t.Tokens[i].Head
	if up != text.None && text.DepIs(r.t.Tokens[i].Dep, "conj") && r.at[up] != nil && r.at[up].head == up && r.at[i] != r.at[up] {
		return r.t.Tokens[up].Head
	}
	return up
}

// verbBeside is the event of the verb right before those counted or right after them,
// whatever the parser makes of it: "damaged 3 cars", "two bombs exploded"; 0 for none.
func (r *reading) verbBeside(q *quantity, first int) annals.Ref {
	before, after := q.first-1, q.end
	for r.is(before, determiner|adverb) && before > first {
		before--
	}
	for r.is(after, adverb) {
		after++
	}
	if r.is(before, preposition) && !r.is(before, clause) && before > first && r.pos(before-1) == text.NOUN {
		if ref := r.eventAt(before - 1); ref != 0 {
			return ref // "attacks by 150 rebels"
		}
	}
	for _, i := range [...]int{before, after} {
		if i >= first && i < len(r.t.Tokens) && r.pos(i) == text.VERB && (i < q.first || !strings.HasSuffix(r.norm(i), "ing")) {
			if ref := r.eventAt(i); ref != 0 {
				return ref
			}
		}
	}
	return 0
}

// verbAfter is the event of the passive verb that follows those counted and what they
// are joined to: "678 weapons and 30 boats have been seized"; 0 for none.
func (r *reading) verbAfter(q *quantity, last int) annals.Ref {
	const reach = 16
	at := q.end
	for at < last && at < q.end+reach && (r.norm(at) == "," || r.is(at, conjunction)) {
		if next := r.quantityFrom(at + 1); next != nil && r.ofThem(next) {
			return 0 // "20 guns, six of which were stolen"
		}
		next := r.afterNounPhrase(at+1, last)
		if next == 0 {
			return 0
		}
		at = next
	}
	if !r.is(at, be|have) {
		return 0
	}
	for r.is(at, be|have|adverb) {
		at++
	}
	if at >= last {
		return 0
	}
	return r.eventAt(at)
}

// eventAt is the event of the lexicon whose trigger holds token i; 0 for none.
func (r *reading) eventAt(i int) annals.Ref {
	if i == text.None {
		return 0
	}
	for k := range r.d.Events {
		if t := r.t.Tokens[i]; r.d.Events[k].Rule != events.PlainRule && r.d.Events[k].Trigger.Overlaps(annals.Span{Start: t.Start, End: t.End}) {
			return annals.Ref(k + 1)
		}
	}
	return 0
}

// nearestEvent is the event of the sentence nearest to a figure's trigger that can
// have brought it about.
func (r *reading) nearestEvent(q *quantity, first, last int) annals.Ref {
	trigger := r.t.Tokens[q.found.trigger]
	whole := r.span(first, last)
	best, distance := annals.Ref(0), 1<<30
	for i := range r.d.Events {
		e := &r.d.Events[i]
		if e.Rule == events.PlainRule || !whole.Overlaps(e.Trigger) || !akin(e, q.found.measure) || !r.mayCount(annals.Ref(i+1), q.found.measure) {
			continue
		}
		if d := max(e.Trigger.Start-trigger.End, trigger.Start-e.Trigger.End, 0); d < distance {
			best, distance = annals.Ref(i+1), d
		}
	}
	return best
}

// akin says that an event is of a type that brings about a measure: nobody is in custody by
// an attack.
func akin(e *annals.Event, m annals.Measure) bool {
	return m != annals.Captured || e.PLOVER == nil || e.PLOVER.Type == "COERCE"
}

// befalls says that a measure tells what was done to those counted, so that an
// event farther off may be what did it.
func befalls(m annals.Measure) bool { return m != annals.OtherFigure && m != annals.Money }

// mayCount says that an event may have brought about what a figure counts: nobody
// is killed or hurt by an arrest, a charge or talks.
func (r *reading) mayCount(ref annals.Ref, m annals.Measure) bool {
	e := &r.d.Events[ref-1]
	if m != annals.Killed && m != annals.Injured {
		return true
	}
	if e.PLOVER == nil {
		return !takings[r.t.Tokens[r.t.TokenAt(e.Trigger.Start)].Lemma]
	}
	return e.PLOVER.Type == "ASSAULT" || e.PLOVER.Type == "PROTEST"
}

// takings are the verbs and nouns of events without a type that hurt nobody.
var takings = map[string]bool{"find": true, "discover": true, "recover": true, "uncover": true, "intercept": true, "steal": true, "theft": true, "burglary": true, "heist": true}

// causeOf is the event that is the subject of a verb that only tells its outcome:
// the attack of "the attack left nine people dead". Else it is the verb's own.
func (r *reading) causeOf(ref annals.Ref, verb int) annals.Ref {
	if !outcomeVerbs[r.t.Tokens[verb].Lemma] {
		return ref
	}
	subject := r.t.Child(verb, "nsubj")
	if subject == text.None {
		return ref
	}
	if cause := r.eventAt(subject); cause != 0 {
		return cause
	}
	return ref
}

// outcomeVerbs only tell what came of their subject, or who was among its victims:
// the attack that caused damage, the casualties that included a sergeant.
var outcomeVerbs = map[string]bool{"leave": true, "cause": true, "inflict": true, "yield": true, "produce": true, "include": true}

// beginnings are verbs that only tell in what stage what they govern is: "began firing".
var beginnings = map[string]bool{"begin": true, "start": true, "continue": true, "resume": true, "keep": true, "stop": true}

// contradicts says that an event and a time have dates that cannot be one.
func (r *reading) contradicts(event, when annals.Ref) bool {
	if when == 0 {
		return false
	}
	a, err := edtf.Parse(r.d.Events[event-1].EDTF)
	if err != nil {
		return false
	}
	b, err := edtf.Parse(r.d.Times[when-1].EDTF)
	return err == nil && !a.Overlaps(b)
}

// told is the last event before a sentence, of its paragraph, that can have killed
// or hurt those whom the sentence counts without naming what befell them: "The
// blast tore through a market. Twelve were seriously injured."
func (r *reading) told(q *quantity, first int) annals.Ref {
	if m := q.found.measure; m != annals.Killed && m != annals.Injured {
		return 0
	}
	own := r.t.Sentences[r.t.SentenceOf(first)].Paragraph
	for k := len(r.d.Events) - 1; k >= 0; k-- {
		e := &r.d.Events[k]
		if e.Trigger.Start >= r.t.Tokens[first].Start || e.Status != annals.Happened || e.Background || e.PLOVER == nil || e.PLOVER.Type != "ASSAULT" {
			continue
		}
		s := r.t.SentenceAt(e.Trigger.Start)
		if s < 0 || r.t.SentenceOf(first)-s > reachBack || r.t.Sentences[s].Paragraph != own {
			return 0
		}
		return annals.Ref(k + 1)
	}
	return 0
}

// reachBack is how many sentences back an event is taken up without a word of it.
const reachBack = 1
