package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// outcome says of people hurt by a verb whether the words right after them tell
// that they died of it: "stabbed one man to death", "shot two guards dead".
func (r *reading) outcome(f finding, end int) finding {
	taken := f.measure == annals.Abducted || f.measure == annals.Captured
	if f.measure != annals.Injured && f.measure != shot && !taken {
		return f
	}
	if f.rule == "predicate" && r.diedOfIt(f.trigger, taken) {
		f.measure = annals.Killed
	}
	if f.trigger >= end || taken {
		return f
	}
	if r.norm(end) == "dead" || r.norm(end) == "to" && r.norm(end+1) == "death" {
		f.measure = annals.Killed
	}
	return f
}

// complements say what became of the object before them, by the verb before it: "took
// 12 into custody", "set 40 huts on fire".
var complements = map[string]map[string]annals.Measure{
	"take": held, "hold": held, "keep": held, "seize": held,
	"carry": borneOff, "march": borneOff, "drag": borneOff, "lead": borneOff, "haul": borneOff, "spirit": borneOff, "whisk": borneOff,
	"set": {"on fire": annals.Destroyed, "ablaze": annals.Destroyed, "alight": annals.Destroyed, "afire": annals.Destroyed},
}

var held = map[string]annals.Measure{"into custody": annals.Captured, "prisoner": annals.Captured, "captive": annals.Captured,
	"hostage": annals.Abducted, "as hostages": annals.Abducted, "as hostage": annals.Abducted, "as prisoners": annals.Captured, "away": annals.Abducted}

var borneOff = map[string]annals.Measure{"away": annals.Abducted, "off": annals.Abducted}

// byComplement reads "took 12 into custody", "holding three nurses hostage".
func (r *reading) byComplement(q *quantity) (finding, bool) {
	verb := q.first - 1
	for r.is(verb, adverb|determiner) {
		verb--
	}
	if verb < 0 {
		return finding{}, false
	}
	told := complements[r.t.Tokens[verb].Lemma]
	if told == nil {
		return finding{}, false
	}
	measure, ok := told[r.norm(q.end)]
	if next := q.end + 1; !ok {
		if quoteMarks[r.norm(next)] {
			next++ // as "prisoners of war"
		}
		measure, ok = told[r.norm(q.end)+" "+r.norm(next)]
	}
	if sort := r.sortOf(q.head); sort == person && measure == annals.Destroyed || sort == thing && measure != annals.Destroyed {
		return finding{}, false
	}
	first, _ := r.sentence(q.first)
	return finding{measure, verb, "object", r.unreal(verb, first), false}, ok
}

// asFate reads who those are whom a sentence calls by what befell them: "the dead
// were two nurses", "the arrested include 3 officers".
func (r *reading) asFate(q *quantity) (finding, bool) {
	const longest = 4 // "all of the injured were"
	verb := q.first - 1
	if (!r.is(verb, include|be) || r.is(verb, preposition)) && r.t.Tokens[max(verb, 0)].Lemma != "number" {
		return finding{}, false
	}
	first, _ := r.sentence(q.first)
	at := verb - 1
	for at > first && (r.is(at, adverb|have|modal) || r.norm(at) == ",") {
		at--
	}
	if at-first > longest || r.norm(at-1) != "the" && r.norm(at-1) != "those" {
		return finding{}, false
	}
	t, next, ok := r.trigger(at)
	if !ok || next != at+1 || t.measure == shot || t.form&participle == 0 && t.kind != adjective {
		return finding{}, false
	}
	return finding{measure: t.measure, trigger: at, rule: "object"}, true
}

// toDeath says that the verb at token verb is told to have killed by "to death" at
// token at, whatever the verb: "hacked 19 people to death".
func (r *reading) toDeath(verb, at int) bool {
	return r.pos(verb) == text.VERB && !r.is(verb, sentencing) && r.norm(at) == "to" && r.norm(at+1) == "death"
}

// diedOfIt says that those hurt or taken by the verb at token i are told in the same
// breath to have died: "was shot outside his home and died on the way", of those taken
// also to have been killed: "was abducted from his home and later found dead".
func (r *reading) diedOfIt(i int, taken bool) bool {
	_, last := r.sentence(i)
	for j := i + 1; j < last && r.norm(j) != ";"; j++ {
		if !r.is(j, conjunction) {
			continue
		}
		for j++; r.is(j, adverb); j++ {
		}
		t, next, ok := r.trigger(j)
		if ok && t.measure == annals.Killed && (t.kind == onSubject || taken && t.kind == adjective || taken && t.form&participle != 0 && r.endsPhrase(next)) || taken && ok && t.measure == shot && r.endsPhrase(next) {
			return true
		}
	}
	return false
}

// byLives reads "claimed seven lives", "cost 7 civilians their lives", "cost a nurse her
// life".
func (r *reading) byLives(q *quantity) (finding, bool) {
	verb := q.first - 1
	for r.is(verb, adverb|determiner) {
		verb--
	}
	if verb < 0 {
		return finding{}, false
	}
	switch r.t.Tokens[verb].Lemma {
	case "claim", "cost", "take":
	default:
		return finding{}, false
	}
	at := q.end
	if n := r.norm(at); n == "'" || n == "’" || r.is(at, possessive) {
		at++
	}
	return finding{annals.Killed, verb, "object", false, false}, r.norm(at) == "lives" || r.norm(at) == "life"
}

// bereaved reads "lost two brothers": relatives are lost by death.
func (r *reading) bereaved(q *quantity) (finding, bool) {
	verb := q.first - 1
	for r.is(verb, adverb|determiner) {
		verb--
	}
	if verb < 0 || r.t.Tokens[verb].Lemma != "lose" || q.head == text.None || !r.is(q.head, kindred) || r.norm(q.end) == "'s" || r.norm(q.end) == "’s" {
		return finding{}, false
	}
	first, _ := r.sentence(q.first)
	return finding{annals.Killed, verb, "object", r.unreal(verb, first), false}, true
}

// unheardOf reads "three had not been accounted for", "the others have not been heard
// from": they are missing.
func (r *reading) unheardOf(q *quantity) (finding, bool) {
	at, denied := q.end, false
	for r.is(at, be|have|adverb|negative) {
		denied = denied || r.is(at, negative)
		at++
	}
	switch r.norm(at) + " " + r.norm(at+1) {
	case "accounted for", "heard from", "heard of":
		return finding{annals.Missing, at, "predicate", false, false}, denied
	}
	return finding{}, false
}

// livesLost reads "twelve lives were lost".
func (r *reading) livesLost(q *quantity) (finding, bool) {
	if r.norm(q.last) != "lives" {
		return finding{}, false
	}
	at := q.last + 1
	for r.is(at, be|have|adverb) {
		at++
	}
	switch r.norm(at) {
	case "lost", "claimed", "taken", "ended":
		return finding{annals.Killed, at, "predicate", false, false}, at > q.last+1
	}
	return finding{}, false
}
