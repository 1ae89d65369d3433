package coref

import "github.com/annals-project/annals"

// groupNouns may stand for a group that was named before.
var groupNouns = map[string]bool{"group": true, "organisation": true, "organization": true, "movement": true, "network": true, "outfit": true, "militia": true,
	"branch": true, "faction": true}

// groupReach is how many sentences back the name of a group may stand for "the
// group"; topicShare how much oftener than the next the group must be named
// that a report is taken to be about.
const (
	groupReach = 2
	topicShare = 1.5
)

// resolveGroups merges "the group" with the group it clearly means: the one named
// in the phrase itself ("the Islamic State group"), else the only group named in
// the sentences right before, else, of several, the one that was subject last,
// else the one the report is about.
func (x *reading) resolveGroups() {
	for i := range x.d.Mentions {
		m, v := &x.d.Mentions[i], &x.views[i]
		if m.Form != annals.Nominal || !groupNouns[x.t.Tokens[v.head].Norm] {
			continue
		}
		if j := x.namedBeside(i); j >= 0 {
			x.merge(i, j)
		} else if x.definite(i) && !x.ofBranch(i) {
			j := -1
			if branchNouns[x.t.Tokens[v.head].Norm] {
				j = x.branchBefore(i)
			}
			if j < 0 {
				j = x.groupBefore(i)
			}
			if j >= 0 {
				x.merge(i, j)
			}
		}
	}
}

// branchNouns are what one group is to another.
var branchNouns = map[string]bool{"affiliate": true, "branch": true, "offshoot": true, "faction": true, "wing": true, "arm": true, "subsidiary": true, "splinter": true}

// ofBranch says whether phrase i is the whole of a part that has just been
// spoken of: "an affiliate of the extremist group" means another group than the
// affiliate.
func (x *reading) ofBranch(i int) bool {
	g := x.t.Tokens[x.views[i].head].Head
	return g >= 0 && branchNouns[x.t.Tokens[g].Norm]
}

// namedBeside is the name of a group right before the head of phrase i ("the
// Islamic State group") or right after it ("the extremist group ISIS"), or -1.
func (x *reading) namedBeside(i int) int {
	v := &x.views[i]
	for j := i + 1; j < len(x.d.Mentions) && x.views[j].first <= v.head+1; j++ {
		beside := x.views[j].last == v.head || x.views[j].first == v.head+1 && v.last == v.head+1
		if a := &x.d.Mentions[j]; a.Form == annals.Name && beside && (a.Kind == annals.ArmedGroup || a.Kind == annals.Organisation) {
			return j
		}
	}
	return -1
}

// definite says whether phrase i is "the group" with nothing but what sort of
// group it is said: an ordinal or a possessor makes it another one.
func (x *reading) definite(i int) bool {
	v := &x.views[i]
	if v.first == 0 || x.t.Tokens[v.first-1].Norm != "the" || v.last != v.head+1 || v.head-v.first > 2 {
		return false
	}
	for j := v.first; j < v.head; j++ {
		switch x.t.Tokens[j].Norm {
		case "terrorist", "extremist", "militant", "jihadist", "jihadi", "armed", "rebel", "insurgent", "islamist", "guerrilla", "terror", "radical", "separatist":
		default:
			return false
		}
	}
	return true
}

// groupBefore is a mention of the group meant by mention i, or -1.
func (x *reading) groupBefore(i int) int {
	best, subject, several := -1, -1, false
	for j := i - 1; j >= 0 && x.views[i].sentence-x.views[j].sentence <= groupReach; j-- {
		a := &x.d.Mentions[j]
		if a.Form != annals.Name || a.Kind != annals.ArmedGroup && a.Kind != annals.Organisation || x.views[j].last > x.views[i].first {
			continue
		}
		if x.premodifies(j) {
			continue // "ISIS affiliates": not spoken of themselves
		}
		switch {
		case best < 0:
			best = j
		case x.root(best) != x.root(j):
			several = true
		}
		if r := role(x.t.Tokens[x.views[j].head].Dep); subject < 0 && (r == roleSubject || r == rolePassive) {
			subject = j
		}
	}
	switch {
	case best >= 0 && !several:
		return best
	case subject >= 0:
		return subject
	}
	return x.topic()
}

// premodifies says whether name j stands before a noun it belongs to.
func (x *reading) premodifies(j int) bool {
	v := &x.views[j]
	return v.last < len(x.t.Tokens) && role(x.t.Tokens[v.head].Dep) == roleCompound && x.t.Tokens[v.head].Head >= v.last
}

// topic is a mention of the group the report names far oftener than any other, or -1.
func (x *reading) topic() int {
	counts := map[int]int{}
	for j := range x.d.Mentions {
		if a := &x.d.Mentions[j]; a.Form == annals.Name && (a.Kind == annals.ArmedGroup || a.Kind == annals.Organisation) {
			counts[x.root(j)]++
		}
	}
	best, second := -1, 0
	for j := range x.d.Mentions {
		n := counts[j]
		switch {
		case n == 0:
		case best < 0 || n > counts[best]:
			if best >= 0 {
				second = max(second, counts[best])
			}
			best = j
		default:
			second = max(second, n)
		}
	}
	if best >= 0 && float64(counts[best]) >= topicShare*float64(max(second, 1)) {
		return best
	}
	return -1
}
