package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// withBefore reads a number that shares the verb of the one before it: "killed
// 13 soldiers and nearly 200 civilians", "six attacks in 2016 and 24 in 2018".
func (r *reading) withBefore(q *quantity, before []*quantity) (finding, bool) {
	if len(before) == 0 {
		return r.withUncounted(q)
	}
	p := before[len(before)-1]
	first, _ := r.sentence(q.first)
	if p.first >= first && hurts(p.found.measure) && r.inverted(q.first) {
		return finding{measure: p.found.measure, trigger: p.found.trigger, rule: "with"}, true
	}
	if q.head == text.None && r.is(q.first-1, conjunction) && r.norm(q.end) == "in" && r.norm(q.end+1) == "hospital" {
		return finding{annals.Injured, q.end + 1, "with", false, false}, true // "two dead and three in hospital"
	}
	if p.first < first {
		return r.withUncounted(q)
	}
	if r.linked(p.end, q.first) && p.found.measure != "" && p.found.rule != "other" && p.currency == "" && r.alike(p, q) {
		f := p.found
		f.rule = "with"
		return f, true
	}
	if f, ok := r.withUncounted(q); ok {
		return f, true
	}
	if f, ok := r.inOtherPlace(q, before); ok {
		return f, true
	}
	if q.head == text.None && p.head != text.None && r.elliptic(p, q) {
		q.head = p.head
		return finding{annals.OtherFigure, text.None, "other", false, false}, true
	}
	if q.head == text.None && (p.head != text.None || p.found.rule == "predicate") && r.parallel(p, q) {
		if f := p.found; f.measure != "" && f.measure != annals.Money {
			q.head = p.head
			f.rule = "with"
			return f, true
		}
	}
	return finding{}, false
}

// inverted says that what starts at token i is told to have fared as those before it:
// "8 children were killed, as were 4 teachers".
func (r *reading) inverted(i int) bool { return r.is(i-1, be) && r.norm(i-2) == "as" }

// linked says that nothing but a joint stands between two phrases.
func (r *reading) linked(end, start int) bool {
	const longestJoint = 5
	if start-end > longestJoint || start <= end {
		return false
	}
	joint := false
	for i := end; i < start; i++ {
		switch n := r.norm(i); {
		case n == "and" || n == "or" || n == "plus" || n == "," || n == "&" || n == "including" || n == "with" && r.norm(i-1) == "along":
			joint = true
		case n == "well" && r.norm(i-1) == "as" && r.norm(i+1) == "as":
			joint = true
		case n == "as" || n == "well" || n == "along" || n == "also" || n == "injuring" || n == "another" || r.is(i, determiner|adverb):
		default:
			return false
		}
	}
	return joint
}

// alike says that two quantities may suffer the same: people and people, things
// and things.
func (r *reading) alike(p, q *quantity) bool {
	if q.head == text.None {
		return r.norm(q.end-1) == "others" || r.endsPhrase(q.end) && p.found.rule != "head"
	}
	if r.words[q.head].head != nil || p.found.trigger != text.None && p.found.trigger == p.head {
		return false // the attacks of "10 attacks and 3 marches" are no marches
	}
	if p.head == text.None {
		return r.sortOf(q.head) == person
	}
	a, b := r.sortOf(p.head), r.sortOf(q.head)
	return a == b || a == "" && b != thing || b == "" && a != thing || p.found.rule == "object" && p.found.measure == annals.Destroyed
}

// elliptic says that q stands as the subject of a verb of its own, joined to a clause
// about p: "200 people disappeared and 90 were tortured".
func (r *reading) elliptic(p, q *quantity) bool {
	return r.is(q.first-1, conjunction|clause) && r.is(q.end, be|have) && p.found.rule != "head" && p.currency == "" && q.currency == "" &&
		(q.value > 1 || q.digits) && !q.partitive
}

