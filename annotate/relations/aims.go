package relations

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/text"
)

// longestAim is the most words of an aim: what runs on for longer is mostly more
// of its sentence than the aim.
const longestAim = 25

// aim adds to whoever has it the aim that a rule found, unless the sentence does
// not assert it, the claim around it denies it, or it has been found already.
func (f *finder) aim(m *pattern.Match) {
	if !f.asserted(m) || f.idle(m.Anchor()) || !f.granted(m.Anchor()) {
		return
	}
	span := f.wording(m)
	claim := claims.Around(f.d.Claims, span)
	if span.Empty() || claim != 0 && f.d.Claims[claim-1].Kind == annals.DeniedClaim {
		return
	}
	for _, owner := range f.owners(m) {
		entity := f.entity(owner)
		if entity == 0 || !fights(f.d.Entities[entity-1].Kind) || span.Overlaps(f.d.Mentions[f.view.Mention(owner)-1].Span) {
			continue
		}
		e := &f.d.Entities[entity-1]
		if !slices.ContainsFunc(e.Aims, func(a annals.Aim) bool { return a.Overlaps(span) }) {
			e.Aims = append(e.Aims, annals.Aim{Span: span, Text: span.In(f.d.Text.Source), Claim: claim, Rule: m.Rule.Name})
		}
	}
}

// fights says that entities of a kind have aims that a profile tells of.
func fights(k annals.Kind) bool {
	return k == annals.ArmedGroup || k == annals.StateForce || k == annals.Government
}

// idling are words beside a verb under which nobody does it still, or yet.
var idling = map[string]bool{"longer": true, "must": true, "can": true, "ca": true, "cannot": true}

// idle says that a word is under one of them.
func (f *finder) idle(i int) bool {
	return slices.ContainsFunc(f.d.Text.Children(i), func(c int32) bool { return idling[f.d.Text.Tokens[c].Norm] })
}

// granted says that nothing above a clause takes it back, up to one that only
// tells of a noun: "has given no proof that it seeks peace".
func (f *finder) granted(i int) bool {
	for at := i; ; {
		t := &f.d.Text.Tokens[at]
		own := t.Dep == "acl:relcl" || t.Dep == "parataxis" || t.Dep == "conj" || t.Dep == "advcl" && f.subject(at) != text.None
		if t.Head == text.None || own {
			return true
		}
		at = t.Head
		object := f.d.Text.Child(at, "obj")
		if !f.plain(at) || f.idle(at) || given[f.d.Text.Tokens[at].Lemma] || object != text.None && !f.plain(object) {
			return false
		}
	}
}

// owners are the words for those whose aim a rule found: the group it names, or
// who does what its verb says.
func (f *finder) owners(m *pattern.Match) []int {
	if group := m.Token("group"); group != text.None {
		return []int{group}
	}
	if does := m.Token("does"); does != text.None {
		return f.doers(does)
	}
	return f.doers(m.Anchor())
}

// given are verbs that make nothing of what is said below them their subject's own.
var given = map[string]bool{"deny": true, "refuse": true, "cease": true, "stop": true, "abandon": true, "fail": true, "renounce": true, "quit": true,
	"call": true, "ask": true, "urge": true, "appeal": true, "invite": true, "beg": true, "exhort": true}

// doers are the words for those who do what a verb says: its subjects, those of
// the verb that governs it, or the noun that it tells of.
func (f *finder) doers(verb int) []int {
	for at := verb; at != text.None; at = f.d.Text.Tokens[at].Head {
		if s := f.subject(at); s != text.None && !relative(f.d.Text.Tokens[s].XPOS) {
			return f.together(s)
		}
		switch dep := f.d.Text.Tokens[at].Dep; {
		case text.DepIs(dep, "acl"):
			return []int{f.d.Text.Tokens[at].Head}
		case dep != "conj" && dep != "xcomp" && dep != "advcl":
			return nil
		case f.subject(at) != text.None || !f.hands(at):
			return nil
		}
	}
	return nil
}

