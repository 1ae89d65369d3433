package figures

import (
	"strings"

	"github.com/annals-project/annals"
)

// quantity is a number with what bounds it, and what it counts.
type quantity struct {
	number
	upper     *number // the other end of a range
	first     int     // with qualifier and currency: tokens first ≤ i < last
	last      int
	bounds    []bound
	qualifier string
	currency  string
	counted
	found   finding
	part    *quantity // the total it is a part of
	listed  bool      // one of the parts after a colon
	whole   bool      // of whom a number before it counts some: the 4 of "three of the 4 guards"
	pronoun bool      // he, she: no number
	named   bool      // a person by name: no number
	plural  bool      // people without a number
	index   int       // of its figure, from 1; 0 not yet a figure
}

// readQuantity reads the quantity whose number starts at token i.
func (r *reading) readQuantity(i int) (*quantity, bool) {
	n, ok := r.readNumber(i)
	if !ok {
		return nil, false
	}
	q := &quantity{number: n, first: n.first, last: n.last}
	r.readCurrency(q)
	r.readRange(q)
	r.readRepeat(q)
	for r.readQualifierBefore(q) {
	}
	r.readQualifierAfter(q)
	return q, true
}

// readCurrency takes in the sign before the number or the word after it.
func (r *reading) readCurrency(q *quantity) {
	if i := q.first - 1; i >= 0 && r.words[i].currency != nil && r.words[i].currency.before {
		q.currency, q.first = r.words[i].currency.code, i
		if i > 0 && (r.norm(i-1) == "us" || r.norm(i-1) == "u.s.") && r.glued(i) {
			q.first = i - 1
		}
		return
	}
	at := q.last
	if r.norm(at) == "-" {
		at++
	}
	for _, skip := range [...]string{"u.s.", "us", "american"} {
		if r.norm(at) == skip && at+1 < len(r.words) && r.words[at+1].currency != nil {
			at++
		}
	}
	if at < len(r.words) && r.words[at].currency != nil && r.words[at].currency.after {
		q.currency, q.last = r.words[at].currency.code, at+1
	}
}

// readRange takes in the upper end: "1,500 to 2,200", "5-10", "one or two".
func (r *reading) readRange(q *quantity) {
	if q.vague != "" {
		return
	}
	joint := r.norm(q.last)
	between := r.norm(q.first-1) == "between"
	switch {
	case joint == "to" || joint == "or" || joint == "-" || joint == "–" || joint == "—":
	case joint == "and" && between:
	default:
		return
	}
	if joint == "to" && r.norm(q.first-1) == "from" && r.rises(q.first-1) {
		return // "rose from 12 to 17" is two figures
	}
	at := q.last + 1
	sign := at < len(r.words) && r.words[at].currency != nil && r.words[at].currency.before
	if sign {
		at++
	}
	n, ok := r.readNumber(at)
	if !ok || n.vague != "" {
		return
	}
	if n.scaled && !q.scaled && !q.decimal || n.scaled && !q.scaled && q.currency != "" {
		unscaled := r.unscaled(n)
		if q.value < unscaled {
			q.value *= n.value / unscaled
		}
	}
	if n.value <= q.value || r.norm(n.last) == joint && joint == "-" {
		return
	}
	q.upper, q.last = &n, n.last
	if between || joint == "to" && r.norm(q.first-1) == "from" {
		q.first--
	}
	if q.currency == "" {
		r.readCurrency(q)
	}
}

// unscaled is a number without its scale words.
func (r *reading) unscaled(n number) float64 {
	v := n.value
	for i := n.first; i < n.last; i++ {
		if m := r.words[i].numeral; m != nil && m.kind == "scale" {
			v /= m.value
		}
	}
	return v
}

// rises says that a verb of change stands shortly before token i.
func (r *reading) rises(i int) bool {
	const near = 5 // "the death toll has since risen from"
	for j := i - 1; j >= 0 && j >= i-near; j-- {
		if r.is(j, rise) {
			return true
		}
	}
	return false
}

// readRepeat takes in the number said again in brackets: "two (2)".
func (r *reading) readRepeat(q *quantity) {
	if r.norm(q.last) != "(" || r.norm(q.last+2) != ")" {
		return
	}
	if n, ok := r.readDigits(q.last + 1); ok && n.value == q.value {
		q.last += 3
	}
}

// longestQualifier is the most words a qualifier has.
const longestQualifier = 5

func (r *reading) readQualifierBefore(q *quantity) bool {
	for from := max(0, q.first-longestQualifier); from < q.first; from++ {
		for _, x := range r.words[from].qualifiers {
			if x.after {
				continue
			}
			if next, ok := r.follows(from+1, x.rest); ok && next == q.first {
				q.first = from
				q.bounds = append(q.bounds, x.bound)
				q.qualifier = strings.TrimSpace(r.span(from, next).In(r.t.Source) + " " + q.qualifier)
				return true
			}
		}
	}
	return false
}

func (r *reading) readQualifierAfter(q *quantity) {
	at := q.last
	if r.norm(at) == "+" && r.glued(at) && !r.glued(at+1) { // "60+ injured"
		q.bounds, q.last = append(q.bounds, atLeast), at+1
		return
	}
	if r.norm(at) == "-" && r.glued(at) {
		at++
	}
	if at >= len(r.words) {
		return
	}
	for _, x := range r.words[at].qualifiers {
		if next, ok := r.follows(at+1, x.rest); ok && x.after {
			if _, number := r.readNumber(next); number {
				continue // "5, at least 3 of them"
			}
			q.qualifier = strings.TrimSpace(q.qualifier + " " + r.span(at, next).In(r.t.Source))
			q.bounds, q.last = append(q.bounds, x.bound), next
			return
		}
	}
}

// bounded says that the quantity has a bound of a kind.
func (q *quantity) bounded(b bound) bool {
	for _, x := range q.bounds {
		if x == b {
			return true
		}
	}
	return false
}

// harms says that a measure counts people something was done to.
func harms(m annals.Measure) bool {
	switch m {
	case annals.Money, annals.Strength, annals.Attacks, annals.Clashes, annals.Destroyed, annals.OtherFigure:
		return false
	}
	return true
}

// numbers are the value and the bounds the words give: a range has bounds and no
// value, "at least 60" is 60 and bounded below by it, a vague count is bounded
// below by the table's number and has no value.
func (r *reading) numbers(q *quantity) (value, low, high *float64) {
	if q.vague != "" {
		table := r.literal
		if harms(q.found.measure) {
			table = r.table
		}
		if least, ok := table.Least(q.vague); ok {
			least *= q.value
			low = &least
		}
		return nil, low, nil
	}
	v := q.value
	if q.upper != nil {
		u := q.upper.value
		return nil, &v, &u
	}
	value = &v
	if q.bounded(atLeast) {
		low = &v
	}
	if q.bounded(atMost) {
		high = &v
	}
	return value, low, high
}
