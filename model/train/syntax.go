// Package train makes the models of package model from treebanks. Training is
// deterministic: the same bytes in give the same bytes out.
package train

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/annals-project/annals/model/perceptron"
	"github.com/annals-project/annals/model/syntax"
	"github.com/annals-project/annals/model/treebank"
)

// Options choose what is trained on.
type Options struct {
	HoldOut bool // leave the held-out tenth of the training documents out
	Epochs  int  // passes over the data; 0 for the usual number
}

// Syntax trains the boundary, tag and parse models from the treebanks under
// dataDir and writes them under outDir, the folder of package model.
func Syntax(ctx context.Context, dataDir, outDir string, progress io.Writer, opts Options) error {
	docs, err := Documents(dataDir, opts.HoldOut)
	if err != nil {
		return err
	}
	b, err := Boundary(ctx, docs, progress)
	if err != nil {
		return err
	}
	if err := writeBoundary(b, outDir); err != nil {
		return err
	}
	raw, err := parserModel(ctx, docs, progress, opts)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(outDir, "syntax", "syntax.bin"), raw, 0o644)
}

// Documents are the training documents of both treebanks.
func Documents(dataDir string, holdOut bool) ([]treebank.Document, error) {
	var docs []treebank.Document
	for _, name := range []string{"en_ewt-ud-train", "en_gum-ud-train"} {
		d, err := treebank.Open(filepath.Join(dataDir, "ud", name+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		docs = append(docs, d...)
	}
	if holdOut {
		docs = slices.DeleteFunc(docs, func(d treebank.Document) bool { return d.HeldOut() })
	}
	return docs, nil
}

func parserModel(ctx context.Context, docs []treebank.Document, progress io.Writer, opts Options) ([]byte, error) {
	var sents []treebank.Sentence
	for _, d := range docs {
		sents = append(sents, d.Sentences...)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	l, tagID := collect(sents)
	classes := len(l.Tags)
	tt := perceptron.NewTrainer(classes)
	scores := make([]float32, classes)
	order := rng.Perm(len(sents))
	epochs := opts.Epochs
	if epochs == 0 {
		epochs = 7
	}
	for e := range epochs {
		right, n := 0, 0
		for _, si := range order {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			forms := forms(sents[si], rng.IntN(10))
			k := 0
			syntax.TagAll(syntax.Look(forms), func(f []perceptron.Feature) int {
				w := sents[si].Words[k]
				gold := tagID[w.UPOS+" "+w.XPOS]
				k++
				tt.Score(f, scores)
				best := 0
				for c, v := range scores {
					if v > scores[best] {
						best = c
					}
				}
				if best != gold {
					tt.Update(f, gold, 1)
					tt.Update(f, best, -1)
				} else {
					right++
				}
				n++
				tt.Step()
				return best
			})
		}
		fmt.Fprintf(progress, "tags epoch %d: %.4f\n", e+1, float64(right)/float64(n))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	tagger := tt.Model(16, 8)
	parser, err := learnParser(ctx, sents, &l, tagger, order, rng, progress, epochs)
	if err != nil {
		return nil, err
	}
	return syntax.Encode(l, tagger, parser), nil
}

func forms(s treebank.Sentence, dice int) []string {
	out := make([]string, len(s.Words))
	for i, w := range s.Words {
		out[i] = w.Form
		switch dice {
		case 0, 1:
			out[i] = strings.ToUpper(w.Form)
		case 2:
			out[i] = strings.ToLower(w.Form)
		}
	}
	return out
}

func collect(sents []treebank.Sentence) (syntax.Labels, map[string]int) {
	tags, deps := map[string]int{}, map[string]int{}
	feats := map[string]map[string]int{}
	for _, s := range sents {
		for _, w := range s.Words {
			t := w.UPOS + " " + w.XPOS
			tags[t]++
			if w.Head < 0 {
				deps["L "+w.Dep]++
			} else {
				deps["L "+w.Dep]++
				deps["R "+w.Dep]++
			}
			for _, k := range []string{t, t + "\t" + strings.ToLower(w.Form)} {
				if feats[k] == nil {
					feats[k] = map[string]int{}
				}
				feats[k][w.Feats]++
			}
		}
	}
	l := syntax.Labels{Feats: map[string]string{}}
	id := map[string]int{}
	for t := range tags {
		l.Tags = append(l.Tags, t)
	}
	slices.Sort(l.Tags)
	for i, t := range l.Tags {
		id[t] = i
	}
	for d := range deps {
		l.Moves = append(l.Moves, d)
	}
	l.Moves = append(l.Moves, "S")
	slices.Sort(l.Moves)
	for k, c := range feats {
		best, n, total := "", 0, 0
		for f, v := range c {
			total += v
			if v > n || v == n && f < best {
				best, n = f, v
			}
		}
		t, _, word := strings.Cut(k, "\t")
		if !word || total > 1 {
			l.Feats[k] = best
		}
		_ = t
	}
	for k := range l.Feats {
		if t, _, word := strings.Cut(k, "\t"); word && l.Feats[t] == l.Feats[k] {
			delete(l.Feats, k)
		}
	}
	return l, id
}

func learnParser(ctx context.Context, sents []treebank.Sentence, l *syntax.Labels, tagger *perceptron.Model, order []int, rng *rand.Rand, progress io.Writer, epochs int) (*perceptron.Model, error) {
	moves := len(l.Moves)
	kind, id := make([]int, moves), map[string]int{}
	for i, m := range l.Moves {
		kind[i] = strings.Index("SLR", m[:1])
		id[m] = i
	}
	t := perceptron.NewTrainer(moves)
	scores := make([]float32, moves)
	ts := make([]int32, tagger.Classes())
	var f []perceptron.Feature
	for e := range epochs {
		right, n := 0, 0
		for _, si := range order {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			words := sents[si].Words
			fs := forms(sents[si], rng.IntN(20))
			tags := syntax.TagAll(syntax.Look(fs), func(f []perceptron.Feature) int {
				tagger.Score(f, ts)
				return perceptron.Best(ts)
			})
			nodes := make([]syntax.Node, len(words))
			gold := make([]int, len(words)+1)
			gold[len(words)] = -5
			for i := range words {
				u, x, _ := strings.Cut(l.Tags[tags[i]], " ")
				nodes[i] = syntax.NodeOf(fs[i], u, x)
				if gold[i] = words[i].Head; gold[i] < 0 {
					gold[i] = len(words)
				}
			}
			s := syntax.NewState(nodes)
			for !s.Done() {
				f = s.Features(f)
				t.Score(f, scores)
				costs := s.Costs(gold)
				low := 1 << 30
				for m, c := range costs {
					if s.Can(m) {
						low = min(low, c)
					}
				}
				best, good := -1, -1
				for c, v := range scores {
					m := kind[c]
					if !s.Can(m) {
						continue
					}
					if best < 0 || v > scores[best] {
						best = c
					}
					ok := costs[m] == low
					if ok && m != syntax.Shift {
						d := s.Stack[len(s.Stack)-1]
						h := s.Next
						if m == syntax.Right {
							h = s.Stack[len(s.Stack)-2]
						}
						if gold[d] == h && l.Moves[c][2:] != words[d].Dep {
							ok = false
						}
					}
					if ok && (good < 0 || v > scores[good]) {
						good = c
					}
				}
				n++
				t.Step()
				if best != good {
					t.Update(f, good, 1)
					t.Update(f, best, -1)
				} else {
					right++
				}
				do := best
				if e == 0 || rng.IntN(10) == 0 {
					do = good
				}
				s.Do(kind[do], do)
			}
		}
		fmt.Fprintf(progress, "parse epoch %d: %.4f\n", e+1, float64(right)/float64(n))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	return t.Model(16, 12), nil
}
