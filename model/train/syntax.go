// Package train makes the models of package model from treebanks and raw text.
// Training is deterministic: on one kind of processor the same bytes in give the
// same bytes out.
package train

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/annals-project/annals/model/boundary"
	"github.com/annals-project/annals/model/treebank"
)

// Options choose what is trained on. The zero value makes the models that ship.
type Options struct {
	All    bool // learn from the held-out tenth of the training documents, too
	Epochs int  // passes of the network over the data; 0 for the usual number
}

// Syntax trains the sentence, lemma, tag and parse models from the data under
// dataDir and writes them under outDir, the folder of package model. It prints
// how training goes to progress.
func Syntax(ctx context.Context, dataDir, outDir string, progress io.Writer, opts Options) error {
	docs, err := Documents(dataDir, opts.All)
	if err != nil {
		return err
	}
	lemmas, err := Lemmas(dataDir, docs)
	if err != nil {
		return err
	}
	ends, err := Boundary(ctx, docs, progress)
	if err != nil {
		return err
	}
	reader, err := readerModel(ctx, dataDir, docs, progress, opts.Epochs)
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"lemma/lemmas.tsv": lemmas, "boundary/boundary.bin": boundary.Encode(ends), "syntax/syntax.bin": reader} {
		if err := os.WriteFile(filepath.Join(outDir, name), b, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(progress, "%s: %d bytes\n", name, len(b))
	}
	return nil
}

// readerModel trains the network that tags and parses.
func readerModel(ctx context.Context, dataDir string, docs []treebank.Document, progress io.Writer, epochs int) ([]byte, error) {
	words, err := WordClasses(dataDir)
	if err != nil {
		return nil, err
	}
	texts, err := RawText(dataDir, docs)
	if err != nil {
		return nil, err
	}
	vectors, err := Vectors(ctx, texts, progress)
	if err != nil {
		return nil, err
	}
	if epochs == 0 {
		epochs = networkEpochs
	}
	examples, labels := examplesOf(docs)
	m, err := Network(ctx, examples, labels, words, vectors, networkShape, epochs, progress)
	if err != nil {
		return nil, err
	}
	return m.Encode(), nil
}

// Documents are the training documents of both treebanks, without the held-out
// tenth unless all are asked for.
func Documents(dataDir string, all bool) ([]treebank.Document, error) {
	var docs []treebank.Document
	for _, name := range []string{"en_ewt-ud-train", "en_gum-ud-train"} {
		d, err := treebank.Open(filepath.Join(dataDir, "ud", name+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		docs = append(docs, d...)
	}
	if !all {
		docs = slices.DeleteFunc(docs, func(d treebank.Document) bool { return d.HeldOut() })
	}
	return docs, nil
}
