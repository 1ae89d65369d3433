package coref

import "github.com/annals-project/annals"

// resolveNames merges mentions that are names of one thing.
func (x *reading) resolveNames() {
	x.collect()
	x.introductions()
	for b := range x.names {
		x.link(b)
	}
	for _, n := range x.names {
		for _, m := range n.mentions[1:] {
			x.merge(n.mentions[0], m)
		}
	}
}

// collect makes the list of distinct names.
func (x *reading) collect() {
	index := map[string]int{}
	for i := range x.d.Mentions {
		if x.d.Mentions[i].Form != annals.Name {
			continue
		}
		n := x.readName(i)
		if len(n.words) == 0 {
			continue
		}
		key := n.key()
		if n.kind == annals.Person {
			key = "person " + key
		}
		if n.demonym {
			key = "people " + key
		}
		at, ok := index[key]
		if !ok {
			at = len(x.names)
			index[key] = at
			x.names = append(x.names, n)
		} else {
			x.names[at].mentions = append(x.names[at].mentions, i)
		}
		x.views[i].name = at
	}
}

// maxNames bounds the comparison of every name with every other: a list of
// more is no report.
const maxNames = 2000

// link merges name b with the names before it that are the same. A single word
// that fits several persons goes to the one mentioned last before it.
func (x *reading) link(b int) {
	n := &x.names[b]
	if b >= maxNames {
		return
	}
	if n.kind == annals.Person && len(n.words) == 1 {
		x.linkFamilyName(b)
		return
	}
	for a := range b {
		if !(x.names[a].kind == annals.Person && len(x.names[a].words) == 1) && same(&x.names[a], n) {
			x.merge(x.names[a].mentions[0], n.mentions[0])
		}
	}
}

// linkFamilyName merges a person's single name with one fuller name.
func (x *reading) linkFamilyName(b int) {
	n := &x.names[b]
	best, distance := noName, 0
	for a := range x.names {
		if a == b || !same(&x.names[a], n) || len(x.names[a].words) < 2 {
			continue
		}
		d := n.mentions[0] - x.names[a].mentions[0]
		if d < 0 {
			d = len(x.d.Mentions) - d // named in full only later
		}
		if best == noName || d < distance {
			best, distance = a, d
		}
	}
	if best != noName {
		x.merge(x.names[best].mentions[0], n.mentions[0])
	}
}
