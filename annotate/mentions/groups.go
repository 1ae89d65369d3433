package mentions

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// readGroups takes the names of well-known groups, and of their branches:
// "Islamic State Khorasan Province", "Islamic State of the Khorasan"; and names
// of several words of countries and other known actors. A name of the model that
// begins with such a name and goes on further, or holds it, stays as it is.
func (r *reading) readGroups(found []chain.Span) {
	at := 0
	for s := range r.t.Sentences {
		last := r.t.Sentences[s].Last
		for i := r.t.Sentences[s].First; i < last; i++ {
			for at < len(found) && found[at].Last <= i {
				at++
			}
			end, kind := r.known(i, last, found[at:])
			if end == i || !r.looksNamed(i, end) || !r.free(i, end) {
				continue
			}
			g := chain.Span{First: i, Last: end, Type: kind, Score: listedMargin}
			if at < len(found) && found[at].First <= i && found[at].Last > end && (found[at].Type != corpus.Person || !r.group(i, last)) {
				continue
			}
			if !r.group(i, last) && kind == corpus.Organisation && r.personal(i, end) {
				continue // a list of actors holds persons too
			}
			if at < len(found) && found[at].First < i && found[at].Last > i {
				continue // inside a longer name: "Institute for Taliban Studies"
			}
			r.take(g)
			i = end - 1
		}
	}
}

// known is where the name of a well-known group or its branch, of a country or
// of an actor, the latter two in several words, ends that starts at i; i when
// none does.
func (r *reading) known(i, last int, found []chain.Span) (end, kind int) {
	if n, _ := r.lexicon.Group(r.t, i, last); n > 0 && r.looksNamed(i, i+n) {
		return r.branchEnd(i+n, last, found), corpus.Organisation
	}
	if n, _, demonym := r.lexicon.Country(r.t, i, last); n > 1 && !demonym {
		return i + n, corpus.Place
	}
	if n, _ := r.lexicon.Actor(r.t, i, last); n > 1 {
		return i + n, corpus.Organisation
	}
	return i, 0
}

// group says whether the name of a well-known group starts at token i.
func (r *reading) group(i, last int) bool {
	n, _ := r.lexicon.Group(r.t, i, last)
	return n > 0
}

// personal says whether the words from first on are told apart as a person's
// name that goes on further: one more proper noun hangs flat on the first.
func (r *reading) personal(first, end int) bool {
	if end >= len(r.t.Tokens) {
		return false
	}
	k := &r.t.Tokens[end]
	return k.Head == first && text.DepIs(k.Dep, "flat") && k.UPOS == text.PROPN
}

// branchEnd is where the name of a group's branch ends, given the group's own
// name ends at i: after a hyphen and a capital, or words with capitals of which
// the first is no title and begins no person's full name, or "of the" and such.
func (r *reading) branchEnd(i, last int, found []chain.Span) int {
	end := i
	for end < last {
		at := end
		if at+1 < last && r.t.Form(at) == "-" && r.joined(at) {
			at++
		} else if at+2 < last && end == i && r.t.Tokens[at].Norm == "of" && r.t.Tokens[at+1].Norm == "the" {
			at += 2
		}
		if at >= last || !r.branchWord(at, last, found) {
			return end
		}
		end = at + 1
	}
	return end
}

func (r *reading) branchWord(i, last int, found []chain.Span) bool {
	first, _ := utf8.DecodeRuneInString(r.t.Form(i))
	if !unicode.IsUpper(first) || r.t.Tokens[i].UPOS != text.PROPN && r.t.Tokens[i].UPOS != text.NOUN || r.shouted(i) {
		return false
	}
	if n, _ := r.lexicon.Honorific(r.t, i, last); n > 0 {
		return false
	}
	for _, f := range found {
		if f.First > i {
			break
		}
		if f.First == i && f.Last > i+1 && f.Type == corpus.Person {
			return false
		}
	}
	return true
}

// shouted says whether token i stands in a run of words all in capitals, where
// capitals mark no name.
func (r *reading) shouted(i int) bool {
	return len(r.t.Form(i)) > 3 && capitals(r.t.Form(i)) && i > 0 && len(r.t.Form(i-1)) > 3 && capitals(r.t.Form(i-1))
}

func capitals(form string) bool {
	for i := range len(form) {
		if c := form[i]; 'a' <= c && c <= 'z' {
			return false
		}
	}
	return true
}
