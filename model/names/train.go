package names

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/gazetteer/actors/compile"
	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
)

// How the model is trained; set by cross-validation on WikiGold.
const (
	rate     = 0.05
	epochs   = 5
	smallest = 2 // of a weight, in 1/chain.Unit: smaller ones are dropped
	seed     = 7
)

// Train makes names.bin in outDir from the corpora in dataDir and tells its
// progress a line at a time. The same corpora give the same bytes.
func Train(ctx context.Context, dataDir, outDir string, progress io.Writer) error {
	r, err := Prepare(dataDir)
	if err != nil {
		return err
	}
	fmt.Fprintln(progress, "names: word classes learned")
	docs, err := corpus.Training(dataDir)
	if err != nil {
		return err
	}
	t, err := Learn(ctx, r, corpus.Corrupted(docs), progress)
	if err != nil {
		return err
	}
	m := t.Model(smallest)
	b, err := Encode(New(r, m))
	if err != nil {
		return err
	}
	fmt.Fprintf(progress, "names: %d features, %d bytes\n", m.Size(), len(b))
	return os.WriteFile(filepath.Join(outDir, "names.bin"), b, 0o644)
}

// Prepare makes the look-ups of the features: lists of names, and word classes
// learned from raw text.
func Prepare(dataDir string) (*Resources, error) {
	lexicon, err := actors.Default()
	if err != nil {
		return nil, err
	}
	listed, err := compile.Listed(dataDir)
	if err != nil {
		return nil, err
	}
	raw, err := corpus.Raw(dataDir)
	if err != nil {
		return nil, err
	}
	return &Resources{lexicon, listed, MakeClusters(raw)}, nil
}

// Learn trains a model on documents.
func Learn(ctx context.Context, r *Resources, docs []corpus.Document, progress io.Writer) (*chain.Trainer, error) {
	t := chain.NewTrainer(corpus.Labels)
	t.Rate = rate
	examples := Examples(r, docs)
	t.Count(examples, 1)
	err := t.Run(ctx, examples, epochs, seed, func(epoch int) { fmt.Fprintf(progress, "names: epoch %d of %d\n", epoch, epochs) })
	return t, err
}

// Examples turns documents into sequences to learn from, one a sentence.
func Examples(r *Resources, docs []corpus.Document) []chain.Example {
	x := extractor{resources: r}
	var out []chain.Example
	for i := range docs {
		d := &docs[i]
		t := d.Text()
		x.read(t)
		allowed := d.Allowed(t)
		for s := range t.Sentences {
			first, last := t.Sentences[s].First, t.Sentences[s].Last
			e := chain.Example{Allowed: allowed[first:last]}
			for j := first; j < last; j++ {
				e.Features = append(e.Features, append([]uint64(nil), x.of(t, j, first, last)...))
			}
			out = append(out, e)
		}
	}
	return out
}

// moreEpochs is how often a trained model goes over the documents it learns on
// from.
const moreEpochs = 4

// LearnOn lets a copy of a trained model learn on from more documents.
func LearnOn(ctx context.Context, base *chain.Trainer, r *Resources, docs []corpus.Document) (*chain.Trainer, error) {
	t := base.Clone()
	examples := Examples(r, docs)
	t.Count(examples, 1)
	return t, t.Run(ctx, examples, moreEpochs, seed, nil)
}
