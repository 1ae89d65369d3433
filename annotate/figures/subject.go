package figures

import (
	"strings"

	"github.com/annals-project/annals/text"
)

// farthest is how many tokens may stand between those counted and the verb.
const farthest = 40

// asSubject reads "13 people were killed", "60 people dead", "13 died", passing
// over what stands between: "13 people, including a child, were killed".
func (r *reading) asSubject(q *quantity) (finding, bool) {
	if q.head == text.None && r.is(q.first-1, preposition) && r.norm(q.end) == "," {
		return finding{}, false // "In one, 16 guests died"
	}
	if before := r.norm(q.first - 1); r.norm(q.end) == "," && r.norm(q.end+1) != "who" && (before == "of" || before == "the" && r.norm(q.first-2) == "of") {
		return finding{}, false // "Of the 21 victims, 9 died": whom the next number counts some of
	}
	return r.predicate(q.end, q)
}

// passOver skips what may stand between those counted and their verb: brackets,
// insertions, "and 5 soldiers", "in the village", "who". It returns i where it
// knows no way on.
func (r *reading) passOver(i, last, start int) int {
	switch n := r.norm(i); {
	case n == "(" || n == "[":
		return min(r.past(i), last)
	case n == "," && isSuffix(r.norm(i+1)):
		return i + 2 // "John Smith, Jr."
	case n == "whose":
		return r.afterWhose(i+1, last, i)
	case n == "," || n == "-" || n == "--" || n == "—" || n == "–":
		return r.afterInsertion(i, last)
	case n == "who" || n == "that" || n == "which" || n == "others":
		return i + 1
	case r.is(i, conjunction) && n != "but":
		return r.afterConjunct(i+1, last)
	case n == "as" && r.norm(i+1) == "well" && r.norm(i+2) == "as":
		return r.afterConjunct(i+3, last)
	case r.is(i, preposition) && !r.is(i, clause):
		return r.afterNounPhrase(i+1, last)
	case r.pos(i) == text.VERB && strings.Contains(r.t.Tokens[i].Feats, "VerbForm=Part") && len(r.words[i].triggers) == 0,
		len(n) > len("ing") && n[len(n)-3:] == "ing" && r.pos(i) != text.NOUN && len(r.words[i].triggers) == 0:
		return r.beforeVerb(i+1, last) // "soldiers guarding a base were", "men accused of theft were"
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
	if head == text.None && at > i && r.pos(at) == text.NOUN {
		return at + 1 // "the shooting"
	}
	if head == text.None && r.norm(i) == "her" {
		return i + 1 // "two friends with her"
	}
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
	if next := r.afterRelative(i, last); next > 0 {
		return next
	}
	if r.norm(i+1) == "who" || r.is(i+1, conjunction) && sign == "," {
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
	if r.norm(i+1) == "all" && r.norm(i+2) != "of" {
		return i + 1
	}
	if age, ok := r.readNumber(i + 1); ok && sign == "," && age.digits && r.norm(age.last) == "," && age.value <= oldest {
		switch {
		case r.is(age.last+1, conjunction):
			return age.last // "John Smith, 40, and"
		case r.is(age.last+1, preposition):
			return age.last + 1 // "John Smith, 40, of Leeds"
		}
	}
	if sign == "," {
		if q := r.quantityFrom(i + 1); q != nil && r.ofThem(q) {
			return i // "18 casualties, three of them dead"
		} else if q != nil {
			return min(q.end, last)
		}
		if end := r.afterNounPhrase(i+1, last); end > 0 && (r.norm(end) == "," || r.is(end, conjunction) && r.norm(end) != "but") {
			return end // "Ann, Bob and Carl were"
		}
	}
	return i
}

// afterWhose is the token from which a clause with "whose" leads on: what befell
// those of whom it tells, else the verb behind it; i where there is none.
func (r *reading) afterWhose(at, last, i int) int {
	if r.anyTrigger(at, ofNoun) {
		return at
	}
	for j := at + 1; j < last && r.norm(j) != ","; j++ {
		if r.is(j, be|have) && r.trigAfterAdverbs(j+1) && r.pos(j-1) != text.NOUN {
			return j
		}
	}
	return i
}

// afterRelative is the token after a clause about some or all of those counted that
// the comma at token i opens: ", most of whom wore masks,"; 0 for none.
func (r *reading) afterRelative(i, last int) int {
	const longestShare = 4 // "all but two of which"
	for j := i + 1; j < min(last, i+1+longestShare); j++ {
		if n := r.norm(j + 1); r.norm(j) != "of" || n != "which" && n != "whom" {
			continue
		}
		for j += 2; j < last; j++ {
			if r.norm(j) == "," {
				return j + 1
			}
		}
	}
	return 0
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
		if n := r.norm(i); n == "," || n == ";" || r.is(i, clause) && !(n == "since" && (r.is(i+1, determiner) || r.timed[i+1] || r.unitWord(i+1))) {
			return 0 // but not at "since the raid"
		}
	}
	return 0
}

// afterList is the first verb after a list of those included, or the sign that
// ends it.
func (r *reading) afterList(i, last int) int {
	for ; i < last; i++ {
		if r.is(i, be|have) && r.pos(i) != text.PART { // "the mayor's" is no "is"
			return i
		}
		if t, next, ok := r.trigger(i); ok && (t.kind.needs() != 0 || !r.nounAfter(next)) {
			return i
		}
		if r.norm(i) == "." || r.norm(i) == ";" {
			return i
		}
	}
	return last
}
