// Package conflicts measures whether counts that contradict each other are told
// from updates, from parts and totals, and from what is compatible.
package conflicts

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/cat"
	"github.com/annals-project/annals/evaluate/muc"
	"github.com/annals-project/annals/evaluate/passes"
)

// tables are labels.tsv, tuning.tsv (more pairs, for tuning alone) and, where a
// second pass of labelling was made, second.tsv.
//
//go:embed *.tsv
var tables embed.FS

// closes and goal are what the share of pairs told right is held against.
const (
	closes = 80
	goal   = 92
)

// Tasks are the measurements of this package.
func Tasks() []evaluate.Task { return []evaluate.Task{{Name: "conflicts", Run: run}} }

// label is one pair of counts and how a person says that they stand.
type label struct {
	part    string
	reports [2]string
	spans   [2]annals.Span
	measure annals.Measure
	fit     account.Fit
}

// labels gives the pairs of a table; none when there is no such table.
func labels(name string) ([]label, error) {
	text, err := tables.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []label
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 9 {
			return nil, fmt.Errorf("%s: %d columns, want 9: %s", name, len(f), line)
		}
		l := label{part: f[0], reports: [2]string{f[1], f[4]}, measure: annals.Measure(f[7]), fit: account.Fit(f[8])}
		for i, at := range []int{2, 5} {
			start, err := strconv.Atoi(f[at])
			end, err2 := strconv.Atoi(f[at+1])
			if err != nil || err2 != nil {
				return nil, fmt.Errorf("%s: no span in %s", name, line)
			}
			l.spans[i] = annals.Span{Start: start, End: end}
		}
		out = append(out, l)
	}
	return out, err
}

// byPair is how a person says that the counts of each pair stand.
func byPair(all []label) map[string]string {
	out := map[string]string{}
	for _, l := range all {
		out[fmt.Sprint(l.reports, l.spans, l.measure)] = string(l.fit)
	}
	return out
}

func run(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	gold, err := labels("labels.tsv")
	more, errMore := labels("tuning.tsv")
	second, errSecond := labels("second.tsv")
	if err := errors.Join(err, errMore, errSecond); err != nil {
		return evaluate.Report{}, err
	}
	agreement := passes.Agreement(byPair(gold), byPair(second))
	gold = append(gold, more...)
	texts, err := reports(env.Data)
	if err != nil {
		return evaluate.Report{}, err
	}
	readings := map[string]*annals.Reading{}
	for _, l := range gold {
		for _, id := range l.reports {
			if readings[id] == nil {
				readings[id] = read(env, id, texts[id])
			}
		}
	}
	c := counts{confused: map[string]int{}, right: map[string]int{}, all: map[string]int{}}
	report := evaluate.Report{Title: "Counts that contradict each other, replace each other, are parts, or are compatible"}
	for _, l := range gold {
		got := judge(readings, &l)
		c.take(&l, got)
		if l.part != "held out" {
			report.Detail = append(report.Detail, fmt.Sprintf("%s, want %s: %s:%d and %s:%d", got, l.fit, l.reports[0], l.spans[0].Start, l.reports[1], l.spans[1].Start))
		}
	}
	report.Rows = c.rows()
	report.Notes = c.notes(agreement)
	return report, nil
}

// text is one report as the labels point into it.
type text struct{ body, published string }

// reports are the texts of ECB+ and MUC-4 DEV by the labels' names.
func reports(data string) (map[string]text, error) {
	out := map[string]text{}
	documents, err := cat.ECBPlus(data)
	if err != nil {
		return nil, err
	}
	for _, d := range documents {
		out["ecb/"+d.ID] = text{d.Text, ""}
	}
	press, err := muc.Load(filepath.Join(data, "data"), muc.DEV)
	for _, t := range press {
		out["muc/"+t.ID] = text{t.Body, t.Published}
	}
	return out, err
}

func read(env evaluate.Env, id string, t text) *annals.Reading {
	d := env.Read("", t.body, t.published)
	d.Doc.ID, d.Doc.URI = id, id
	r := &annals.Reading{Document: d.Doc, Annotations: d.Annotations}
	for i := range d.Text.Sentences {
		r.Sentences = append(r.Sentences, annals.Span{Start: d.Text.Sentences[i].Start, End: d.Text.Sentences[i].End})
	}
	return r
}

// judge is how the account of the two reports says the two counts stand; "not
// read" when a count is not found where the label has it.
func judge(readings map[string]*annals.Reading, l *label) account.Fit {
	in := []*annals.Reading{readings[l.reports[0]]}
	if l.reports[1] != l.reports[0] {
		in = append(in, readings[l.reports[1]])
	}
	a := account.Derive(account.Input{Readings: in})
	var entries [2]account.Entry
	for i, id := range l.reports {
		for reading, r := range a.Resolution.Readings {
			if r.Document.ID != id {
				continue
			}
			for n := range r.Figures {
				if f := &r.Figures[n]; f.Overlaps(l.spans[i]) && f.Measure == l.measure && entries[i].Figure == nil {
					entries[i] = a.Entry(reading, annals.Ref(n+1))
				}
			}
		}
		if entries[i].Figure == nil {
			return notRead
		}
	}
	fit, _ := a.Compare(&entries[0], &entries[1])
	return fit
}

const notRead account.Fit = "not read"
