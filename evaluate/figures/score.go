package figures

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/table"
)

// fields of a figure, in the order they are reported. A figure is right when all
// are.
var fields = [...]string{"value", "measure", "unit", "who", "part of", "event", "time", "speaker", "rate"}

// core are the fields that need no other component's reading.
const core = 5

// tally counts labels and what was read of them, for one half of the documents.
type tally struct {
	labels, found, right, rightCore int
	field                           [len(fields)]int
	read, invented                  int
	errors                          map[string]*errorKind
	corpus                          map[string]*share
	calls                           []table.Call // one a figure that was read in a window
}

// share is how many of the labels are read right in all fields.
type share struct{ right, of int }

// errorKind is a kind of error: how many, and the first met.
type errorKind struct {
	n       int
	example string
}

func (t *tally) fail(kind, example string) {
	if t.errors == nil {
		t.errors = map[string]*errorKind{}
	}
	if t.errors[kind] == nil {
		t.errors[kind] = &errorKind{example: example}
	}
	t.errors[kind].n++
}

const (
	labelsClose = 60
	labelsGoal  = 85
)

func runLabels(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Figures labelled by hand"}
	rubric, err := rubricOf("labels")
	if err != nil {
		return report, err
	}
	source := articles{root: filepath.Join(env.Data, "data")}
	tallies := map[string]*tally{}
	for _, set := range labelSets {
		windows, err := set.windows()
		if err != nil {
			return report, err
		}
		for _, w := range windows {
			a, err := source.get(w.doc)
			if err != nil {
				return report, err
			}
			d := env.Read("", a.text, a.published)
			rubric.read(d)
			p := set.part(w.doc)
			if tallies[p] == nil {
				tallies[p] = &tally{corpus: map[string]*share{}}
			}
			report.Detail = append(report.Detail, tallies[p].add(w, d)...)
		}
	}
	for _, p := range labelParts {
		report.Rows = append(report.Rows, tallies[p].rows(p)...)
	}
	passes, err := agreements()
	if err != nil {
		return report, err
	}
	report.Notes = append(report.Notes, passes...)
	report.Notes = append(report.Notes, "Windows of some 450 characters rich in numbers, drawn by hash from MUC-4, ECB+, GVA and MEANTIME; every figure of a window is labelled, people told of without a number included. "+
		"\"Held out 1\" and \"held out 2\" were labelled from a page of instructions (LABELLING.md) by two readers each, who knew neither the program nor what it says; the readers are runs of one large language model, each by itself, which may agree with each other more than persons would; where they differ a third decided who knew only what both had said, and what is as good stands beside it. A further reader, who saw none of that, finds nearly all of these figures and gives nearly nine of ten in all fields as decided (above): the labels can be met, and the program is far from it. "+
		"Until then \"held out 1\" had labels by whoever wrote the reader, which asked less (no time told in another sentence, no event outside the lexicon): by those the reader got 50.5 of all fields right, 26.2 counted strictly. The program as it was before \"tuning 6\" to \"tuning 9\" were in view gets 31.2 of \"held out 1\" and 35.5 of \"held out 2\". "+
		"\"Tuning 1\" to \"tuning 4\" have such narrower labels still, so to them a time of another sentence, and an event without a line in the lexicon, count as none. "+
		"\"Tuning 5\" to \"tuning 11\" were labelled as the held-out parts were, by one reader a window. The rules were written with \"tuning 1\" to \"tuning 5\" in view and got 29.7 of the first part of \"tuning 6\" at first look; written with \"tuning 6\" to \"tuning 9\" in view as well, they and the choice learned from those got 31.1 of the 1,083 figures of \"tuning 10\" and 33.7 of the 454 of \"tuning 11\" at first look: the best estimate there is of what a text that nobody has looked at gets. What of \"tuning 5\" to \"tuning 11\" is not of GVA, whose texts may not train, now teaches the choice of event and time, so their rows for those two flatter. "+
		"Parted by document eight ways, the learned choice gets 88.8 of 2,064 events right and 72.4 of the times, the rules 84.7 and 65.6. Of a quarter of these labels it learns 87.2 and 68.3, of half 88.4 and 71.6, and a network with a hidden layer instead of a weighted sum does no better (70.8 of the times): more labels of this kind, or more of this kind of model, do not carry it to 60. "+
		"A field with nothing labelled is right when nothing is given; a speaker is right when it is the place labelled or has its words; a time when it is one of the places labelled or of the same day; a number alone names nobody; casualties not told apart, labelled as killed and as injured, have no measure in the contract, and other is right. "+
		"Totals outside a window are none.", corpusTable(tallies), errorTable(tallies["tuning 10"]), errorTable(tallies["tuning 11"]))
	for _, p := range labelParts {
		report.Notes = append(report.Notes, table.Curve("figures, right in value, measure, unit, who and part of, "+p, tallies[p].calls, tallies[p].labels))
	}
	return report, nil
}

