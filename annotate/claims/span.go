package claims

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// words is a set of tokens of one sentence.
type words struct {
	first int
	in    []bool
}

func (r *reading) words(sentence int) *words {
	s := r.t.Sentences[sentence]
	return &words{s.First, make([]bool, s.Last-s.First)}
}

func (w *words) set(i int, in bool) {
	if k := i - w.first; k >= 0 && k < len(w.in) {
		w.in[k] = in
	}
}

func (w *words) has(i int) bool { k := i - w.first; return k >= 0 && k < len(w.in) && w.in[k] }

// subtree sets word i and all below it, but for what hangs under stop.
func (r *reading) subtree(w *words, i int, in bool, stop int) {
	if i == stop || w.has(i) == in && i != text.None && in {
		return
	}
	w.set(i, in)
	for _, c := range r.t.Children(i) {
		if in && r.attributes(int(c)) {
			continue
		}
		r.subtree(w, int(c), in, stop)
	}
}

// attributes says that a phrase or clause is no part of what is said but tells
// who says it or what another says: "according to …", "while police said …".
func (r *reading) attributes(i int) bool {
	t := &r.t.Tokens[i]
	if t.Dep != "advcl" {
		c := r.t.Child(i, "case")
		return c != text.None && r.t.Tokens[c].Norm == "according"
	}
	mark := r.t.Child(i, "mark")
	if mark == text.None || r.t.Tokens[mark].Norm != "while" && r.t.Tokens[mark].Norm != "whereas" {
		return false
	}
	_, says := r.lexicon.verbs[t.Lemma]
	return says
}

