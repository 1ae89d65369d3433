package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// finding is what is read to have befallen those counted.
type finding struct {
	measure annals.Measure // "" nothing found
	trigger int            // token that says so, or text.None
	rule    string
	unreal  bool // threatened, planned, possible, denied by "not"
	hit     bool // a shot that is not said to have killed or wounded
}

// sure is the reader's certainty by rule, set by hand after the order in which the
// rules are trusted; it is not calibrated.
var sure = map[string]float64{"object": 0.95, "predicate": 0.95, "of": 0.9, "toll": 0.9, "modifier": 0.85,
	"head": 0.85, "with": 0.85, "degree": 0.85, "strength": 0.8, "tree": 0.8, "possessed": 0.85, "money": 0.95, ruleNamed: 0.75, ruleIndefinite: 0.8, ruleDefinite: 0.7, rulePronoun: 0.6, rulePlural: 0.6, "zero": 0.9, "other": 0.6}

// measureOf finds what the words say befell those whom q counts.
func (r *reading) measureOf(q *quantity, before []*quantity) finding {
	if q.currency != "" {
		return finding{annals.Money, text.None, "money", false, false}
	}
	if q.whole || r.opensWhole(q) {
		if f, ok := r.byHead(q); ok {
			return f
		}
		if f, ok := r.asSubject(q); ok && f.trigger == q.end && r.is(q.end, collective) {
			return f // "30 of the 80 wounded"
		}
		return finding{annals.OtherFigure, text.None, "other", false, false}
	}
	if f, ok := r.byDegree(q, before); ok {
		return f
	}
	if r.beingPart(q) {
		return finding{annals.OtherFigure, text.None, "other", false, false} // what befell its whole
	}
	for _, rule := range [...]func(*quantity) (finding, bool){r.byLives, r.livesLost, r.bereaved, r.unheardOf, r.byLabel, r.byComplement, r.asFate, r.asObject, r.asBareToll, r.asSubject, r.asToll} {
		if f, ok := rule(q); ok {
			if h := r.stateAfter(q); h != nil && !hurts(f.measure) {
				return finding{measure: h.measure, trigger: q.end, rule: "predicate"}
			}
			return r.settle(r.outcome(f, q.end))
		}
	}
	if f, ok := r.withBefore(q, before); ok {
		return r.settle(f)
	}
	for _, rule := range [...]func(*quantity) (finding, bool){r.byTree, r.byModifier, r.byHead, r.byChange, r.byFlight, r.byStrength} {
		if f, ok := rule(q); ok {
			return r.settle(f)
		}
	}
	return finding{annals.OtherFigure, text.None, "other", false, false}
}

// stateAfter is the word right after a bare number that says in what state those it
// counts were, whatever was then done with them: "evacuated 120 wounded"; nil for none.
func (r *reading) stateAfter(q *quantity) *head {
	if h := r.words[min(q.end, len(r.words)-1)].head; q.head == text.None && r.is(q.end, collective) && h != nil && hurts(h.measure) && !r.nounAfter(q.end+1) {
		return h
	}
	return nil
}

// settle turns what did not happen into a plain count and says of a shot
// whether it killed.
func (r *reading) settle(f finding) finding {
	if f.measure == shot {
		f.measure, f.hit = annals.Injured, true
		if r.fatal(f.trigger) {
			f.measure, f.hit = annals.Killed, false
		}
	}
	if f.unreal {
		f.measure = annals.OtherFigure
	}
	return f
}

// fatal says that the words right after a hit say that it killed.
func (r *reading) fatal(i int) bool {
	const near = 5
	_, last := r.sentence(i)
	if r.norm(i-1) == "fatally" {
		return true
	}
	for j := i + 1; j < last && j <= i+near; j++ {
		if t, _, ok := r.trigger(j); ok && t.measure == annals.Killed && t.kind != ofNoun {
			return r.norm(j-1) != "not"
		} else if ok && t.measure == annals.Injured {
			return false
		}
		if r.norm(j) == "," || r.norm(j) == ";" || r.is(j, clause) && r.norm(j) != "who" || r.at[j] != nil && r.at[j].first == j {
			return false
		}
	}
	return false
}

// asObject reads "killed 13 soldiers", "the death of 13 soldiers".
func (r *reading) asObject(q *quantity) (finding, bool) {
	k := q.first - 1
	for r.is(k, determiner) && !r.is(k, negative) || r.is(k, adverb) && !r.is(k, reporting) || r.norm(k) == ":" || r.norm(k) == "further" || r.norm(k) == "additional" {
		k--
	}
	first, _ := r.sentence(q.first)
	if k < first {
		return finding{}, false
	}
	if r.norm(k) == "of" {
		if f, ok := r.verbBefore(k+1, first, q); ok {
			return f, true // "slit the throat of"
		}
		if k--; quoteMarks[r.norm(k)] {
			k-- // the "murder" of 19 people
		}
		if r.is(k-1, article) && r.pos(k) == text.NOUN && r.sortOf(k) != thing && (q.head == text.None || r.sortOf(q.head) == person) {
			if f, ok := r.verbBefore(k-1, first, q); ok {
				return f, true // "killed a family of three"
			}
		}
		return r.ofTrigger(k, first, q)
	}
	if n := r.norm(k); (n == "to" || n == "in") && r.is(k-1, wound) {
		return r.ofTrigger(k-1, first, q) // "injuries to 8 people"
	}
	if f, ok := r.verbBefore(k+1, first, q); ok || !r.toDeath(k, q.end) {
		return f, ok
	}
	return finding{annals.Killed, k, "object", r.unreal(k, first), false}, true
}