// hands says that a verb has the subject of the one above it, which asserts it:
// who is asked or told to do something is another.
func (f *finder) hands(verb int) bool {
	t := &f.d.Text.Tokens[verb]
	above := &f.d.Text.Tokens[t.Head]
	to := f.d.Text.Child(verb, "mark") != text.None && t.Dep != "conj"
	if last := f.d.Text.Tokens[f.before(verb)].UPOS; t.Dep == "advcl" && !to && (last == text.NOUN || last == text.PROPN) {
		return false // it may tell of that noun: "shot at a crowd demanding rights"
	}
	return above.UPOS == text.VERB && f.d.Text.Child(t.Head, "aux:pass") == text.None && (!to || f.d.Text.Child(t.Head, "obj", "iobj") == text.None)
}

// subject is the subject of a verb in the active, or None.
func (f *finder) subject(verb int) int {
	for _, c := range f.d.Text.Children(verb) {
		if f.d.Text.Tokens[c].Dep == "nsubj" {
			return int(c)
		}
	}
	return text.None
}

// relative says that a tag is that of a relative pronoun.
func relative(tag string) bool { return tag == "WDT" || tag == "WP" }

// together is a word and those coordinated with it.
func (f *finder) together(i int) []int {
	out := []int{i}
	for _, c := range f.d.Text.Children(i) {
		if f.d.Text.Tokens[c].Dep == "conj" {
			out = append(out, int(c))
		}
	}
	return out
}

// wording is the words of an aim: those that hang on its head, from what opens
// it to what only stands beside it; empty when they are too many.
func (f *finder) wording(m *pattern.Match) annals.Span {
	head := m.Token("aim")
	first, last := head, head+1
	for _, c := range f.d.Text.Children(head) {
		from, to := f.d.Text.Subtree(int(c))
		switch outside := from <= m.Anchor() && m.Anchor() < to || f.beside(int(c), m.Rule.Property("clause") != ""); {
		case outside && int(c) > head:
			return f.trimmed(first, f.close(m.Anchor(), head, last))
		case outside:
			first = head
		default:
			first, last = min(first, from), max(last, to)
		}
	}
	return f.trimmed(first, f.close(m.Anchor(), head, last))
}

// close is where the wording of an aim ends that reaches to last: before a clause
// that only adds to it, and after a phrase with "to" or "of" that the parser hung
// on the verb: "seeks an end to the war".
func (f *finder) close(anchor, head, last int) int {
	for _, c := range f.d.Text.Children(anchor) {
		if from, to := f.d.Text.Subtree(int(c)); from == last && f.d.Text.Tokens[c].Dep == "obl" && (f.d.Text.Tokens[from].Norm == "to" || f.d.Text.Tokens[from].Norm == "of") {
			last = to
			break
		}
	}
	for i := head; i < last; i++ {
		if mark := f.apart(i); f.d.Text.Tokens[i].Dep == "acl:relcl" && mark > head {
			return mark
		}
	}
	return last
}

// beside says that a word below the head of an aim is no part of its wording. The
// subject is where the aim is that somebody else do something.
func (f *finder) beside(i int, clause bool) bool {
	t := &f.d.Text.Tokens[i]
	switch t.Dep {
	case "case", "cc", "cop", "parataxis", "discourse":
		return true
	case "mark":
		return t.Norm != "to"
	case "nsubj", "nsubj:pass", "nsubj:outer":
		return !clause
	case "conj":
		return f.d.Text.Child(i, "nsubj") != text.None
	case "advcl", "obl", "advmod":
		return i > t.Head && f.apart(i) != text.None
	}
	return false
}

// apart is the punctuation that stands before all that hangs on a word, or None.
func (f *finder) apart(i int) int {
	first, _ := f.d.Text.Subtree(i)
	for _, at := range []int{first, f.before(i)} {
		if f.d.Text.Tokens[at].UPOS == text.PUNCT {
			return at
		}
	}
	return text.None
}

// before is the word before all that hangs on a word.
func (f *finder) before(i int) int {
	first, _ := f.d.Text.Subtree(i)
	return max(first-1, 0)
}

// trimmed is the span of some words without punctuation at its ends, and without
// an "and" before them; empty when they are too many.
func (f *finder) trimmed(first, last int) annals.Span {
	for last > first && f.d.Text.Tokens[last-1].UPOS == text.PUNCT {
		last--
	}
	for first < last && (f.d.Text.Tokens[first].UPOS == text.PUNCT || f.d.Text.Tokens[first].UPOS == text.CCONJ) {
		first++
	}
	if last-first > longestAim {
		return annals.Span{}
	}
	start, end := f.d.Text.Bytes(first, last)
	return annals.Span{Start: start, End: end}
}
