// Package syntax measures the reader against Universal Dependencies treebanks:
// tags and arcs on gold and on our own tokens, sentences, and damaged copies.
package syntax

import (
	"strings"

	"github.com/annals-project/annals/model/form"
	"github.com/annals-project/annals/model/lemma"
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

// Damage changes the forms of a sentence as careless or old text would. Words
// it leaves out become "".
type Damage func(words []treebank.Word) []string

// Tokens measures tags and arcs on gold sentences and tokens whose forms went
// through damage. Words left out are not counted, nor arcs that start at them.
func Tokens(m *model.Model, docs []treebank.Document, damage Damage) Tally {
	var t Tally
	for _, d := range docs {
		for _, s := range d.Sentences {
			t.sentence(m, s.Words, damage(s.Words))
		}
	}
	return t
}

func (t *Tally) sentence(m *model.Model, gold []treebank.Word, damaged []string) {
	var forms []string
	var kept []int // kept[k] is the gold word that is word k
	at := make([]int, len(gold))
	for i, f := range damaged {
		at[i] = -2
		if f != "" {
			at[i] = len(forms)
			forms, kept = append(forms, f), append(kept, i)
		}
	}
	out := make([]model.Word, len(forms))
	m.Analyze(forms, []model.Span{{First: 0, Last: len(forms)}}, out)
	for k, i := range kept {
		w, o := gold[i], out[k]
		head := -1
		if w.Head >= 0 {
			head = at[w.Head]
		}
		t.Words++
		count(&t.UPOS, o.UPOS == w.UPOS)
		count(&t.XPOS, o.XPOS == w.XPOS)
		count(&t.Feats, o.Feats == w.Feats)
		count(&t.Lemma, lemma.Of(form.Norm(w.Form), w.Form, o.UPOS, o.XPOS) == w.Lemma)
		count(&t.Heads, o.Head == head)
		count(&t.Labelled, o.Head == head && o.Dep == w.Dep)
		count(&t.LabelledPlain, o.Head == head && bare(o.Dep) == bare(w.Dep))
	}
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
