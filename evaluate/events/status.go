package events

import (
	"bufio"
	"context"
	"embed"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/table"
)

// steps are the lower ends of the rows of a reliability table.
var steps = []float64{0, 0.6, 0.72, 0.76, 0.85, 0.89}

//go:embed testdata/*.tsv
var files embed.FS

// Label is the status of one event mention, as a person reads it.
type Label struct {
	Corpus, Document string
	annals.Span      // bytes of the document
	Status, Second   annals.Status
}

// Labels reads the status labels, half of them held out.
func Labels() ([]Label, error) { return labelsIn("testdata/status.tsv") }

// More reads the second set of labels, all of them for tuning.
func More() ([]Label, error) { return labelsIn("testdata/status_tuning.tsv") }

func labelsIn(path string) ([]Label, error) {
	f, err := files.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Label
	s := bufio.NewScanner(f)
	for line := 1; s.Scan(); line++ {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if len(c) < 5 {
			return nil, fmt.Errorf("%s:%d: %d columns, not 5 or more", path, line, len(c))
		}
		start, err1 := strconv.Atoi(c[2])
		end, err2 := strconv.Atoi(c[3])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%s:%d: offsets %q %q are no numbers", path, line, c[2], c[3])
		}
		l := Label{Corpus: c[0], Document: c[1], Span: annals.Span{Start: start, End: end}, Status: annals.Status(c[4])}
		if len(c) > 5 {
			l.Second = annals.Status(c[5])
		}
		out = append(out, l)
	}
	return out, s.Err()
}

// HeldOut says whether a label is one that nothing was tuned on: half of them,
// by document.
func (l *Label) HeldOut() bool {
	h := fnv.New32a()
	h.Write([]byte(l.Document))
	return h.Sum32()%2 == 1
}

// missed stands for an event that was not found at a label.
const missed annals.Status = "missed"

var statuses = []annals.Status{annals.Happened, annals.Attempted, annals.Planned, annals.Feared, annals.Denied, annals.Hypothetical}

// Confusion counts labels by what they are and what was said.
type Confusion map[[2]annals.Status]int // gold, predicted

// Statuses compares the events of a reader with the labels. It also gives how sure
// the reader was of each event that was found, and whether its status was right.
func Statuses(labels []Label, data string, read func(text string) *annotate.Document) (Confusion, []table.Call, []string, error) {
	docs := documents{data: data, loaded: map[string]map[string]string{}}
	confusion := Confusion{}
	var detail []string
	var calls []table.Call
	for _, l := range labels {
		t, err := docs.text(l.Corpus, l.Document)
		if err != nil {
			return nil, nil, nil, err
		}
		said := missed
		if e := at(read(t), t, l.Span); e != nil {
			said = e.Status
			calls = append(calls, table.Call{Confidence: e.Confidence, Right: said == l.Status})
		}
		confusion[[2]annals.Status{l.Status, said}]++
		if said != l.Status {
			detail = append(detail, fmt.Sprintf("%s %s %d: is %s, said %s: %s", l.Corpus, l.Document, l.Start, l.Status, said, around(t, l.Span)))
		}
	}
	return confusion, calls, detail, nil
}

// at is the event whose trigger overlaps the span, nil for none.
func at(d *annotate.Document, source string, span annals.Span) *annals.Event {
	shift := 0
	if d.Doc != nil && d.Doc.Text != source { // intake may have dropped white space before the text
		shift = strings.Index(source, d.Doc.Text[:min(len(d.Doc.Text), 40)])
	}
	span.Start, span.End = span.Start-shift, span.End-shift
	for i := range d.Events {
		if d.Events[i].Trigger.Overlaps(span) {
			return &d.Events[i]
		}
	}
	return nil
}

// context bytes shown on either side of a label that was read wrong.
const shown = 90

func around(t string, s annals.Span) string {
	return strings.Join(strings.Fields(t[max(0, s.Start-shown):s.Start]+"<<"+s.In(t)+">>"+t[s.End:min(len(t), s.End+shown)]), " ")
}

