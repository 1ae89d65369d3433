package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// harm is what befell a phrase without a number; false when nothing did for sure.
func (r *reading) harm(q *quantity, before []*quantity) (finding, bool) {
	if n := r.norm(q.end); n == "'s" || n == "’s" {
		f, ok := r.possessed(q)
		return f, ok
	}
	if r.is(q.first-1, reporting) && q.named && (!r.isWord(q.end) || r.is(q.end, conjunction)) {
		return finding{}, false // "shot himself, said Smith"
	}
	f, ok := r.asFate(q)
	if !ok {
		f, ok = r.byComplement(q)
	}
	if !ok {
		f, ok = r.byLives(q)
	}
	if !ok {
		f, ok = r.asObject(q)
	}
	object := q.pronoun && r.is(q.first, objective)
	if !ok && !object {
		f, ok = r.asSubject(q)
	}
	if !ok {
		first, _ := r.sentence(q.first)
		f, ok = r.alongWith(q.first-1, first)
	}
	if !ok {
		f, ok = r.withUncountedBefore(q, before)
	}
	if !ok && !object {
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
	case annals.Killed, annals.Injured, annals.Captured, annals.Abducted, annals.Missing, annals.Released, annals.Surrendered:
		return f, true
	case annals.OtherFigure: // charged, robbed; "a convicted killer" is only called so
		return f, (f.rule == "object" || f.rule == "predicate") && r.norm(f.trigger-1) != "previously"
	}
	return finding{}, false
}

// withUncountedBefore reads a phrase joined to one that was harmed: "a policeman
// and his son", "2 soldiers and a civilian".
func (r *reading) withUncountedBefore(q *quantity, before []*quantity) (finding, bool) {
	if r.is(q.end, reporting) {
		return finding{}, false // "then shot herself, John Smith said"
	}
	for j := q.first - 1; j >= 0 && j >= q.first-4; j-- {
		p := r.at[j]
		if p == nil && len(before) > 0 && before[len(before)-1].end == j+1 {
			p = before[len(before)-1]
		}
		if p == nil {
			continue
		}
		if r.linked(p.end, q.first) && !r.restates(p, q) && p.found.rule != "other" && p.found.trigger < q.first && p.found.rule != "predicate" && p.found.rule != "toll" {
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

// restates says that q says who the one before the comma is: "John Smith, a teacher,
// and", "injuring one more, a barmaid".
func (r *reading) restates(p, q *quantity) bool {
	one := p.value == 1 && p.upper == nil && p.vague == "" && (p.head == text.None || r.is(p.head, people))
	return (p.named || one) && r.is(q.first, article) && r.norm(p.end) == "," && p.end+1 == q.first
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
	trailing := (r.norm(q.end) == "among" || r.norm(q.end) == "amongst") && r.norm(q.end+1) == "them"
	for j := q.first - 1; j >= first; j-- {
		if p := r.at[j]; p != nil {
			if trailing && p.most() > q.value {
				return r.whole(p) // "nine others, his son among them"
			}
			if r.opensAnew(q) && r.fares(q, p) {
				return nil
			}
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