// pieces are the runs of a set as spans: what only punctuation parts is one
// run, and edge commas and brackets are left out.
func (r *reading) pieces(w *words) []annals.Span {
	var out []annals.Span
	for k := 0; k < len(w.in); {
		if !w.in[k] {
			k++
			continue
		}
		first := k
		for k < len(w.in) && w.in[k] {
			k++
		}
		if s := r.trim(w.first+first, w.first+k); !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// trim drops punctuation but for quotation marks from the edges of a run of
// tokens. A run without a word of content gives the empty span.
func (r *reading) trim(first, last int) annals.Span {
	for first < last && r.edge(first) {
		first++
	}
	for last > first && r.edge(last-1) {
		last--
	}
	for i := first; i < last; i++ {
		switch r.t.Tokens[i].UPOS {
		case text.PUNCT, text.ADP, text.SCONJ, text.CCONJ, text.DET, text.PART:
			continue
		}
		start, end := r.t.Bytes(first, last)
		return annals.Span{Start: start, End: end}
	}
	return annals.Span{}
}

// edge says that a token is punctuation that no span starts or ends with.
func (r *reading) edge(i int) bool {
	t := &r.t.Tokens[i]
	if t.UPOS != text.PUNCT {
		return false
	}
	switch t.Norm {
	case `"`, "'", "%", ")", "(":
		return false
	}
	return true
}

// clause is the head and all below it, without the cue and what hangs on it.
func (r *reading) clause(s *saying, head int) []annals.Span {
	if head == text.None {
		return nil
	}
	if head > s.cue && s.source < s.cue && r.t.Tokens[s.cue].UPOS == text.VERB {
		return r.reach(s, head)
	}
	if head < s.cue && r.saysBehind(s) {
		return r.reach(s, text.None)
	}
	if s.source > s.cue && r.t.Tokens[head].XPOS == "VBG" && r.t.Child(head, "nsubj", "aux") == text.None {
		return nil // what the speaker does meanwhile: "said the chemist, smiling"
	}
	w := r.words(r.t.SentenceOf(head))
	r.subtree(w, head, true, s.cue)
	r.takeOut(w, s)
	return r.pieces(w)
}

// saysBehind says that a conjunction parts what stands before a speaker from him, and
// that what he says follows: "The men fled, and police said they were armed".
func (r *reading) saysBehind(s *saying) bool {
	if s.source == text.None || s.source > s.cue || r.t.Tokens[s.cue].UPOS != text.VERB {
		return false
	}
	source := r.sourceSpan(s.source, s.cue)
	from, _ := r.t.Covering(source.Start, source.End)
	if from == 0 || r.t.Tokens[from-1].UPOS != text.CCONJ {
		return false
	}
	first := r.reachFrom(s, text.None)
	return first < r.t.Sentences[r.t.SentenceOf(s.cue)].Last && r.opensClauseAt(first) && r.hasVerb(first, r.reachTo(s, first))
}

// next is the first token with that norm among first ≤ i < last, or None.
func (r *reading) next(first, last int, norm string) int {
	for i := first; i < last; i++ {
		if r.t.Tokens[i].Norm == norm {
			return i
		}
	}
	return text.None
}

// sentenceBefore is the sentence before that of the cue, in its paragraph or the
// one before.
func (r *reading) sentenceBefore(s *saying) []annals.Span {
	k := r.t.SentenceOf(s.cue)
	if k < 1 || r.t.Sentences[k-1].Heading || r.t.Sentences[k-1].Paragraph < r.t.Sentences[k].Paragraph-1 {
		return nil
	}
	if span := r.trim(r.opening(&r.t.Sentences[k-1]), r.t.Sentences[k-1].Last); !span.Empty() {
		return []annals.Span{span}
	}
	return nil
}

// after is the rest of a sentence after token i.
func (r *reading) after(i int) []annals.Span {
	if s := r.trim(i+1, r.t.Sentences[r.t.SentenceOf(i)].Last); !s.Empty() {
		return []annals.Span{s}
	}
	return nil
}

// object is what stands below the cue from the object on.
func (r *reading) object(s *saying, head int) []annals.Span {
	if head == text.None {
		return nil
	}
	w := r.words(r.t.SentenceOf(head))
	r.subtree(w, head, true, s.cue)
	if c := r.t.Child(head, "case"); c != text.None && c < head {
		w.set(c, false)
	}
	for _, c := range r.t.Children(s.cue) {
		if int(c) > head && slices.Contains(objectParts, r.t.Tokens[c].Dep) {
			r.subtree(w, int(c), true, s.cue)
		}
	}
	r.takeOut(w, s)
	for i := head + 1; w.has(i) || w.has(i+1); i++ {
		if r.opensAside(i) {
			for ; i < w.first+len(w.in); i++ {
				w.set(i, false)
			}
		}
	}
	return r.bridged(w, s.cue)
}

// bridged is the run from the first to the last word of a set that all stand on
// one side of the cue, else its pieces.
func (r *reading) bridged(w *words, cue int) []annals.Span {
	first := w.first + slices.Index(w.in, true)
	if first < w.first || first < cue {
		return r.pieces(w)
	}
	last := first
	for i := range w.in {
		if w.in[i] {
			last = w.first + i + 1
		}
	}
	if span := r.trim(first, last); !span.Empty() {
		return []annals.Span{span}
	}
	return nil
}

// opensAside says that token i is a comma behind which a report goes on in its
// own words: a relative clause, a participle. Inside a quotation nothing does.
func (r *reading) opensAside(i int) bool {
	if !r.comma(i) || i+1 >= len(r.t.Tokens) || r.quoted(i) {
		return false
	}
	switch r.t.Tokens[i+1].XPOS {
	case "VBG", "WDT", "WP", "WP$":
		return true
	}
	return false
}

// objectParts are what follows an object and belongs to what is said of it:
// "accused them of lying", "denied playing a part in it".
var objectParts = []string{"obl", "advcl", "xcomp", "ccomp"}

// subject is the subject and the complement of a passive.
func (r *reading) subject(s *saying, subject, head int) []annals.Span {
	if x := r.t.Tokens[subject].XPOS; x == "WDT" || x == "WP" {
		return nil
	}
	w := r.words(r.t.SentenceOf(s.cue))
	r.subtree(w, subject, true, s.cue)
	r.subtree(w, head, true, s.cue)
	return r.pieces(w)
}

// takeOut removes the source and the cue's own modifiers from a set.
func (r *reading) takeOut(w *words, s *saying) {
	if s.source != text.None {
		r.subtree(w, s.source, false, text.None)
	}
	w.set(s.cue, false)
}
