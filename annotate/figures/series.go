package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// series adds up what is told of attacks one after the other: the largest sum of
// each, where a later sum that is no less than all before it tells the whole.
func (r *reading) series(m annals.Measure, sums []verbSum) Total {
	closed, current := Total{Measure: m}, Total{Measure: m, Stated: len(sums) > 0}
	from := 0 // where the sum before ends
	sums = r.unboasted(sums)
	for k := 0; k < len(sums); k++ {
		s := sums[k]
		f := &r.d.Figures[s.Figures[0]-1]
		switch {
		case f.PartOf != 0 && r.d.Figures[f.PartOf-1].Measure == annals.Injured:
			closed = closed.plus(s.Total)
		case s.Number < current.Number && r.cameLater(f, s, current):
			current = current.plus(s.Total)
		case (s.Number == current.Number || s.Number == closed.Number+current.Number) && !r.saysMore(f): // told again
		case current.Number > 0 && r.opensAttack(f, from):
			closed, current = closed.plus(current), s.Total
		case !s.numbered && (current.Number > 0 || m != annals.Killed) || s.Number <= current.Number:
		case s.Number >= closed.Number+current.Number:
			closed, current = Total{Measure: m}, s.Total
		default:
			current = s.Total
		}
		k += partsAfter(sums, k)
		_, from = r.t.Covering(f.Start, f.End)
	}
	return closed.plus(current)
}

// unboasted leaves out what somebody is told to claim to have done, where the report has
// other numbers.
func (r *reading) unboasted(sums []verbSum) []verbSum {
	var out []verbSum
	for _, s := range sums {
		if !r.boasted(&r.d.Figures[s.Figures[0]-1]) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return sums
	}
	return out
}

// boasted says that a figure stands in what its sentence tells that someone claims of
// himself: "the group claimed to have killed 40", "claimed that it had killed 40".
func (r *reading) boasted(f *annals.Figure) bool {
	at, _ := r.t.Covering(f.Start, f.End)
	first, _ := r.sentence(at)
	for i := first; i < at; i++ {
		l := r.t.Tokens[i].Lemma
		if l != "claim" && l != "boast" && l != "say" || r.pos(i) != text.VERB {
			continue
		}
		n := i + 1
		if l == "say" {
			if r.norm(n) == "that" {
				n++
			}
			if (r.norm(n) == "it" || r.norm(n) == "they") && r.is(n+1, have) && r.anyVerb(n+2) {
				return true // "the group said it had killed 30"
			}
			continue
		}
		if r.norm(n) == "that" || r.norm(n) == "to" && r.is(n+1, have) {
			n++
		}
		if r.is(n, have) || r.norm(n) == "it" || r.norm(n) == "they" || r.norm(n) == "its" || r.norm(n) == "their" {
			return true
		}
	}
	return false
}

// partsAfter is how many of the sums after the k-th are its parts, attack by attack:
// "35 died in two attacks. 20 were killed at … and 15 at …". One alone is no part.
func partsAfter(sums []verbSum, k int) int {
	rest := sums[k].Number
	for n, s := range sums[k+1:] {
		if rest -= s.Number; rest == 0 && n > 0 {
			return n + 1
		}
	}
	return 0
}

// cameLater says that a figure tells of deaths that came to those told before: one
// more, by his place in the order, or some who died of their wounds.
func (r *reading) cameLater(f *annals.Figure, s verbSum, current Total) bool {
	if n := r.oneMore(f); n > 0 {
		return n == 1 || n == current.Number+1
	}
	if !s.numbered || f.Measure != annals.Killed || f.PartOf != 0 {
		return false
	}
	if r.saysMore(f) && !r.underToll(f, current) {
		return true
	}
	_, at := r.t.Covering(f.Start, f.End)
	_, last := r.sentence(at - 1)
	for i := at - 1; i < last; i++ {
		if t, next, ok := r.trigger(i); ok && t.kind == onSubject && t.measure == annals.Killed {
			for r.is(next, adverb) {
				next++
			}
			return r.ofHurt(f) || r.norm(i) == "succumbed" || (r.norm(next) == "of" || r.norm(next) == "from") && r.hasNeeds(trigger{kind: sufferer}, next)
		}
	}
	return false
}

