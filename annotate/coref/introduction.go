package coref

import (
	"strings"

	"github.com/annals-project/annals"
)

// introduction is a place in the text that gives a thing another name.
type introduction struct {
	of, name int // mentions
	span     annals.Span
	kind     string
}

// introductions reads "the Islamic State Khorasan Province (ISIS-K)", "X, also
// known by the acronyms A, B and C", "formerly", "aka".
func (x *reading) introductions() {
	for i := range x.d.Mentions {
		if x.d.Mentions[i].Form != annals.Name {
			continue
		}
		x.bracket(i)
		x.alsoKnown(i)
	}
}

// nameAt is the longest name that starts at token i, or noName.
func (x *reading) nameAt(i, after int) int {
	for m := after; m < len(x.d.Mentions); m++ {
		if x.views[m].first > i {
			break
		}
		if x.views[m].first == i && x.d.Mentions[m].Form == annals.Name {
			return m
		}
	}
	return noName
}

// bracket reads names in brackets right after name i.
func (x *reading) bracket(i int) {
	at := x.views[i].last
	if at+1 >= len(x.t.Tokens) || x.t.Form(at) != "(" && x.t.Form(at) != "[" {
		return
	}
	for at++; at < len(x.t.Tokens); {
		m := x.nameAt(at, i+1)
		if m == noName || !x.mayBeAlias(i, m) {
			return
		}
		x.introduce(i, m)
		at = x.views[m].last
		if at >= len(x.t.Tokens) {
			return
		}
		switch x.t.Tokens[at].Norm {
		case "or", ",", "/", "and":
			at++
		default:
			return
		}
	}
}

// mayBeAlias says whether the name in brackets may be another name of the one
// before it: of the same kind, and an acronym or no shorter thing than a name of
// that very thing. "Paris (France)" is none.
func (x *reading) mayBeAlias(of, m int) bool {
	a, b := x.readName(of), x.readName(m)
	if b.country != "" || a.country != "" || located(b.kind) {
		return same(&a, &b)
	}
	if a.group != 0 && b.group != 0 && (a.group != b.group || !sameBranch(a.branch, b.branch)) {
		return false
	}
	if a.kind == annals.Person || b.kind == annals.Person {
		return same(&a, &b)
	}
	return b.acronym != "" || same(&a, &b)
}

// cues introduce another name for the name before them.
var cues = [][]string{{"also", "known", "as"}, {"also", "known", "by"}, {"known", "as"}, {"also", "called"}, {"aka"}, {"a.k.a."}, {"a.k.a"},
	{"formerly", "known", "as"}, {"formerly"}, {"previously", "known", "as"}, {"better", "known", "as"}, {"alias"}, {"or"}}

// skipped stand between a cue and the names.
var skipped = map[string]bool{"the": true, "by": true, "its": true, "their": true, "acronym": true, "acronyms": true, "initials": true, "name": true, "names": true, "arabic": true, "spanish": true, "as": true}

// alsoKnown reads a cue after name i, past a comma or bracket and "which is",
// and the names that follow it.
func (x *reading) alsoKnown(i int) {
	at := x.views[i].last
	sentence := x.t.Sentences[x.views[i].sentence].Last
	comma := false
	for at < sentence {
		n := x.t.Tokens[at].Norm
		if n == "," || n == "(" || n == "-" || n == "--" {
			comma = true
		} else if n != "which" && n != "who" && n != "is" && n != "are" && n != "was" {
			break
		}
		at++
	}
	length := x.cue(at, sentence)
	if length == 0 || !comma {
		return
	}
	for at += length; at < sentence; {
		if skipped[x.t.Tokens[at].Norm] {
			at++
			continue
		}
		m := x.nameAt(at, i+1)
		if m == noName || !alike(x.d.Mentions[i].Kind, x.d.Mentions[m].Kind) && acronym(x.d.Mentions[m].Text) == "" {
			return
		}
		x.introduce(i, m)
		at = x.views[m].last
		if at < sentence && (x.t.Form(at) == "," || x.t.Tokens[at].Norm == "and" || x.t.Tokens[at].Norm == "or") {
			at++
		} else {
			return
		}
	}
}

// cue is the number of tokens of the cue at a token; 0 for none.
func (x *reading) cue(at, end int) int {
	for _, c := range cues {
		n := 0
		for n < len(c) && at+n < end && x.t.Tokens[at+n].Norm == c[n] {
			n++
		}
		if n == len(c) && !(n == 1 && c[0] == "or") {
			return n
		}
	}
	return 0
}

// introduce merges two mentions and keeps where that was said.
func (x *reading) introduce(of, m int) {
	x.merge(of, m)
	kind := "other"
	if acronym(strings.TrimSpace(x.d.Mentions[m].Text)) != "" {
		kind = "acronym"
	}
	end := x.d.Mentions[m].End
	if last := x.views[m].last; last < len(x.t.Tokens) && (x.t.Form(last) == ")" || x.t.Form(last) == "]") {
		end = x.t.Tokens[last].End
	}
	x.aliases = append(x.aliases, introduction{of, m, annals.Span{Start: x.d.Mentions[of].Start, End: end}, kind})
}
