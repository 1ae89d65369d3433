package figures

import "github.com/annals-project/annals/text"

// ofTold finds the total that a sentence shortly before gave: "Three men were shot.
// Two of the men are in hospital.", "Five boats came near. Three of them fled."
func (r *reading) ofTold(q *quantity, before []*quantity) *quantity {
	const sentencesBack = 2
	them := r.ofThem(q) && r.norm(q.whoFirst) == "them"
	if !them && (!q.partitive || q.of > 0 || q.head == text.None || q.whoFirst != q.head || !r.is(q.whoFirst-1, determiner)) {
		return nil
	}
	for k := len(before) - 1; k >= 0; k-- {
		p := before[k]
		if r.t.SentenceOf(p.first) < r.t.SentenceOf(q.first)-sentencesBack {
			return nil
		}
		if p.head != text.None && p.part == nil && p.currency == "" && p.most() > q.value && (them || r.singular(p.head) == r.singular(q.head)) {
			return p
		}
	}
	return nil
}

// besidePart finds the total of the some that a bare number is joined to: "two of the
// men fled and one was caught".
func (r *reading) besidePart(q *quantity, before []*quantity) *quantity {
	p := before[len(before)-1]
	if p.part == nil || !p.partitive || q.head != text.None || q.partitive || r.t.SentenceOf(p.first) != r.t.SentenceOf(q.first) {
		return nil
	}
	if !r.is(q.first-1, conjunction) && r.norm(q.first-1) != "," || p.value+q.value > p.part.most() || r.fares(q, p) {
		return nil
	}
	return p.part
}

// ofFate finds the total of those whom a sentence calls by what befell them: "took 12
// into custody. The arrested included 7 students."
func (r *reading) ofFate(q *quantity, before []*quantity) *quantity {
	const sentencesBack = 3
	at := q.found.trigger
	if at == text.None || at > q.first || !r.is(at+1, include|be) || r.norm(at-1) != "the" && r.norm(at-1) != "those" {
		return nil
	}
	for k := len(before) - 1; k >= 0 && r.t.SentenceOf(before[k].first) >= r.t.SentenceOf(q.first)-sentencesBack; k-- {
		if p := before[k]; p.end < at && p.found.measure == q.found.measure && p.part == nil && p.most() > q.value {
			return p
		}
	}
	return nil
}

// opensWhole says that q is the whole of whom its sentence counts some: "Of the 40
// hostages, 12 were freed."
func (r *reading) opensWhole(q *quantity) bool {
	first, last := r.sentence(q.first)
	if q.first != first+2 || r.norm(first) != "of" || r.norm(first+1) != "the" {
		return false
	}
	for i := q.end; i < last; i++ { // "Of the 40 people on board, 12"
		if r.norm(i) == "," {
			return i == q.end || r.holdsQuantity(i+1, min(i+3, last))
		}
		if r.is(i, be|have) || r.at[i] != nil {
			return false
		}
	}
	return false
}
