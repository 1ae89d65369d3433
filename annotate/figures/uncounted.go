package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// Rules of figures without a number, told apart because they say how far the
// same person may be meant twice.
const (
	ruleIndefinite = "indefinite" // "a policeman", "his son"
	ruleNamed      = "named"      // "John Smith"
	ruleDefinite   = "definite"   // "the woman"
	rulePronoun    = "pronoun"    // "him"
	rulePlural     = "plural"     // "insurgents", by a table that counts plurals
)

// uncounted reads those who are harmed without being counted: "a policeman and
// his son were wounded" is one and one. Only people are counted so.
func (r *reading) uncounted() []draft {
	var out []draft
	var before []*quantity
	for i := 0; i < len(r.words); i++ {
		if r.at[i] != nil {
			i = max(i, r.at[i].end-1)
			continue
		}
		q, rule, ok := r.uncountedPhrase(i)
		if !ok {
			continue
		}
		q.named = rule == ruleNamed
		f, ok := r.harm(q, before)
		q.found = f
		part := r.uncountedPart(q)
		if ok && part != nil && part.found.rule != "other" && f.rule == "predicate" && r.joinedBefore(q.end, f.trigger) {
			f = part.found // "6 dead, including a child, and 25 injured"
		}
		if !ok && part != nil && (rule == ruleIndefinite || rule == ruleDefinite && r.norm(i-1) == "including") {
			f, ok = part.found, part.found.rule != "other"
		}
		if !ok || reflexive[r.norm(i)] && len(before) > 0 && before[len(before)-1].found.trigger == f.trigger {
			continue
		}
		q.found = f
		before = append(before, q)
		out = append(out, draft{figure: r.one(q, rule), from: q, part: part})
		i = max(i, q.end-1)
	}
	return out
}

// one is the figure of a phrase without a number.
func (r *reading) one(q *quantity, rule string) annals.Figure {
	q.found.rule = rule
	f := r.figure(q)
	f.Unit, f.Qualifier, f.Per = "person", "", ""
	if rule == rulePlural {
		least, _ := r.table.Least(plural)
		f.Value, f.Low, f.High = nil, &least, nil
	}
	r.link(&f, q, nil, nil)
	return f
}

// uncountedPhrase reads a phrase at token i that names one person, or with a
// table that counts plurals, people.
func (r *reading) uncountedPhrase(i int) (*quantity, string, bool) {
	if r.norm(i-1) == "not" && r.is(i, article) || r.norm(i-1) == "of" && r.sortOf(i-2) == person && r.is(i, article) {
		return nil, "", false // "not a single guard", "the leader of a militia"
	}
	if m := r.personAt(i); m > i {
		return r.single(r.titleBefore(i), i, m, m-1), ruleNamed, true
	}
	switch n := r.norm(i); n {
	case "him", "himself", "herself", "he", "she":
		return r.pronounAt(i), rulePronoun, true
	case "her":
		if r.endsPhrase(i + 1) {
			return r.pronounAt(i), rulePronoun, true
		}
	case "another":
		if _, head, _ := r.nounPhrase(i + 1); head == text.None && !r.holdsQuantity(i+1, min(i+2, len(r.at))) {
			return r.single(i, i, i+1, text.None), ruleIndefinite, true
		}
	}
	if r.is(i, article) && r.is(i+1, ordinal) && (r.endsPhrase(i+2) || r.is(i+2, be|have) || r.trigAfterAdverbs(i+2)) && r.norm(i+2) != "of" {
		return r.single(i, i+1, i+2, text.None), ruleIndefinite, true // "an eighth was hurt"
	}
	at, rule := i, rulePlural
	if r.is(i, determiner) && !r.is(i, clause|negative) {
		at, rule = i+1, ruleDefinite
		if r.is(i, article|possessive) || r.norm(i) == "another" {
			rule = ruleIndefinite
		}
		if n := r.norm(i); n == "all" || n == "both" || n == "any" || n == "every" || n == "each" || n == "such" || n == "either" {
			return nil, "", false
		}
	} else if r.isWord(i-1) && !r.is(i-1, preposition|conjunction|be|have|adverb) && !r.anyVerb(i-1) {
		return nil, "", false
	}
	from := r.pastAgeIn(at)
	end, head, modifier := r.nounPhrase(from)
	if _, next, ok := r.trigger(i - 1); ok && next > i && r.anyTrigger(i-1, onObject) {
		return nil, "", false // the "hostage" of "taken hostage"
	}
	if head == text.None && from > at && !r.caseless {
		return r.single(i, at, from, text.None), rule, true
	}
	if head == text.None || r.sortOf(head) != person && r.norm(end) != "who" && !r.isChief(head, end) && !(rule == ruleIndefinite && r.namesNation(head)) || r.holdsQuantity(i, end) {
		return nil, "", false
	}
	oneOf := r.ofOne(i) && (strings.Contains(r.t.Tokens[head].Feats, "Number=Sing") || r.is(i, article) && r.namesNation(head)) // "a guard", "his guard"
	if !oneOf && (r.isPlural(head) || r.is(head, collective)) {
		if _, counted := r.table.Least(plural); !counted || rule == ruleDefinite {
			return nil, "", false
		}
		rule = rulePlural
	} else if rule == rulePlural {
		switch {
		case r.bare(i, head), r.pairsWith(i, head):
			rule = ruleIndefinite
		case r.headline(i, end, head):
			rule = ruleDefinite // the text below tells of him
		default:
			return nil, "", false
		}
	}
	if rule == ruleDefinite && r.relative(at, head) {
		rule = ruleIndefinite
	}
	q := r.single(i, at, end, head)
	q.modifier = modifier
	return q, rule, true
}

// isChief says that "head" at token head of a phrase that ends before token end is one who
// leads: "the head of a union", "the village head".
func (r *reading) isChief(head, end int) bool {
	return r.norm(head) == "head" && (r.norm(end) == "of" || r.pos(head-1) == text.NOUN)
}

// relative says that the noun at token head of a phrase from token at on is told of
// anew as someone's: "the judge's son".
func (r *reading) relative(at, head int) bool {
	for j := at + 1; j < head; j++ {
		if n := r.norm(j); (n == "'s" || n == "’s") && r.sortOf(j-1) == person {
			return true
		}
	}
	return false
}

// holdsQuantity says that a number has been read in the tokens first ≤ i < last.
func (r *reading) holdsQuantity(first, last int) bool {
	for i := first; i < last; i++ {
		if r.at[i] != nil {
			return true
		}
	}
	return false
}

func (r *reading) anyVerb(i int) bool {
	return i >= 0 && (r.anyTrigger(i, onObject) || r.anyTrigger(i, onSubject))
}
