package claims

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// cueSpan is the cue with the auxiliaries, negation and adverb before it and the
// particles and the medium behind ("said in a statement").
func (r *reading) cueSpan(s *saying) annals.Span {
	if s.cue == text.None {
		return annals.Span{}
	}
	first, last := s.cue, s.cue+1
	for _, c := range r.t.Children(s.cue) {
		switch r.t.Tokens[c].Dep {
		case "aux", "aux:pass", "cop":
			if r.parted(int(c), s.cue) {
				continue
			}
			first, last = min(first, int(c)), max(last, int(c)+1)
		case "compound:prt", "fixed":
			first, last = min(first, int(c)), max(last, int(c)+1)
		case "advmod":
			if int(c) == s.cue-1 || (r.t.Tokens[c].Norm == "not" || r.t.Tokens[c].Norm == "n't") && !r.parted(int(c), s.cue) {
				first = min(first, int(c))
			}
		}
	}
	if s.tail != text.None {
		first, last = min(first, s.tail), max(last, s.tail+1)
	}
	last = r.cueTail(s, last)
	if s.source != text.None && first <= s.source && s.source < last {
		first, last = s.cue, s.cue+1
	}
	start, end := r.t.Bytes(first, last)
	return annals.Span{Start: start, End: end}
}

// parted says that punctuation stands between two words of which one may belong
// to the verb group of the other.
func (r *reading) parted(a, b int) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if r.t.Tokens[i].UPOS == text.PUNCT {
			return true
		}
	}
	return false
}

// longestMedium is how many words say at most what something was said in: "in an
// interview", "in a written statement".
const longestMedium = 4

// cueTail is the end of a cue that ends so far before token last: behind what it
// was said in, where that is a bare phrase.
func (r *reading) cueTail(s *saying, last int) int {
	end := r.t.Sentences[r.t.SentenceOf(s.cue)].Last
	if last < end && r.t.Tokens[last].Norm == "in" && r.t.Tokens[s.cue].UPOS == text.VERB {
		for i := last + 1; i < min(end, last+longestMedium); i++ {
			if media[r.t.Tokens[i].Lemma] && (i+1 == end || r.t.Tokens[i+1].UPOS != text.NOUN) {
				last = i + 1
				break
			}
		}
	}
	return last
}

// sourceSpan is the phrase that names the speaker, without relative clauses
// and, where several speak, without the others.
func (r *reading) sourceSpan(head, cue int) annals.Span {
	if head == text.None {
		return annals.Span{}
	}
	if found, ok := r.runOf(head); ok {
		return found
	}
	if found := r.betweenDashes(head, cue); !found.Empty() {
		return found
	}
	w := r.words(r.t.SentenceOf(head))
	w.set(head, true)
	stop := len(r.t.Tokens)
	if at, ok := r.byCue[cue]; ok && (r.t.Tokens[cue].Dep == "case" || r.t.Tokens[cue].Dep == "fixed") {
		if comma := r.opensClause(at); comma != text.None {
			stop = comma
		}
	}
	for _, c := range r.t.Children(head) {
		switch t := &r.t.Tokens[c]; {
		case int(c) == cue || int(c) > stop || t.Dep == "case" && int(c) < head || t.Dep == "conj" || t.Dep == "cc" || t.Dep == "parataxis":
		case t.Dep == "punct" || t.Dep == "cop" || r.isTime(int(c)):
		default:
			r.subtree(w, int(c), true, cue)
		}
	}
	for i := stop; w.has(i) || i < w.first+len(w.in); i++ {
		w.set(i, false)
	}
	return r.withApposition(r.withName(r.runAround(w, head), head, cue), head, cue)
}

// withApposition lengthens a phrase behind its verb by what the speaker is: "said
// Ada Diallo, a teacher". The parser takes it for a clause as often as not.
func (r *reading) withApposition(s annals.Span, head, cue int) annals.Span {
	if s.Empty() || cue == text.None || cue > head || r.t.Tokens[cue].UPOS != text.VERB {
		return s
	}
	_, last := r.t.Covering(s.Start, s.End)
	end := r.t.Sentences[r.t.SentenceOf(head)].Last
	if !r.comma(last) || last+1 >= end || r.t.Tokens[last+1].UPOS != text.DET {
		return s
	}
	until := r.nounUntil(last+1, end)
	if r.hasVerb(last+1, until) || until < end && r.t.Tokens[until].UPOS != text.PUNCT {
		return s
	}
	s.End = r.trim(last+1, until).End
	return s
}

// withName lengthens a phrase by the name that follows it at once and hangs on
// the same word: the parser does not always tie a title to its name.
func (r *reading) withName(s annals.Span, head, cue int) annals.Span {
	if s.Empty() || r.t.Tokens[head].UPOS != text.NOUN {
		return s
	}
	_, last := r.t.Covering(s.Start, s.End)
	end := last
	for end < len(r.t.Tokens) && end != cue && r.t.Tokens[end].UPOS == text.PROPN {
		end++
	}
	if end > last && r.t.Tokens[end-1].Head == r.t.Tokens[head].Head {
		s.End = r.t.Tokens[end-1].End
	}
	return s
}

// runAround is the run of a set that holds word i; commas inside are bridged.
func (r *reading) runAround(w *words, i int) annals.Span {
	joined := func(k int) bool {
		return w.has(k) || k > w.first && r.t.Tokens[k].UPOS == text.PUNCT && r.t.Tokens[k].Norm != `"` && (w.has(k-1) && w.has(k+1))
	}
	first, last := i, i+1
	for first > w.first && joined(first-1) {
		first--
	}
	for last < w.first+len(w.in) && joined(last) {
		last++
	}
	return r.trim(first, last)
}
