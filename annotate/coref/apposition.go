package coref

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// appositions merges a person's name with the phrase that says who that is, when
// one holds the other or stands in apposition to it: "US president Joe Biden",
// "an ambitious new leader, Shahab al-Muhajir".
func (x *reading) appositions() {
	for i := range x.d.Mentions {
		if x.d.Mentions[i].Form != annals.Name {
			continue
		}
		for j := max(i-nestedNames, 0); j <= i+1 && j < len(x.d.Mentions); j++ {
			if j != i && x.appositive(i, j) {
				x.merge(i, j)
			}
		}
	}
}

// nestedNames is how many mentions back the phrase may stand that says who a
// person is: names inside it come between.
const nestedNames = 4

// appositive says whether nominal j says what name i is.
func (x *reading) appositive(i, j int) bool {
	a, b := &x.d.Mentions[i], &x.d.Mentions[j]
	if b.Form != annals.Nominal || a.Kind != annals.Person || b.Kind != annals.Person {
		return false
	}
	v, w := &x.views[i], &x.views[j]
	if w.first <= v.first && v.last == w.last { // the phrase ends in the name
		return !x.ofName(w.first, v)
	}
	if w.last == v.first {
		return x.nounClass(w.head) != 0 || x.personNoun(w.last-1)
	}
	comma := w.last+1 == v.first && x.t.Form(w.last) == "," || v.last < len(x.t.Tokens) && x.t.Form(v.last) == "," && w.first-v.last <= 2 && w.first > v.last
	return comma && (text.DepIs(x.t.Tokens[v.head].Dep, "appos") && x.t.Tokens[v.head].Head == w.head ||
		text.DepIs(x.t.Tokens[w.head].Dep, "appos") && x.t.Tokens[w.head].Head == v.head)
}

// ofName says whether a phrase that starts at first is of the person whose name
// it ends in, and so somebody or something else: "the house of judge Juan Perez".
func (x *reading) ofName(first int, name *view) bool {
	for _, c := range x.t.Children(name.head) {
		if k := &x.t.Tokens[c]; k.Dep == "case" && k.UPOS == text.ADP && int(c) > first && int(c) < name.first {
			return true
		}
	}
	return false
}

// prune drops the noun phrases of no kind, and the demonstratives, that stand
// alone.
func (x *reading) prune() {
	size, roots := make([]int, len(x.parent)), make([]int, len(x.parent))
	for i := range x.parent {
		roots[i] = x.root(i)
		size[roots[i]]++
	}
	moved := make([]int, len(x.parent))
	kept := 0
	for i := range x.d.Mentions {
		m := &x.d.Mentions[i]
		if m.Kind == annals.OtherKind && size[roots[i]] == 1 && (m.Form == annals.Nominal || x.t.Tokens[x.views[i].head].XPOS == "DT") {
			moved[i] = -1
			continue
		}
		moved[i] = kept
		kept++
	}
	if kept == len(x.d.Mentions) {
		return
	}
	for i := range x.d.Mentions {
		if at := moved[i]; at >= 0 {
			x.d.Mentions[at], x.views[at] = x.d.Mentions[i], x.views[i]
			x.parent[at] = int32(moved[roots[i]])
		}
	}
	x.d.Mentions, x.views, x.parent = x.d.Mentions[:kept], x.views[:kept], x.parent[:kept]
	for k := range x.aliases {
		x.aliases[k].of, x.aliases[k].name = moved[x.aliases[k].of], moved[x.aliases[k].name]
	}
}
