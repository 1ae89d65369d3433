// Package upstream measures how well it is found that two outlets have what they
// tell from one source: one person's words, one body's report, one agency.
package upstream

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/passes"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/resolve"
)

// tables are labels.tsv, tuning.tsv, drawn.tsv, third.tsv and fourth.tsv (more pairs,
// for tuning alone), blind.tsv (more pairs, held out) and, where a second pass of labelling was made, second.tsv.
//
//go:embed *.tsv
var tables embed.FS

// What is asked of the F1.
const (
	closes = 75
	goal   = 90
)

// lastTuning is the last topic of ECB+ that may be tuned on.
const lastTuning = 20

// Tasks are the measurements of shared upstream.
func Tasks() []evaluate.Task { return []evaluate.Task{{Name: "upstream", Run: run}} }

// side is a sentence of a report.
type side struct {
	report   string
	sentence int
}

// pair is two sentences, with whether they share their upstream.
type pair struct {
	sides  [2]side
	shared bool
}

func (p *pair) part() string {
	topic, _, _ := strings.Cut(p.sides[0].report, "_")
	if n, err := strconv.Atoi(topic); err == nil && n <= lastTuning {
		return "tuning"
	}
	return "held out"
}

// read gives the pairs of a table; none when there is no such table.
func read(name string) ([]pair, error) {
	table, err := tables.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []pair
	for line := range strings.Lines(string(table)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 5 || f[4] != "shared" && f[4] != "apart" {
			return nil, fmt.Errorf("%s: %q is no pair", name, line)
		}
		p := pair{shared: f[4] == "shared"}
		for i := range p.sides {
			n, err := strconv.Atoi(f[2*i+1])
			if err != nil {
				return nil, fmt.Errorf("%s: %q: %w", name, line, err)
			}
			p.sides[i] = side{f[2*i], n}
		}
		out = append(out, p)
	}
	return out, err
}

// byPair is the label of each pair.
func byPair(pairs []pair) map[string]string {
	out := map[string]string{}
	for _, p := range pairs {
		out[fmt.Sprint(p.sides)] = fmt.Sprint(p.shared)
	}
	return out
}

func run(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Shared upstream"}
	docs, err := cat.ECBPlus(env.Data)
	if err != nil {
		return r, err
	}
	labels, err := read("labels.tsv")
	more, errMore := read("tuning.tsv")
	drawn, errDrawn := read("drawn.tsv")
	third, errThird := read("third.tsv")
	fourth, errFourth := read("fourth.tsv")
	blind, errBlind := read("blind.tsv")
	second, errSecond := read("second.tsv")
	if err := errors.Join(err, errMore, errDrawn, errThird, errFourth, errBlind, errSecond); err != nil {
		return r, err
	}
	for _, set := range []struct {
		name, part string
		pairs      []pair
	}{
		{"ECB+ pairs", "tuning", inPart(labels, "tuning")},
		{"ECB+, more pairs", "tuning", more},
		{"ECB+, a further draw", "tuning", drawn},
		{"ECB+, a third draw", "tuning", third},
		{"ECB+, a fourth draw", "tuning", fourth},
		{"ECB+ pairs", "held out", inPart(labels, "held out")},
		{"ECB+ pairs, labelled blind", "held out", blind},
	} {
		s, err := measure(ctx, docs, set.pairs)
		if err != nil {
			return r, err
		}
		r.Rows = append(r.Rows, evaluate.Row{Set: set.name, Part: set.part, Measure: "F1", Value: s.f1(), P: s.precision(), R: s.recall(), N: len(set.pairs), Closes: closes, Goal: goal})
		if set.part == "tuning" { // nobody looks at the errors of the other
			r.Detail = append(r.Detail, s.errors...)
		}
	}
	r.Notes = []string{"Two sentences count as sharing their upstream when a statement of one has the origin of a statement of the other, when they name one source, or when one has its wording from the other or both from a third; until the further draw was labelled only the first counted. All reports of a set are resolved together. " +
		"Tuning: topics 1-20; the rest was never tuned on. The pairs of the first table were labelled before the code; those of the next three were labelled by whoever wrote the rules. The further draw is two: 70 pairs, at first look 63.3 with the rules as they were, and 28 more, at first look 76.9 with those changed for the others. " +
		"So is the third: 90 pairs, at first look 65.2, and 51 more, at first look 80.0 with the rules changed for those. " +
		"The fourth draw, as the held-out pairs labelled blind, was labelled by runs of a large language model that knew nothing of the rules: at first look 68.3. The rules on officers, on who speaks for a person and on leads were then written on it (78.7 before them): they left both held-out rows as they were.",
		passes.Agreement(byPair(labels), byPair(second))}
	return r, nil
}

func inPart(pairs []pair, part string) []pair {
	var out []pair
	for _, p := range pairs {
		if p.part() == part {
			out = append(out, p)
		}
	}
	return out
}

// score counts pairs.
type score struct {
	right, found, gold int
	errors             []string
}

func (s *score) precision() float64 { return percent(s.right, s.found) }
func (s *score) recall() float64    { return percent(s.right, s.gold) }
func (s *score) f1() float64        { return percent(2*s.right, s.found+s.gold) }

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

func measure(ctx context.Context, docs []cat.Document, pairs []pair) (score, error) {
	var s score
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		return s, err
	}
	known, err := pipeline.Aliases()
	if err != nil {
		return s, err
	}
	wanted := map[string]bool{}
	for _, x := range pairs {
		wanted[x.sides[0].report], wanted[x.sides[1].report] = true, true
	}
	byID := map[string]*cat.Document{}
	var readings []*annals.Reading
	for i := range docs {
		if d := &docs[i]; wanted[d.ID] {
			if err := ctx.Err(); err != nil {
				return s, err
			}
			byID[d.ID] = d
			readings = append(readings, p.Read(&annals.Document{ID: d.ID, Text: d.Text, Language: "en"}))
		}
	}
	res := resolve.Resolve(readings, nil, known)
	for _, x := range pairs {
		a, b := passage(res, byID, x.sides[0]), passage(res, byID, x.sides[1])
		s.add(x, res.OneSource(a, b))
	}
	return s, nil
}

func (s *score) add(x pair, got bool) {
	if x.shared {
		s.gold++
	}
	if got {
		s.found++
	}
	switch {
	case got && x.shared:
		s.right++
	case got != x.shared:
		s.errors = append(s.errors, fmt.Sprintf("%v %v: shared %v, found %v", x.sides[0], x.sides[1], x.shared, got))
	}
}

// passage is where a sentence stands.
func passage(res *resolve.Resolution, docs map[string]*cat.Document, x side) resolve.Passage {
	var span annals.Span
	for _, t := range docs[x.report].Tokens {
		if t.Sentence == x.sentence {
			if span.Empty() {
				span.Start = t.Start
			}
			span.End = t.End
		}
	}
	at := slices.IndexFunc(res.Readings, func(r *annals.Reading) bool { return r.Document.ID == x.report })
	return resolve.Passage{Reading: at, Span: span}
}
