package attribution

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/attribution/tagger"
)

// counts are right, predicted and gold spans of one type.
type counts struct{ right, predicted, gold int }

// rates are precision, recall and F1 in percent.
func (c counts) rates() (p, r, f float64) {
	if c.predicted > 0 {
		p = 100 * float64(c.right) / float64(c.predicted)
	}
	if c.gold > 0 {
		r = 100 * float64(c.right) / float64(c.gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// tally is the counts of each type under the three ways of counting.
type tally struct {
	exact, loose, overlap [tagger.Types]counts
}

// edges are what loose matching leaves out at both ends of a span.
const edges = " .,;:!?\"'“”‘’`«»()[]—–-…"

// add counts the predicted spans of one article.
func (t *tally) add(text string, gold, predicted []span) {
	t.count(&t.exact, gold, predicted, func(a, b annals.Span) bool { return a == b })
	t.count(&t.loose, gold, predicted, func(a, b annals.Span) bool { return trim(text, a, edges) == trim(text, b, edges) })
	t.count(&t.overlap, gold, predicted, annals.Span.Overlaps)
}

// count matches each gold span with at most one predicted span.
func (t *tally) count(into *[tagger.Types]counts, gold, predicted []span, same func(a, b annals.Span) bool) {
	taken := make([]bool, len(predicted))
	for _, p := range predicted {
		into[p.Type].predicted++
	}
	for _, g := range gold {
		into[g.Type].gold++
		for i, p := range predicted {
			if !taken[i] && p.Type == g.Type && same(p.Span, g.Span) {
				taken[i] = true
				into[g.Type].right++
				break
			}
		}
	}
}
