package figures

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// titleBefore is the first token of the title that stands before a name:
// "PRESIDENCY MINISTER ANTONIO …".
func (r *reading) titleBefore(i int) int {
	const longest = 6
	first, _ := r.sentence(i)
	at := r.ageBefore(i, first)
	for j := at - 1; j >= first && j >= i-longest; j-- {
		switch {
		case r.at[j] != nil || r.timed[j] || !r.isWord(j) || r.is(j, preposition|conjunction|clause|be|have|adverb|reporting):
			return at
		case r.anyVerb(j) || r.anyTrigger(j, adjective):
			return at
		case r.is(j, determiner):
			return j
		case r.pos(j) != text.NOUN && r.pos(j) != text.PROPN && r.pos(j) != text.ADJ:
			return at
		}
		at = j
	}
	return at
}

// ageBefore is the first token of an age that stands before token i, with its article:
// "a 40-year-old John Smith"; i for none.
func (r *reading) ageBefore(i, first int) int {
	const longest = 5 // "40 - year - old"
	for j := i - 1; j >= first && j >= i-longest; j-- {
		if r.pastAge(j) == i {
			return j
		}
	}
	return i
}

// isSuffix says that a word follows a name and is none.
func isSuffix(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

// headline says that a noun of one person opens a sentence without an article, with
// what befell him right after it: "Policeman killed in fall".
func (r *reading) headline(i, end, head int) bool {
	first, _ := r.sentence(i)
	_, _, ok := r.trigger(end)
	return i == first && ok && strings.Contains(r.t.Tokens[head].Feats, "Number=Sing")
}

// bare says that a noun of one person is the object of a verb without an article, as
// headlines and machines write: "bomb kills policeman".
func (r *reading) bare(i, head int) bool {
	return r.anyTrigger(i-1, onObject) && r.pos(i-1) == text.VERB && strings.Contains(r.t.Tokens[head].Feats, "Number=Sing") && r.pos(head) == text.NOUN
}

// pairsWith says that a noun of one relative stands without an article after another who
// has it: "a father and son", "the brother and nephew of".
func (r *reading) pairsWith(i, head int) bool {
	if r.norm(i-1) != "and" || head != i || !slices.Contains(kin, r.norm(i)) || !slices.Contains(kin, r.norm(i-2)) {
		return false
	}
	return r.is(i-3, determiner) || r.is(i-4, determiner)
}

// kin are nouns that say whose relative someone is.
var kin = strings.Fields("father mother son daughter brother sister husband wife uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter fiancé fiancée")

// ofOne says that token i stands before one of something.
func (r *reading) ofOne(i int) bool {
	switch r.norm(i) {
	case "a", "an", "his", "her":
		return true
	}
	return false
}

func (r *reading) single(first, who, end, head int) *quantity {
	return &quantity{number: number{value: 1, first: first, last: who}, first: first, last: max(who, first),
		counted: counted{whoFirst: who, whoLast: end, head: head, end: end, modifier: text.None}}
}

func (r *reading) pronounAt(i int) *quantity {
	q := r.single(i, i, i+1, text.None)
	q.pronoun = true
	return q
}

// pastAge is the token after an age at token i: "35-year-old".
func (r *reading) pastAge(i int) int {
	n, ok := r.readNumber(i)
	if !ok {
		return i
	}
	at := n.last
	for at < n.last+5 && (r.norm(at) == "-" || r.norm(at) == "year" || r.norm(at) == "years" || r.norm(at) == "month" || r.norm(at) == "months" || r.norm(at) == "week" || r.norm(at) == "day") {
		at++
	}
	if r.norm(at) == "old" {
		if at++; r.norm(at) == "-" {
			at++
		}
		return at
	}
	return i
}

// pastAgeIn is the token after an age at token i or behind an adjective or two there:
// "an innocent 15-year-old"; i for none.
func (r *reading) pastAgeIn(i int) int {
	const longest = 2
	for j := i; j <= i+longest; j++ {
		if from := r.pastAge(j); from > j {
			return from
		}
		if r.pos(j) != text.ADJ {
			break
		}
	}
	return i
}

// personAt is the token after a person's name at token i: a mention where there
// are any, else two or more capitalised words; i for none.
func (r *reading) personAt(i int) int {
	if len(r.d.Mentions) > 0 {
		for m := range r.mentionsIn(r.span(i, i+1)) {
			if first, last := r.t.Covering(m.Start, m.End); m.Kind == annals.Person && m.Form == annals.Name && first == i && !isSuffix(r.norm(i)) {
				return last
			}
		}
		return i
	}
	end := i
	for r.capital(end) && r.isWord(end) && !r.is(end, determiner|preposition|pronoun) && (r.pos(end) == text.PROPN || r.pos(end) == text.Untagged) && !r.timed[end] && r.words[end].unit == "" {
		end++
	}
	if end-i >= 2 && !r.isPlural(end-1) && !r.capital(i-1) {
		return end
	}
	return i
}
