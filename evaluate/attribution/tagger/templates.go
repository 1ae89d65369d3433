package tagger

import (
	"strings"

	"github.com/annals-project/annals/model/perceptron"
	"github.com/annals-project/annals/text"
)

// bag gathers the hashed features of one word.
type bag struct {
	template uint64
	out      []uint32
}

// add adds the next template's feature. Templates are numbered in the order of
// the calls, which is the same for every word.
func (b *bag) add(parts ...string) {
	b.template++
	h := b.template * 0x9e3779b97f4a7c15
	for _, p := range parts {
		h = perceptron.Mix(h, perceptron.String(p))
	}
	b.out = append(b.out, uint32(h>>32))
}

// token is word i, or a mark for what lies outside the passage.
func (d *document) token(i, first, last int) (norm, lemma, upos, dep, cue string) {
	if i < first {
		return "<", "<", "<", "<", "<"
	}
	if i >= last {
		return ">", ">", ">", ">", ">"
	}
	t := &d.Tokens[i]
	return t.Norm, strings.ToLower(t.Lemma), t.UPOS.String(), t.Dep, d.cue[i]
}

// features are the features of word i in the passage first ≤ i < last.
func (d *document) features(i, first, last int) []uint32 {
	b := bag{out: make([]uint32, 0, 96)}
	b.add()
	d.windowFeatures(&b, i, first, last)
	d.syntaxFeatures(&b, i)
	d.quoteFeatures(&b, i, first, last)
	d.hintFeatures(&b, i, first, last)
	d.sentenceFeatures(&b, i, first, last)
	d.talkFeatures(&b, i)
	return b.out
}

func (d *document) windowFeatures(b *bag, i, first, last int) {
	n0, l0, u0, dep0, c0 := d.token(i, first, last)
	n1, l1, u1, dep1, c1 := d.token(i+1, first, last)
	p1, q1, v1, depp, k1 := d.token(i-1, first, last)
	n2, l2, u2, _, c2 := d.token(i+2, first, last)
	p2, q2, v2, _, k2 := d.token(i-2, first, last)
	b.add(n0)
	b.add(n1)
	b.add(p1)
	b.add(n2)
	b.add(p2)
	b.add(l0, u0)
	b.add(p1, n0)
	b.add(n0, n1)
	b.add(q1, l0, l1)
	b.add(l1, l2)
	b.add(q2, q1)
	b.add(u0)
	b.add(v1, u0)
	b.add(u0, u1)
	b.add(v1, u0, u1)
	b.add(v2, v1, u0)
	b.add(u0, u1, u2)
	b.add(v2, v1, u0, u1, u2)
	b.add(depp, dep0, dep1)
	b.add(k1, c0, c1)
	b.add(k2, k1)
	b.add(c1, c2)
	b.add(c0, u1, n1)
	b.add(c0, v1, p1)
	b.add(shape(d.Form(i)), u0)
	b.add(suffix(n0))
	b.add(d.Noun[l0], u0, d.Speaker(l0))
	b.add(d.Verb[l0], u0, d.Frames(l0))
	b.add(d.Tokens[i].XPOS, d.Tokens[i].Feats)
}

func suffix(s string) string { return s[max(0, len(s)-3):] }

// up is the head of word i as lemma, part of speech, relation and cue class.
func (d *document) up(i int) (at int, lemma, upos, cue string) {
	head := d.Tokens[i].Head
	if head == text.None {
		return text.None, "root", "root", "root"
	}
	return head, strings.ToLower(d.Tokens[head].Lemma), d.Tokens[head].UPOS.String(), d.cue[head]
}

func (d *document) syntaxFeatures(b *bag, i int) {
	t := &d.Tokens[i]
	head, hl, hu, hc := d.up(i)
	side := "left"
	if head > i {
		side = "right"
	}
	b.add(t.Dep, hl)
	b.add(t.Dep, hu, side)
	b.add(t.Dep, hc, side)
	b.add(t.Dep, hc, t.UPOS.String())
	b.add(t.Norm, hl)
	d.headFeatures(b, i, head)
	d.governorFeatures(b, i)
	d.childFeatures(b, i)
}

func (d *document) headFeatures(b *bag, i, head int) {
	dep := d.Tokens[i].Dep
	if head == text.None {
		b.add("root")
		b.add("root")
		return
	}
	_, l, u, c := d.up(head)
	b.add(dep, d.Tokens[head].Dep, c, u)
	b.add(d.Tokens[head].Dep, l)
}

// governorFeatures say how a word hangs below the nearest cue, and how the
// words beside it do: there spans start and end.
func (d *document) governorFeatures(b *bag, i int) {
	tell := func(k int) (string, string, string, string) {
		if k < 0 || k >= len(d.Tokens) || d.governor[k] == text.None {
			return "", "", "", ""
		}
		g := d.governor[k]
		side := "l"
		if g > k {
			side = "r"
		}
		return d.link[k], side, d.cue[g], strings.ToLower(d.Tokens[g].Lemma)
	}
	link, side, cue, lemma := tell(i)
	before, _, _, _ := tell(i - 1)
	after, _, _, _ := tell(i + 1)
	u := d.Tokens[i].UPOS.String()
	b.add(link, side, cue, d.edge[i])
	b.add(link, side, lemma)
	b.add(link, side, lemma, d.edge[i], u)
	b.add(before, link, side, cue)
	b.add(link, after, side, cue)
	b.add(before, link, after, u)
	b.add(link, side, cue, u, d.Tokens[i].Norm)
	frames := ""
	if g := d.governor[i]; g != text.None {
		frames = d.Frames(lemma)
		up, l2, c2, m2 := tell(g)
		b.add(link, up, l2, c2, d.edge[i])
		b.add(m2, up, link, lemma)
	} else {
		b.add("none")
		b.add("none")
	}
	b.add(link, side, frames, d.edge[i], u)
}

