package train

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/annals-project/annals/model/syntax"
	"github.com/annals-project/annals/model/treebank"
)

// example is a sentence with its labels as class numbers.
type example struct {
	forms           []string
	tag, morph, dep []int
	head            []int // index in the sentence; -1 for the root
	punct           []bool
}

// add appends word i of e to x.
func (x *example) add(e *example, i int) {
	x.forms = append(x.forms, e.forms[i])
	x.tag = append(x.tag, e.tag[i])
	x.morph = append(x.morph, e.morph[i])
	x.dep = append(x.dep, e.dep[i])
	x.head = append(x.head, e.head[i])
	x.punct = append(x.punct, e.punct[i])
}

// classes numbers labels in the order they are met.
type classes struct {
	names []string
	id    map[string]int
}

func (c *classes) of(name string) int {
	if i, ok := c.id[name]; ok {
		return i
	}
	if c.id == nil {
		c.id = map[string]int{}
	}
	c.id[name] = len(c.names)
	c.names = append(c.names, name)
	return len(c.names) - 1
}

// examplesOf turns documents into examples and gives the labels they use.
func examplesOf(docs []treebank.Document) ([]example, syntax.Labels) {
	var tags, morphs, deps classes
	var all []example
	for _, d := range docs {
		for _, s := range d.Sentences {
			var e example
			for _, w := range s.Words {
				e.forms = append(e.forms, w.Form)
				e.tag = append(e.tag, tags.of(w.UPOS+" "+w.XPOS))
				e.morph = append(e.morph, morphs.of(w.Feats))
				e.dep = append(e.dep, deps.of(w.Dep))
				e.head = append(e.head, w.Head)
				e.punct = append(e.punct, w.UPOS == "PUNCT")
			}
			all = append(all, e)
		}
	}
	l := syntax.Labels{Morphs: morphs.names, Deps: deps.names}
	for _, t := range tags.names {
		upos, xpos, _ := strings.Cut(t, " ")
		l.UPOS, l.XPOS = append(l.UPOS, upos), append(l.XPOS, xpos)
	}
	return all, l
}

// Of a hundred sentences read in training, so many are damaged on the way, so
// that the model stands old capitals-only wire copy and careless text.
const (
	damageUpper   = 12
	damageLower   = 6
	damageNoMarks = 6
)

// damaged is e as it stands or as the dice will have it.
func damaged(e *example, rng *rand.Rand) *example {
	switch dice := rng.IntN(100); {
	case dice < damageUpper:
		return e.mapped(strings.ToUpper)
	case dice < damageUpper+damageLower:
		return e.mapped(strings.ToLower)
	case dice < damageUpper+damageLower+damageNoMarks:
		return e.withoutMarks()
	}
	return e
}

func (e *example) mapped(change func(string) string) *example {
	out := *e
	out.forms = slices.Clone(e.forms)
	for i, f := range out.forms {
		out.forms[i] = change(f)
	}
	return &out
}

// withoutMarks is e without its punctuation, but for marks that govern words.
func (e *example) withoutMarks() *example {
	governs := make([]bool, len(e.forms))
	for _, h := range e.head {
		if h >= 0 {
			governs[h] = true
		}
	}
	at := make([]int, len(e.forms))
	var out example
	for i := range e.forms {
		at[i] = len(out.forms)
		if !e.punct[i] || governs[i] || e.head[i] < 0 {
			out.add(e, i)
		}
	}
	for i, h := range out.head {
		if h >= 0 {
			out.head[i] = at[h]
		}
	}
	return &out
}

// lexiconOf numbers the features that the examples and vectors hold often
// enough. It returns how often each row was met in the examples, too.
func lexiconOf(examples []example, vectors map[string][]float32, words *syntax.Classes) (*syntax.Lexicon, []int) {
	counts := map[uint32]int{}
	var buf []uint32
	for k := range examples {
		e := &examples[k]
		casing := syntax.CasingOf(e.forms)
		for _, f := range e.forms {
			buf = syntax.Features(buf[:0], f, casing)
			buf = append(buf, words.Of(buf[0])...)
			// In capitals and in small letters only the shape differs.
			buf = append(buf, syntax.ShapeFeature(strings.ToUpper(f), syntax.AllUpper), syntax.ShapeFeature(strings.ToLower(f), syntax.AllLower))
			for _, h := range buf {
				counts[h]++
			}
		}
	}
	var keys []uint32
	for h, n := range counts {
		if n >= leastFeature {
			keys = append(keys, h)
		}
	}
	for w := range vectors {
		if h := syntax.WordFeature(w); counts[h] < leastFeature {
			keys = append(keys, h)
		}
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	rows := make([]int, len(keys)+1)
	for i, k := range keys {
		rows[i+1] = counts[k]
	}
	return syntax.NewLexicon(keys, words), rows
}

// leastFeature is how often a treebank must show a feature to give it a row.
const leastFeature = 2
