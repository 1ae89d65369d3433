package figures

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// tellWho says in full, once all else is read, who those counted are: with whose they are
// and of what ("his daughter", "clerk of an embassy"), and for a pronoun or a bare number
// with the noun that it stands for.
func (r *reading) tellWho(f *annals.Figure, q, before *quantity) {
	if q == nil || q.pronoun {
		return
	}
	if q.currency != "" {
		r.setWho(f, q.number.last, q.last) // the word of a currency: "pesos"; none after a sign
		return
	}
	switch first, last := q.whoFirst, q.whoLast; {
	case q.partitive && (q.part != nil && r.ofThem(q) || r.is(q.head, collective)):
		if first, last = r.calledAs(q.end); last == first && r.ofThem(q) {
			first, last = r.inFull(q.part)
		}
		r.setWho(f, first, last)
	case last > first:
		r.setWho(f, r.fromOwner(q), r.throughTail(q))
	default:
		if first, last = r.elided(q, before); last <= first && q.head == text.None {
			first, last = r.inFull(q)
		}
		r.setWho(f, first, last)
	}
}

// setWho sets who are counted to tokens first ≤ i < last, where there are any.
func (r *reading) setWho(f *annals.Figure, first, last int) {
	if last > first {
		f.WhoSpan = r.span(first, last)
		f.Who = f.WhoSpan.In(r.t.Source)
	}
}

// inFull are the tokens of those whom a quantity counts, with whose and of what they are,
// or the word that stands for them: "46 injured".
func (r *reading) inFull(q *quantity) (first, last int) {
	if q.head == text.None {
		return q.end, r.pastState(q.end)
	}
	return r.fromOwner(q), r.throughTail(q)
}

// pastState is the token after a word that stands for people by what befell them, right
// after their number: "46 injured", "12 dead"; i itself for none.
func (r *reading) pastState(i int) int {
	if i < len(r.words) && r.words[i].head != nil && r.is(i, collective) && !r.nounAfter(i+1) {
		return i + 1
	}
	return i
}

// fromOwner is the first token of those counted, "his" included: "her driver", "his two
// sons", "two of her sons".
func (r *reading) fromOwner(q *quantity) int {
	for _, k := range [...]int{q.whoFirst - 1, q.first - 1} {
		if r.is(k, possessive) && r.norm(k-1) != "of" || r.is(k, possessive) && q.partitive {
			return k
		}
	}
	return q.whoFirst
}

// throughTail is the token after those counted with what they are of or joined to: "clerk of
// the embassy", "members of one family", "candidates and aspirants".
func (r *reading) throughTail(q *quantity) int {
	end := q.whoLast
	if q.head == text.None {
		return end
	}
	if r.norm(end) == "of" {
		at := end + 1
		for r.is(at, determiner) || r.norm(at) == "one" {
			at++
		}
		if stop, head, _ := r.nounPhrase(at); head != text.None {
			end = stop
		}
	}
	if end > q.head+1 && r.norm(end) == "(" && r.norm(end+2) == ")" {
		end += 3 // "of the Federal Electricity Commission (CFE)"
	}
	if r.norm(end) != "and" {
		return r.pastOrigin(q, r.pastAges(end))
	}
	if stop, head, _ := r.nounPhrase(end + 1); head == end+1 && r.isPlural(head) && r.isPlural(q.head) && r.sortOf(head) == person && (r.words[q.head].head == nil && r.endsPhrase(stop) || r.is(stop, be|have) || r.trigAfterAdverbs(stop)) {
		end = stop
	}
	return end
}

// pastOrigin is the token after where people are told to be from by a name: "men from
// Nariño"; end itself for none.
func (r *reading) pastOrigin(q *quantity, end int) int {
	if r.norm(end) != "from" || !r.capital(end+1) || r.sortOf(q.head) != person || r.timed[end+1] {
		return end
	}
	if stop, head, _ := r.nounPhrase(end + 1); head != text.None {
		return stop
	}
	return end
}

// pastAges is the token after the ages told right after people: "girls aged 11 to 16",
// "men aged 24 and 33"; end itself for none.
func (r *reading) pastAges(end int) int {
	if r.norm(end) != "aged" {
		return end
	}
	at := end + 1
	if r.norm(at) == "between" {
		at++
	}
	for from := end; ; {
		n, ok := r.readNumber(at)
		if !ok {
			return from
		}
		from = n.last
		if at = from + 1; r.norm(from) != "to" && r.norm(from) != "and" && r.norm(from) != "-" && r.norm(from) != "–" {
			return from
		}
	}
}

