package damage

import (
	"strings"

	"github.com/annals-project/annals/text"
)

// ofToken are the rules that look at the words around one token.
var ofToken = []func(*reader, text.Sentence, int) (loss, bool){
	lostNoun, lostInfinitive, lostObject, lostComplement, lostConjunct, lostPossession, lostWords, emptyQuotes, lostParticiple,
}

func in(list, w string) bool { return strings.Contains(" "+list+" ", " "+w+" ") }

func (r *reader) norm(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Norm
}

func (r *reader) upos(i int) text.UPOS {
	if i < 0 || i >= len(r.Tokens) {
		return text.Untagged
	}
	return r.Tokens[i].UPOS
}

// finite says whether token i is a verb form that can carry a sentence.
func (r *reader) finite(i int) bool {
	if i < 0 || i >= len(r.Tokens) {
		return false
	}
	switch r.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// lostNoun: an article and then no noun phrase. "An gathered outside", "a , and",
// "one of the in the world", "the of over 1,400".
func lostNoun(r *reader, s text.Sentence, i int) (loss, bool) {
	w, next := r.norm(i), i+1
	if next >= s.Last || r.upos(i) != text.DET || !in("a an the", w) || len(r.Form(i)) > 1 && r.Form(i) == strings.ToUpper(r.Form(i)) && w != "the" {
		return loss{}, false
	}
	n := r.norm(next)
	switch {
	case in(", . ; ?", n) && spaced(r.Text, next) && !r.loose && i > s.First:
	case in("of by from with at in for", n) && in("the a an its their over more and", r.norm(next+1)) && i > s.First:
	case w == "an" && in("and or", n):
	case w != "the" && strings.HasSuffix(n, "ed") && in("outside in on at by near during after", r.norm(next+1)) && i == s.First:
	default:
		return loss{}, false
	}
	return loss{i, next + 1, "the noun after “" + r.Form(i) + "” is missing"}, true
}

const infinitives = "try attempt want manage seek decide intend hope refuse strive afford vow"

// lostInfinitive: "tried to the top US envoy".
func lostInfinitive(r *reader, s text.Sentence, i int) (loss, bool) {
	if i+2 >= s.Last || r.upos(i) != text.VERB || !in(infinitives, r.Tokens[i].Lemma) || r.norm(i+1) != "to" ||
		!in("the a an his her its their", r.norm(i+2)) || r.Child(i, "obj") != text.None {
		return loss{}, false
	}
	last := i + 3
	for last < s.Last && (r.upos(last) == text.ADJ || r.upos(last) == text.NOUN || r.upos(last) == text.PROPN) {
		last++
	}
	return loss{i, last, "the verb after “" + r.Form(i) + " to” is missing: what was attempted or wanted is not said"}, true
}

const transitive = "launch target receive pursue suffer forge inflict wage conduct"

// lostObject: "launched against minority groups", "has targeted , and".
func lostObject(r *reader, s text.Sentence, i int) (loss, bool) {
	k := &r.Tokens[i]
	if i+1 >= s.Last || k.UPOS != text.VERB || !in(transitive, k.Lemma) || r.passive(i) || r.Child(i, "obj", "xcomp", "ccomp") != text.None && r.Child(i, "obj") < i+8 && r.Child(i, "obj") > i {
		return loss{}, false
	}
	gap := r.norm(i+1) == "against" && r.norm(i-1) != "," && in("launch pursue wage conduct", k.Lemma) ||
		in(", .", r.norm(i+1)) && spaced(r.Text, i+1) && !r.loose ||
		k.Lemma == "suffer" && r.upos(i+1) == text.ADJ && r.norm(i+2) == "to" && in("the a", r.norm(i+3))
	if !gap || r.relative(i) {
		return loss{}, false
	}
	return loss{i, i + 2, "what “" + r.Form(i) + "” has for its object is missing"}, true
}

// passive says whether a verb needs no object: passive or a reduced participle.
func (r *reader) passive(i int) bool {
	k := &r.Tokens[i]
	if r.Child(i, "aux:pass", "nsubj:pass", "obl:agent") != text.None || k.Dep == "amod" {
		return true
	}
	return (k.XPOS == "VBN" || k.XPOS == "VBD") && (k.Dep == "acl" || r.Child(i, "nsubj") == text.None && r.Child(i, "aux") == text.None)
}

// relative says whether the object may stand before: "the attack it launched".
func (r *reader) relative(i int) bool {
	for n, step := i, 0; n >= 0 && step < 4; n, step = r.Tokens[n].Head, step+1 {
		if text.DepIs(r.Tokens[n].Dep, "acl") {
			return true
		}
	}
	return false
}

// lostComplement: "the extent … is .", "was declared, by some, to be .".
func lostComplement(r *reader, s text.Sentence, i int) (loss, bool) {
	if i+1 >= s.Last || !in("is are was were be", r.norm(i)) || r.norm(i+1) != "." || r.loose || !spaced(r.Text, i+1) {
		return loss{}, false
	}
	return loss{max(s.First, i-1), i + 2, "what follows “" + r.Form(i) + "” is missing"}, true
}

// lostConjunct: "rural districts in and Afghanistan", "targets like and populations".
func lostConjunct(r *reader, s text.Sentence, i int) (loss, bool) {
	if i+2 >= s.Last || r.upos(i) != text.ADP || !in("in of at from with between among against", r.norm(i)) ||
		!in("and or", r.norm(i+1)) || r.upos(i+2) != text.PROPN && r.upos(i+2) != text.NOUN {
		return loss{}, false
	}
	if text.DepIs(r.Tokens[i].Dep, "compound") || r.upos(i-1) == text.VERB {
		return loss{}, false
	}
	return loss{i, i + 3, "what stood between “" + r.Form(i) + "” and “" + r.Form(i+1) + "” is missing"}, true
}

// lostPossession: "minorities like Afghanistan's and populations", "the majority of ISIS-K's were".
func lostPossession(r *reader, s text.Sentence, i int) (loss, bool) {
	if i+2 >= s.Last || r.Tokens[i].XPOS != "POS" || i == s.First {
		return loss{}, false
	}
	n := r.norm(i + 1)
	switch {
	case in("and or", n) && r.Tokens[i+2].XPOS == "NNS" && r.Tokens[min(i+3, len(r.Tokens)-1)].XPOS != "POS":
	case in("were are have", n) && r.upos(i-1) == text.PROPN:
	default:
		return loss{}, false
	}
	return loss{i - 1, i + 2, "what “" + r.Form(i-1) + r.Form(i) + "” has is missing"}, true
}

// lostWords: a space before a comma or full stop in a text that sets none.
func lostWords(r *reader, s text.Sentence, i int) (loss, bool) {
	if r.loose || i == s.First || i+1 > s.Last || !in(", .", r.norm(i)) || !spaced(r.Text, i) || strings.Contains(r.between(i-1, i), "\n") {
		return loss{}, false
	}
	if p := r.upos(i - 1); p != text.ADP && p != text.DET && p != text.CCONJ && p != text.VERB && p != text.SCONJ && p != text.PUNCT {
		return loss{}, false // a lone slip of the typist
	}
	if r.upos(i-1) == text.PUNCT && r.norm(i-1) != "," || r.norm(i+1) == "." {
		return loss{}, false
	}
	return loss{i - 1, i + 1, "words before “" + r.Form(i) + "” are missing"}, true
}

func (r *reader) between(i, j int) string { return r.Source[r.Tokens[i].End:r.Tokens[j].Start] }

// emptyQuotes: `brands them as “” with`.
func emptyQuotes(r *reader, s text.Sentence, i int) (loss, bool) {
	if i+1 >= s.Last || r.Form(i) != "“" || r.Form(i+1) != "”" {
		return loss{}, false
	}
	return loss{i, i + 2, "the words quoted are missing"}, true
}

// lostParticiple: "operating in Afghanistan, as by Islamic State core leadership".
func lostParticiple(r *reader, s text.Sentence, i int) (loss, bool) {
	if i == s.First || i+2 >= s.Last || r.norm(i) != "as" || r.norm(i+1) != "by" || r.norm(i-1) != "," || r.upos(i+2) == text.VERB {
		return loss{}, false
	}
	return loss{i, i + 2, "the verb between “as” and “by” is missing"}, true
}