// scores of one status.
func (c Confusion) scores(s annals.Status) (p, r, f float64, n int) {
	right, said := c[[2]annals.Status{s, s}], 0
	for k, v := range c {
		if k[0] == s {
			n += v
		}
		if k[1] == s {
			said += v
		}
	}
	if said > 0 {
		p = 100 * float64(right) / float64(said)
	}
	if n > 0 {
		r = 100 * float64(right) / float64(n)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f, n
}

// invented is the share of mentions that are not happened and are called so.
func (c Confusion) invented() (share float64, n int) {
	wrong := 0
	for k, v := range c {
		if k[0] != annals.Happened {
			n += v
			if k[1] == annals.Happened {
				wrong += v
			}
		}
	}
	return 100 * float64(wrong) / max(1, float64(n)), n
}

// Rows are the measured figures of a confusion on a part of a set of labels.
func (c Confusion) Rows(set, part string) []evaluate.Row {
	var rows []evaluate.Row
	sum, total := 0.0, 0
	for _, s := range statuses {
		p, r, f, n := c.scores(s)
		rows = append(rows, evaluate.Row{Set: set, Part: part, Measure: "F1, " + string(s), Value: f, P: p, R: r, N: n})
		sum, total = sum+f, total+n
	}
	share, n := c.invented()
	all := evaluate.Row{Set: set, Part: part, Measure: "macro-F1", Value: sum / float64(len(statuses)), N: total}
	wrong := evaluate.Row{Set: set, Part: part, Measure: "not happened, called happened", Value: share, N: n, Lower: true}
	if set == firstSet {
		all.Closes, all.Goal, wrong.Closes, wrong.Goal = 75, 90, 5, 1
	}
	return append([]evaluate.Row{all, wrong}, rows...)
}

const (
	firstSet  = "status labels"
	secondSet = "second status labels"
)

func runStatus(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Status of events"}
	labels, err := Labels()
	if err != nil {
		return report, err
	}
	more, err := More()
	if err != nil {
		return report, err
	}
	known := map[string]*annotate.Document{}
	read := func(t string) *annotate.Document {
		if known[t] == nil && ctx.Err() == nil {
			known[t] = env.Read("", t, "")
		}
		if known[t] == nil {
			return &annotate.Document{}
		}
		return known[t]
	}
	tuned := func(l *Label) bool { return !l.HeldOut() }
	for _, part := range []struct {
		set, name string
		labels    []Label
	}{
		{firstSet, "all", labels},
		{firstSet, "held out", chosen(labels, (*Label).HeldOut)},
		{firstSet, "tuning", chosen(labels, tuned)},
		{secondSet, "tuning", chosen(more, tuned)},
	} {
		c, calls, detail, err := Statuses(part.labels, env.Data+"/data", read)
		if err != nil {
			return report, err
		}
		report.Rows = append(report.Rows, c.Rows(part.set, part.name)...)
		if part.name == "tuning" {
			report.Detail = append(report.Detail, detail...)
		}
		if part.name != "all" {
			what := part.set + ", " + part.name
			report.Notes = append(report.Notes, table.Reliability("events and how often their status is right, "+what, "events", steps, calls), table.Curve("events, right in status, "+what, calls, len(part.labels)))
		}
	}
	report.Notes = append(report.Notes, agreement(labels), secondNote)
	return report, ctx.Err()
}

const secondNote = "The second labels are mentions that the reader called happened when they were drawn, half of them near words of doubt, and some of other statuses: " +
	"a hunt for what is wrongly called happened and no fair sample, so its shares are no estimate. The reader was changed with them in sight."

func chosen(labels []Label, has func(*Label) bool) []Label {
	var out []Label
	for i := range labels {
		if has(&labels[i]) {
			out = append(out, labels[i])
		}
	}
	return out
}

// agreement says how far the two passes of labelling agree.
func agreement(labels []Label) string {
	both, agreed := 0, 0
	first, second := map[annals.Status]int{}, map[annals.Status]int{}
	for _, l := range labels {
		if l.Second == "" {
			continue
		}
		both++
		first[l.Status]++
		second[l.Second]++
		if l.Status == l.Second {
			agreed++
		}
	}
	if both == 0 {
		return "The labels were given once."
	}
	chance := 0.0
	for _, s := range statuses {
		chance += float64(first[s]) * float64(second[s]) / float64(both*both)
	}
	observed := float64(agreed) / float64(both)
	return fmt.Sprintf("Labelled twice by one reader on one day, the second time blind and in another order (so agreement with oneself): %d of %d labels agree, Cohen's kappa %.2f.",
		agreed, both, (observed-chance)/(1-chance))
}
