package relations

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/annotate/relations"
	"github.com/annals-project/annals/annotate/relations/scorer"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/evaluate/table"
	"github.com/annals-project/annals/model/perceptron"
)

// Tasks are the measurements of this package.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "re3d-relations", Run: run}}
}

// foldCount is the number of parts of the cross-validation.
const foldCount = 5

// counts are right, predicted and gold relations.
type counts struct{ right, predicted, gold int }

func (c counts) rates() (p, r, f float64) {
	if c.predicted > 0 {
		p = 100 * float64(c.right) / float64(c.predicted)
	}
	if c.gold > 0 {
		r = 100 * float64(c.right) / float64(c.gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

func run(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	docs, err := readRe3d(filepath.Join(env.Data, "data", "re3d"))
	if err != nil {
		return evaluate.Report{}, err
	}
	base, err := relations.New(nil)
	if err != nil {
		return evaluate.Report{}, err
	}
	b := bench{rules: base.WithScorer(nil, 0)}
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return evaluate.Report{}, err
		}
		b.sheets = append(b.sheets, b.read(env, d))
	}
	return b.crossValidate(), nil
}

// sheet is a document as read, with the rules' relations.
type sheet struct {
	document
	read  *annotate.Document
	fold  int
	rules []annals.Relation
	calls []table.Call // of the last scoring
	pairs []scorer.Example
}

type bench struct {
	rules  *relations.Relations
	sheets []sheet
}

func (b *bench) read(env evaluate.Env, d document) sheet {
	s := sheet{document: d, read: env.Read(d.Title, d.Text, "")}
	s.read.Relations = nil
	b.rules.Annotate(s.read)
	s.rules = s.read.Relations
	s.pairs = examples(s.read, d.Gold)
	return s
}

// examples are the candidate pairs of a document with what gold says of them.
func examples(d *annotate.Document, gold []relation) []scorer.Example {
	v := pattern.Of(d)
	pairs := scorer.Candidates(v)
	hints := relations.Hints(d, pairs)
	var out []scorer.Example
	for _, p := range pairs {
		a, c := &d.Mentions[p.A-1], &d.Mentions[p.B-1]
		class := scorer.None
		for _, g := range gold {
			if ends(a.Span, c.Span, g) {
				class = classOf(g.Type)
			}
		}
		if a.Entity != 0 && a.Entity == c.Entity {
			continue
		}
		out = append(out, scorer.Example{Features: scorer.Features(v, p, hints[[2]annals.Ref{p.A, p.B}], nil), Class: class})
	}
	return out
}

func ends(a, b annals.Span, g relation) bool {
	return a.Overlaps(g.A) && b.Overlaps(g.B) || a.Overlaps(g.B) && b.Overlaps(g.A)
}

func classOf(t annals.RelationType) scorer.Class {
	for c := scorer.None; c < scorer.Classes; c++ {
		if c.Type() == t {
			return c
		}
	}
	return scorer.None
}

// Examples are all training pairs of re3d in a folder of corpora, for the model
// that ships; read runs an article through the chain up to relations.
func Examples(ctx context.Context, dataDir string, read func(title, source string) *annotate.Document) ([]scorer.Example, error) {
	docs, err := readRe3d(filepath.Join(dataDir, "re3d"))
	if err != nil {
		return nil, err
	}
	base, err := relations.New(nil)
	if err != nil {
		return nil, err
	}
	b := bench{rules: base.WithScorer(nil, 0)}
	env := evaluate.Env{Read: func(title, source, _ string) *annotate.Document { return read(title, source) }}
	var out []scorer.Example
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out = append(out, b.read(env, d).pairs...)
	}
	return out, nil
}

// bestMargin is the scorer's margin at which F1 is highest on the folds.
const bestMargin = -220

// with reads the relations of the sheet's document again.
func (s *sheet) with(r *relations.Relations) *sheet {
	s.read.Relations = nil
	r.Annotate(s.read)
	return s
}

// crossValidate scores each document with a scorer trained on the others' folds.
func (b *bench) crossValidate() evaluate.Report {
	r := evaluate.Report{Title: "Relations of re3d"}
	order := make([]int, len(b.sheets))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if b.sheets[i].ID < b.sheets[j].ID {
			return -1
		}
		return 1
	})
	for n, i := range order {
		b.sheets[i].fold = n % foldCount
	}
	var rules, likely, all counts
	var calls []table.Call
	byType := map[annals.RelationType]*counts{annals.HostileTo: {}, annals.AllyOf: {}, annals.AliasOf: {}}
	for f := range foldCount {
		m := b.train(f)
		for i := range b.sheets {
			s := &b.sheets[i]
			if s.fold != f {
				continue
			}
			rules.add(s.score(s.rules, nil, nil))
			likely.add(s.with(b.rules.WithScorer(m, relations.LikelyMargin)).score(s.read.Relations, nil, nil))
			s.with(b.rules.WithScorer(m, bestMargin))
			s.calls = nil
			all.add(s.score(s.read.Relations, byType, &r.Detail))
			calls = append(calls, s.calls...)
		}
	}
	r.Rows = append(r.Rows, row("hostile, ally, alias F1, rules alone", rules, 0, 0), row("hostile, ally, alias F1, as the reader prints them", likely, 0, 0), row("hostile, ally, alias F1", all, 35, 55))
	for _, t := range []annals.RelationType{annals.HostileTo, annals.AllyOf, annals.AliasOf} {
		r.Rows = append(r.Rows, row(string(t)+" F1", *byType[t], 0, 0))
	}
	r.Notes = []string{fmt.Sprintf("Five-fold cross-validation over the %d documents in the order of their ids; mentions and entities are the reader's own. "+
		"Direction is ignored; an end matches when a mention of the entity overlaps the gold end, or its name or an alias equals it. "+
		"Relations below confidence 0.5 and relations of pronouns are left out. "+
		"Two mentions of one entity that stand side by side in a sentence count as an alias. The reader prints what is more likely right than not; the last rows take the margin with the best F1.", len(b.sheets)),
		table.Curve("relations at that margin, hostile, ally and alias, cross-validated", calls, all.gold)}
	return r
}

func (b *bench) train(without int) *perceptron.Model {
	var examples []scorer.Example
	for i := range b.sheets {
		if b.sheets[i].fold != without {
			examples = append(examples, b.sheets[i].pairs...)
		}
	}
	return scorer.Train(examples)
}

func row(measure string, c counts, closes, goal float64) evaluate.Row {
	p, r, f := c.rates()
	return evaluate.Row{Set: "re3d", Part: "cross-validated", Measure: measure, Value: f, P: p, R: r, N: c.gold, Closes: closes, Goal: goal}
}

func (c *counts) add(o counts) {
	c.right += o.right
	c.predicted += o.predicted
	c.gold += o.gold
}
