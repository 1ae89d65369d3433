package figures

import "github.com/annals-project/annals/text"

// partOf is the quantity that q is told to be a part of: "60 dead, including a
// dozen Marines", "15 soldiers, 4 of them seriously"; nil for none.
func (r *reading) partOf(q *quantity, before []*quantity) *quantity {
	if len(before) == 0 {
		return nil
	}
	p := before[len(before)-1]
	if q.currency != "" || p.currency != "" {
		return nil
	}
	same := r.t.SentenceOf(p.first) == r.t.SentenceOf(q.first)
	if same && r.ofThem(q) && q.value < p.most() {
		return r.whole(p)
	}
	if same {
		if w := r.includes(p, q); w != nil {
			return w
		}
		return r.inApposition(p, q, before)
	}
	return nil
}

// most is the largest number a quantity may stand for.
func (q *quantity) most() float64 {
	if q.upper != nil {
		return q.upper.value
	}
	if q.vague != "" {
		return largestVague
	}
	return q.value
}

// largestVague stands in for a vague count where it is compared: any number may
// be a part of "dozens".
const largestVague = 1e12

// whole is the total that p is itself a part of, or p.
func (r *reading) whole(p *quantity) *quantity {
	if p.part != nil {
		return p.part
	}
	return p
}

// ofThem says that q is "4 of them", "two of whom", "three of the dead".
func (r *reading) ofThem(q *quantity) bool {
	if !q.partitive {
		return false
	}
	switch r.norm(q.whoFirst) {
	case "them", "whom", "which", "those":
		return true
	}
	return false
}

// includes finds the total before "including", "among them", "of whom".
func (r *reading) includes(p, q *quantity) *quantity {
	const reach = 14
	for j := q.first - 1; j >= p.end && j > q.first-reach; j-- {
		if r.is(j, include) && (r.norm(j) != "included" || r.norm(j+1) != "in") {
			if p.part == nil && p.most() < q.value {
				return nil
			}
			return r.whole(p)
		}
		if r.norm(j) == "of" && (r.norm(j+1) == "whom" || r.norm(j+1) == "them" || r.norm(j+1) == "which") {
			return r.whole(p)
		}
		if _, _, ok := r.trigger(j); ok && !r.is(j+1, include) && r.pos(j) != text.NOUN {
			return nil
		}
	}
	if p.part != nil && r.linked(p.end, q.first) && !r.another(p.end, q.last) {
		return p.part
	}
	return nil
}

// another says that a word between two tokens begins something new: "and
// another 27".
func (r *reading) another(first, last int) bool {
	for i := first; i < last; i++ {
		if r.norm(i) == "another" || r.norm(i) == "further" {
			return true
		}
	}
	return false
}

// inApposition reads "three people, a man and two women, were killed" and "109
// casualties: 64 in combat, 37 in ambushes": what a comma or colon opens adds up
// to no more than what stands before it.
func (r *reading) inApposition(p, q *quantity, before []*quantity) *quantity {
	if p.part != nil && r.norm(p.part.end) == ":" && q.value < p.part.most() {
		return p.part
	}
	if q.vague == "" && r.norm(p.end) == ":" && q.first-p.end <= 2 && q.value < p.most() {
		return p
	}
	return nil
}
