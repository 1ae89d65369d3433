package figures

import (
	"strings"

	"github.com/annals-project/annals/text"
)

// nounPhrase reads adjectives, nouns and names from token i on. head is its
// last noun, modifier the trigger before the noun; both may be text.None.
func (r *reading) nounPhrase(i int) (end, head, modifier int) {
	_, last := r.sentence(min(i, len(r.t.Tokens)-1))
	head, modifier = text.None, text.None
	for end = i; end < last; {
		switch step := r.phraseWord(end, i, head); step {
		case notInPhrase:
			return r.trim(i, end, head), head, modifier
		case bracketed:
			end = r.past(end)
		default:
			if _, _, ok := r.trigger(end); ok && step == adjectival && modifier == text.None {
				modifier = end
			}
			if step == nominal {
				head = end
			}
			end++
		}
	}
	return r.trim(i, end, head), head, modifier
}

// trim ends a phrase at its head; without one there is no phrase.
func (r *reading) trim(first, end, head int) int {
	if head == text.None {
		return first
	}
	return min(end, r.pastTail(head+1))
}

// pastTail is the token after what hangs on a noun by signs: the "-by" of
// "passers-by", the "-in-law" of "sons-in-law".
func (r *reading) pastTail(i int) int {
	for r.norm(i) == "-" && r.glued(i) && r.glued(i+1) && r.is(i+1, preposition) {
		if i += 2; r.norm(i) == "-" && r.glued(i) {
			i += 2
		}
	}
	return i
}

type part int

// phraseWord says what token i is in the noun phrase that began at first and
// whose last noun so far is head.
func (r *reading) phraseWord(i, first, head int) part {
	n := r.norm(i)
	if head != text.None && i < r.pastTail(head+1) {
		return adjectival
	}
	if n == "-" && (r.glued(i) || r.glued(i+1)) && i > first || (n == "'s" || n == "’s" || n == "'" || n == "’") && i > first && r.pos(i) != text.AUX && head != text.None {
		return adjectival
	}
	if (n == "(" || n == "[") && i+3 < len(r.t.Tokens) && (n == "[" || r.norm(i+2) == ")") && (r.nounAfter(r.past(i)) || r.sortOf(r.past(i)) == person) && (head != text.None || n == "[") {
		return bracketed
	}
	if r.is(i, conjunction) && n != "but" && (head != text.None && r.adjectivesJoined(i, head) || head == text.None && i > first && r.pos(i-1) == text.ADJ && r.pos(i+1) == text.ADJ) || n == "-" && i > first && (r.prefixed(i) || r.typeSign(i)) {
		return adjectival
	}
	if !r.isWord(i) && !(n != "" && n[0] >= '0' && n[0] <= '9') {
		return notInPhrase
	}
	if r.timed[i] || r.words[i].unit == timeUnit && r.pos(i) != text.NOUN && !(n == "second" && (r.nounAfter(i+1) || r.sortOf(i+1) == person)) {
		return notInPhrase
	}
	if n == "being" && i == first {
		return notInPhrase
	}
	if r.is(i, ordinal) && r.pos(i) == text.ADJ {
		return adjectival // no unit of time: "a second guard"
	}
	if n == "other" || n == "more" || n == "additional" || n == "off" && r.norm(i+1) == "duty" || n == "duty" && r.norm(i-1) == "off" ||
		r.is(i, preposition) && r.norm(i+1) == "-" && r.glued(i+1) && r.glued(i+2) { // "off-duty"
		return adjectival
	}
	if n == "others" {
		return nominal
	}
	if (n == "of" || n == "in" || n == "for") && head != text.None && r.nameGoesOn(i) {
		return adjectival
	}
	if r.is(i, be|have|modal|preposition|conjunction|clause|negative|determiner|get) && !(r.pos(i) == text.NOUN || r.pos(i) == text.PROPN || r.pos(i) == text.ADJ) {
		return notInPhrase
	}
	if r.is(i, pronoun|reporting) || head != text.None && r.is(i, adverb) {
		return notInPhrase
	}
	if r.nthName(i) {
		return adjectival
	}
	if !r.isWord(i) { // "60 mm mortar"
		if i == first && (r.unitWord(i+1) || r.norm(i+1) == "-" && r.glued(i+1) && r.glued(i+2) && r.isWord(i+2)) || (head != text.None && r.capital(i-1) || i > first && r.norm(i-1) == "-") && r.nounAfter(i+1) { // "1 M-16 rifle"
			return adjectival
		}
		return notInPhrase
	}
	if r.unitWord(i) && head == text.None && i > first {
		return adjectival
	}
	return r.openWord(i, first, head)
}