// calledAs are the tokens of the noun that says right after "13 of them" or "two of the
// dead were" who they were: "suspected subversives", "hunters"; none where none does.
func (r *reading) calledAs(end int) (first, last int) {
	at := end
	for r.is(at, be|article|adverb) {
		at++
	}
	stop, head, _ := r.nounPhrase(at)
	if head == text.None || r.trigAfterAdverbs(at) && r.pos(at) != text.ADJ {
		return end, end
	}
	if r.sortOf(head) != person && (r.sortOf(head) == thing || r.timed[at] || !r.isPlural(head) || r.isWord(stop)) {
		return end, end // a word not known, as a title in another language, only where it ends the phrase
	}
	if r.isWord(stop) && r.norm(stop) != "aged" && !r.is(stop, preposition|conjunction|be|have) {
		return end, end
	}
	return at, stop
}

// elided are the tokens of the noun that a bare number leaves out: "killing 19 civilians
// and wounding 33", "the number of soldiers killed at eleven", "army losses at 3 dead".
func (r *reading) elided(q, before *quantity) (first, last int) {
	switch {
	case q.found.rule == "toll":
		return r.numberedNoun(q)
	case q.part != nil && q.part.head != text.None && r.words[q.part.head].head == nil && harms(q.found.measure):
		return r.inFull(q.part)
	case r.shares(before, q) && before.head != text.None && r.words[before.head].head == nil && r.norm(before.head) != "others" && q.part == nil:
		return before.whoFirst, before.whoLast
	case hurts(q.found.measure) && (q.found.trigger == q.last || q.found.trigger == q.end):
		return r.ofLosses(q)
	}
	return 0, 0
}

// numberedNoun is the noun of the people whose number a toll tells: "the number of
// soldiers killed".
func (r *reading) numberedNoun(q *quantity) (first, last int) {
	const reach = 4
	for j := q.found.trigger; j > 1 && j > q.found.trigger-reach; j-- {
		if r.norm(j-1) != "of" || r.norm(j-2) != "number" {
			continue
		}
		if end, head, _ := r.nounPhrase(j); head != text.None && r.sortOf(head) == person && r.words[head].head == nil {
			return j, end
		}
	}
	return 0, 0
}

// ofLosses is the force whose losses a bare number of dead or hurt tells: "put army losses
// at 3 dead and 8 wounded", "the army lost 3 dead".
func (r *reading) ofLosses(q *quantity) (first, last int) {
	const reach = 8
	from, _ := r.sentence(q.first)
	for j := q.first - 1; j > from && j > q.first-reach; j-- {
		n := r.norm(j)
		if n != "losses" && n != "casualties" && n != "lost" && n != "loses" {
			continue
		}
		at := j - 1
		for at > from && (r.norm(at) == "'s" || r.norm(at) == "’s" || r.is(at, have|adverb)) {
			at--
		}
		for m := range r.mentionsIn(r.span(at, at+1)) {
			if isActor(m.Kind) {
				return r.t.Covering(m.Start, m.End)
			}
		}
	}
	return 0, 0
}

// plainly is a document for counting: each of its figures says who are counted by the
// words of its own phrase, without whose and of what they are.
func plainly(d *annotate.Document, x *Reader) *annotate.Document {
	r := newReading(d, x)
	plain := *d
	plain.Figures = slices.Clone(d.Figures)
	for i := range plain.Figures {
		r.ownWords(&plain.Figures[i])
	}
	return &plain
}

// ownWords narrows who are counted to the words within the figure.
func (r *reading) ownWords(f *annals.Figure) {
	first, last := r.t.Covering(f.Start, f.End)
	if f.WhoSpan.Empty() || last <= first {
		return
	}
	if !f.Overlaps(f.WhoSpan) {
		f.WhoSpan, f.Who = annals.Span{}, ""
		if r.is(last-1, pronoun) {
			r.setWho(f, last-1, last)
		}
		return
	}
	from, to := r.t.Covering(max(f.WhoSpan.Start, f.Start), min(f.WhoSpan.End, f.End))
	if n, ok := r.readNumber(from); ok && from == first && n.last < to && r.pastAge(from) == from {
		from = n.last
	}
	for from < to-1 && r.is(from, possessive) {
		from++
	}
	r.setWho(f, from, to)
}
