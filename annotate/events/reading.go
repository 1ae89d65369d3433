package events

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// reading is one document while its events are sought.
type reading struct {
	*lexicon
	doc     *annotate.Document
	text    *text.Text
	mention []annals.Ref // by token: the mention this token heads, or the smallest that holds it
	heads   []bool       // the token heads that mention
	timed   []bool       // the token is part of a time
	damaged []annals.Span
	told    map[string]bool // modes of the events found so far
	// carriedTime has the triggers whose time is one of an earlier sentence
	carriedTime map[int]bool
}

func (l *lexicon) read(d *annotate.Document) *reading {
	r := &reading{lexicon: l, doc: d, text: d.Text, mention: make([]annals.Ref, len(d.Text.Tokens)), heads: make([]bool, len(d.Text.Tokens)), timed: make([]bool, len(d.Text.Tokens)), told: map[string]bool{}, carriedTime: map[int]bool{}}
	for _, m := range d.Times {
		first, last := r.text.Covering(m.Start, m.End)
		for i := first; i < last; i++ {
			r.timed[i] = true
		}
	}
	for i := range d.Mentions {
		r.index(annals.Ref(i + 1))
	}
	for _, n := range d.Doc.Notes {
		r.note(n)
	}
	for _, n := range d.Notes {
		r.note(n)
	}
	return r
}

func (r *reading) note(n annals.Note) {
	if n.Kind == annals.DamagedText && !n.Span.Empty() {
		r.damaged = append(r.damaged, n.Span)
	}
}

// index notes at the tokens of a mention that it is there.
func (r *reading) index(ref annals.Ref) {
	m := &r.doc.Mentions[ref-1]
	first, last := r.text.Covering(m.Start, m.End)
	for i := first; i < last; i++ {
		if old := r.mention[i]; !r.heads[i] && (old == 0 || r.doc.Mentions[old-1].Len() > m.Len()) {
			r.mention[i] = ref
		}
	}
	head := m.Head
	if head.Empty() {
		head = m.Span
	}
	h := r.text.TokenAt(head.End - 1)
	if h < len(r.text.Tokens) && h >= first && h < last {
		r.lead(h, ref)
	}
	if m.Form == annals.Name { // "ISIS-K" hangs together by its first word, whatever its head is said to be
		for i := first; i < last; i++ {
			if g := r.text.Tokens[i].Head; (g < first || g >= last) && i != h {
				r.lead(i, ref)
				break
			}
		}
	}
}

// lead makes a token the head of a mention; of two, the longer name keeps it.
func (r *reading) lead(i int, ref annals.Ref) {
	if old := r.mention[i]; r.heads[i] && old > 0 && r.doc.Mentions[old-1].Form == annals.Name && r.doc.Mentions[old-1].Len() > r.doc.Mentions[ref-1].Len() {
		return
	}
	r.mention[i], r.heads[i] = ref, true
}

// inDamage says whether token i stands in words known to be damaged.
func (r *reading) inDamage(i int) bool {
	k := &r.text.Tokens[i]
	for _, s := range r.damaged {
		if s.Overlaps(annals.Span{Start: k.Start, End: k.End}) {
			return true
		}
	}
	return false
}

// classOfKind is what a mention's kind tells.
var classOfKind = map[annals.Kind]class{
	annals.Person: human, annals.ArmedGroup: armed | organisation | human, annals.StateForce: armed | state | organisation | human,
	annals.Government: state | organisation, annals.Organisation: organisation, annals.Population: human | crowd,
	annals.PlaceKind: territory, annals.Facility: facility, annals.Weapon: weapon, annals.Vehicle: vehicle,
}

// class is what token i can name, from its mention where there is one and from
// the noun classes.
func (r *reading) class(i int) class {
	k := &r.text.Tokens[i]
	var c class
	if r.timed[i] {
		return 0
	}
	switch k.UPOS {
	case text.PRON:
		return pronoun | human
	case text.NUM, text.ADJ, text.DET:
		c |= human | crowd // "six were killed", "the wounded", "others"
	}
	c |= r.classes[singular(r.text, i)]
	if ref := r.mention[i]; ref > 0 && r.heads[i] {
		m := &r.doc.Mentions[ref-1]
		c |= classOfKind[m.Kind]
		if m.Kind == annals.OtherKind || m.Kind == "" {
			c |= proper
		}
		if m.Kind == annals.PlaceKind && m.Form == annals.Name {
			c |= state // "the US", "Israel" act as states
		}
		if m.Kind == annals.Person || m.Kind == annals.Population || m.Form == annals.Nominal && c&armed != 0 {
			c |= human
		}
		return c
	}
	if k.UPOS == text.PROPN && c == 0 {
		c |= proper | human
	}
	return c
}

func (r *reading) anyChild(at int, is func(int) bool) bool {
	for _, c := range r.text.Children(at) {
		if is(int(c)) {
			return true
		}
	}
	return false
}

// passive says whether a verb stands in the passive, reduced ones included.
func (r *reading) passive(at int) bool {
	k := &r.text.Tokens[at]
	if r.text.Child(at, "aux:pass", "nsubj:pass") != text.None {
		return true
	}
	if k.XPOS != "VBN" && k.XPOS != "VBD" {
		return false
	}
	if text.DepIs(k.Dep, "acl") && k.Dep != "acl:relcl" || k.Dep == "amod" {
		return r.text.Child(at, "nsubj") == text.None && r.text.Child(at, "obj") == text.None
	}
	return k.XPOS == "VBN" && (r.text.Child(at, "obl:agent") != text.None || r.participleOf(at, "be")) && r.text.Child(at, "obj") == text.None
}

// participleOf says whether an auxiliary of the verb has the lemma.
func (r *reading) participleOf(at int, lemma string) bool {
	return r.anyChild(at, func(i int) bool {
		return text.DepIs(r.text.Tokens[i].Dep, "aux") && r.text.Tokens[i].Lemma == lemma
	})
}

// preposition is the case marker of token i, "" without one.
func (r *reading) preposition(i int) string {
	out := ""
	for _, c := range r.text.Children(i) {
		k := &r.text.Tokens[c]
		if k.Dep == "case" && int(c) < i && k.Norm != "'s" {
			if out == "" || out == "in" && strings.HasSuffix(k.Norm, "of") {
				out = k.Norm
			}
		}
	}
	return out
}
