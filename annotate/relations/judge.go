package relations

import (
	"math"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/relations/scorer"
	"github.com/annals-project/annals/model/perceptron"
	"github.com/annals-project/annals/text"
)

// scorerRule is the rule that relations carry which only the scorer found.
const scorerRule = "scorer"

// judge adds what the scorer finds and no rule does.
func (f *finder) judge(m *perceptron.Model) {
	pairs := scorer.Candidates(f.view)
	hints := Hints(f.d, pairs)
	var features []perceptron.Feature
	for _, p := range pairs {
		from, to := f.d.Mentions[p.A-1].Entity, f.d.Mentions[p.B-1].Entity
		if from == 0 || to == 0 || from == to {
			continue
		}
		features = scorer.Features(f.view, p, hints[[2]annals.Ref{p.A, p.B}], features)
		class, margin := scorer.Judge(m, features)
		if margin < f.least || !f.both(p) || !f.fits(class.Type(), from, to, p.HeadB) {
			continue
		}
		k := key{class.Type(), min(from, to), max(from, to), f.d.Text.SentenceOf(p.HeadA)}
		if _, known := f.seen[k]; known {
			continue
		}
		r := annals.Relation{Span: annals.Span{Start: f.d.Mentions[p.A-1].Start, End: f.d.Mentions[p.B-1].End}, Type: class.Type(), From: from, To: to,
			Confidence: 1 / (1 + math.Exp(-float64(margin)/scorer.Scale)), Rule: scorerRule}
		r.Text = r.Span.In(f.d.Text.Source)
		r.Claim = claims.Around(f.d.Claims, r.Span)
		r.Time = f.timeOf(p.HeadB)
		f.seen[k] = len(f.d.Relations)
		f.d.Relations = append(f.d.Relations, r)
	}
}

// both says that neither end stands under a negation or a "may".
func (f *finder) both(p scorer.Pair) bool {
	for _, i := range []int{p.HeadA, p.HeadB} {
		if v := f.verbAbove(i); v != text.None && !f.plain(v) {
			return false
		}
	}
	return true
}

// Hints are the types of the relations that rules found in a document, by the
// mentions in their span, for the scorer's features.
func Hints(d *annotate.Document, pairs []scorer.Pair) map[[2]annals.Ref]string {
	out := map[[2]annals.Ref]string{}
	found := map[[2]annals.Ref][]*annals.Relation{}
	for i := range d.Relations {
		r := &d.Relations[i]
		k := [2]annals.Ref{min(r.From, r.To), max(r.From, r.To)}
		found[k] = append(found[k], r)
	}
	for _, p := range pairs {
		a, b := &d.Mentions[p.A-1], &d.Mentions[p.B-1]
		for _, r := range found[[2]annals.Ref{min(a.Entity, b.Entity), max(a.Entity, b.Entity)}] {
			if r.Rule != scorerRule && r.Span.Contains(a.Span) && r.Span.Contains(b.Span) {
				out[[2]annals.Ref{p.A, p.B}] = string(r.Type)
			}
		}
	}
	return out
}
