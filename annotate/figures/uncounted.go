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
		part := r.uncountedPart(q)
		if !ok && part != nil && (rule == ruleIndefinite || rule == ruleDefinite && r.norm(i-1) == "including") {
			f, ok = part.found, part.found.rule != "other"
		}
		if !ok {
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

// harm is what befell a phrase without a number; false when nothing did for sure.
func (r *reading) harm(q *quantity, before []*quantity) (finding, bool) {
	if n := r.norm(q.end); n == "'s" || n == "’s" {
		f, ok := r.possessed(q)
		return f, ok
	}
	f, ok := r.asObject(q)
	if !ok {
		f, ok = r.asSubject(q)
	}
	if !ok {
		f, ok = r.withUncountedBefore(q, before)
	}
	if !ok {
		f, ok = r.byTree(q)
	}
	if !ok {
		f, ok = r.byModifier(q)
	}
	if !ok || f.unreal {
		return finding{}, false
	}
	f = r.settle(r.outcome(f, q.end))
	switch f.measure {
	case annals.Killed, annals.Injured, annals.Captured, annals.Abducted, annals.Missing, annals.Released:
		return f, true
	}
	return finding{}, false
}

// withUncountedBefore reads a phrase joined to one that was harmed: "a policeman
// and his son", "2 soldiers and a civilian".
func (r *reading) withUncountedBefore(q *quantity, before []*quantity) (finding, bool) {
	for j := q.first - 1; j >= 0 && j >= q.first-4; j-- {
		p := r.at[j]
		if p == nil && len(before) > 0 && before[len(before)-1].end == j+1 {
			p = before[len(before)-1]
		}
		if p == nil {
			continue
		}
		if r.linked(p.end, q.first) && !r.restates(p, q) && p.found.rule != "other" && p.found.trigger < q.first && p.found.rule != "predicate" {
			return p.found, true
		}
		return finding{}, false
	}
	if f, ok := r.withNamed(q, before); ok {
		return f, true
	}
	return r.withOwner(q, before)
}

// withNamed reads the last of several named with more about each: "arrested John
// Smith, 40, on a charge of theft, and Mary Jones".
func (r *reading) withNamed(q *quantity, before []*quantity) (finding, bool) {
	if len(before) == 0 || !q.named || r.norm(q.first-1) != "and" || r.norm(q.first-2) != "," {
		return finding{}, false
	}
	p := before[len(before)-1]
	if !p.named || p.found.trigger > p.first || r.t.SentenceOf(p.first) != r.t.SentenceOf(q.first) {
		return finding{}, false
	}
	for i := p.end; i < q.first; i++ {
		if r.is(i, be|have|clause) || r.pos(i) == text.VERB || r.norm(i) == ";" {
			return finding{}, false
		}
	}
	return p.found, true
}

// restates says that q says who the person before the comma is: "John Smith, a
// teacher, and".
func (r *reading) restates(p, q *quantity) bool {
	return p.named && r.is(q.first, article) && r.norm(p.end) == "," && p.end+1 == q.first
}

// withOwner reads whose of someone harmed, with what tells of him in between: "killed
// a candidate standing for a seat, his driver and a guard".
func (r *reading) withOwner(q *quantity, before []*quantity) (finding, bool) {
	const reach = 16
	if len(before) == 0 || !r.is(q.first, possessive) || r.norm(q.first-1) != "," && !r.is(q.first-1, conjunction) {
		return finding{}, false
	}
	p := before[len(before)-1]
	if q.first-p.end > reach || p.found.trigger > p.first || r.t.SentenceOf(p.first) != r.t.SentenceOf(q.first) {
		return finding{}, false
	}
	for i := p.end; i < q.first; i++ {
		if r.is(i, be|have) || r.norm(i) == ";" || r.at[i] != nil || r.anyVerb(i) {
			return finding{}, false
		}
	}
	return p.found, true
}

// uncountedPart is the total a phrase is told to be a part of.
func (r *reading) uncountedPart(q *quantity) *quantity {
	first, _ := r.sentence(q.first)
	for j := q.first - 1; j >= first; j-- {
		if p := r.at[j]; p != nil {
			if w := r.includes(p, q); w != nil {
				return w
			}
			if r.norm(p.end) == "," && p.end+1 == q.first && p.value > 1 && r.closes(q.end) {
				return p
			}
			return nil
		}
	}
	return r.ofThose(q, r.quantities)
}

// titleBefore is the first token of the title that stands before a name:
// "PRESIDENCY MINISTER ANTONIO …".
func (r *reading) titleBefore(i int) int {
	const longest = 6
	first, _ := r.sentence(i)
	at := i
	for j := i - 1; j >= first && j >= i-longest; j-- {
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

// isSuffix says that a word follows a name and is none.
func isSuffix(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

// closes says that an insertion that began before token i ends soon: "three
// people, a man and two women, were".
func (r *reading) closes(i int) bool {
	const reach = 5
	if !r.is(i, conjunction) {
		return false
	}
	for j := i; j < i+reach; j++ {
		if r.norm(j) == "," && r.is(j+1, be|have) {
			return true
		}
	}
	return false
}

// uncountedPhrase reads a phrase at token i that names one person, or with a
// table that counts plurals, people.
func (r *reading) uncountedPhrase(i int) (*quantity, string, bool) {
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
	from := r.pastAge(at)
	end, head, modifier := r.nounPhrase(from)
	if head == text.None && from > at && !r.caseless {
		return r.single(i, at, from, text.None), rule, true
	}
	if head == text.None || r.sortOf(head) != person && r.norm(end) != "who" || r.holdsQuantity(i, end) {
		return nil, "", false
	}
	oneOf := r.ofOne(i) && strings.Contains(r.t.Tokens[head].Feats, "Number=Sing") // "a guard", "his guard"
	if !oneOf && (r.isPlural(head) || r.is(head, collective)) {
		if _, counted := r.table.Least(plural); !counted || rule == ruleDefinite {
			return nil, "", false
		}
		rule = rulePlural
	} else if rule == rulePlural {
		switch {
		case r.bare(i, head):
			rule = ruleIndefinite
		case r.headline(i, end, head):
			rule = ruleDefinite // the text below tells of him
		default:
			return nil, "", false
		}
	}
	q := r.single(i, at, end, head)
	q.modifier = modifier
	return q, rule, true
}

// headline says that a noun of one person opens a sentence without an article, with
// what befell him right after it: "Climber killed in fall".
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

// ofOne says that token i stands before one of something.
func (r *reading) ofOne(i int) bool {
	switch r.norm(i) {
	case "a", "an", "his", "her":
		return true
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
