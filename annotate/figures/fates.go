package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// isFate says that a figure tells what became of a part of those whom another
// counts as hurt or only as there: "one of them died", "18 casualties, 15 of them wounded".
func (r *reading) isFate(f *annals.Figure) bool {
	whole := r.d.Figures[f.PartOf-1].Measure
	return f.Measure == annals.Killed && whole != annals.Killed || f.Measure == annals.Injured && whole == annals.OtherFigure
}

// fateOf is what those a figure counts as taken, missing or only there are told afterwards
// to have suffered, where they are called "they", "them" or "both", or meant by their
// bodies: "abducted 4 judges. Their bodies were found", "attacked 2 guards and wounded
// both"; "" for nothing.
func (r *reading) fateOf(f *annals.Figure) annals.Measure {
	at, from := r.t.Covering(f.Start, f.End)
	taken := f.Measure == annals.Abducted || f.Measure == annals.Captured || f.Measure == annals.Missing
	if !taken && (f.Measure != annals.OtherFigure || f.Unit != "person" || f.PartOf != 0 || r.norm(at-1) == "by") {
		return "" // "hacked to death by two men"
	}
	sentencesOn := 1
	if taken {
		sentencesOn = 2
	}
	first, _ := r.sentence(at)
	until := r.t.SentenceOf(at) + sentencesOn
	for i := from; i < len(r.words) && r.t.SentenceOf(i) <= until; i++ {
		if r.countsAnew(f, i) {
			return "" // of others
		}
		if m := r.theirFate(i, taken || at == first); m != "" {
			return m
		}
	}
	return ""
}

// countsAnew says that a number of people begins at token i that is no part of f.
func (r *reading) countsAnew(f *annals.Figure, i int) bool {
	for k := range r.d.Figures {
		if g := &r.d.Figures[k]; g.Start == r.t.Tokens[i].Start && g.Unit == "person" && !unnumbered(g) && !g.Told() && (g.Measure != f.Measure || f.Measure == annals.OtherFigure) {
			return true
		}
	}
	return false
}

// theirFate is what token i begins to tell of those told of before; "" for nothing. topic
// says that they are who the report goes on about, so that "they" means them.
func (r *reading) theirFate(i int, topic bool) annals.Measure {
	n := r.norm(i)
	if t, next, ok := r.trigger(i - 1); ok && next == i && t.kind == onObject && (n == "them" || n == "both" && !r.nounAfter(i+1) || n == "all" && r.norm(i+1) == "of" && r.norm(i+2) == "them") {
		return r.settle(r.outcome(finding{measure: t.measure, trigger: i - 1, rule: "object"}, i+1)).measure
	}
	if !topic && n != "both" {
		return ""
	}
	switch n {
	case "their", "his", "her":
		switch r.singular(i + 1) {
		case "body", "corpse", "remains":
			if r.is(i+2, be|have) || r.norm(i+2) == "," {
				return annals.Killed
			}
		}
	case "all", "both", "they", "he", "she":
		end := i + 1
		if _, number := r.readNumber(end); number {
			end++ // "all four"
		} else if r.norm(end) == "of" && r.is(end+1, pronoun) {
			end += 2 // "all of whom"
		}
		if f, ok := r.predicate(end, nil); ok && !f.unreal {
			return r.settle(f).measure
		}
	}
	return ""
}

// died are the figures that count one person of whom another tells that he died.
func (r *reading) died() map[annals.Ref]bool {
	out := map[annals.Ref]bool{}
	for _, p := range r.someones() {
		for _, ref := range p.figures {
			out[ref] = p.killed
		}
	}
	return out
}

// lost is how many of those a figure counts are not to be counted with it: attackers
// among them, where they are left out, and the dead among the injured.
func (r *reading) lost(whole annals.Ref, m annals.Measure, hits bool) float64 {
	lost := 0.0
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		n, known := least(f)
		if f.PartOf != whole || !known {
			continue
		}
		if r.counting.NoAttackers && r.isAttacker(f) && f.Measure == m || m == annals.Injured && !hits && f.Measure == annals.Killed {
			lost += n
		}
	}
	return lost
}

// byDegree reads a bare number with how badly they were hurt: "three people were
// stabbed, one of them fatally", "17 hurt, three critically".
func (r *reading) byDegree(q *quantity, before []*quantity) (finding, bool) {
	if len(before) == 0 || !r.degree(q) {
		return finding{}, false
	}
	p := before[len(before)-1]
	if r.t.SentenceOf(p.first) != r.t.SentenceOf(q.first) || !hurts(p.found.measure) || q.value >= p.most() && !r.otherDegree(q, p) {
		return finding{}, false
	}
	f := p.found
	f.rule = "degree"
	if r.otherDegree(q, p) {
		f.rule = "with"
	}
	if r.is(q.end, mortal) {
		f.measure, f.hit = annals.Killed, false
	}
	return f, true
}

// otherDegree says that q tells of others than p, hurt to another degree: "two were badly
// injured and five slightly".
func (r *reading) otherDegree(q, p *quantity) bool {
	return p.found.trigger > p.first && r.is(p.found.trigger-1, degree) && r.is(q.first-1, conjunction)
}

// degree says that nothing but how badly follows a number: "two fatally".
func (r *reading) degree(q *quantity) bool {
	return q.head == text.None && r.is(q.end, degree|mortal) && r.endsPhrase(q.end+1)
}

// ofVictims says that q counts some of those told of before: "one of the victims".
func (r *reading) ofVictims(q *quantity) bool {
	if !q.partitive || q.vague != "" {
		return false
	}
	those := r.norm(q.head) == "victims" || r.norm(q.head) == "wounded" || r.norm(q.head) == "injured"
	return r.ofThem(q) || those && r.is(q.whoFirst-1, determiner)
}

// amongVictims finds those of a sentence before whom q counts some of.
func (r *reading) amongVictims(q *quantity, before []*quantity) *quantity {
	if !r.ofVictims(q) || !hurts(q.found.measure) {
		return nil
	}
	for k := len(before) - 1; k >= 0; k-- {
		p := before[k]
		if r.t.SentenceOf(q.first)-r.t.SentenceOf(p.first) > reachBack {
			return nil
		}
		if hurts(p.found.measure) && p.part == nil && p.most() > q.value && (p.found.measure != annals.Killed || !r.is(q.head, collective)) {
			return p
		}
	}
	return nil
}