// nthName says that an ordinal in digits at token i belongs to the name of what is
// counted: "two 10th Brigade soldiers".
func (r *reading) nthName(i int) bool {
	digits := strings.TrimRight(r.norm(i), "stndrh")
	return len(r.norm(i)) == len(digits)+len("th") && allDigits(digits) && r.nounAfter(i+1)
}

// nameGoesOn says that "of", "in" or "for" at token i stands inside a name before a noun:
// "Islamic Movement of Uzbekistan (IMU) leader", "al-Qaeda in Iraq (AQI) fighters".
func (r *reading) nameGoesOn(i int) bool {
	if !r.capital(i-1) || !r.capital(i+1) {
		return false
	}
	j := i + 1
	for r.capital(j) && r.isWord(j) {
		j++
	}
	if r.norm(j) == "(" {
		j = r.past(j)
	}
	return !r.capital(j) && r.isWord(j) && r.sortOf(j) == person
}

// standsForNoun says that a word tagged as an adjective is used as a noun.
func (r *reading) standsForNoun(i int) bool {
	if r.nounAfter(i+1) || r.is(i+1, conjunction) && r.pos(i+2) == text.ADJ && r.nounAfter(i+3) {
		return false // "local and foreign reporters"
	}
	if _, number := r.readNumber(i + 2); r.is(i+1, conjunction) && (number || r.pos(i+2) == text.VERB) {
		return true // "killing a civilian and wounding", "a national and 3 soldiers"
	}
	for _, dep := range [...]string{"nsubj", "obj", "obl", "nmod", "conj"} {
		if text.DepIs(r.t.Tokens[i].Dep, dep) {
			return true
		}
	}
	return false
}

// adjectivesJoined says that "and" at token i joins what stands before one noun:
// "Somali and Yemeni pirates".
func (r *reading) adjectivesJoined(i, head int) bool {
	if r.pos(i+1) == text.NOUN && r.pos(i+2) == text.NOUN && r.isPlural(i+2) && head == i-1 && !r.isPlural(head) {
		return true // "drug and weapons offences"
	}
	if head != i-1 || r.isPlural(head) || r.sortOf(head) != "" || !r.nounAfter(i+1) || r.isPlural(i+1) {
		return false
	}
	return r.isPlural(i+2) && r.nounAfter(i+2)
}

// prefixed says that the hyphen at token i, with spaces about it, ties a prefix
// to its word: "co - workers".
func (r *reading) prefixed(i int) bool {
	switch r.norm(i - 1) {
	case "co", "ex", "non", "vice", "half", "step":
		return r.isWord(i + 1)
	}
	return false
}

func (r *reading) unitWord(i int) bool { return i >= 0 && i < len(r.words) && r.words[i].unit != "" }

