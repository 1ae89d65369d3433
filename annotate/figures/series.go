package figures

import (
	"strings"

	"github.com/annals-project/annals"
)

// series adds up what is told of attacks one after the other: the largest sum of
// each, where a later sum that is no less than all before it tells the whole.
func (r *reading) series(m annals.Measure, sums []verbSum) Total {
	closed, current := Total{Measure: m}, Total{Measure: m, Stated: len(sums) > 0}
	from := 0 // where the sum before ends
	for _, s := range sums {
		f := &r.d.Figures[s.Figures[0]-1]
		switch {
		case f.PartOf != 0 && r.d.Figures[f.PartOf-1].Measure == annals.Injured:
			closed = closed.plus(s.Total)
		case s.Number == current.Number || s.Number == closed.Number+current.Number: // told again
		case current.Number > 0 && r.opensAttack(f, from):
			closed, current = closed.plus(current), s.Total
		case !s.numbered && (current.Number > 0 || m != annals.Killed) || s.Number <= current.Number:
		case s.Number >= closed.Number+current.Number:
			closed, current = Total{Measure: m}, s.Total
		default:
			current = s.Total
		}
		_, from = r.t.Covering(f.Start, f.End)
	}
	return closed.plus(current)
}

// plus joins two totals.
func (t Total) plus(o Total) Total {
	t.Number += o.Number
	t.Figures = append(t.Figures[:len(t.Figures):len(t.Figures)], o.Figures...)
	t.Stated = t.Stated || o.Stated
	return t
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
		if r.is(i, sequel) && !r.is(i+1, reporting|rise) || r.norm(i) == "after" && r.follow(i, first) {
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
