package events

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// cover makes a mention of each person, weapon, vehicle or building near an ASSAULT
// that has none yet, so that the scorer may give it a role; prune takes back those
// that got none.
func (r *reading) cover(found []candidate) {
	near := map[int]bool{}
	for i := range found {
		if violent(&r.doc.Events[i]) {
			s := r.text.SentenceOf(found[i].token)
			near[s-1], near[s], near[s+1] = true, true, true
		}
	}
	for s, sentence := range r.text.Sentences {
		if !near[s] {
			continue
		}
		for i := sentence.First; i < sentence.Last; i++ {
			if r.text.Tokens[i].UPOS == text.NOUN && !r.heads[i] && (!text.DepIs(r.text.Tokens[i].Dep, "compound") || r.firedFrom(i)) &&
				r.class(i)&(explosive|weapon|vehicle|facility|armed) != 0 && r.nouns[singular(r.text, i)] == nil {
				r.mentionOf(i)
			}
		}
	}
}

// firedFrom says whether a compound is the weapon of what its noun tells:
// "machinegun fire", not the dynamite of a "dynamite charge".
func (r *reading) firedFrom(i int) bool {
	h := r.text.Tokens[i].Head
	return h >= 0 && r.class(i)&(explosive|weapon) != 0 && r.class(h)&(explosive|weapon|vehicle|human) == 0
}

// prune drops the mentions made here that no event uses. Those given stay, and
// keep their numbers.
func prune(d *annotate.Document, given int) {
	used := make([]bool, len(d.Mentions)-given)
	for _, e := range d.Events {
		for _, a := range slices.Concat(e.Arguments, e.Implied) {
			if int(a.Mention) > given {
				used[int(a.Mention)-given-1] = true
			}
		}
	}
	at := make([]annals.Ref, len(used))
	kept := d.Mentions[:given]
	for i, u := range used {
		if u {
			kept = append(kept, d.Mentions[given+i])
			at[i] = annals.Ref(len(kept))
		}
	}
	d.Mentions = kept
	for i := range d.Events {
		for _, list := range [][]annals.Argument{d.Events[i].Arguments, d.Events[i].Implied} {
			for n := range list {
				if a := &list[n]; int(a.Mention) > given {
					a.Mention = at[int(a.Mention)-given-1]
				}
			}
		}
	}
}
