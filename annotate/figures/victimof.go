package figures

import "github.com/annals-project/annals"

// reflexive pronouns say that who did something did it to himself.
var reflexive = map[string]bool{"himself": true, "herself": true, "themselves": true}

// seeming are verbs that only say how sure it is what their subject suffered.
var seeming = map[string]bool{"appear": true, "appears": true, "appeared": true, "seem": true, "seems": true, "seemed": true}

// asNamed is the token after words that only say as whom the subject is known:
// "identified as"; i for none.
func (r *reading) asNamed(i int) int {
	switch r.norm(i) {
	case "identified", "described", "named", "listed", "treated":
		if r.norm(i+1) == "as" {
			return i + 2
		}
	}
	return i
}

// victimOf reads "the victim of a fatal shooting" at token i: killed where the words
// after "of" tell of a death, hit or hurt where they tell of a shot or a wound.
func (r *reading) victimOf(i int) finding {
	const farthest = 6
	for r.is(i, determiner) || r.norm(i) == "apparent" {
		i++
	}
	if n := r.norm(i); n != "victim" && n != "victims" || r.norm(i+1) != "of" {
		return finding{}
	}
	_, last := r.sentence(i)
	var out finding
	for j := i + 2; j < min(last, i+2+farthest) && r.norm(j) != ","; j++ {
		switch n := r.norm(j); {
		case n == "fatal" || r.endsLife(j):
			return finding{measure: annals.Killed, trigger: i, rule: "predicate"}
		case out.measure == "" && shots[r.singular(j)]:
			out = finding{measure: shot, trigger: i, rule: "predicate"}
		case out.measure == "" && r.is(j, wound):
			out = finding{measure: annals.Injured, trigger: i, rule: "predicate"}
		}
	}
	return out
}

// endsLife says that token i is a noun of killing: "homicide", "the murder".
func (r *reading) endsLife(i int) bool {
	for _, t := range r.words[i].triggers {
		if _, ok := r.follows(i+1, t.rest); ok && t.kind == ofNoun && t.measure == annals.Killed {
			return true
		}
	}
	return false
}

// shots are nouns of hits, whose outcome the report has to say.
var shots = map[string]bool{"shooting": true, "stabbing": true, "gunshot": true}
