package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// partOf is the quantity that q is told to be a part of: "60 dead, including a
// dozen Marines", "15 soldiers, 4 of them seriously"; nil for none.
func (r *reading) partOf(q *quantity, before []*quantity) *quantity {
	if q.of > 0 && r.at[q.of] != nil && r.at[q.of] != q && q.value < r.at[q.of].most() {
		return r.at[q.of]
	}
	if len(before) == 0 {
		return nil
	}
	p := before[len(before)-1]
	if q.currency != "" || p.currency != "" {
		return nil
	}
	if r.opensWhole(p) && q.first > p.end && r.t.SentenceOf(p.first) == r.t.SentenceOf(q.first) && q.value < p.most() {
		return p
	}
	same := r.t.SentenceOf(p.first) == r.t.SentenceOf(q.first)
	if same && (r.ofThem(q) || r.degree(q) && hurts(p.found.measure) && !r.otherDegree(q, p)) && q.value < p.most() {
		return r.whole(p)
	}
	if q.whole {
		return nil
	}
	if same && q.head == text.None && r.norm(q.first-1) == "where" && p.found.measure == annals.Injured && q.found.measure == annals.Killed && q.value < p.most() {
		return r.whole(p) // "8 were taken to hospital, where two died"
	}
	if w := r.whole(p); same && r.addsUp(w, q) {
		return w
	}
	if same {
		if w := r.includes(p, q); w != nil {
			return w
		}
		if w := r.inApposition(p, q); w != nil {
			return w
		}
	}
	for _, find := range [...]func(*quantity, []*quantity) *quantity{r.amongVictims, r.amongDead, r.ofFate, r.ofTold, r.besidePart} {
		if w := find(q, before); w != nil {
			return w
		}
	}
	return r.ofThose(q, before)
}

// amongDead finds the total of a sentence before of which q is told to be a part:
// "Two policemen were among those killed."
func (r *reading) amongDead(q *quantity, before []*quantity) *quantity {
	if i := q.found.trigger - 2; q.found.rule != "predicate" || i < q.end || r.norm(i) != "among" && r.norm(i) != "amongst" {
		return nil
	}
	for k := len(before) - 1; k >= 0; k-- {
		p := before[k]
		if p.part == nil && p.found.measure == q.found.measure && p.most() > q.value && r.t.SentenceOf(p.first) < r.t.SentenceOf(q.first) {
			return p
		}
	}
	return nil
}

// addsUp says that q stands in a list that opens right after w and whose numbers
// make up w: "148 casualties (93 dead and 55 wounded)", "ten others, six policemen
// and four civilians,".
func (r *reading) addsUp(w, q *quantity) bool {
	if n := r.norm(w.end); n != "," && n != "(" && n != "-" && n != "–" && n != "—" || w.vague != "" || w.upper != nil {
		return false
	}
	sum, count, listed := 0.0, 0, false
	for at := w.end + 1; ; {
		n := r.quantityFrom(at)
		if n == nil || n.vague != "" || n.upper != nil {
			break
		}
		sum, count, listed = sum+n.value, count+1, listed || n == q
		at = n.end
		if _, next, ok := r.trigger(at); ok {
			at = next // "93 dead and 55 wounded"
		}
		from := at
		for ; r.norm(at) == "," || r.is(at, conjunction); at++ {
		}
		if at == from {
			break
		}
	}
	return listed && count > 1 && sum == w.value
}

// ofThose finds the total of a sentence before that this one goes on about: "the
// casualties included two corporals", "among the injured are two girls".
func (r *reading) ofThose(q *quantity, before []*quantity) *quantity {
	const sentencesBack = 3
	first, _ := r.sentence(q.first)
	included := false
	for j := q.first - 1; j >= first; j-- {
		included = included || r.is(j, include) || r.is(j, be) && r.words[max(j-1, 0)].head != nil
		h := r.words[j].head
		among := r.is(j+1, be) && (r.norm(first) == "among" || r.norm(first) == "amongst" || r.norm(j-2) == "among")
		if !included && !among || h == nil || r.norm(j-1) != "the" && r.norm(j-1) != "those" && r.norm(j-1) != "these" {
			continue
		}
		for k := len(before) - 1; k >= 0; k-- {
			p := before[k]
			if r.t.SentenceOf(p.first) < r.t.SentenceOf(q.first)-sentencesBack {
				return nil
			}
			if p.end < j && p.found.measure == h.measure && p.most() > q.value {
				return r.whole(p)
			}
		}
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
	if r.beingPart(q) {
		return r.whole(p)
	}
	if r.opensAnew(q) && r.fares(q, p) {
		return nil
	}
	for j := q.first - 1; j >= p.end && j > q.first-reach; j-- {
		if r.is(j, include) && r.norm(j-1) == "not" {
			return nil
		}
		if r.opensParts(j) {
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
	if p.part != nil && r.linked(p.end, q.first) && !r.another(p.end, q.last) && !r.fares(q, p) {
		return p.part
	}
	return nil
}

// beingPart says that q counts those whom "with 3 being guards" tells apart.
func (r *reading) beingPart(q *quantity) bool {
	k := q.first - 1
	return q.head == text.None && (r.norm(k) == "with" || r.norm(k) == ",") && (r.norm(q.end) == "being" || r.norm(q.end) == "of" && r.norm(q.end+2) == "being")
}

// opensAnew says that a joint stands before q: "…, most of them guards, and 16".
func (r *reading) opensAnew(q *quantity) bool {
	k := q.first - 1
	for r.is(k, determiner) {
		k--
	}
	return r.is(k, conjunction)
}

// fares says that a verb of its own tells of q something else than what befell p: "12
// died, including 2 girls, and 16 were hurt".
func (r *reading) fares(q, p *quantity) bool {
	return q.found.rule == "predicate" && hurts(p.found.measure) && hurts(q.found.measure) && q.found.measure != p.found.measure &&
		!r.holdsQuantity(q.end, q.found.trigger)
}

// opensParts says that parts of what stands before follow token i: "including",
// "among them", but not "65 wounded among the ranks".
func (r *reading) opensParts(i int) bool {
	if !r.is(i, include) {
		return false
	}
	switch r.norm(i) {
	case "among", "amongst":
		return r.norm(i+1) == "them" || r.norm(i+1) == "these" || r.norm(i+1) == "whom" || r.norm(i+1) == "which"
	case "included":
		return r.norm(i+1) != "in"
	}
	return true
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

// inApposition reads "109 casualties, broken down so: 64 in combat, 37 in
// ambushes" and "three people, a man and two women, were killed": what a colon or
// a comma opens, and is less than what stands before it.
func (r *reading) inApposition(p, q *quantity) *quantity {
	const reach = 6
	w := r.whole(p)
	if q.value >= w.most() || q.vague != "" {
		return nil
	}
	if p.part != nil && p.listed {
		q.listed = true
		return w
	}
	for i := p.end; i < q.first && i < p.end+reach; i++ {
		if r.norm(i) == ":" && i == q.first-1 {
			q.listed = true
			return w
		}
	}
	if r.norm(p.end) == "," && r.norm(q.end) == "," && r.is(p.end+1, article) && r.is(q.first-1, conjunction) && q.first-p.end < reach {
		return w
	}
	return nil
}
