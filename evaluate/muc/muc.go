// Package muc measures the reader on the terrorism reports of the fourth
// Message Understanding Conference.
//
// An incident is a group of events that same_as ties together. Used are ASSAULT
// (crowd control left out) and strikes, neither denied nor hypothetical. Its type
// is kidnapping for abductions, bombing for explosives and suicide attacks, arson
// for fire, robbery for theft, forced work stoppage for strikes, else attack. An
// actor that is a person, a population or a nominal is an individual perpetrator,
// a named one an organisation; victims, and targets that are people, are victims;
// other targets are targets. Forces and governments called by their designation
// count as named: the corpus's capitals hide that they are. A filler is spelt as
// the keys spell: which of a mention's own words they keep is learned from DEV,
// see Spelling. The corpus holds terrorist incidents only, so there
// is one operating point: the least salience at which events and arguments count,
// those included that the whole report implies.
//
// DEV is for tuning and training; TST1 and TST2 are only ever measured.
package muc

import (
	"context"
	"fmt"
	"strings"

	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/evaluate"
)

// Tasks are the measurements of this package.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "muc4", Run: run}}
}

// Result is what was counted over some texts.
type Result struct {
	Templates Count
	Roles     [len(roleNames)]Count
	Empty     int // texts whose key holds no incident
	Alarms    int // of those, texts that got one
	Detail    []string
}

// RoleTotal is the count over all five roles.
func (r Result) RoleTotal() (c Count) {
	for _, role := range r.Roles {
		c = c.Add(role)
	}
	return c
}

// Measure scores predictions against the keys of texts.
func Measure(texts []Text, predict func(*Text) []Template) Result {
	var r Result
	for i := range texts {
		t := &texts[i]
		predicted := predict(t)
		c := ScoreTemplates(predicted, t.Key)
		r.Templates = r.Templates.Add(c)
		for role, rc := range ScoreRoles(predicted, t.Key) {
			r.Roles[role] = r.Roles[role].Add(rc)
		}
		if len(t.Key) == 0 {
			r.Empty++
			if len(predicted) > 0 {
				r.Alarms++
			}
		}
		r.Detail = append(r.Detail, fmt.Sprintf("%s right %d predicted %d gold %d\n  said %v\n  key  %v",
			t.ID, c.Right, c.Predicted, c.Gold, predicted, t.Key))
	}
	return r
}

func run(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "MUC-4 terrorist incidents"}
	held, err := Load(env.Data+"/data", TST1, TST2)
	if err != nil {
		return report, err
	}
	tuning, learner, err := learn(ctx, env.Data+"/data")
	if err != nil {
		return report, err
	}
	spelling := learner.Spelling(func(int) bool { return true })
	result := Measure(held, func(t *Text) []Template {
		if ctx.Err() != nil {
			return nil
		}
		return Templates(&env.Read("", t.Article(), t.Published).Annotations, Terrorism, spelling)
	})
	report.Rows = result.rows("MUC-4 TST1+2", "held out")
	report.Notes = append(report.Notes, note)
	readings, err := learner.CrossValidated(ctx, events.Best())
	if err != nil {
		return report, err
	}
	result = measure(tuning, readings, Terrorism)
	report.Rows = append(report.Rows, result.rows("MUC-4 DEV", "cross-validated")...)
	report.Detail = result.Detail
	report.Notes = append(report.Notes, curve(tuning, readings))
	return report, ctx.Err()
}

// measure scores readings of texts at an operating point.
func measure(texts []Text, readings []Reading, at OperatingPoint) Result {
	n := 0
	return Measure(texts, func(*Text) []Template {
		n++
		return readings[n-1].Templates(at)
	})
}

const note = `Counted from the contract's JSON as contract/metrics.md says. The shipped scorers learned from DEV; DEV is measured by five-fold cross-validation, by scorers that
learned from the other parts. How the keys spell what a report calls, "bomb" or "powerful bomb", is learned from DEV too, by the words of the mention alone:
which of them are kept. The operating point is a least salience of events and of arguments, chosen on DEV so.`

// learn observes the development texts.
func learn(ctx context.Context, data string) ([]Text, *Learner, error) {
	texts, err := Load(data, DEV)
	if err != nil {
		return nil, nil, err
	}
	docs, err := Read(ctx, texts)
	if err != nil {
		return nil, nil, err
	}
	learner, err := NewLearner(texts, docs)
	return texts, learner, err
}

// points are the least saliences of events that the curve shows.
var points = []float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}

// curve is how precision and recall go with the least salience of an event.
func curve(texts []Text, readings []Reading) string {
	var b strings.Builder
	b.WriteString("MUC-4 DEV, cross-validated, by the least salience of events:\n\n| salience from | templates P | R | F1 | fillers P | R | F1 | texts without an incident that get one |\n|---|---|---|---|---|---|---|---|\n")
	for _, least := range points {
		at := Terrorism
		at.Incident, at.Second = least, max(least, at.Second)
		r := measure(texts, readings, at)
		p, recall, f := r.Templates.PRF()
		fp, fr, ff := r.RoleTotal().PRF()
		fmt.Fprintf(&b, "| %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |\n", least, p, recall, f, fp, fr, ff, 100*float64(r.Alarms)/float64(max(1, r.Empty)))
	}
	return strings.TrimRight(b.String(), "\n")
}

func (r Result) rows(set, part string) []evaluate.Row {
	rows := []evaluate.Row{
		row(set, part, "template F1", r.Templates, 42, 60),
		row(set, part, "role-filler F1 (CEAF-REE)", r.RoleTotal(), 45, 58),
	}
	for i, c := range r.Roles {
		rows = append(rows, row(set, part, "role-filler F1, "+roleNames[i], c, 0, 0))
	}
	return append(rows, evaluate.Row{Set: set, Part: part, Measure: "texts without an incident that get one",
		Value: 100 * float64(r.Alarms) / max(1, float64(r.Empty)), N: r.Empty, Closes: 22, Goal: 8, Lower: true})
}

func row(set, part, measure string, c Count, closes, goal float64) evaluate.Row {
	p, recall, f := c.PRF()
	return evaluate.Row{Set: set, Part: part, Measure: measure, Value: f, P: p, R: recall, N: c.Gold, Closes: closes, Goal: goal}
}
