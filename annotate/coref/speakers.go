package coref

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// firstPersons are the pronouns by which a speaker means himself, true, or
// those he speaks for.
var firstPersons = map[string]bool{"i": true, "me": true, "my": true, "mine": true, "myself": true,
	"we": false, "us": false, "our": false, "ours": false, "ourselves": false}

// resolveSpeakers ties "I" and "we" inside a quotation to who speaks there: "we"
// to the body that speaks or whose spokesman does. Whom they cannot be tied to
// they are not ranked for either: they mean nobody the report told of before.
func (x *reading) resolveSpeakers() {
	x.spoken = make([]bool, len(x.d.Mentions))
	var quoted []bool
	for i := range x.d.Mentions {
		one, first := firstPersons[x.t.Tokens[x.views[i].head].Norm]
		if !first || x.d.Mentions[i].Form != annals.Pronoun {
			continue
		}
		if quoted == nil {
			quoted = x.quotes()
		}
		if !quoted[x.views[i].head] {
			continue
		}
		x.spoken[i] = true
		j := x.speaker(i, quoted)
		if j >= 0 && one != (x.d.Mentions[j].Kind == annals.Person) {
			j = x.spokenFor(j)
			if one {
				j = -1
			}
		}
		if j >= 0 {
			x.merge(i, j)
		}
	}
}

// speaker is the mention of who says the quotation that pronoun i stands in: the
// subject of the first verb above it that stands outside; -1 for none.
func (x *reading) speaker(i int, quoted []bool) int {
	at := x.t.Tokens[x.views[i].head].Head
	for at != text.None && (quoted[at] || x.t.Tokens[at].UPOS != text.VERB) {
		at = x.t.Tokens[at].Head
	}
	if at == text.None {
		return -1
	}
	for _, c := range x.t.Children(at) {
		if k := int(c); text.DepIs(x.t.Tokens[k].Dep, "nsubj") && !quoted[k] {
			return x.saidOf(k)
		}
	}
	return -1
}

// saidOf is the name, else the nominal, whose head is token k; -1 for none.
func (x *reading) saidOf(k int) int {
	best := -1
	for j := range x.d.Mentions {
		v := &x.views[j]
		if v.first > k {
			break
		}
		if form := x.d.Mentions[j].Form; v.head == k && (form == annals.Name || form == annals.Nominal && best < 0) {
			best = j
		}
	}
	return best
}

// spokesmen speak for others.
var spokesmen = map[string]bool{"spokesman": true, "spokeswoman": true, "spokesperson": true}

// spokenFor is the name of the body that person j is called the spokesman of;
// -1 for none.
func (x *reading) spokenFor(j int) int {
	for p := range x.d.Mentions {
		v := &x.views[p]
		if x.root(p) != x.root(j) || x.d.Mentions[p].Form != annals.Nominal || !spokesmen[x.t.Tokens[v.head].Norm] && !spokesmen[x.t.Tokens[v.last-1].Norm] {
			continue
		}
		for b := range x.d.Mentions {
			w := &x.views[b]
			if w.first >= v.first && w.last <= v.last && x.d.Mentions[b].Form == annals.Name && collective(x.d.Mentions[b].Kind) {
				return b
			}
		}
	}
	return -1
}
