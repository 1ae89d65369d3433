package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// farthest is how many tokens may stand between those counted and the verb.
const farthest = 40

// asSubject reads "13 people were killed", "60 people dead", "13 died", passing
// over what stands between: "13 people, including a child, were killed".
func (r *reading) asSubject(q *quantity) (finding, bool) {
	return r.predicate(q.end, q)
}

// predicate is what a subject that ends before token at is said to have suffered.
// q is nil for a subject without a number.
func (r *reading) predicate(at int, q *quantity) (finding, bool) {
	_, last := r.sentence(max(0, at-1))
	last = min(last, at+farthest)
	passive, perfect, unreal := false, false, false
	for i := at; i < last; {
		if f, ok := r.verdict(i, q, passive, perfect); ok {
			f.unreal = unreal
			return f, f.measure != ""
		}
		if f, ok := r.amongThose(i); passive && ok {
			return f, true
		}
		switch {
		case r.is(i, be|get) && !r.is(i, preposition):
			passive = true
			i++
		case r.is(i, have):
			perfect = true
			i++
		case r.is(i, modal):
			unreal = unreal || r.norm(i) != "'d"
			i++
		case r.is(i, include) && r.norm(i) != "included" && !passive:
			i = r.afterList(i+1, last)
		case r.is(i, adverb) && r.norm(i) != "left" || r.norm(i) == "left" && passive:
			i++
		case r.norm(i) == "not" || r.norm(i) == "n't" || r.norm(i) == "n’t":
			return finding{}, false
		case passive || perfect:
			return finding{}, false
		default:
			next := r.passOver(i, last, at)
			if next <= i {
				return finding{}, false
			}
			i = next
		}
	}
	return finding{}, false
}

// verdict reads the trigger at token i of the predicate. ok with an empty
// measure says that the search is over: the subject did it, rather.
func (r *reading) verdict(i int, q *quantity, passive, perfect bool) (finding, bool) {
	for _, t := range r.words[i].triggers {
		next, ok := r.follows(i+1, t.rest)
		if !ok || !r.hasNeeds(t, next) {
			continue
		}
		f := finding{measure: t.measure, trigger: i, rule: "predicate"}
		switch t.kind {
		case onObject, onThing, patient, struck:
			if t.form&participle == 0 || r.aimedAt(t, next) {
				continue
			}
			if !passive && (q == nil || q.needsPassive(t)) {
				return finding{}, true
			}
			if !r.suits(t, q) {
				continue
			}
			if perfect && !passive {
				return finding{}, true
			}
			if _, _, ok := r.trigger(next + 1); !passive && r.is(next, have) && ok {
				continue // "one of those injured has died"
			}
			if !passive && t.form&pastForm != 0 && r.objectFollows(r.afterJoined(next)) {
				return finding{}, true
			}
			return r.joined(f, t, i, next), true
		case sufferer:
			if passive && t.form&ingForm == 0 {
				continue
			}
			return f, true
		case onSubject:
			if passive && t.form&participle != 0 && t.form&ingForm == 0 {
				continue
			}
			if t.measure == annals.Escaped && !r.endsPhrase(next) {
				return finding{}, true // "escaped injury", "escaped unhurt"
			}
			return f, true
		case ofNoun:
			if r.norm(i-1) == "whose" && t.measure == annals.Killed {
				return f, true
			}
		case adjective:
			if !passive && !perfect || passive {
				return f, true
			}
		}
	}
	return finding{}, false
}

// amongThose reads "among the dead", "among those killed" at token i.
func (r *reading) amongThose(i int) (finding, bool) {
	if n := r.norm(i + 1); r.norm(i) != "among" && r.norm(i) != "amongst" || n != "the" && n != "those" {
		return finding{}, false
	}
	t, _, ok := r.trigger(i + 2)
	if !ok || t.form&participle == 0 && t.kind != adjective || t.measure == shot {
		return finding{}, false
	}
	return finding{measure: t.measure, trigger: i + 2, rule: "predicate"}, true
}

// afterJoined is the token after the verbs joined to one that ends before token i:
// "shot and killed her dog".
func (r *reading) afterJoined(i int) int {
	for r.is(i, conjunction) {
		t, next, ok := r.trigger(i + 1)
		if !ok || t.form&pastForm == 0 {
			break
		}
		i = next
	}
	return i
}

// aimedAt says that a shot is told to have been aimed and not to have hit: "was
// shot at by".
func (r *reading) aimedAt(t trigger, next int) bool {
	if t.measure != shot || !strings.HasPrefix(r.norm(next-1), "sh") {
		return false // a stab hits
	}
	switch r.norm(next) {
	case "into", "toward", "towards":
		return true
	case "at":
		return r.is(next+1, conjunction|clause|pronoun|determiner) || !r.isWord(next+1) && !allDigits(r.norm(next+1)) || r.norm(next+1) == "by"
	}
	return false
}

// needsPassive says that the subject is one that mostly acts itself, or "one
// shot", so that a bare participle after it is a verb in the past.
func (q *quantity) needsPassive(t trigger) bool {
	return q.pronoun || t.measure == shot && q.head == text.None && q.value == 1
}

