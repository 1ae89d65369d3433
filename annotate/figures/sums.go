package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Sums are the totals of a report for a set in which separate statements add up:
// the figures of a sentence are added; a later sentence adds to the largest
// where it says so ("several additional insurgents", "also"), and else tells the
// same again.
func (x *Reader) Sums(d *annotate.Document, c Counting) Totals {
	if len(d.Text.Tokens) == 0 {
		return Totals{}
	}
	r := newReading(plainly(d, x), x)
	r.counting = c
	return Totals{Killed: r.sum(annals.Killed), Injured: r.sum(annals.Injured), Captured: r.sum(annals.Captured)}
}

func (r *reading) sum(m annals.Measure) Total {
	base, added := Total{Measure: m}, Total{Measure: m}
	var here Total
	sentence := -1
	seen := map[string]bool{}
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		n, known := least(f)
		if f.Measure != m || !known || n == 0 || !r.eligible(f) || r.toldAsHistory(f) {
			continue
		}
		at := r.t.SentenceAt(f.Start)
		if at != sentence {
			here, sentence = Total{Measure: m}, at
		}
		again := f.Rule == ruleDefinite || f.Rule == rulePronoun
		if again && here.Number > 0 {
			continue
		}
		key := strings.ToLower(f.Text)
		if base.Number > 0 && len(here.Figures) == 0 && (r.addsTo(f) || r.besidesOne(base, f, n)) {
			if !seen[key] && !r.toldBefore(base, f, n) {
				added = added.with(n, annals.Ref(i+1))
			}
			seen[key] = true
			continue
		}
		seen[key] = true
		if here = here.with(n, annals.Ref(i+1)); here.Number > base.Number {
			base = here
		}
	}
	for _, ref := range added.Figures {
		n, _ := least(&r.d.Figures[ref-1])
		base = base.with(n, ref)
	}
	return base
}

// besidesOne says that the total so far is one person told of without a number,
// and f counts several of another kind: a leader first, then his men.
func (r *reading) besidesOne(base Total, f *annals.Figure, n float64) bool {
	if len(base.Figures) != 1 || base.Number != 1 || n < 2 {
		return false
	}
	one := &r.d.Figures[base.Figures[0]-1]
	return one.Rule == ruleIndefinite && !strings.HasSuffix(f.Who, lastWord(one.Who)+"s")
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// toldBefore says that the total holds another figure that adds the same number.
func (r *reading) toldBefore(base Total, f *annals.Figure, n float64) bool {
	for _, ref := range base.Figures {
		g := &r.d.Figures[ref-1]
		if m, _ := least(g); m == n && r.addsTo(g) {
			return true
		}
	}
	return false
}

// with adds a figure to a total.
func (t Total) with(n float64, ref annals.Ref) Total {
	t.Number += n
	t.Figures = append(t.Figures[:len(t.Figures):len(t.Figures)], ref)
	t.Stated = true
	return t
}

// addsTo says that a figure is told to come on top: "additional", "other", "also".
func (r *reading) addsTo(f *annals.Figure) bool {
	const reach = 6
	first, last := r.t.Covering(f.Start, f.End)
	from, _ := r.sentence(first)
	for i := max(from, first-reach); i < last; i++ {
		switch r.norm(i) {
		case "additional", "other", "others", "another", "more":
			return true
		case "also":
			return i < first
		}
	}
	return false
}

// toldAsHistory says that a figure belongs to what someone is said to have done
// before: "responsible for the deaths of", "involved in the kidnapping of".
func (r *reading) toldAsHistory(f *annals.Figure) bool {
	at, _ := r.t.Covering(f.Start, f.End)
	first, _ := r.sentence(at)
	for i := first; i < at; i++ {
		switch r.norm(i) {
		case "responsible", "involved", "accused", "wanted", "linked", "suspected":
			if n := r.norm(i + 1); n == "for" || n == "in" || n == "of" || n == "to" {
				return true
			}
		}
	}
	return false
}
