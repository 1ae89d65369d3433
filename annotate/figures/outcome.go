package figures

import "github.com/annals-project/annals"

// outcome says of people hurt by a verb whether the words right after them tell
// that they died of it: "stabbed one man to death", "shot two guards dead".
func (r *reading) outcome(f finding, end int) finding {
	if f.measure != annals.Injured && f.measure != shot || f.trigger >= end {
		return f
	}
	if r.norm(end) == "dead" || r.norm(end) == "to" && r.norm(end+1) == "death" {
		f.measure = annals.Killed
	}
	return f
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
