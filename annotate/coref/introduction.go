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
	titled   string // the name with the title that is part of it: "Commander Two"
}

// introductions reads "the Islamic State Khorasan Province (ISIS-K)", "X, also
// known by the acronyms A, B and C", "formerly", "aka", "which they call X".
func (x *reading) introductions() {
	for i := range x.d.Mentions {
		if x.d.Mentions[i].Form != annals.Name {
			x.bracketedPhrase(i)
			continue
		}
		x.bracket(i)
		x.alsoKnown(i)
		x.calledBy(i)
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
	return b.acronym != "" || shortens(&b, &a) || shortens(&a, &b) || a.acronym != "" && len(b.words) > 1 || same(&a, &b)
}

// shortens says whether the one word of a is of the first letters of b's words:
// "Rafiko" of "Radical Front of Independent Konda".
func shortens(a, b *name) bool {
	return len(a.words) == 1 && len(b.words) > 1 && (a.words[0] == b.initials || a.words[0] == b.every)
}

// bracketedPhrase reads the short form in brackets after a phrase that is no
// name but has its letters: "armed opposition groups (AOGs)".
func (x *reading) bracketedPhrase(i int) {
	at, m := x.views[i].last, &x.d.Mentions[i]
	if m.Form != annals.Nominal || at+1 >= len(x.t.Tokens) || x.t.Form(at) != "(" && x.t.Form(at) != "[" {
		return
	}
	j := x.nameAt(at+1, i+1)
	if j == noName || m.Kind == annals.Person || !alike(m.Kind, x.d.Mentions[j].Kind) && x.d.Mentions[j].Kind != annals.OtherKind {
		return
	}
	a, b := x.readName(i), x.readName(j)
	short := strings.TrimSuffix(strings.ToLower(x.d.Mentions[j].Text), "s")
	if len(a.words) > 1 && (short == a.initials || short == a.every || b.acronym != "" && b.acronym == a.initials) {
		x.introduce(i, j)
	}
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
	x.aliases = append(x.aliases, introduction{of: of, name: m, span: annals.Span{Start: x.d.Mentions[of].Start, End: end}, kind: kind})
}
