package scorer

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/model/perceptron"
	"github.com/annals-project/annals/text"
)

//go:embed words.tsv
var wordTable string

// senses say which words set actors against one another or side by side.
var senses = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(wordTable) {
		if word, sense, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			out[word] = sense
		}
	}
	return out
})

// bag gathers features.
type bag struct{ out []perceptron.Feature }

// add adds a feature of a template. Its letters name it.
func (b *bag) add(template string, parts ...string) {
	h := perceptron.String(template)
	for _, p := range parts {
		h = perceptron.Mix(h, perceptron.String(p))
	}
	b.out = append(b.out, perceptron.Hash(1, h))
}

// Features are those of a pair, in into when it is long enough. rule is the type
// of the relation that a rule found between the two, "" when none did.
func Features(v *pattern.View, p Pair, rule string, into []perceptron.Feature) []perceptron.Feature {
	b := bag{into[:0]}
	a, c := &v.Mentions[p.A-1], &v.Mentions[p.B-1]
	kinds := kinds(v, p)
	b.add("bias")
	b.add("rule", rule)
	b.add("rule kinds", rule, kinds)
	b.add("kinds", kinds)
	b.add("forms", string(a.Form), string(c.Form), kinds)
	same := strconv.FormatBool(a.Entity != 0 && a.Entity == c.Entity)
	b.add("same", same, kinds, string(a.Form), string(c.Form))
	b.between(v, p, a, c, kinds)
	b.path(v, p, kinds)
	b.around(v, p)
	b.add("acronym", strconv.FormatBool(acronym(a.Text, c.Text) || acronym(c.Text, a.Text)))
	return b.out
}

func kinds(v *pattern.View, p Pair) string {
	return class(v.Mentions[p.A-1].Kind) + " " + class(v.Mentions[p.B-1].Kind)
}

// class is a kind, coarser: re3d is small.
func class(k annals.Kind) string {
	switch k {
	case annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation:
		return "group"
	}
	return string(k)
}

// between looks at the words between the two mentions.
func (b *bag) between(v *pattern.View, p Pair, a, c *annals.Mention, kinds string) {
	first, last := v.Text.Covering(a.End, c.Start)
	if c.Start < a.End {
		b.add("nested", kinds)
		return
	}
	n := last - first
	size := strconv.Itoa(min(n, 4))
	if n > 8 {
		size = "9"
	}
	b.add("size", size)
	b.add("size kinds", size, kinds)
	mentions := 0
	before := ""
	for i := first; i < last; i++ {
		t := &v.Text.Tokens[i]
		if v.Headed(i) != 0 {
			mentions++
		}
		l := strings.ToLower(t.Lemma)
		b.add("word", l)
		if sense := senses()[l]; sense != "" {
			b.add("sense", sense)
			b.add("sense kinds", sense, kinds)
		}
		if t.UPOS == text.VERB || t.UPOS == text.NOUN || t.UPOS == text.ADP {
			b.add("word kinds", l, kinds)
			if before != "" {
				b.add("words", before, l)
			}
			before = l
		}
	}
	b.add("mentions", strconv.Itoa(min(mentions, 4)))
	if n <= 4 {
		b.add("all", normed(v, first, last))
		b.add("all kinds", normed(v, first, last), kinds)
	}
}

func normed(v *pattern.View, first, last int) string {
	var s strings.Builder
	for i := first; i < last; i++ {
		s.WriteString(v.Text.Tokens[i].Norm)
		s.WriteByte(' ')
	}
	return s.String()
}

// around looks at the words beside the mentions and what governs them.
func (b *bag) around(v *pattern.View, p Pair) {
	for side, ref := range []annals.Ref{p.A, p.B} {
		m := &v.Mentions[ref-1]
		first, last := v.Text.Covering(m.Start, m.End)
		s := strconv.Itoa(side)
		for _, i := range []int{first - 1, first - 2, last, last + 1} {
			if i >= 0 && i < len(v.Text.Tokens) {
				b.add("near"+s, strconv.Itoa(i-first), strings.ToLower(v.Text.Tokens[i].Lemma))
			}
		}
		head := []int{p.HeadA, p.HeadB}[side]
		t := &v.Text.Tokens[head]
		b.add("dep"+s, t.Dep)
		if t.Head != text.None {
			b.add("head"+s, t.Dep, strings.ToLower(v.Text.Tokens[t.Head].Lemma))
		}
		b.add("own"+s, strings.ToLower(t.Lemma))
		b.add("own kinds"+s, strings.ToLower(t.Lemma), kinds(v, p))
		if t.Head != text.None {
			b.add("sense above"+s, senses()[strings.ToLower(v.Text.Tokens[t.Head].Lemma)], t.Dep)
		}
	}
}

// highest bounds the climb to the word above both.
const highest = 10

// path is the way through the tree from one head to the other.
func (b *bag) path(v *pattern.View, p Pair, kinds string) {
	tokens := v.Text.Tokens
	up := map[int]int{}
	var left []int
	for at, n := p.HeadA, 0; n < highest && at != text.None; at, n = tokens[at].Head, n+1 {
		up[at] = n
		left = append(left, at)
	}
	var right []int
	top := text.None
	for at, n := p.HeadB, 0; n < highest && at != text.None; at, n = tokens[at].Head, n+1 {
		if _, met := up[at]; met {
			top = at
			break
		}
		right = append(right, at)
	}
	if top == text.None {
		b.add("no path")
		return
	}
	var deps strings.Builder
	for _, i := range left[:up[top]] {
		deps.WriteString(tokens[i].Dep + "<")
		b.onPath(v, p, i, kinds)
	}
	for k := len(right) - 1; k >= 0; k-- {
		deps.WriteString(">" + tokens[right[k]].Dep)
		b.onPath(v, p, right[k], kinds)
	}
	b.add("top sense", senses()[strings.ToLower(tokens[top].Lemma)], deps.String())
	b.add("top sense kinds", senses()[strings.ToLower(tokens[top].Lemma)], kinds)
	b.add("top", strings.ToLower(tokens[top].Lemma))
	b.add("top kinds", strings.ToLower(tokens[top].Lemma), kinds)
	b.add("path", deps.String())
	b.add("path top", deps.String(), strings.ToLower(tokens[top].Lemma))
	b.add("path kinds", deps.String(), kinds)
	b.add("length", strconv.Itoa(min(up[top]+len(right), 6)), kinds)
}

func (b *bag) onPath(v *pattern.View, p Pair, i int, kinds string) {
	if i == p.HeadA || i == p.HeadB {
		return
	}
	l := strings.ToLower(v.Text.Tokens[i].Lemma)
	if sense := senses()[l]; sense != "" {
		b.add("sense on path", sense)
		b.add("sense on path kinds", sense, kinds)
	}
	b.add("on path", l)
	b.add("on path kinds", l, kinds)
}

// acronym says whether short spells the first letters of the words of long.
func acronym(short, long string) bool {
	if len(short) < 2 || strings.ContainsRune(short, ' ') || strings.ToUpper(short) != short {
		return false
	}
	var letters strings.Builder
	for _, w := range strings.Fields(long) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			letters.WriteByte(w[0])
		}
	}
	return letters.String() == short
}
