// Package muc measures the reader on the terrorism reports of the fourth
// Message Understanding Conference.
//
// An incident is a group of events that same_as ties together. Used are ASSAULT
// (crowd control left out) and strikes, neither denied nor hypothetical. Its type
// is kidnapping for abductions, bombing for explosives and suicide attacks, arson
// for fire, robbery for theft, forced work stoppage for strikes, else attack. An
// actor that is a person, a population or a nominal is an individual perpetrator,
// a named one an organisation; victims, and targets that are people, are victims;
// other targets are targets. The corpus holds terrorist incidents only, so there
// is one operating point: the least probability, by the scorers learned from DEV, at
// which events and arguments count (events.Component.Weigh).
//
// DEV is for tuning and training; TST1 and TST2 are only ever measured.
package muc

import (
	"context"
	"fmt"

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
	for _, set := range []struct {
		name, part string
		parts      []Part
	}{{"MUC-4 TST1+2", "held out", []Part{TST1, TST2}}, {"MUC-4 DEV", "tuning", []Part{DEV}}} {
		texts, err := Load(env.Data+"/data", set.parts...)
		if err != nil {
			return report, err
		}
		result := Measure(texts, func(t *Text) []Template {
			if ctx.Err() != nil {
				return nil
			}
			d := env.Read("", t.Article(), t.Published)
			return Templates(&d.Annotations, Terrorism)
		})
		report.Rows = append(report.Rows, result.rows(set.name, set.part)...)
		if set.part == "held out" {
			report.Detail = result.Detail
		}
	}
	return report, ctx.Err()
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
