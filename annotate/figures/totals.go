package figures

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Total is how many a report gives for its main event, and from which figures.
type Total struct {
	Measure annals.Measure
	Number  float64      // 0 when the report gives none
	Figures []annals.Ref // that make it up; more than one where they add up
	Stated  bool         // some figure gives it; false is not known rather than none
}

// Totals are the killed, injured and captured of what a report is about: figures
// that are no parts, rates or sums over a longer time are added where one verb
// holds them, and the largest such sum is taken. People told of without a number
// count once each, by name. A person shot is counted injured unless the dead
// account for it.
type Totals struct {
	Killed, Injured, Captured Total
}

// Total reads the totals of a document that has been read.
func (x *Reader) Totals(d *annotate.Document) Totals {
	if len(d.Text.Tokens) == 0 {
		return Totals{}
	}
	r := newReading(d, x.table, x.lex)
	t := Totals{Killed: r.total(annals.Killed, false), Injured: r.total(annals.Injured, false), Captured: r.total(annals.Captured, false)}
	hits := r.total(annals.Injured, true)
	if hits.Number-t.Killed.Number > t.Injured.Number {
		hits.Number -= t.Killed.Number
		t.Injured = hits
	}
	return t
}

// total is the largest sum of figures of one measure that one verb holds. hits
// says whether people shot with no outcome told are counted.
func (r *reading) total(m annals.Measure, hits bool) Total {
	best := Total{Measure: m}
	var sum Total
	var last *annals.Figure
	people := map[string][]annals.Ref{}
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		if f.Measure != m || !r.eligible(f) || !hits && strings.HasSuffix(f.Rule, string(shot)) {
			continue
		}
		n, known := least(f)
		if !known {
			continue
		}
		best.Stated = true
		ref := annals.Ref(i + 1)
		if name := r.nameOf(f); name != "" {
			people[name] = append(people[name], ref)
		}
		if last != nil && r.joinedFigures(last, f) {
			sum.Number += n
			sum.Figures = append(slices.Clone(sum.Figures), ref)
		} else {
			sum = Total{m, n, []annals.Ref{ref}, true}
		}
		last = f
		if sum.Number > best.Number {
			best = sum
		}
	}
	if float64(len(people)) > best.Number {
		best.Number, best.Figures = float64(len(people)), nil
		for _, refs := range people {
			best.Figures = append(best.Figures, refs[0])
		}
		slices.Sort(best.Figures)
	}
	return best
}

// eligible says that a figure may be a total of the main event.
func (r *reading) eligible(f *annals.Figure) bool {
	if f.PartOf != 0 || f.Cumulative || f.Per != "" {
		return false
	}
	if f.Event != 0 && int(f.Event) <= len(r.d.Events) {
		e := &r.d.Events[f.Event-1]
		return !e.Background && e.Status != annals.Denied && e.Status != annals.Hypothetical && e.Status != annals.Planned
	}
	return true
}

// least is the value of a figure, else the least it may be.
func least(f *annals.Figure) (float64, bool) {
	switch {
	case f.Value != nil:
		return *f.Value, true
	case f.Low != nil:
		return *f.Low, true
	}
	return 0, false
}

// nameOf is the family name of a person counted by name; "" for others.
func (r *reading) nameOf(f *annals.Figure) string {
	if !strings.HasPrefix(f.Rule, ruleNamed) {
		return ""
	}
	words := strings.Fields(strings.ToLower(f.Who))
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	if (last == "jr." || last == "sr." || last == "jr" || last == "sr") && len(words) > 1 {
		last = words[len(words)-2]
	}
	return strings.Trim(last, ".,")
}

// joinedFigures says that one verb holds both figures: nothing but a joint, or
// what the first is joined to, stands between.
func (r *reading) joinedFigures(a, b *annals.Figure) bool {
	end, _ := r.t.Covering(b.Start, b.End)
	_, start := r.t.Covering(a.Start, a.End)
	return end >= start && start > 0 && r.t.SentenceOf(start-1) == r.t.SentenceOf(end) && r.linked(start, end)
}

// Sums adds up all the figures of a report that are no parts of one another, for
// sets in which separate statements add up.
func (x *Reader) Sums(d *annotate.Document) Totals {
	if len(d.Text.Tokens) == 0 {
		return Totals{}
	}
	r := newReading(d, x.table, x.lex)
	return Totals{Killed: r.sum(annals.Killed), Injured: r.sum(annals.Injured), Captured: r.sum(annals.Captured)}
}

// sum adds the figures of one measure; what a sentence repeats of an earlier one
// (the same number of the same people) counts once.
func (r *reading) sum(m annals.Measure) Total {
	total := Total{Measure: m}
	seen := map[string]bool{}
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		n, known := least(f)
		if f.Measure != m || !known || !r.eligible(f) || n == 0 || f.Rule == ruleDefinite || f.Rule == rulePronoun {
			continue
		}
		key := strings.ToLower(f.Text)
		if seen[key] {
			continue
		}
		seen[key], total.Stated = true, true
		total.Number += n
		total.Figures = append(total.Figures, annals.Ref(i+1))
	}
	return total
}