func (d *document) childFeatures(b *bag, i int) {
	var deps, marks strings.Builder
	for _, c := range d.Children(i) {
		switch t := &d.Tokens[c]; t.Dep {
		case "ccomp", "xcomp", "nsubj", "nsubj:pass", "aux:pass", "parataxis", "obj", "advcl", "acl":
			deps.WriteString(t.Dep)
			deps.WriteByte(' ')
		case "mark", "case":
			marks.WriteString(t.Norm)
		}
	}
	b.add(deps.String(), d.cue[i])
	b.add(deps.String(), strings.ToLower(d.Tokens[i].Lemma))
	b.add(marks.String(), d.Tokens[i].Dep)
	first, last := d.Subtree(i)
	b.add(sizeOf(last-first), d.Tokens[i].Dep, d.cue[i])
}

func (d *document) quoteFeatures(b *bag, i, first, last int) {
	before, after := "", ""
	if i > first {
		before = d.quote[i-1]
	}
	if i+1 < last {
		after = d.quote[i+1]
	}
	u := d.Tokens[i].UPOS.String()
	b.add(d.quote[i])
	b.add(before, d.quote[i], after)
	b.add(d.marks[i])
	b.add(d.marks[i], d.Form(i))
	b.add(d.marks[i], d.quote[i], u)
	at := ""
	if i == first {
		at = "first"
	}
	if i == last-1 {
		at += "last"
	}
	b.add(at, d.marks[i], u)
	b.add(d.quote[i], d.after[i])
	b.add(before, d.quote[i], after, d.after[i], u)
	b.add(d.after[i], d.cue[i], u)
	b.add(d.after[i], d.link[i], d.Tokens[i].Dep)
	b.add(d.after[i], d.Tokens[i].Norm)
	b.add(d.quote[i], d.link[i], d.edge[i])
}

// hintFeatures tell what the spans proposed say of a word and its neighbours.
func (d *document) hintFeatures(b *bag, i, first, last int) {
	hints := &d.hints
	u := d.Tokens[i].UPOS.String()
	for y := range Types {
		h := func(k int) string {
			if k < first || k >= last {
				return "out"
			}
			return hints[y][k]
		}
		b.add(h(i-1), h(i), h(i+1))
		b.add(h(i), u, d.quote[i])
	}
	b.add(hints[Source][i], hints[Cue][i], hints[Content][i], d.cue[i])
	b.add(hints[Source][i], hints[Cue][i], hints[Content][i], d.link[i], d.edge[i])
}

func (d *document) sentenceFeatures(b *bag, i, first, last int) {
	s := d.SentenceOf(i)
	sentence := &d.Sentences[s]
	u := d.Tokens[i].UPOS.String()
	left, right := d.cuesAround(i, sentence)
	at := "mid"
	switch i {
	case sentence.First:
		at = "first"
	case sentence.Last - 1:
		at = "last"
	case sentence.Last - 2:
		at = "before last"
	}
	b.add(left, right)
	b.add(left, right, d.quote[i], at)
	b.add(left, right, d.link[i], d.edge[i])
	b.add(at, u, d.quote[i])
	b.add(at, left, right, d.opening(s), d.opening(s-1))
	b.add(d.opening(s), d.opening(s+1), d.quote[i])
	b.add(at, d.opening(s), d.Tokens[i].Norm)
	h := ""
	if d.Sentences[s].Heading {
		h = "heading"
	}
	b.add(h, at, u)
	b.add(h, left, right, sizeOf(i-first), sizeOf(last-i))
}

// cuesAround are the classes of the nearest cues to the left and right in the
// sentence, with a bucket of how far away they are.
func (d *document) cuesAround(i int, s *text.Sentence) (left, right string) {
	for k := i - 1; k >= s.First; k-- {
		if strings.HasPrefix(d.cue[k], "say") || d.cue[k] == "according" {
			left = d.cue[k] + sizeOf(i-k)
			break
		}
	}
	for k := i + 1; k < s.Last; k++ {
		if strings.HasPrefix(d.cue[k], "say") || d.cue[k] == "according" {
			right = d.cue[k] + sizeOf(k-i)
			break
		}
	}
	return left, right
}

// opening sums up a sentence: how it starts, and its first cue.
func (d *document) opening(s int) string {
	if s < 0 || s >= len(d.Sentences) {
		return "none"
	}
	sentence := &d.Sentences[s]
	out := d.quote[sentence.First]
	for i := sentence.First; i < sentence.Last; i++ {
		if strings.HasPrefix(d.cue[i], "sayq") {
			return out + d.cue[i] + d.quote[i]
		}
	}
	return out
}