// quoteMarks close a word that a report holds at arm's length.
var quoteMarks = map[string]bool{"\"": true, "”": true, "''": true, "’": true}

// longestTrigger is the most words a trigger has.
const longestTrigger = 5

// verbBefore finds the verb that ends right before token end and whose object q is.
func (r *reading) verbBefore(end, first int, q *quantity) (finding, bool) {
	for s := max(first, end-longestTrigger); s < end; s++ {
		for _, t := range r.words[s].triggers {
			next, ok := r.follows(s+1, t.rest)
			if !ok || next != end || !t.kind.takesObject() || !r.hasNeeds(t, next) || !r.suits(t, q) {
				continue
			}
			if t.form&^participle == 0 && !r.is(s-1, have) || r.passive(s) && t.form&participle != 0 {
				continue
			}
			f := finding{t.measure, s, "object", r.unreal(s, first), false}
			return r.joined(f, t, s, next), true
		}
	}
	return finding{}, false
}

// suits says that what befalls things does not befall people, nor the reverse.
func (r *reading) suits(t trigger, q *quantity) bool {
	if q == nil || q.head == text.None {
		return t.kind != onThing || t.measure != annals.Destroyed || q == nil
	}
	if h := r.words[q.head].head; h != nil && (h.measure == annals.Killed || h.measure == annals.OtherFigure && h.unit == "person") && t.measure == annals.Injured {
		return false // "4 martyrs and 6 wounded", "18 casualties were brought in"
	}
	sort := r.sortOf(q.head)
	if t.kind == onThing {
		return sort != person
	}
	if t.measure == shot || t.kind.needs() != 0 {
		return sort == person || sort == "" && r.capital(q.head)
	}
	return sort != thing && sort != "animal" && r.words[q.head].head == nil || sort == person
}

// joined reads the second of two verbs in one form: "shot and killed", "killed or
// wounded", "kidnapped and murdered". first is the trigger at token s, before next.
func (r *reading) joined(f finding, first trigger, s, next int) finding {
	for _, near := range [...]int{next, s - 2} {
		at := near
		if near == next {
			if !r.is(next, conjunction) {
				continue
			}
			for at = next + 1; r.is(at, adverb); at++ { // "kidnapped and later executed"
			}
		} else if near < 0 || !r.is(s-1, conjunction) || near > 0 && r.at[near-1] != nil {
			continue // "left 3 people killed and injured 12"
		}
		t, _, ok := r.trigger(at)
		if !ok || t.kind != onObject || t.measure == f.measure || t.form&first.form == 0 {
			continue
		}
		if near == next && !r.endsPhrase(at+1) {
			continue // "were killed and injured 5 others"
		}
		switch {
		case f.measure == shot || f.measure == annals.OtherFigure || t.measure == annals.Killed && f.measure == annals.Abducted:
			f.measure = t.measure
		case t.measure != shot && t.measure != annals.Abducted && hurts(f.measure), hurts(t.measure) && f.measure == annals.Captured:
			f.measure = annals.OtherFigure
		}
	}
	return f
}

func hurts(m annals.Measure) bool { return m == annals.Killed || m == annals.Injured }

func (r *reading) endsPhrase(i int) bool {
	return !r.isWord(i) && !(r.norm(i) != "" && r.norm(i)[0] >= '0' && r.norm(i)[0] <= '9') || r.is(i, preposition|clause|conjunction|adverb) || r.pos(i) == text.ADV || i < len(r.timed) && r.timed[i]
}

// passive says that a form of "be" or "get" governs the verb at token s.
func (r *reading) passive(s int) bool {
	for j := s - 1; j >= 0 && j >= s-4; j-- {
		if r.is(j, be|get) {
			return true
		}
		if !r.is(j, adverb|negative|have) {
			return false
		}
	}
	return false
}

// ofTrigger finds the noun that ends at token k, before "of": "the death of 13".
func (r *reading) ofTrigger(k, first int, q *quantity) (finding, bool) {
	for s := max(first, k+1-longestTrigger); s <= k; s++ {
		for _, t := range r.words[s].triggers {
			next, ok := r.follows(s+1, t.rest)
			if !ok || next != k+1 || t.kind != ofNoun && t.kind != ofPeople && !(t.form&ingForm != 0 && t.kind == onObject) {
				continue
			}
			if sort := r.sortOf(q.head); t.kind == ofPeople && sort != person && q.head != text.None || t.measure == annals.Destroyed && sort == person || t.measure != annals.Destroyed && sort == thing {
				continue
			}
			return finding{t.measure, s, "of", r.purposed(s, first), false}, true
		}
	}
	return finding{}, false
}

// byModifier reads "5 wounded soldiers", "two dead adults".
func (r *reading) byModifier(q *quantity) (finding, bool) {
	if q.modifier == text.None || q.head == text.None {
		return finding{}, false
	}
	for _, t := range r.words[q.modifier].triggers {
		if len(t.rest) == 0 && (t.form&participle != 0 || t.kind == adjective) && r.suits(t, q) {
			return finding{t.measure, q.modifier, "modifier", false, false}, true
		}
	}
	return finding{}, false
}

// byHead reads "25 attacks", "12 deaths".
func (r *reading) byHead(q *quantity) (finding, bool) {
	if q.head == text.None || r.words[q.head].head == nil {
		return finding{}, false
	}
	if r.norm(q.head-1) == "attempted" {
		return finding{}, false
	}
	if r.isSecurityIncident(q.head) {
		return finding{annals.Attacks, q.head, "head", false, false}, true
	}
	return finding{r.words[q.head].head.measure, q.head, "head", false, false}, true
}