func (t *tally) rows(part string) []evaluate.Row {
	row := func(measure string, n, of int) evaluate.Row {
		return evaluate.Row{Set: "labels", Part: part, Measure: measure, Value: percent(n, of), N: of}
	}
	all := row("all fields right", t.right, t.labels)
	all.Closes, all.Goal = labelsClose, labelsGoal
	out := []evaluate.Row{all, row("value, measure, unit, who, part of right", t.rightCore, t.labels), row("found", t.found, t.labels)}
	for k, f := range fields {
		out = append(out, row(f+" right, of found", t.field[k], t.found))
	}
	return append(out, row("read and labelled", t.read-t.invented, t.read))
}

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// add scores one window and gives a line for each error.
func (t *tally) add(w window, d *annotate.Document) []string {
	var detail []string
	tuning := !heldOut(w.doc)
	used := map[int]bool{}
	c := t.corpus[corpusOf(w.doc)]
	if c == nil {
		c = &share{}
		t.corpus[corpusOf(w.doc)] = c
	}
	say := func(kind, line string) {
		t.fail(kind, line)
		if tuning {
			detail = append(detail, fmt.Sprintf("%s\t%s\t%s", w.doc, kind, line))
		}
	}
	for i := range w.labels {
		l := &w.labels[i]
		t.labels++
		c.of++
		k := match(l, d, used)
		if k < 0 {
			say("missed", l.span.In(d.Doc.Text))
			continue
		}
		used[k] = true
		t.found++
		right := true
		for n, wrong := range compare(l, d, &d.Figures[k]) {
			if wrong == "" {
				t.field[n]++
				continue
			}
			right = false
			say(fields[n], l.span.In(d.Doc.Text)+": "+wrong)
		}
		if right {
			t.right++
			c.right++
		}
		right = coreRight(l, d, &d.Figures[k])
		if right {
			t.rightCore++
		}
		t.calls = append(t.calls, table.Call{Confidence: d.Figures[k].Confidence, Right: right})
	}
	for k := range d.Figures {
		f := &d.Figures[k]
		if !w.span.Contains(f.Span) {
			continue
		}
		t.read++
		if !used[k] {
			t.invented++
			t.calls = append(t.calls, table.Call{Confidence: f.Confidence})
			say("invented", f.Text+" "+string(f.Measure)+" "+f.Rule)
		}
	}
	return detail
}

func coreRight(l *label, d *annotate.Document, f *annals.Figure) bool {
	for n, wrong := range compare(l, d, f) {
		if n < core && wrong != "" {
			return false
		}
	}
	return true
}

// match is the figure for a label: one that overlaps it, not taken, with the
// same number and measure where there are several; -1 for none.
func match(l *label, d *annotate.Document, used map[int]bool) int {
	best, score := -1, -1
	for k := range d.Figures {
		f := &d.Figures[k]
		if used[k] || !f.Overlaps(l.span) {
			continue
		}
		s := 0
		if same(f.Value, l.value) && same(f.Low, l.low) && same(f.High, l.high) {
			s += 2
		}
		if l.measured(f.Measure) {
			s++
		}
		if s > score {
			best, score = k, s
		}
	}
	return best
}

func same(a, b *float64) bool {
	return a == nil && b == nil || a != nil && b != nil && *a-*b < 1e-6**b+1e-9 && *b-*a < 1e-6**b+1e-9
}

// sameNumber compares two numbers with their bounds, however they are written: none is 0,
// and 0 to 0; at least 60 is a bound, and the bound with its value.
func sameNumber(value, low, high, wantValue, wantLow, wantHigh *float64) bool {
	value, low, high = plainly(value, low, high)
	wantValue, wantLow, wantHigh = plainly(wantValue, wantLow, wantHigh)
	return same(value, wantValue) && same(low, wantLow) && same(high, wantHigh)
}

// plainly drops what bounds and value only say twice.
func plainly(value, low, high *float64) (*float64, *float64, *float64) {
	switch {
	case value == nil:
	case same(value, low) && same(value, high):
		return value, nil, nil
	case same(value, low) || same(value, high):
		return nil, low, high
	}
	return value, low, high
}

func show(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%g", *v)
}

// compare says of each field what is wrong; "" where it is right.
func compare(l *label, d *annotate.Document, f *annals.Figure) [len(fields)]string {
	var out [len(fields)]string
	wrong := func(n int, ok bool, format string, args ...any) {
		if !ok {
			out[n] = fmt.Sprintf(format, args...)
		}
	}
	wrong(0, sameNumber(f.Value, f.Low, f.High, l.value, l.low, l.high), "%s %s %s for %s %s %s",
		show(f.Value), show(f.Low), show(f.High), show(l.value), show(l.low), show(l.high))
	wrong(1, l.measured(f.Measure), "%s for %v (%s)", f.Measure, l.measures, f.Rule)
	wrong(2, slices.ContainsFunc(l.units, func(u string) bool { return strings.EqualFold(u, f.Unit) }), "%s for %v", f.Unit, l.units)
	wrong(3, l.who.matches(f.WhoSpan) || f.WhoSpan.Empty() && l.namesNobody(d.Doc.Text), "%q", f.Who)
	total := annals.Span{}
	if f.PartOf != 0 {
		total = d.Figures[f.PartOf-1].Span
	}
	wrong(4, l.total.Empty() && total.Empty() || l.total.Overlaps(total), "%q", total.In(d.Doc.Text))
	event := l.eventOf(d, f)
	wrong(5, l.event.matches(event), "%q", event.In(d.Doc.Text))
	when := l.timeOf(d, f)
	wrong(6, l.time.matches(when) || l.sameDay(d, f, when), "%q", when.In(d.Doc.Text))
	source := annals.Span{}
	if f.Claim != 0 {
		source = d.Claims[f.Claim-1].Source
	}
	wrong(7, l.speaker.matches(source) || l.speaker.names(source, d.Doc.Text), "%q", source.In(d.Doc.Text))
	wrong(8, f.Per == l.per && f.Cumulative == l.cumulative, "per %q cumulative %v", f.Per, f.Cumulative)
	return out
}
