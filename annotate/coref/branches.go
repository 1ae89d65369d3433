package coref

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// branchBefore is the group last named that the report calls a branch or whose
// name is that of one, for "the branch"; -1 for none.
func (x *reading) branchBefore(i int) int {
	called := x.calledBranch(i)
	for j := i - 1; j >= 0 && x.views[i].sentence-x.views[j].sentence <= groupReach; j-- {
		if x.d.Mentions[j].Form != annals.Name || x.views[j].last > x.views[i].first || x.premodifies(j) {
			continue
		}
		n := x.views[j].name
		if called[x.root(j)] || n != noName && x.names[n].group != 0 && len(x.names[n].branch) > 0 {
			return j
		}
	}
	return -1
}

// calledBranch are the roots of the names that phrases before mention i say to
// be a branch: "X, a branch of Y", "X is a branch of Y".
func (x *reading) calledBranch(i int) map[int]bool {
	out := map[int]bool{}
	for j := range i {
		k := x.views[j].head
		t := &x.t.Tokens[k]
		if x.d.Mentions[j].Form != annals.Nominal || !branchNouns[t.Norm] {
			continue
		}
		holder := x.t.Child(k, "nsubj")
		if text.DepIs(t.Dep, "appos") {
			holder = t.Head
		}
		if holder == text.None {
			continue
		}
		if m := x.saidOf(holder); m >= 0 && x.d.Mentions[m].Form == annals.Name {
			out[x.root(m)] = true
		}
	}
	return out
}
