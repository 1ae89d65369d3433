package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// outcome says of people hurt by a verb whether the words right after them tell
// that they died of it: "stabbed one man to death", "shot two guards dead".
func (r *reading) outcome(f finding, end int) finding {
	if f.measure != annals.Injured && f.measure != shot {
		return f
	}
	if f.rule == "predicate" && r.diedOfIt(f.trigger) {
		f.measure = annals.Killed
	}
	if f.trigger >= end {
		return f
	}
	if r.norm(end) == "dead" || r.norm(end) == "to" && r.norm(end+1) == "death" {
		f.measure = annals.Killed
	}
	return f
}

// toDeath says that the verb at token verb is told to have killed by "to death" at
// token at, whatever the verb: "hacked 19 people to death".
func (r *reading) toDeath(verb, at int) bool {
	return r.pos(verb) == text.VERB && !r.is(verb, sentencing) && r.norm(at) == "to" && r.norm(at+1) == "death"
}

// diedOfIt says that those hurt by the verb at token i are told in the same breath to
// have died: "was shot outside his home and died on the way".
func (r *reading) diedOfIt(i int) bool {
	_, last := r.sentence(i)
	for j := i + 1; j < last && r.norm(j) != ";"; j++ {
		if !r.is(j, conjunction) {
			continue
		}
		for j++; r.is(j, adverb); j++ {
		}
		if t, _, ok := r.trigger(j); ok && t.kind == onSubject && t.measure == annals.Killed {
			return true
		}
	}
	return false
}

// byLives reads "claimed seven lives", "cost 7 civilians their lives".
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
	if n := r.norm(at); n == "'" || n == "’" || n == "their" {
		at++
	}
	return finding{annals.Killed, verb, "object", false, false}, r.norm(at) == "lives"
}
