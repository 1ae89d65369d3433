package figures

import "github.com/annals-project/annals/text"

// counted is what a number counts: the noun phrase after it.
type counted struct {
	whoFirst, whoLast int // tokens of the phrase, without number; equal when there is none
	head              int // its noun; text.None in "12 were killed", "five of them"
	end               int // token after the phrase
	partitive         bool
	of                int // the token of the number that follows: "three of the four guards"; 0 for none
	modifier          int // the token of a trigger before the noun ("wounded" in "5 wounded soldiers"), or text.None
}

// readCounted reads what follows the number.
func (r *reading) readCounted(q *quantity) {
	at := q.last
	c := counted{head: text.None, modifier: text.None}
	if r.norm(at) == "[" {
		at = r.past(at)
	}
	if r.norm(at) == "-" && r.glued(at) {
		at++
	}
	if r.norm(at) == "of" && q.currency == "" {
		c.partitive = true
		at++
		for r.is(at, determiner) && r.norm(at) != "which" {
			at++
		}
		if n, ok := r.readNumber(at); ok && n.vague == "" {
			c.of, at = at, n.last
		}
	}
	if q.currency != "" {
		c.whoFirst, c.whoLast, c.end = q.last, q.last, q.last
		q.counted = c
		return
	}
	c.whoFirst = at
	if c.partitive && r.is(at, collective) && r.words[at].head != nil { // "one of the injured"
		c.head, c.whoLast, c.end = at, at+1, at+1
		q.counted = c
		return
	}
	if (r.is(at, pronoun) || r.norm(at) == "which") && c.partitive {
		c.whoLast, c.end = at+1, at+1
		q.counted = c
		return
	}
	end, head, modifier := at, text.None, text.None
	if r.oneParagraph(at-1, at) {
		end, head, modifier = r.nounPhrase(r.pastAge(at))
	}
	c.head, c.modifier = head, modifier
	if head == text.None && (r.norm(at) == "others" || r.norm(at) == "other" || r.norm(at) == "more") {
		end = at + 1
	}
	if head == text.None && r.norm(at) != "others" {
		c.whoLast, c.end = at, max(q.last, min(end, at+1))
		if end == at || r.norm(at) != "more" && r.norm(at) != "other" {
			c.end = q.last
		}
		c.whoFirst = c.whoLast
		q.counted = c
		return
	}
	if n := r.norm(end); n == "'s" || n == "’s" { // "one of the homeowner's guns" cut short
		c.whoFirst, c.whoLast, c.end, c.head = q.last, q.last, q.last, text.None
		q.counted = c
		return
	}
	end = r.afterHead(end)
	c.whoLast, c.end = end, end
	q.counted = c
}

// past is the token after the bracket that closes the one at token i.
func (r *reading) past(i int) int {
	_, last := r.sentence(i)
	for j := i + 1; j < last; j++ {
		if n := r.norm(j); n == ")" || n == "]" {
			return j + 1
		}
	}
	return i + 1
}

const (
	notInPhrase part = iota
	adjectival
	nominal
	bracketed
)

// afterHead takes in what belongs to the phrase after its noun: "members of the
// group", "people including children".
func (r *reading) afterHead(end int) int {
	switch {
	case r.norm(end) == "of":
	case r.norm(end) == "including":
		if _, number := r.readNumber(end + 1); number {
			return end
		}
	default:
		return end
	}
	at := end + 1
	for r.is(at, determiner) {
		at++
	}
	if _, number := r.readNumber(at); number || at >= len(r.words) {
		return end
	}
	stop, head, _ := r.nounPhrase(at)
	if head == text.None || r.norm(end) == "including" && r.is(head, attacker) || r.norm(end) == "including" && r.is(stop, conjunction) { // a list of parts begins
		return end
	}
	return stop
}

// shareHeads gives a number without a noun the one of the number it is joined to:
// "1,600 and 400 jobs", "12 Somali and 11 Yemeni sailors".
func (r *reading) shareHeads() {
	for k := 0; k+1 < len(r.quantities); k++ {
		q, next := r.quantities[k], r.quantities[k+1]
		if q.head != text.None || next.head == text.None || q.partitive || q.currency != "" || q.value == 1 && !q.digits {
			continue
		}
		at := q.last
		if _, _, befallen := r.trigger(at); !befallen && r.capital(at) && r.pos(at) != text.NOUN && r.isWord(at) {
			at++
		}
		if r.is(at, conjunction) && at+1 == next.first {
			q.head, q.end = next.head, at
		}
	}
}

// oneParagraph says whether two tokens stand in one paragraph: a heading that ends
// with a number counts nothing of the dateline below it.
func (r *reading) oneParagraph(i, j int) bool {
	if j >= len(r.t.Tokens) {
		return true
	}
	return r.t.Sentences[r.t.SentenceOf(i)].Paragraph == r.t.Sentences[r.t.SentenceOf(j)].Paragraph
}
