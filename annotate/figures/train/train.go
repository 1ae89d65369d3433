// Package train makes the weights by which package figures chooses the event and the
// time of a figure, from figures labelled by hand in texts of MUC-4 (DEV), ECB+ and
// MEANTIME that are not held out, and from short reports of our own (lessons.tsv).
package train

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/damage"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/annotate/events/linear"
	"github.com/annals-project/annals/annotate/figures"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/annotate/places"
	"github.com/annals-project/annals/annotate/times"
	labelled "github.com/annals-project/annals/evaluate/figures"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/text"
)

// settings of training, chosen on labels parted by document eight ways.
var settings = linear.Settings{Epochs: 15, Rate: 0.04, Decay: 1e-3, MinCount: 6}

// Train reads the labelled texts below dataDir (the folder with the corpora), learns both
// scorers and writes their weights to outDir. It is the same every time.
func Train(ctx context.Context, dataDir, outDir string, progress func(string)) error {
	before, err := reader()
	if err != nil {
		return err
	}
	r, err := figures.New(figures.DefaultTable)
	if err != nil {
		return err
	}
	lessons, err := labelled.Learn(ctx, dataDir, r, before)
	if err != nil {
		return err
	}
	if err := tell(&lessons, r, before); err != nil {
		return err
	}
	progress(fmt.Sprintf("learning from %d figures with their events, %d with their times", len(lessons.Events), len(lessons.Times)))
	for name, groups := range map[string][]linear.Group{"events.bin": lessons.Events, "times.bin": lessons.Times} {
		if err := os.WriteFile(filepath.Join(outDir, name), linear.Rank(groups, settings).Bytes(), 0o644); err != nil {
			return fmt.Errorf("weights of figures: %w", err)
		}
	}
	return nil
}

// ownWeight is how often a lesson of ours counts: modern prose has to hold its own against
// some two thousand labels in old wire copy and tokenised text.
const ownWeight = 3

//go:embed lessons.tsv
var own string

// tell adds the lessons of lessons.tsv.
func tell(lessons *labelled.Lessons, r *figures.Reader, before func(*annals.Document) *annotate.Document) error {
	for n, line := range strings.Split(strings.TrimSuffix(own, "\n"), "\n") {
		c := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(c) != 4 {
			return fmt.Errorf("lessons.tsv:%d: %d columns, want 4", n+1, len(c))
		}
		for range ownWeight {
			d := before(&annals.Document{Text: c[0], Language: "en", Published: &annals.Published{EDTF: "2024-03-15"}})
			if !lessons.Told(d, r, c[1], strings.Split(c[2], "|"), strings.Split(c[3], "|")) {
				return fmt.Errorf("lessons.tsv:%d: %q is no figure", n+1, c[1])
			}
		}
	}
	return nil
}

// reader reads a document up to where figures begin.
func reader() (func(*annals.Document) *annotate.Document, error) {
	words, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	find, err := mentions.New()
	if err != nil {
		return nil, err
	}
	resolve, err := coref.New()
	if err != nil {
		return nil, err
	}
	g, err := gazetteer.Open()
	if err != nil {
		return nil, err
	}
	when, err := times.New()
	if err != nil {
		return nil, err
	}
	what, err := events.New()
	if err != nil {
		return nil, err
	}
	chain, err := annotate.NewChain(damage.New(), find, resolve, places.New(g), when, what)
	if err != nil {
		return nil, err
	}
	return func(doc *annals.Document) *annotate.Document {
		d := &annotate.Document{Doc: doc, Text: words.Read(doc.Text)}
		chain.Annotate(d)
		return d
	}, nil
}
