// Package syntax measures the reader against Universal Dependencies treebanks:
// tags and arcs on gold and on our own tokens, sentences, and damaged copies.
package syntax

import (
	"strings"

	model "github.com/annals-project/annals/model/syntax"
	"github.com/annals-project/annals/model/treebank"
	"github.com/annals-project/annals/text"
)

// Tally counts what was right.
type Tally struct {
	Words                          int // gold words
	UPOS, XPOS, Feats, Lemma       int
	Heads, Labelled, LabelledPlain int // LabelledPlain leaves subtypes out
	OurWords, SameWords            int // raw text only
	Sentences, OurSents, SameSents int
}

// Tokens measures tags and arcs on gold sentences and tokens whose forms went
// through damage.
func Tokens(m *model.Model, docs []treebank.Document, damage func([]string) []string) Tally {
	var t Tally
	for _, d := range docs {
		for _, s := range d.Sentences {
			forms := make([]string, len(s.Words))
			for i, w := range s.Words {
				forms[i] = w.Form
			}
			out := make([]model.Word, len(forms))
			m.Analyze(damage(forms), out)
			for i, w := range s.Words {
				t.Words++
				count(&t.UPOS, out[i].UPOS == w.UPOS)
				count(&t.XPOS, out[i].XPOS == w.XPOS)
				count(&t.Feats, out[i].Feats == w.Feats)
				count(&t.Heads, out[i].Head == w.Head)
				count(&t.Labelled, out[i].Head == w.Head && out[i].Dep == w.Dep)
				count(&t.LabelledPlain, out[i].Head == w.Head && bare(out[i].Dep) == bare(w.Dep))
			}
		}
	}
	return t
}

func bare(dep string) string {
	b, _, _ := strings.Cut(dep, ":")
	return b
}

func count(n *int, right bool) {
	if right {
		*n++
	}
}

// span is a byte range.
type span struct{ start, end int }

// Raw measures everything from the running text on: a word counts when its
// bytes are a gold word's, an arc when both of its ends do.
func Raw(r *text.Reader, docs []treebank.Document) Tally {
	var t Tally
	for _, d := range docs {
		got := r.Read(d.Text)
		at := map[span]int{}
		for i, k := range got.Tokens {
			at[span{k.Start, k.End}] = i
		}
		t.OurWords += len(got.Tokens)
		t.OurSents += len(got.Sentences)
		ours := map[span]bool{}
		for _, s := range got.Sentences {
			ours[span{s.Start, s.End}] = true
		}
		for _, s := range d.Sentences {
			t.Sentences++
			count(&t.SameSents, ours[span{s.Words[0].Start, s.Words[len(s.Words)-1].End}])
			t.words(got, at, s.Words)
		}
	}
	return t
}

func (t *Tally) words(got *text.Text, at map[span]int, gold []treebank.Word) {
	for _, w := range gold {
		t.Words++
		i, ok := at[span{w.Start, w.End}]
		if !ok {
			continue
		}
		k := got.Tokens[i]
		t.SameWords++
		count(&t.UPOS, k.UPOS.String() == w.UPOS)
		count(&t.XPOS, k.XPOS == w.XPOS)
		count(&t.Feats, k.Feats == w.Feats)
		count(&t.Lemma, k.Lemma == w.Lemma)
		head := k.Head < 0 && w.Head < 0
		if k.Head >= 0 && w.Head >= 0 {
			h := got.Tokens[k.Head]
			head = h.Start == gold[w.Head].Start && h.End == gold[w.Head].End
		}
		count(&t.Heads, head)
		count(&t.Labelled, head && k.Dep == w.Dep)
		count(&t.LabelledPlain, head && bare(k.Dep) == bare(w.Dep))
	}
}

// F1 of right ones among ours and gold's.
func F1(right, ours, gold int) float64 {
	return 2 * float64(right) / float64(ours+gold)
}