// parallel says that q stands alone before a preposition or time and follows a
// joint, as p stands before its own: "18 attacks in 2017 and 24 in 2018".
func (r *reading) parallel(p, q *quantity) bool {
	const farApart = 16
	if q.first-p.end > farApart || !r.is(q.end, preposition) && !(r.is(q.end, be|have) && p.found.rule == "head") || q.value == 1 && !q.digits {
		return false
	}
	k := q.first - 1
	if r.norm(k) == "another" || r.norm(k) == "then" {
		k-- // "two in the street and another three in a bar"
	}
	return r.is(k, conjunction|clause) || r.norm(k) == "against" || r.norm(k-1) == "compared" || r.norm(q.first-1) == "," && r.is(q.end, preposition)
}

// inOtherPlace reads people told of by the same words as those before them, but for the
// place or attack: "killed 9 guests in one raid and 5 drivers in another".
func (r *reading) inOtherPlace(q *quantity, before []*quantity) (finding, bool) {
	if q.head == text.None || r.sortOf(q.head) != person || !r.is(q.first-1, conjunction) || !r.is(q.end, preposition) || r.is(q.end, clause) {
		return finding{}, false
	}
	for k := len(before) - 1; k >= 0 && r.t.SentenceOf(before[k].first) == r.t.SentenceOf(q.first); k-- {
		p := before[k]
		if !hurts(p.found.measure) {
			continue
		}
		for i := max(p.end, p.found.trigger+1); i < q.first-1; i++ {
			if r.norm(i) == r.norm(q.end) {
				return finding{measure: p.found.measure, trigger: p.found.trigger, rule: "with"}, true
			}
		}
		return finding{}, false
	}
	return finding{}, false
}

// withUncounted reads a number joined to a phrase without one: "killing a
// policeman and 3 soldiers".
func (r *reading) withUncounted(q *quantity) (finding, bool) {
	const reach = 14
	first, _ := r.sentence(q.first)
	k := q.first - 1
	if f, ok := r.alongWith(k, first); ok {
		return f, true
	}
	for r.is(k, possessive) {
		k-- // "killed a couple and their four children"
	}
	if r.norm(k) == "with" && (r.norm(k-1) == "along" || r.norm(k-1) == "together") || r.norm(k) == "as" && r.norm(k-1) == "well" {
		k--
	} else if !r.is(k, conjunction) && !(r.norm(k) == "," && (r.norm(q.end) == "," || r.is(q.end, conjunction))) || r.norm(k) == "but" {
		return finding{}, false
	}
	for j := k - 1; j >= first && j >= k-reach; j-- {
		if r.is(j, be|have|modal|clause|negative) || r.norm(j) == ";" || r.norm(j) == "." {
			return finding{}, false
		}
		if r.at[j] != nil {
			return finding{}, false
		}
		if f, ok := r.verbBefore(j+1, first, q); ok && j+1 < k {
			f.rule = "with"
			return f, true
		}
		if r.norm(j) == "of" && j+1 < k {
			if f, ok := r.ofTrigger(j-1, first, q); ok {
				f.rule = "with"
				return f, true
			}
			continue
		}
		if r.is(j, preposition) || r.pos(j) == text.VERB {
			return finding{}, false
		}
	}
	return finding{}, false
}

// alongWith reads whom the fate of the subject is shared with: "was killed along
// with his three children". k is the token before the number.
func (r *reading) alongWith(k, first int) (finding, bool) {
	const reach = 6
	for r.is(k, determiner) {
		k--
	}
	switch {
	case r.norm(k) == "alongside", r.norm(k) == "with" && r.anyTrigger(k-1, onObject):
	case r.norm(k) == "with" && (r.norm(k-1) == "along" || r.norm(k-1) == "together"):
		k--
	case r.norm(k) == "as" && r.norm(k-1) == "well" && r.norm(k-2) == "as", r.norm(k) == "to" && r.norm(k-1) == "addition" && r.norm(k-2) == "in":
		k -= 2
	default:
		return finding{}, false
	}
	for j := k - 1; j >= first && j >= k-reach; j-- {
		t, _, ok := r.trigger(j)
		if ok && t.measure != shot && (t.kind == onSubject || t.kind.takesObject() && t.form&participle != 0 && r.passive(j)) {
			return finding{t.measure, j, "with", r.unreal(j, first), false}, true
		}
		if r.is(j, be|have|modal) || r.norm(j) == ";" || r.at[j] != nil {
			break
		}
	}
	return finding{}, false
}