// objectFollows says that an object stands at token i, so that the verb before
// it is active.
func (r *reading) objectFollows(i int) bool {
	for r.is(i, adverb) && !r.is(i, pronoun|determiner) {
		i++
	}
	if i >= len(r.words) || r.timed[i] || r.words[i].unit == timeUnit {
		return false
	}
	if r.is(i, determiner) && !r.is(i, clause) {
		return true
	}
	if _, ok := r.readNumber(i); ok {
		return true
	}
	switch r.norm(i) {
	case "him", "her", "them", "himself", "herself", "themselves", "another", "us", "me":
		return true
	}
	return r.isWord(i) && r.nounAfter(i) && r.pos(i) != text.ADV && !r.is(i, preposition|conjunction|clause|adverb)
}

// passOver skips what may stand between those counted and their verb: brackets,
// insertions, "and 5 soldiers", "in the village", "who". It returns i where it
// knows no way on.
func (r *reading) passOver(i, last, start int) int {
	switch n := r.norm(i); {
	case n == "(" || n == "[":
		return min(r.past(i), last)
	case n == "," || n == "-" || n == "--" || n == "—" || n == "–":
		return r.afterInsertion(i, last)
	case n == "who" || n == "that" || n == "which" || n == "others":
		return i + 1
	case n == "whose" && r.anyTrigger(i+1, ofNoun):
		return i + 1
	case r.is(i, conjunction) && n != "but":
		return r.afterConjunct(i+1, last)
	case n == "as" && r.norm(i+1) == "well" && r.norm(i+2) == "as":
		return r.afterConjunct(i+3, last)
	case r.is(i, preposition) && !r.is(i, clause):
		return r.afterNounPhrase(i+1, last)
	case len(n) > len("ing") && n[len(n)-3:] == "ing" && r.pos(i) != text.NOUN && len(r.words[i].triggers) == 0:
		return r.beforeVerb(i+1, last) // "soldiers guarding a base were"
	}
	return i
}

// afterConjunct is the token after the noun phrase at i, with or without a number.
func (r *reading) afterConjunct(i, last int) int {
	if _, _, ok := r.trigger(i); ok && !r.nounAfter(i+1) {
		return 0
	}
	return r.afterNounPhrase(i, last)
}

// afterNounPhrase is the token after the noun phrase at i; 0 when there is none.
func (r *reading) afterNounPhrase(i, last int) int {
	if i >= last {
		return 0
	}
	if q := r.quantityFrom(i); q != nil {
		return min(q.end, last)
	}
	at := i
	for at < last && r.is(at, determiner) {
		at++
	}
	end, head, _ := r.nounPhrase(at)
	if head == text.None {
		for end = at; end < last && (r.timed[end] || r.words[end].unit == timeUnit); end++ {
		}
		if end == at {
			if r.is(at, pronoun) {
				return at + 1
			}
			return 0
		}
	}
	return min(r.afterHead(end), last)
}

// quantityFrom is the quantity that starts at token i, or right after an adverb
// there ("and another 5"); nil when none does.
func (r *reading) quantityFrom(i int) *quantity {
	for j := i; j < i+3 && j < len(r.at); j++ {
		if q := r.at[j]; q != nil && q.first <= j {
			return q
		}
		if !r.is(j, determiner|adverb) {
			return nil
		}
	}
	return nil
}

// afterInsertion is the token after an insertion that the sign at token i opens:
// the one after the same sign again where a verb follows it. Without one, a
// comma before a conjunct or "who" is passed alone.
func (r *reading) afterInsertion(i, last int) int {
	sign := r.norm(i)
	if sign == "," && r.is(i+1, include) {
		return r.afterList(i+2, last)
	}
	if r.norm(i+1) == "who" || r.norm(i+1) == "all" || r.is(i+1, conjunction) && sign == "," {
		return i + 1
	}
	for j := i + 1; j < last; j++ {
		if r.norm(j) != sign {
			continue
		}
		if r.is(j+1, be|have) || r.trigAfterAdverbs(j+1) {
			return j + 1
		}
	}
	if sign == "," {
		if q := r.quantityFrom(i + 1); q != nil {
			return min(q.end, last)
		}
	}
	return i
}

func (r *reading) trigAfterAdverbs(i int) bool {
	for r.is(i, adverb) {
		i++
	}
	_, _, ok := r.trigger(i)
	return ok
}

// beforeVerb is the first form of "be" or "have" from token i on, in its clause;
// 0 when there is none.
func (r *reading) beforeVerb(i, last int) int {
	for ; i < last; i++ {
		if r.is(i, be|have) {
			return i
		}
		if n := r.norm(i); n == "," || n == ";" || r.is(i, clause) {
			return 0
		}
	}
	return 0
}

// afterList is the first verb after a list of those included, or the sign that
// ends it.
func (r *reading) afterList(i, last int) int {
	for ; i < last; i++ {
		if r.is(i, be|have) && !r.is(i, pronoun) {
			return i
		}
		if _, _, ok := r.trigger(i); ok && !r.nounAfter(i+1) {
			return i
		}
		if r.norm(i) == "." || r.norm(i) == ";" {
			return i
		}
	}
	return last
}
