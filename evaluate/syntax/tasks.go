package syntax

import (
	"context"
	"path/filepath"

	"github.com/annals-project/annals/evaluate"
	model "github.com/annals-project/annals/model/syntax"
	"github.com/annals-project/annals/model/treebank"
	"github.com/annals-project/annals/text"
)

// Tasks are the measurements of this package.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "syntax", Run: treebanks}, {Name: "sentences", Run: sentences}}
}

// part is a set of documents to measure on.
type part struct {
	set, part string
	docs      []treebank.Document
}

// parts are the development sets, used for tuning, and the held-out tenth of
// the training documents, which the shipped models have not seen.
func parts(data string) ([]part, error) {
	var all []part
	for _, name := range []string{"EWT", "GUM"} {
		file := map[string]string{"EWT": "en_ewt-ud", "GUM": "en_gum-ud"}[name]
		dev, err := treebank.Open(filepath.Join(data, "data", "ud", file+"-dev.conllu.gz"))
		if err != nil {
			return nil, err
		}
		train, err := treebank.Open(filepath.Join(data, "data", "ud", file+"-train.conllu.gz"))
		if err != nil {
			return nil, err
		}
		var test []treebank.Document
		for _, d := range train {
			if d.HeldOut() {
				test = append(test, d)
			}
		}
		all = append(all, part{name + " dev", "tuning", dev}, part{name + " train", "held out", test})
	}
	return all, nil
}

// bar is what a figure is to reach: closes and goal.
type bar struct{ closes, goal float64 }

// bars by set and measure; a measure without one is only reported.
var bars = map[string]bar{
	"EWT dev UPOS":                 {95, 96},
	"EWT dev UAS":                  {85, 87.5},
	"EWT dev LAS":                  {81.5, 84.5},
	"GUM dev LAS":                  {81.5, 85},
	"EWT dev UPOS in capitals":     {93, 94.8},
	"EWT dev raw text LAS":         {76, 81},
	"GUM dev raw text sentence F1": {96, 98},
}

func treebanks(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Syntax: Universal Dependencies, English", Notes: []string{
		"Gold tokens: sentences and words as the treebank cuts them, tags predicted. LAS counts full relations with their subtypes; plain LAS leaves subtypes out.",
		"Raw text: documents put together again from their words, a blank line between paragraphs, read from the first byte on. A word counts when its bytes are a gold word's, an arc when both of its ends do; F1 over words. Words of multiword tokens count one by one.",
		"Held out: the tenth of the training documents whose name hashes to 3 modulo 10; the shipped weights have not seen them.",
	}}
	m, err := model.Default()
	if err != nil {
		return report, err
	}
	r, err := text.NewReader()
	if err != nil {
		return report, err
	}
	all, err := parts(env.Data)
	if err != nil {
		return report, err
	}
	for _, p := range all {
		for _, d := range damages {
			if err := ctx.Err(); err != nil {
				return report, err
			}
			report.Rows = append(report.Rows, p.gold(Tokens(m, p.docs, d.apply), d.name)...)
		}
		report.Rows = append(report.Rows, p.raw(Raw(r, p.docs))...)
	}
	return report, nil
}

// row is one figure of a part with its bar.
func (p *part) row(measure string, value float64, n int) evaluate.Row {
	b := bars[p.set+" "+measure]
	return evaluate.Row{Set: p.set, Part: p.part, Measure: measure, Value: value, N: n, Closes: b.closes, Goal: b.goal}
}

func (p *part) gold(t Tally, damage string) []evaluate.Row {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(1, t.Words)) }
	if damage != "" {
		return []evaluate.Row{p.row("UPOS "+damage, share(t.UPOS), t.Words), p.row("LAS "+damage, share(t.Labelled), t.Words)}
	}
	return []evaluate.Row{
		p.row("UPOS", share(t.UPOS), t.Words), p.row("XPOS", share(t.XPOS), t.Words), p.row("features", share(t.Feats), t.Words),
		p.row("lemmas", share(t.Lemma), t.Words), p.row("UAS", share(t.Heads), t.Words), p.row("LAS", share(t.Labelled), t.Words),
		p.row("plain LAS", share(t.LabelledPlain), t.Words),
	}
}

func (p *part) raw(t Tally) []evaluate.Row {
	f1 := func(right int) float64 { return 100 * F1(right, t.OurWords, t.Words) }
	s := p.row("raw text sentence F1", 100*F1(t.SameSents, t.OurSents, t.Sentences), t.Sentences)
	s.P, s.R = 100*float64(t.SameSents)/float64(max(1, t.OurSents)), 100*float64(t.SameSents)/float64(max(1, t.Sentences))
	return []evaluate.Row{
		p.row("raw text word F1", f1(t.SameWords), t.Words), s, p.row("raw text UPOS", f1(t.UPOS), t.Words),
		p.row("raw text UAS", f1(t.Heads), t.Words), p.row("raw text LAS", f1(t.Labelled), t.Words),
		p.row("raw text plain LAS", f1(t.LabelledPlain), t.Words),
	}
}
