package seeds

import (
	"context"
	_ "embed"
	"fmt"
	"path/filepath"
	"sort"
	"strings"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/evaluate"
)

// judged is what a person judged of everything else that is printed for the
// four reports: report, kind, first byte, words, right or invented.
//
//go:embed judged.tsv
var judged string

// Tasks lists the tasks of this package.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "seeds", Run: run}, {Name: "reports", Run: runReports}}
}

func run(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	g, err := readGold(env.Data)
	if err != nil {
		return evaluate.Report{}, err
	}
	r := evaluate.Report{Title: "Facts read by hand in four reports"}
	facts := tally{}
	documents := map[string]*annotate.Document{}
	for i := range g.Facts {
		f := &g.Facts[i]
		if documents[f.Doc] == nil {
			if documents[f.Doc], err = env.Extract(filepath.Join(env.Data, "seeds", f.Doc)); err != nil {
				return r, err
			}
		}
		facts.add(&r, fmt.Sprintf("%s %s %q", f.Doc[:3], f.Kind, f.Evidence), g.judge(f, documents[f.Doc]))
	}
	a, err := env.Account(filepath.Join(env.Data, "seeds"))
	if err != nil {
		return r, err
	}
	between := tally{}
	for i := range g.Across {
		between.add(&r, "between "+strings.Join(append([]string{g.Across[i].Kind}, g.Across[i].Docs...), " "), g.across(&g.Across[i], a))
	}
	r.Rows = []evaluate.Row{
		{Set: "seeds", Part: "all", Measure: "facts found", Value: float64(facts["found"]), N: len(g.Facts), Unit: "facts", Closes: 30, Goal: float64(len(g.Facts))},
		{Set: "seeds", Part: "all", Measure: "facts wrong", Value: float64(facts["wrong"]), N: len(g.Facts), Unit: "facts", Lower: true},
		{Set: "seeds", Part: "all", Measure: "facts between reports", Value: float64(between["found"]), N: len(g.Across), Unit: "facts", Closes: 4, Goal: 4},
	}
	inventions(&r, a)
	return r, nil
}

// tally counts outcomes.
type tally map[string]int

func (t tally) add(r *evaluate.Report, what string, v verdict) {
	t[v.outcome]++
	line := fmt.Sprintf("%-6s %s", v.outcome, what)
	if v.seen != "" {
		line += " — seen: " + v.seen
	}
	r.Detail = append(r.Detail, line)
}

// inventions counts what is printed for the reports against the judgements of
// a person. What nobody has judged yet is listed and counted apart.
func inventions(r *evaluate.Report, a *account.Account) {
	known := map[string]string{}
	for line := range strings.Lines(judged) {
		if key, verdict, ok := cutLast(strings.TrimSuffix(line, "\n"), "\t"); ok && !strings.HasPrefix(line, "#") {
			known[key] = verdict
		}
	}
	counts := map[string]int{}
	for _, key := range printed(a) {
		verdict := known[key]
		if verdict == "" {
			verdict = "unjudged"
		}
		counts[verdict]++
		if verdict != "right" {
			r.Detail = append(r.Detail, verdict+" "+key)
		}
	}
	n := counts["right"] + counts["invented"]
	r.Rows = append(r.Rows,
		evaluate.Row{Set: "seeds", Part: "all", Measure: "inventions among what is printed", Value: share(counts["invented"], n), N: n, Closes: 5, Goal: 0, Lower: true},
		evaluate.Row{Set: "seeds", Part: "all", Measure: "printed, not yet judged", Value: float64(counts["unjudged"]), N: n + counts["unjudged"], Unit: "items", Lower: true})
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return "", "", false
	}
	return s[:i], s[i+len(sep):], true
}

func share(part, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(part) / float64(of)
}

// printed lists every event, figure, claim and relation of the reports, each as
// the line under which it is judged.
func printed(a *account.Account) []string {
	var out []string
	for reading := range a.Resolution.Readings {
		r := a.Reading(reading)
		file := filepath.Base(r.Document.URI)[:3]
		add := func(kind string, at int, words string) {
			out = append(out, fmt.Sprintf("%s\t%s\t%d\t%s", file, kind, at, strings.Join(strings.Fields(words), " ")))
		}
		for i := range r.Events {
			add("event", r.Events[i].Trigger.Start, eventWords(r, &r.Events[i]))
		}
		for i := range r.Figures {
			add("figure", r.Figures[i].Start, figureWords(r, &r.Figures[i]))
		}
		for i := range r.Claims {
			add("claim", firstByte(&r.Claims[i]), claimWords(r, &r.Claims[i]))
		}
		for i := range r.Relations {
			x := &r.Relations[i]
			add("relation", x.Start, fmt.Sprintf("%s %s %s", entityName(r, x.From), x.Type, entityName(r, x.To)))
		}
	}
	sort.Strings(out)
	return out
}
