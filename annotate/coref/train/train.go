// Package train makes the models of names, phrases and coreference, each with
// the ones made before it.
package train

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/coref"
	"github.com/annals-project/annals/annotate/mentions"
	"github.com/annals-project/annals/gazetteer/actors"
	ranking "github.com/annals-project/annals/model/coref"
	"github.com/annals-project/annals/model/gum"
	"github.com/annals-project/annals/model/names"
	"github.com/annals-project/annals/text"
)

// How the ranker is trained; set on GUM dev.
const (
	rate     = 0.05
	epochs   = 6
	smallest = 0.02 // of a weight, in natural logarithms
)

// Train makes names/names.bin, names/phrases.bin and coref/coref.bin in modelDir
// from the corpora in dataDir, with the syntax embedded in the program, and
// tells its progress a line at a time. The same corpora and syntax give the same
// bytes.
func Train(ctx context.Context, dataDir, modelDir string, progress io.Writer) error {
	namesDir := filepath.Join(modelDir, "names")
	if err := names.Train(ctx, dataDir, namesDir, progress); err != nil {
		return err
	}
	if err := names.TrainPhrases(ctx, dataDir, namesDir, progress); err != nil {
		return err
	}
	return Coreference(ctx, dataDir, modelDir, progress)
}

// Coreference makes coref/coref.bin in modelDir from GUM, on mentions as the
// models of names and phrases in modelDir find them.
func Coreference(ctx context.Context, dataDir, modelDir string, progress io.Writer) error {
	docs, err := gum.Open(filepath.Join(dataDir, "ud/en_gum-ud-train.conllu.gz"))
	if err != nil {
		return err
	}
	p, err := newPreparer(filepath.Join(modelDir, "names"))
	if err != nil {
		return err
	}
	var choices []ranking.Choice
	for i := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !docs[i].HeldOut() {
			choices = append(choices, p.choices(&docs[i])...)
		}
	}
	t := ranking.NewTrainer(rate)
	for range epochs {
		for _, c := range choices {
			t.Learn(c)
		}
	}
	raw := t.Ranker(smallest).Append(nil)
	packed, err := names.Pack(raw)
	if err != nil {
		return err
	}
	fmt.Fprintf(progress, "coref: %d mentions learned from, %d bytes\n", len(choices), len(packed))
	return os.WriteFile(filepath.Join(modelDir, "coref", "coref.bin"), packed, 0o644)
}

// preparer reads documents up to their mentions.
type preparer struct {
	reader   *text.Reader
	mentions *mentions.Finder
	lexicon  *actors.Lexicon
}

func newPreparer(namesDir string) (*preparer, error) {
	r, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	l, err := actors.Default()
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(filepath.Join(namesDir, "names.bin"))
	if err != nil {
		return nil, err
	}
	n, err := names.Decode(b)
	if err != nil {
		return nil, err
	}
	if b, err = os.ReadFile(filepath.Join(namesDir, "phrases.bin")); err != nil {
		return nil, err
	}
	ph, err := names.DecodePhrases(n.Resources(), b)
	if err != nil {
		return nil, err
	}
	return &preparer{r, mentions.With(l, n, ph), l}, nil
}

func (p *preparer) choices(g *gum.Document) []ranking.Choice {
	d := &annotate.Document{Doc: &annals.Document{Text: g.Text}, Text: p.reader.Read(g.Text)}
	p.mentions.Annotate(d)
	return coref.Choices(p.lexicon, d, Gold(g, d.Mentions))
}

// Gold names, for each mention found, the entity of the document's own mention
// with the same head word; "" where there is none. Mentions that share a head
// share the entity of the longest.
func Gold(g *gum.Document, found []annals.Mention) []string {
	byHead := map[int]string{}
	length := map[int]int{}
	for _, m := range g.Mentions {
		at := g.Words[m.Head].Start
		if n := m.Last - m.First; n > length[at] {
			byHead[at], length[at] = m.Entity, n
		}
	}
	out := make([]string, len(found))
	for i, m := range found {
		out[i] = byHead[m.Head.Start]
	}
	return out
}
