package names

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// How the phrase model is trained; set by cross-validation on re3d.
const (
	phraseRate   = 0.05
	phraseEpochs = 6
	gumWeight    = 0.25 // of a GUM sentence beside one of re3d
)

// TrainPhrases makes phrases.bin in outDir from re3d and GUM, with the names
// that the names.bin there finds.
func TrainPhrases(ctx context.Context, dataDir, outDir string, progress io.Writer) error {
	b, err := os.ReadFile(filepath.Join(outDir, "names.bin"))
	if err != nil {
		return fmt.Errorf("phrases need the names model first: %w", err)
	}
	finder, err := Decode(b)
	if err != nil {
		return err
	}
	reader, err := text.NewReader()
	if err != nil {
		return err
	}
	docs, err := corpus.RE3D(dataDir)
	if err != nil {
		return err
	}
	gum, err := corpus.GUMPhrases(dataDir, "train", finder.resources.Actors)
	if err != nil {
		return err
	}
	t, err := LearnPhrases(ctx, finder, Tag(reader, finder, append(docs, gum...), true))
	if err != nil {
		return err
	}
	m := t.Model(1)
	if b, err = Pack(m.Append(nil)); err != nil {
		return err
	}
	fmt.Fprintf(progress, "phrases: %d features, %d bytes\n", m.Size(), len(b))
	return os.WriteFile(filepath.Join(outDir, "phrases.bin"), b, 0o644)
}

// Tagged is a read text with its phrases.
type Tagged struct {
	Text    *text.Text
	Named   []chain.Span
	Phrases []corpus.Phrase
	Hidden  uint16
	Weight  float32
}

// Tag reads documents; with corrupted, one in three a second time in capitals
// and another third in small letters.
func Tag(r *text.Reader, f *Finder, docs []corpus.Annotated, corrupted bool) []Tagged {
	var out []Tagged
	for i, d := range docs {
		sources := []string{d.Source}
		if corrupted && i%3 == 0 {
			sources = append(sources, strings.ToUpper(d.Source))
		}
		if corrupted && i%3 == 1 {
			sources = append(sources, strings.ToLower(d.Source))
		}
		for _, s := range sources {
			if len(s) != len(d.Source) {
				continue // a letter's other case takes another number of bytes
			}
			t := r.Read(s)
			tagged := Tagged{Text: t, Named: f.Find(t, nil), Phrases: d.Phrases, Hidden: d.Hidden, Weight: 1}
			if d.Corpus == "gum" {
				tagged.Weight = gumWeight
			}
			out = append(out, tagged)
		}
	}
	return out
}

// LearnPhrases trains a phrase model on read documents.
func LearnPhrases(ctx context.Context, f *Finder, docs []Tagged) (*chain.Trainer, error) {
	t := chain.NewTrainer(corpus.PhraseLabels)
	t.Rate = phraseRate
	examples := phraseExamples(f.resources, docs)
	t.Count(examples, 1)
	return t, t.Run(ctx, examples, phraseEpochs, seed, nil)
}

// phraseExamples turns read documents into sequences to learn from.
func phraseExamples(r *Resources, docs []Tagged) []chain.Example {
	x := extractor{resources: r}
	var out []chain.Example
	for i := range docs {
		d := &docs[i]
		x.read(d.Text)
		x.tag(d.Text, d.Named)
		allowed := phraseLabels(d)
		for s := range d.Text.Sentences {
			first, last := d.Text.Sentences[s].First, d.Text.Sentences[s].Last
			e := chain.Example{Allowed: allowed[first:last], Weight: d.Weight}
			for j := first; j < last; j++ {
				e.Features = append(e.Features, append([]uint64(nil), x.phrase(d.Text, j, first, last)...))
			}
			out = append(out, e)
		}
	}
	return out
}

// phraseLabels gives each token its labels; of phrases that overlap the first
// and longest counts.
func phraseLabels(d *Tagged) []chain.Set {
	out := make([]chain.Set, len(d.Text.Tokens))
	free := chain.Set(1 << chain.Outside)
	for kind := range corpus.PhraseLabels.Types {
		if d.Hidden>>kind&1 != 0 {
			free |= 0xf << corpus.PhraseLabels.Label(kind, 0)
		}
	}
	for i := range out {
		out[i] = free
	}
	end := 0
	for _, p := range d.Phrases {
		first, last := d.Text.Covering(p.Start, p.End)
		if first < end || first >= last || d.Text.SentenceOf(first) != d.Text.SentenceOf(last-1) {
			continue
		}
		end = last
		for i := first; i < last; i++ {
			position := corpus.Position(i, first, last)
			out[i] = 1<<corpus.PhraseLabels.Label(p.Type, position) | 1<<corpus.PhraseLabels.Label(p.Also, position)
		}
	}
	return out
}
