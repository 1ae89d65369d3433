package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// predicate is what a subject that ends before token at is said to have suffered.
// q is nil for a subject without a number.
func (r *reading) predicate(at int, q *quantity) (finding, bool) {
	_, last := r.sentence(max(0, at-1))
	last = min(last, at+farthest)
	passive, perfect, unreal, relative := false, false, false, false
	for i := at; i < last; {
		if f, ok := r.verdict(i, q, passive, perfect); ok {
			f.unreal = unreal
			return f, f.measure != ""
		}
		if f, ok := r.amongThose(i); passive && ok {
			return f, true
		}
		switch {
		case r.is(i, be|get|remain) && !r.is(i, preposition):
			passive = true
			i++
		case perfect && r.norm(i) == "to" && r.is(i+1, be), // "had to be taken to hospital"
			passive && r.norm(i) == "to" && r.is(i+1, be|have) && r.is(i-1, adverb): // "are said to have been hurt"
			passive = passive && !r.is(i+1, have)
			i++
		case passive && r.toDeath(i, i+1):
			return finding{annals.Killed, i, "predicate", unreal, false}, true
		case r.is(i, have):
			perfect = true
			if i++; r.norm(i) == "since" {
				i++ // "has since died"
			}
		case r.is(i, modal):
			unreal = unreal || r.norm(i) != "'d"
			i++
		case r.is(i, include) && r.norm(i) != "included" && !passive:
			i = r.afterList(i+1, last)
		case r.is(i, adverb) && r.norm(i) != "left" || r.norm(i) == "left" && passive:
			i++
		case r.norm(i) == "not" || r.norm(i) == "n't" || r.norm(i) == "n’t":
			return finding{}, false
		case seeming[r.norm(i)] && r.norm(i+1) == "to": // "appears to have shot himself"
			i += 2
		case passive && r.asNamed(i) > i:
			i = r.asNamed(i)
		case passive && r.victimOf(i).measure != "":
			f := r.victimOf(i)
			f.unreal = unreal
			return f, true
		case passive || perfect:
			next, bound := r.sameSubject(i, last, passive)
			if next == 0 && relative {
				next, relative = r.beforeVerb(i, last), false // "a guard who was off duty was shot"
			}
			if next == 0 {
				return finding{}, false
			}
			i, passive, perfect = next, bound, false
		default:
			relative = relative || r.norm(i) == "who" || r.norm(i) == "that" || r.norm(i) == "which"
			next := r.passOver(i, last, at)
			if next <= i {
				next, _ = r.sameSubject(i, last, false)
			}
			if next <= i {
				return finding{}, false
			}
			i = next
		}
	}
	return finding{}, false
}

// countedState says that a number and what befell those it counts start at token i: "10
// killed 20 injured".
func (r *reading) countedState(i int) bool {
	n, ok := r.readNumber(i)
	if !ok {
		return false
	}
	t, next, befallen := r.trigger(n.last)
	return befallen && t.form&participle != 0 && r.endsPhrase(next)
}

// isLeft says that q is told to be left in a state, so that the participle after it is
// no verb of its own: "left three people killed and injured 12 others".
func (r *reading) isLeft(q *quantity) bool {
	if q == nil {
		return false
	}
	k := q.first - 1
	for r.is(k, determiner|adverb) && r.norm(k) != "left" {
		k--
	}
	return k >= 0 && r.t.Tokens[k].Lemma == "leave" && r.pos(k) == text.VERB && !r.passive(k)
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
			if !passive && t.kind == onObject && reflexive[r.norm(next)] {
				return f, true // "the pilot shot himself"
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
			if !passive && t.form&pastForm != 0 && r.objectFollows(r.afterJoined(next)) && !r.isLeft(q) && !r.countedState(next) {
				return finding{}, true
			}
			if passive && r.is(next, be) && r.trigAfterAdverbs(next+1) {
				return finding{}, false // "who were kidnapped were found dead"
			}
			if !passive && t.measure != annals.Killed {
				if k, ok := r.laterKilled(next); ok {
					return k, true // "two nuns abducted in May were killed"
				}
			}
			return r.joined(f, t, i, next), true
		case sufferer, bereft:
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

// laterKilled reads of those whom a participle before token i tells apart what the verb
// of its clause says, where that is their death.
func (r *reading) laterKilled(i int) (finding, bool) {
	_, last := r.sentence(i - 1)
	verb := i
	for ; !r.is(verb, be|have) && !r.anyTrigger(verb, onSubject); verb++ {
		if verb >= last || r.is(verb, clause|conjunction) || r.norm(verb) == "," || r.norm(verb) == ";" || r.at[verb] != nil {
			return finding{}, false
		}
	}
	for r.is(verb, be|have|adverb) {
		verb++
	}
	t, _, ok := r.trigger(verb)
	return finding{measure: annals.Killed, trigger: verb, rule: "predicate"}, ok && t.measure == annals.Killed && t.kind != ofNoun
}

// sameSubject is the "be", "have" or verb of dying that a verb at token i is joined to,
// with nobody new in between: "was struck and has been taken"; after a passive also one
// that takes up its "be": "was dragged out and killed". 0 for none; bound says that the
// passive goes on.
func (r *reading) sameSubject(i, last int, passive bool) (at int, bound bool) {
	const reach = 10
	if r.pos(i) != text.VERB {
		return 0, false
	}
	for j := i + 1; j < last && j < i+reach; j++ {
		if r.is(j, conjunction) {
			for j++; r.is(j, adverb) && !r.is(j, be|have); j++ {
			}
			t, next, ok := r.trigger(j)
			switch {
			case r.is(j, be|have), ok && t.kind == onSubject && t.measure == annals.Killed:
				return j, false
			case passive && ok && t.kind.takesObject() && t.form&participle != 0 && r.endsPhrase(next):
				return j, true
			}
			return 0, false
		}
		if r.at[j] != nil || r.is(j, clause) || r.norm(j) == "," || r.pos(j) == text.VERB {
			return 0, false
		}
	}
	return 0, false
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
	case "into", "toward", "towards", "back":
		return true
	case "at":
		if r.is(next+1, article) && r.passive(next-1) {
			return false // "was shot at a party"
		}
		return r.is(next+1, conjunction|clause|pronoun|determiner) || r.norm(next+1) == "some" || !r.isWord(next+1) && !allDigits(r.norm(next+1)) || r.norm(next+1) == "by"
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
	if r.is(i, determiner) && !r.is(i, clause) || r.quantityFrom(i) != nil {
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
