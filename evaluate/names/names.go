// Package names measures the finding of names and noun phrases.
package names

import (
	"context"
	"io"
	"path/filepath"
	"unicode"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/model/names"
	"github.com/annals-project/annals/model/names/corpus"
)

// Tasks are the measurements of names.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "names", Run: shipped}, {Name: "wikigold", Run: wikigold}, {Name: "re3d-mentions", Run: re3d}}
}

// count is what a measure adds up.
type count struct{ right, found, gold int }

func (c *count) add(o count) {
	c.right, c.found, c.gold = c.right+o.right, c.found+o.found, c.gold+o.gold
}

func (c count) row(set, part, measure string, closes, goal float64) evaluate.Row {
	r := evaluate.Row{Set: set, Part: part, Measure: measure, N: c.gold, Closes: closes, Goal: goal}
	if c.found > 0 && c.gold > 0 {
		r.P, r.R = 100*float64(c.right)/float64(c.found), 100*float64(c.right)/float64(c.gold)
	}
	if r.P+r.R > 0 {
		r.Value = 2 * r.P * r.R / (r.P + r.R)
	}
	return r
}

// score counts exact spans with a type that the corpus allows. Types the corpus
// does not mark are not asked of it.
func score(f *names.Finder, docs []corpus.Document) count {
	var c count
	for i := range docs {
		d := &docs[i]
		t := d.Text()
		want := map[annals.Span]corpus.Types{}
		for _, n := range d.Names {
			want[n.Span] = n.Types
		}
		c.gold += len(want)
		for _, s := range f.Find(t, nil) {
			if d.Hidden>>s.Type&1 != 0 {
				continue
			}
			start, end := t.Bytes(s.First, s.Last)
			c.found++
			if want[annals.Span{Start: start, End: end}]>>s.Type&1 != 0 {
				c.right++
			}
		}
	}
	return c
}

// recased are copies in capitals or small letters.
func recased(docs []corpus.Document, to func(rune) rune) []corpus.Document {
	var out []corpus.Document
	for i := range docs {
		out = append(out, docs[i].Recase(to, ""))
	}
	return out
}

// shipped measures the embedded model on what it never saw.
func shipped(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Names, the shipped model", Notes: []string{
		"Exact span and type. WNUT17's group and corporation are one type, organisation, and its product and creative-work another; its documents are single posts. " +
			"GUM dev: runs of proper nouns with the type of the mention they head; it was used for tuning nothing here, and trained on not at all."}}
	f, err := names.Default()
	if err != nil {
		return r, err
	}
	data := filepath.Join(env.Data, "data")
	wnut, err := corpus.WNUT(data, "dev")
	if err != nil {
		return r, err
	}
	gum, err := corpus.GUM(data, "dev")
	if err != nil {
		return r, err
	}
	r.Rows = append(r.Rows, score(f, wnut).row("WNUT17 dev", "held out", "exact F1", 30, 40), score(f, gum).row("GUM dev", "held out", "exact F1", 0, 0),
		score(f, recased(gum, unicode.ToUpper)).row("GUM dev in capitals", "held out", "exact F1", 0, 0),
		score(f, recased(gum, unicode.ToLower)).row("GUM dev in small letters", "held out", "exact F1", 0, 0))
	return r, nil
}

// folds is how many parts cross-validation makes of a corpus, by document.
const folds = 5

// wikigold cross-validates on WikiGold: a model of the other corpora learns on
// from four fifths of the documents and is tried on the rest.
func wikigold(ctx context.Context, env evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Names, WikiGold", Notes: []string{"Five-fold cross-validation by document; exact span and type (PER, ORG, LOC, MISC). " +
		"A model of GUM, WNUT17 and the Broad Twitter Corpus learns on from four fifths of WikiGold; word classes come from raw text without WikiGold."}}
	data := filepath.Join(env.Data, "data")
	shipped, err := names.Default()
	if err != nil {
		return r, err
	}
	res := shipped.Resources()
	all, err := corpus.Training(data)
	if err != nil {
		return r, err
	}
	var wiki, other []corpus.Document
	for _, d := range all {
		if d.Corpus == "wikigold" {
			wiki = append(wiki, d)
		} else {
			other = append(other, d)
		}
	}
	base, err := names.Learn(ctx, res, corpus.Corrupted(other), io.Discard)
	if err != nil {
		return r, err
	}
	var plain, upper, lower count
	for k := range folds {
		var train, test []corpus.Document
		for _, d := range wiki {
			if d.Part(folds) == k {
				test = append(test, d)
			} else {
				train = append(train, d)
			}
		}
		t, err := names.LearnOn(ctx, base, res, train)
		if err != nil {
			return r, err
		}
		f := names.New(res, t.Model(1))
		plain.add(score(f, test))
		upper.add(score(f, recased(test, unicode.ToUpper)))
		lower.add(score(f, recased(test, unicode.ToLower)))
	}
	r.Rows = []evaluate.Row{plain.row("WikiGold", "cross-validated", "exact F1", 65, 76), upper.row("WikiGold in capitals", "cross-validated", "exact F1", 0, 0),
		lower.row("WikiGold in small letters", "cross-validated", "exact F1", 0, 0)}
	return r, nil
}
