package claims

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// untilOthers is where a report goes on, behind a comma, with what others say
// (", while residents said") or with a further saying of the speaker (", adding
// that"), wherever the parser hangs it.
func (r *reading) untilOthers(first, end int) int {
	for i := first + 1; i+1 < end; i++ {
		if r.comma(i) && !r.quoted(i) && (r.contrasts(i+1, end) || r.addsTo(i+1)) {
			return i
		}
	}
	return end
}

// farthestContrast is how many words a speaker takes before "said" in a clause
// with "while".
const farthestContrast = 8

// contrasts says that what another says starts with token i.
func (r *reading) contrasts(i, end int) bool {
	if n := r.t.Tokens[i].Norm; n != "while" && n != "whereas" {
		return false
	}
	for k := i + 1; k < min(end, i+farthestContrast); k++ {
		if r.t.Tokens[k].UPOS == text.VERB {
			return r.lexicon.verbs[r.t.Tokens[k].Lemma].takes('c') && r.t.Child(k, "nsubj") != text.None
		}
	}
	return false
}

// addsTo says that a participle goes on with what the speaker of its sentence says.
func (r *reading) addsTo(i int) bool {
	return r.t.Tokens[i].XPOS == "VBG" && r.lexicon.verbs[r.t.Tokens[i].Lemma].takes('g')
}

// untilAttributed is where ", according to …" or a like phrase starts.
func (r *reading) untilAttributed(first, end int) int {
	for i := first + 1; i < end; i++ {
		if r.t.Tokens[i].Norm == "according" && r.comma(i-1) {
			return i - 1
		}
	}
	return end
}

// goesOn says that a clause below a verb of saying is no part of what is said: a
// further act of the speaker ("and left", ", adding that"), or what others do
// meanwhile.
func (r *reading) goesOn(i int) bool {
	t := &r.t.Tokens[i]
	switch {
	case t.Dep == "conj":
		_, says := r.lexicon.verbs[t.Lemma]
		return says && t.UPOS == text.VERB
	case t.Dep == "advcl" && t.XPOS == "VBG":
		_, says := r.lexicon.verbs[t.Lemma]
		return says
	}
	return r.attributes(i)
}

// dropAsides drops what a speaker says in passing inside a quotation: "I think",
// "they say". Whom else a quotation quotes is kept.
func (r *reading) dropAsides() {
	r.sayings = slices.DeleteFunc(r.sayings, func(s *saying) bool {
		if s.from != nil || s.nested || !r.quoted(s.cue) {
			return false
		}
		return s.source == text.None || r.t.Tokens[s.source].UPOS == text.PRON || s.kind == annals.Estimated
	})
}