// ofHurt says that a figure counts others than those told of before, or some of the hurt:
// "four others died", "two of the injured died".
func (r *reading) ofHurt(f *annals.Figure) bool {
	_, last := r.t.Covering(f.WhoSpan.Start, f.WhoSpan.End)
	if f.WhoSpan.Empty() || last == 0 {
		return false
	}
	h := r.words[last-1].head
	return r.norm(last-1) == "others" || h != nil && h.measure == annals.Injured
}

// underToll says that a figure stands in the sentence of a toll that counts it already:
// "the toll rose to 16 after two more people died".
func (r *reading) underToll(f *annals.Figure, current Total) bool {
	for _, ref := range current.Figures {
		if t := &r.d.Figures[ref-1]; t.Rule == "toll" && r.t.SentenceAt(t.Start) == r.t.SentenceAt(f.Start) {
			return true
		}
	}
	return false
}

// plus joins two totals.
func (t Total) plus(o Total) Total {
	t.Number += o.Number
	t.Figures = append(t.Figures[:len(t.Figures):len(t.Figures)], o.Figures...)
	t.Stated = t.Stated || o.Stated
	return t
}

// saysMore says that a figure's own words tell that it comes on top: "two more guards".
func (r *reading) saysMore(f *annals.Figure) bool {
	first, last := r.t.Covering(f.Start, f.End)
	for i := first; i < last; i++ {
		if n := r.norm(i); n == "more" && r.norm(i+1) != "than" || n == "additional" || n == "another" {
			return true
		}
	}
	return false
}

// opensAttack says that the words from token from on tell a figure of an attack that
// came after those before it: "an hour later", "a second bomb", "also".
func (r *reading) opensAttack(f *annals.Figure, from int) bool {
	rule, _, _ := strings.Cut(f.Rule, " ")
	at, end := r.t.Covering(f.Start, f.End)
	first, _ := r.sentence(at)
	if rule == "toll" || rule == rulePronoun || r.byForces(f) || rule == ruleDefinite && r.nounBefore(end-1, at) {
		return false
	}
	for i := max(first, from); i < end; i++ {
		if r.is(i, sequel) && !r.is(i+1, reporting|rise) || r.norm(i) == "earlier" && i == first || r.norm(i) == "after" && r.follow(i, first) {
			return true
		}
	}
	return r.anotherDevice(end)
}

// anotherDevice says that what follows token i in its sentence, up to the next number,
// lays what was told to one more thing or event: "… died when a fourth bomb exploded".
func (r *reading) anotherDevice(i int) bool {
	_, last := r.sentence(i - 1)
	for ; i < last && r.at[i] == nil; i++ {
		if r.norm(i) == "also" && r.trigAfterAdverbs(i+1) {
			return true // "four soldiers were also killed"
		}
		if (r.is(i, ordinal|ensuing) || r.norm(i) == "another") && r.is(i-1, determiner|preposition|clause) && r.pos(i+1) == text.NOUN && r.sortOf(i+1) != person && r.words[i+1].unit == "" {
			return true
		}
	}
	return false
}

// follow says that "after" at token i puts what its sentence tells after what was
// told: "After fleeing, …", "Hours after the siege, …".
func (r *reading) follow(i, first int) bool {
	return i == first && strings.HasSuffix(r.norm(i+1), "ing") || i > first && r.words[i-1].unit == timeUnit && i <= first+2
}

// byForces says that a state's forces did it: they answer an attack, and those they
// kill are its attackers.
func (r *reading) byForces(f *annals.Figure) bool {
	if f.Event == 0 {
		return false
	}
	for _, a := range r.d.Events[f.Event-1].Arguments {
		if a.Role == annals.Actor && a.Mention != 0 && r.d.Mentions[a.Mention-1].Kind == annals.StateForce {
			return true
		}
	}
	return false
}

// nounBefore says that the noun at token noun is told of before token i.
func (r *reading) nounBefore(noun, i int) bool {
	for j := 0; j < i; j++ {
		if r.norm(j) == r.norm(noun) {
			return true
		}
	}
	return false
}
