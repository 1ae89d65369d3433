package events

import (
	"github.com/annals-project/annals/text"
)

// around are the triggers near the mention.
func (v *view) around(f *features, s, h int, kind, head, form string) {
	e, distance := v.nearest(s, h)
	if e < 0 {
		f.add("no trigger", kind, form)
		for _, near := range [2]int{s - 1, s + 1} {
			side := "before"
			if near > s {
				side = "after"
			}
			for _, i := range v.bySent[near] {
				f.add("sentence", side, v.trigger(i), kind)
			}
			if len(v.bySent[near]) > 0 {
				f.add("sentence", side, kind, form)
			}
		}
		return
	}
	side := "before"
	if v.found[e].token < h {
		side = "after"
	}
	f.add("near", v.trigger(e), side, kind)
	f.add("near", v.trigger(e), head)
	f.add("near", side, bucket(distance), kind)
	f.add("near", string(v.doc.Events[e].Status), kind)
	f.add("near", v.doc.Events[e].PLOVER.Mode, kind, form)
	for _, i := range v.bySent[s] {
		f.add("trigger", v.trigger(i), kind, form)
	}
}

// window is how far the words stand that a mention is said to be in the company of.
const window = 8

// company are the words around a mention in its sentence, and the way through the
// syntax to the nearest trigger.
func (v *view) company(f *features, s, h int, kind, form string) {
	sentence := v.text.Sentences[s]
	for i := max(sentence.First, h-window); i < min(sentence.Last, h+window+1); i++ {
		k := &v.text.Tokens[i]
		if i == h || k.UPOS != text.NOUN && k.UPOS != text.VERB && k.UPOS != text.ADJ {
			continue
		}
		side := "before"
		if i > h {
			side = "after"
		}
		f.add("company", side, k.Lemma, kind)
		f.add("like company", side, v.like(k.Norm)[0], kind)
	}
	if e, _ := v.nearest(s, h); e >= 0 {
		path := v.path(h, v.found[e].token)
		f.add("path", path, form)
		f.add("path", path, v.trigger(e))
		f.add("path", path, kind, v.doc.Events[e].PLOVER.Mode)
		f.add("path", path, v.like(v.text.Tokens[h].Norm)[0])
	}
}

// path spells the way through the syntax from one token to another, up and then
// down; "far" where it is long.
func (v *view) path(from, to int) string {
	up, steps := "", 0
	for a := from; a >= 0 && steps <= climb; a = v.text.Tokens[a].Head {
		down, n := "", 0
		for b := to; b >= 0 && n <= climb; b = v.text.Tokens[b].Head {
			if a == b {
				return up + "^" + down
			}
			down = v.text.Tokens[b].Dep + ">" + down
			n++
		}
		up += v.text.Tokens[a].Dep
		if p := v.preposition(a); p != "" {
			up += ":" + p
		}
		up += "<"
		steps++
	}
	return "far"
}
