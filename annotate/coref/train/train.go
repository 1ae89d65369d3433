// Package train learns the ranking model of coreference from the GUM treebank,
// on mentions as the reader itself finds them.
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
	rate     = 0.1
	epochs   = 6
	smallest = 0.02 // of a weight, in natural logarithms
)

// Train makes coref.bin in outDir from the corpora in dataDir. The same corpora
// and the same models of syntax and names give the same bytes.
func Train(ctx context.Context, dataDir, outDir string, progress io.Writer) error {
	docs, err := gum.Open(filepath.Join(dataDir, "ud/en_gum-ud-train.conllu.gz"))
	if err != nil {
		return err
	}
	p, err := newPreparer()
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
	return os.WriteFile(filepath.Join(outDir, "coref.bin"), packed, 0o644)
}

// preparer reads documents up to their mentions.
type preparer struct {
	reader   *text.Reader
	mentions *mentions.Finder
	lexicon  *actors.Lexicon
}

func newPreparer() (*preparer, error) {
	r, err := text.NewReader()
	if err != nil {
		return nil, err
	}
	m, err := mentions.New()
	if err != nil {
		return nil, err
	}
	l, err := actors.Default()
	return &preparer{r, m, l}, err
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
