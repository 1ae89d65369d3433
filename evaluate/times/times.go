// Package times measures what annals reads of times: TIMEX3 extents and values
// on TimeBank and AQUAINT as TempEval-3 counts them, and the dates of events on
// MEANTIME.
package times

import (
	"context"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"sort"

	"github.com/annals-project/annals/evaluate"
)

// Tasks are the measurements of this package.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "times", Run: timex}, {Name: "event-dates", Run: eventDates}}
}

// tuningShare is how many documents in a hundred may be looked at while rules
// are written; the others are counted only.
const tuningShare = 60

// heldOut says whether a document is in the part never tuned on.
func heldOut(id string) bool {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()%100 >= tuningShare
}

func timex(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Times: TimeBank and AQUAINT (TempEval-3 counting)"}
	parts := map[string]*counts{"tuning": {}, "held out": {}, "all": {}}
	kinds := map[string]*errorKind{}
	for _, corpus := range []string{"TimeBank", "AQUAINT"} {
		documents, err := readTimeML(filepath.Join(env.Data, "data", "temporal", corpus))
		if err != nil {
			return report, err
		}
		for _, d := range documents {
			if err := ctx.Err(); err != nil {
				return report, err
			}
			c, misses := score(d, env.Read("", d.text, d.published).Times)
			part := "tuning"
			if heldOut(d.id) {
				part = "held out"
			}
			parts[part].add(c)
			parts["all"].add(c)
			for _, m := range misses {
				note(kinds, m, part)
				if part == "tuning" {
					report.Detail = append(report.Detail, m.line(d))
				}
			}
		}
	}
	for _, part := range []string{"held out", "tuning", "all"} {
		report.Rows = append(report.Rows, rows("TimeBank+AQUAINT", part, *parts[part])...)
	}
	report.Notes = append(report.Notes, counting, errorTable(kinds))
	return report, nil
}

const counting = "Counted as TempEval-3: relaxed is overlap one to one, strict the same extent, value F1 is relaxed F1 times the share of " +
	"relaxed matches whose TIMEX3 value is the same string. White space, full stops and commas at the edges of an extent are ignored. The creation time is given and not counted. " +
	"A range over two dates is left out, as TimeML annotates its ends. Sixty in a hundred documents, by the FNV hash of their name, were looked at while rules " +
	"were written (tuning); the rest were only counted. Before that, one list of the corpora's expressions without their texts was read, held-out documents included; while tuning, the held-out scores were printed " +
	"beside the others, and its errors were counted by named step and by document."

func rows(set, part string, c counts) []evaluate.Row {
	row := func(measure string, right int, closes, goal float64) evaluate.Row {
		p, r, f := prf(right, c.found, c.gold)
		return evaluate.Row{Set: set, Part: part, Measure: measure, Value: f, P: p, R: r, N: c.gold, Closes: closes, Goal: goal}
	}
	return []evaluate.Row{row("strict F1", c.strict, 78, 85), row("relaxed F1", c.relaxed, 87, 92), row("value F1", c.value, 72, 80)}
}

// errorKind counts errors of one kind by part, with the first example from the tuning part.
type errorKind struct {
	held, tuning int
	example      string
}

func note(kinds map[string]*errorKind, m miss, part string) {
	k := kinds[m.kind()]
	if k == nil {
		k = &errorKind{}
		kinds[m.kind()] = k
	}
	if part != "tuning" {
		k.held++
		return
	}
	k.tuning++
	if k.example == "" {
		k.example = m.example()
	}
}

func (m miss) kind() string {
	switch {
	case m.found == nil:
		return "not found: " + m.gold.kind
	case m.gold == nil:
		return "no time in the corpus: " + m.found.Type
	case m.gold.value != m.found.Value && m.gold.kind != m.found.Type:
		return "type and value: " + m.found.Type + " for " + m.gold.kind
	case m.gold.value != m.found.Value && len(m.gold.value) != len(m.found.Value):
		return "value of another grain: " + m.gold.kind
	case m.gold.value != m.found.Value:
		return "value of the same grain: " + m.gold.kind
	}
	return "extent only"
}

func (m miss) example() string {
	switch {
	case m.found == nil:
		return fmt.Sprintf("“%s” %s", m.gold.text, m.gold.value)
	case m.gold == nil:
		return fmt.Sprintf("“%s” %s", m.found.Text, m.found.Value)
	}
	return fmt.Sprintf("“%s” %s, read as “%s” %s", m.gold.text, m.gold.value, m.found.Text, m.found.Value)
}

func (m miss) line(d document) string {
	var at int
	if m.gold != nil {
		at = m.gold.Start
	} else {
		at = m.found.Start
	}
	around := d.text[max(0, at-50):min(len(d.text), at+50)]
	return fmt.Sprintf("%s [%s]\t%s\t%s\t%q", d.id, d.published, m.kind(), m.example(), around)
}

func errorTable(kinds map[string]*errorKind) string {
	names := sortedKeys(kinds)
	sort.SliceStable(names, func(i, j int) bool {
		a, b := names[i], names[j]
		return kinds[a].held > kinds[b].held
	})
	s := "| kind of error | held out | tuning | example (tuning part) |\n|---|---|---|---|\n"
	for _, name := range names {
		s += fmt.Sprintf("| %s | %d | %d | %s |\n", name, kinds[name].held, kinds[name].tuning, kinds[name].example)
	}
	return s
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