// openWord is phraseWord for nouns, verbs, adjectives and adverbs.
func (r *reading) openWord(i, first, head int) part {
	if r.pos(i) == text.PROPN && r.mentioned(i) {
		return nominal // "National Liberation Front"
	}
	if t, next, ok := r.trigger(i); ok {
		if t.kind == sufferer {
			return notInPhrase // "three sustained bullet wounds"
		}
		isHead := r.words[i].head != nil && r.pos(i) != text.VERB && r.pos(i) != text.ADJ
		if head != text.None && !(isHead && r.pos(i) == text.NOUN) && !(isHead && r.pos(i) == text.Untagged && !r.isPlural(head)) {
			return notInPhrase
		}
		if head == text.None && r.nounAfter(next) && r.pos(i) != text.NOUN {
			return adjectival
		}
		if head == text.None && r.pos(i) == text.NOUN && next == i+1 && r.isPlural(next) && r.nounAfter(next) && !r.is(next, people) {
			return adjectival // "17 kidnap cases"
		}
		if isHead && !r.anyTrigger(i, onObject) {
			return nominal
		}
		if isHead && r.pos(i) == text.NOUN {
			return nominal
		}
		return notInPhrase
	}
	if r.namesPeople(i) || head == text.None && r.words[i].head != nil && r.isPlural(i) {
		return nominal
	}
	if head != text.None && r.namesPeople(head) && !r.isPlural(i) && r.is(i+1, determiner|possessive) {
		return notInPhrase // a verb: "firefighters tackle the blaze"
	}
	switch r.pos(i) {
	case text.NOUN, text.PROPN:
		return nominal
	case text.ADJ:
		if head != text.None && r.isPlural(head) && !r.nounAfter(i+1) {
			return notInPhrase
		}
		if head == text.None && (r.sortOf(i) == person || r.namesNation(i)) && r.standsForNoun(i) {
			return nominal // "a civilian was killed", "an Israeli was killed"
		}
		return adjectival
	case text.VERB:
		if r.norm(i-1) == "-" && r.glued(i) && r.nounAfter(i+1) {
			return adjectival // "Soviet-made rifles"
		}
		if head == text.None && r.nounAfter(i+1) || head != text.None && !r.isPlural(head) && r.nounAfter(i+1) && r.participial(i) && r.pos(i+1) != text.PROPN {
			return adjectival
		}
		return notInPhrase
	case text.Untagged:
		return r.untaggedWord(i, head)
	case text.ADV:
		if head == text.None && r.nounAfter(i+2) {
			return adjectival
		}
		return notInPhrase
	case text.NUM, text.X, text.SYM:
		if head != text.None && r.namesPeople(head) || head != text.None && r.words[i].numeral != nil {
			return notInPhrase // "shot the guard one time"
		}
		return adjectival
	}
	return notInPhrase
}

// namesPeople says that token i is a plural noun of people, whatever its tag:
// taggers take nouns in capitals for verbs.
func (r *reading) namesPeople(i int) bool {
	return r.is(i, force|people) && r.isPlural(i) || r.isPlural(i) && r.sortOf(i) == person && r.pos(i) != text.ADJ && len(r.words[i].triggers) == 0
}

func (r *reading) participial(i int) bool {
	n := r.norm(i)
	return len(n) > 4 && (n[len(n)-2:] == "ed" || n[len(n)-3:] == "ing")
}

// untaggedWord guesses by endings where there are no tags.
func (r *reading) untaggedWord(i, head int) part {
	if r.is(i, adverb|reporting|rise) || head != text.None && r.isPlural(head) && r.participial(i) {
		return notInPhrase
	}
	if r.participial(i) && !r.isPlural(i) && r.nounAfter(i+1) {
		return adjectival
	}
	return nominal
}

// nounAfter says that a word that may belong to a noun phrase stands at token i.
func (r *reading) nounAfter(i int) bool {
	if !r.isWord(i) || r.is(i, be|have|modal|preposition|conjunction|clause|negative|determiner|pronoun|adverb|get) || r.timed[i] || r.words[i].unit == timeUnit {
		return false
	}
	if r.namesPeople(i) {
		return true
	}
	switch r.pos(i) {
	case text.NOUN, text.PROPN, text.ADJ:
		return true
	case text.Untagged:
		_, _, trigger := r.trigger(i)
		return !trigger
	}
	return false
}

// anyTrigger says that token i begins a trigger of a kind.
func (r *reading) anyTrigger(i int, kind triggerKind) bool {
	if i < 0 || i >= len(r.words) {
		return false
	}
	for _, t := range r.words[i].triggers {
		if t.kind == kind {
			return true
		}
	}
	return false
}
