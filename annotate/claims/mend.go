package claims

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// run is a stretch of tokens first ≤ i < last.
type run struct{ first, last int }

// mendSource finds the speaker by the order of the words where the parser took
// words of what is said for the subject of the verb of saying.
func (r *reading) mendSource(s *saying) {
	if s.source == text.None || r.t.Tokens[s.cue].UPOS != text.VERB || r.t.SentenceOf(s.source) != r.t.SentenceOf(s.cue) {
		return
	}
	first := r.cueFrom(s.cue)
	if r.quoted(s.source) && !r.quoted(s.cue) || r.endsQuote(first-1) && s.source < first {
		if found, ok := r.outside(first, s.cue); ok {
			r.setSource(s, found)
		}
		return
	}
	if s.source < first {
		r.mendParted(s, first)
	}
}

// endsQuote says that token i closes a quotation, or is the comma behind one.
func (r *reading) endsQuote(i int) bool {
	return i > 0 && (r.isQuote(i) || r.comma(i) && r.isQuote(i-1))
}

// cueFrom is the first word of the verb group of a verb of saying.
func (r *reading) cueFrom(cue int) int {
	first := cue
	for first > 0 && r.t.Tokens[first-1].Head == cue && (r.t.Tokens[first-1].Dep == "advmod" || text.DepIs(r.t.Tokens[first-1].Dep, "aux")) {
		first--
	}
	return first
}

// mendParted takes the last of several phrases parted by commas before a verb
// for its subject: "Voters, the mayor said, …". A list with "and" stays whole,
// and so does a subject with a comma behind it.
func (r *reading) mendParted(s *saying, first int) {
	from := first
	for from > s.source && !r.comma(from-1) && r.t.Tokens[from-1].UPOS != text.CCONJ {
		from--
	}
	if from <= s.source || from == first || !r.comma(from-1) || !r.opensNoun(from) {
		return
	}
	r.setSource(s, run{from, first})
}

// setSource gives a saying the phrase that names its speaker.
func (r *reading) setSource(s *saying, found run) {
	head := text.None
	for i := found.first; i < found.last && (head == text.None || r.carriesOn(i)); i++ {
		switch r.t.Tokens[i].UPOS {
		case text.NOUN, text.PROPN, text.PRON:
			head = i
		}
	}
	if head == text.None {
		return
	}
	s.source = head
	r.runs[head] = found
}

// carriesOn says that a token after the first noun of a phrase may lead to the
// word the phrase is about: a further noun of a compound, a possessive.
func (r *reading) carriesOn(i int) bool {
	t := &r.t.Tokens[i]
	return t.UPOS == text.NOUN || t.UPOS == text.PROPN || t.UPOS == text.PART || t.Norm == "." || t.UPOS == text.ADJ
}

// subjectBefore is the noun phrase right before a finite verb that a comma or the
// start of the sentence sets off: what the parser leaves without a subject has one
// there.
func (r *reading) subjectBefore(verb int) (run, bool) {
	switch r.t.Tokens[verb].XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return run{}, false
	}
	start := r.t.Sentences[r.t.SentenceOf(verb)].First
	last := r.beforeAside(r.cueFrom(verb), start)
	first := last
	for first > start && r.inPhrase(first-1) {
		first--
	}
	if first == last || first > start && !r.comma(first-1) || !r.opensNoun(first) {
		return run{}, false
	}
	return run{first, last}, true
}

// beforeAside is where a phrase before token i ends: before an age in commas or
// what dashes set off ("Sen, 70, said", "Sen – once a clerk – said"), else at i.
func (r *reading) beforeAside(i, start int) int {
	if i-3 > start && r.comma(i-1) && r.t.Tokens[i-2].UPOS == text.NUM && r.comma(i-3) {
		return i - 3
	}
	if i-1 > start && dashes[r.t.Form(i-1)] {
		for k := i - 2; k > start; k-- {
			if dashes[r.t.Form(k)] {
				return k
			}
		}
	}
	return i
}

// dashes are the marks that set off an aside.
var dashes = map[string]bool{"—": true, "–": true, "--": true}

// inPhrase says that a token may stand inside a simple noun phrase.
func (r *reading) inPhrase(i int) bool {
	switch t := &r.t.Tokens[i]; t.UPOS {
	case text.NOUN, text.PROPN, text.PRON, text.DET, text.ADJ, text.NUM, text.PART:
		return true
	case text.ADP:
		return t.Norm == "of" || t.Norm == "for"
	}
	return false
}

// citing turns "the paper, citing the ministry, reported" round: the ministry
// says it, through the paper.
func (r *reading) citing(s *saying) {
	if s.source == text.None || s.via != text.None || !r.isOutlet(s.source) && r.lexicon.speakers[r.t.Tokens[s.source].Lemma].kind != "media" {
		return
	}
	for _, at := range []int{s.source, s.cue} {
		for _, c := range r.t.Children(at) {
			t := &r.t.Tokens[c]
			if t.XPOS != "VBG" || t.Lemma != "cite" && t.Lemma != "quote" {
				continue
			}
			if cited := r.t.Child(int(c), "obj"); cited != text.None {
				s.via, s.source = s.source, cited
				return
			}
		}
	}
}

// outside is the phrase beside a verb of saying that is not in the quotation
// before it: behind the verb, or between the quotation and the verb.
func (r *reading) outside(first, cue int) (run, bool) {
	sentence := &r.t.Sentences[r.t.SentenceOf(cue)]
	if cue+1 < sentence.Last && r.opensNoun(cue+1) && (r.endsQuote(first-1) || r.comma(first-1)) {
		return run{cue + 1, r.nounUntil(cue+1, sentence.Last)}, true
	}
	from := first
	for from > sentence.First && !r.endsQuote(from-1) && !r.quoted(from-1) {
		from--
	}
	if from == first || !r.opensNoun(from) {
		return run{}, false
	}
	return run{from, first}, true
}

// nounUntil is where the phrase that starts with token i ends: at punctuation
// behind which no apposition follows, or where a circumstance begins.
func (r *reading) nounUntil(i, end int) int {
	for k := i; k < end; k++ {
		t := &r.t.Tokens[k]
		switch {
		case t.Norm == "," && k+1 < end && (r.t.Tokens[k+1].UPOS == text.DET || r.t.Tokens[k+1].UPOS == text.PROPN || r.t.Tokens[k+1].XPOS == "WP"):
		case t.UPOS == text.ADV && k > i, t.Norm == "in" && k > i && (r.t.Tokens[k-1].UPOS == text.PROPN || r.t.Tokens[k-1].UPOS == text.PRON):
			return k // how or where it was said
		case t.Norm == "of" || t.Norm == "." && k+1 < end && r.t.Tokens[k+1].UPOS == text.PROPN:
		case t.UPOS == text.PUNCT && !(t.Norm == "-" || t.Norm == "'"), t.UPOS == text.ADP && t.Norm != "for" && t.Norm != "at" && t.Norm != "from" && t.Norm != "in",
			r.isTime(k), t.XPOS == "VBG" && t.Dep == "advcl":
			return k
		}
	}
	return end
}

// runOf is the phrase that was found for a head word, as a span.
func (r *reading) runOf(head int) (annals.Span, bool) {
	found, ok := r.runs[head]
	if !ok {
		return annals.Span{}, false
	}
	return r.trim(found.first, found.last), true
}
