package events

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// candidate is a word that tells of an event, with what hangs from it.
type candidate struct {
	*entry
	token  int         // the head of the trigger
	span   annals.Span // all its words
	around []dependent
}

// candidates finds the triggers of a document in the order of the text.
func (r *reading) candidates() []candidate {
	var out []candidate
	for _, s := range r.text.Sentences {
		for i := s.First; i < s.Last; i++ {
			if c, found := r.candidate(i); found && !r.inDamage(i) {
				out = append(out, c)
				r.told[c.mode] = true
			}
		}
	}
	return out
}

func (r *reading) candidate(i int) (candidate, bool) {
	k := &r.text.Tokens[i]
	switch k.UPOS {
	case text.VERB, text.ADJ:
		if k.UPOS == text.ADJ && k.Dep == "amod" && !r.postnominal(i) && !strings.HasSuffix(k.Norm, "ed") && !strings.HasSuffix(k.Norm, "ing") {
			return candidate{}, false // "target populations"
		}
		if es := r.verbs[r.verbLemma(i)]; es != nil && !text.DepIs(k.Dep, "aux") {
			return r.choose(i, es, r.ofVerb)
		}
		if k.XPOS != "VBG" {
			return candidate{}, false
		}
	case text.NOUN, text.PROPN:
	default:
		return candidate{}, false
	}
	if es := r.nouns[singular(r.text, i)]; es != nil {
		if r.modifies(i) {
			return candidate{}, false
		}
		return r.choose(i, es, r.ofNoun)
	}
	if es := r.verbs[k.Norm]; es != nil && (r.clausal(k.Dep) || r.between(i)) {
		return r.choose(i, es, r.ofVerb)
	}
	return candidate{}, false
}

// clausal says whether a relation is one only verbs stand in: in capitals the
// tagger takes some verbs for nouns.
func (r *reading) clausal(dep string) bool {
	return dep == "xcomp" || dep == "ccomp" || dep == "advcl" || dep == "acl" || dep == "acl:relcl"
}

// between says that a word stands between a noun and an article or pronoun, where a
// verb stands whatever the tagger takes it for: "the suspect shot the victim".
func (r *reading) between(i int) bool {
	s := r.text.Sentences[r.text.SentenceOf(i)]
	if i == s.First || i+1 >= s.Last {
		return false
	}
	before, after := r.text.Tokens[i-1].UPOS, r.text.Tokens[i+1].UPOS
	return (before == text.NOUN || before == text.PROPN) && (after == text.DET || after == text.PRON)
}

// verbLemma is the lemma of a verb, or of the participle an adjective is.
func (r *reading) verbLemma(i int) string {
	k := &r.text.Tokens[i]
	if k.UPOS == text.ADJ && !strings.HasSuffix(k.Norm, "ed") {
		return k.Norm // "willing"
	}
	if k.UPOS == text.ADJ && k.Lemma == k.Norm {
		if stem := strings.TrimSuffix(k.Norm, "ed"); r.verbs[stem] != nil {
			return stem
		}
		return strings.TrimSuffix(k.Norm, "d")
	}
	return k.Lemma
}

// modifies says whether a noun only describes another ("murder squad"), and
// tells of no event itself; "murder charge" and "assassination attempt" do.
func (r *reading) modifies(i int) bool {
	k := &r.text.Tokens[i]
	if !text.DepIs(k.Dep, "compound") || k.Head < 0 {
		return false
	}
	_, attempt := r.embedding(k.Head, 'c')
	_, plan := r.embedding(k.Head, 'o')
	if attempt || plan || telling[singular(r.text, k.Head)] {
		return false
	}
	if r.nouns[singular(r.text, k.Head)] != nil {
		return true
	}
	return r.class(k.Head)&(human|weapon|explosive|vehicle|facility|organisation|armed) != 0
}

// telling are nouns about an event: the word before them names it.
var telling = map[string]bool{"charge": true, "case": true, "trial": true, "suspect": true, "victim": true, "scene": true, "spree": true, "wave": true}

// choose takes the first entry whose words and conditions are all there.
func (r *reading) choose(i int, es []*entry, dependents func(int) []dependent) (candidate, bool) {
	var around []dependent
	for _, e := range es {
		span, found := r.words(i, e)
		if !found {
			continue
		}
		if around == nil {
			if around = dependents(i); around == nil {
				around = []dependent{}
			}
		}
		if r.meets(i, e, around) {
			if e.frame.name == "talk" && r.text.Tokens[i].Dep == "amod" { // "alleged fighters" alleges nothing
				return candidate{}, false
			}
			return candidate{entry: e, token: i, span: span, around: around}, true
		}
	}
	return candidate{}, false
}

func (r *reading) meets(i int, e *entry, around []dependent) bool {
	for n := range e.needs {
		if !e.needs[n].holds(r, i, around) {
			return false
		}
	}
	return true
}

// follow is how far the further words of a phrase may stand behind its head.
const follow = 3

// words finds the further words of an entry: before a noun, for a verb among
// what hangs from it or close behind.
func (r *reading) words(i int, e *entry) (annals.Span, bool) {
	k := &r.text.Tokens[i]
	span := annals.Span{Start: k.Start, End: k.End}
	if e.noun {
		for n := len(e.words) - 2; n >= 0; n-- {
			j := i - (len(e.words) - 1 - n)
			if j < 0 || singular(r.text, j) != e.words[n] && r.text.Tokens[j].Norm != e.words[n] {
				return span, false
			}
			span.Start = r.text.Tokens[j].Start
		}
		return span, true
	}
	for _, w := range e.words[1:] {
		j := r.phrasal(i, w)
		if j == text.None {
			return span, false
		}
		if j == i+1 {
			span.End = r.text.Tokens[j].End
		}
	}
	return span, true
}

func (r *reading) phrasal(i int, w string) int {
	is := func(j int) bool { return r.text.Tokens[j].Norm == w || r.text.Tokens[j].Lemma == w }
	for _, c := range r.text.Children(i) {
		if is(int(c)) {
			return int(c)
		}
		for _, g := range r.text.Children(int(c)) {
			if is(int(g)) && int(g) > i {
				return int(g)
			}
		}
	}
	s := r.text.Sentences[r.text.SentenceOf(i)]
	for j := i + 1; j < min(i+1+follow, s.Last); j++ {
		if is(j) {
			return j
		}
	}
	if p := r.text.Tokens[i].Head; p >= 0 && is(p) && r.text.Tokens[i].Dep != "conj" && r.text.Tokens[i].UPOS == text.VERB && p > i {
		return p
	}
	return text.None
}

// postnominal says whether an adjective stands after its noun and is not only left
// so by a verb that is an event itself: "pronounced the driver dead", not "left the
// driver dead".
func (r *reading) postnominal(i int) bool {
	h := r.text.Tokens[i].Head
	if h < 0 || h > i {
		return false
	}
	up := r.text.Tokens[h].Head
	return up < 0 || r.text.Tokens[up].Lemma != "leave" && r.text.Tokens[up].Lemma != "shoot"
}
