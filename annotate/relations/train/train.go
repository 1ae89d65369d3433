// Package train makes the weights of the scorer of package relations from the
// relations of re3d, on syntax, mentions, entities and claims as the program
// finds them.
package train

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/damage"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/annotate/relations/scorer"
	"github.com/annals-project/annals/evaluate/relations"
	"github.com/annals-project/annals/text"
)

// Train reads re3d below dataDir (the folder with the corpora), learns the
// scorer and writes outDir/scorer.bin. It is the same every time.
func Train(ctx context.Context, dataDir, outDir string, progress func(string)) error {
	read, err := reader()
	if err != nil {
		return err
	}
	examples, err := relations.Examples(ctx, dataDir, read)
	if err != nil {
		return err
	}
	related := 0
	for i := range examples {
		if examples[i].Class != scorer.None {
			related++
		}
	}
	progress(fmt.Sprintf("learning from %d pairs, %d of them related", len(examples), related))
	path := filepath.Join(outDir, "scorer.bin")
	if err := os.WriteFile(path, scorer.Train(examples).Append(nil), 0o644); err != nil {
		return fmt.Errorf("weights of relations: %w", err)
	}
	return nil
}

// reader reads an article up to where relations begin.
func reader() (func(title, source string) *annotate.Document, error) {
	words, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	m, err := mentions.New()
	if err != nil {
		return nil, err
	}
	c, err := coref.New()
	if err != nil {
		return nil, err
	}
	k, err := claims.New(nil)
	if err != nil {
		return nil, err
	}
	chain, err := annotate.NewChain(damage.New(), m, c, k)
	if err != nil {
		return nil, err
	}
	return func(title, source string) *annotate.Document {
		d := &annotate.Document{Doc: &annals.Document{Title: title, Text: source, Language: "en"}, Text: words.Read(source)}
		chain.Annotate(d)
		return d
	}, nil
}
