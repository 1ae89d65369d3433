package claims

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// leastWords is the length from which a quotation is speech of its own and not
// a term or title in quotation marks.
const leastWords = 4

// attachQuotations ties every quotation that is speech to a cue: one whose
// content it already overlaps, or a verb of saying right before or after it.
func (r *reading) attachQuotations() {
	for i := range r.quotations {
		q := &r.quotations[i]
		if s := r.overlapping(q); s != nil {
			s.take(q)
			continue
		}
		term := q.Words < leastWords && !r.endsLikeSpeech(q)
		if s := r.beside(q, i); s != nil && (!term || r.lexicon.verbs[r.t.Tokens[s.cue].Lemma].takes('n')) {
			s.take(q)
			r.leadIn(s, q)
		}
	}
	for _, s := range r.sayings {
		s.content = joinSpans(s.content)
	}
	r.sayings = slices.DeleteFunc(r.sayings, func(s *saying) bool { return len(s.content) == 0 })
	slices.SortFunc(r.sayings, func(a, b *saying) int { return cmp.Compare(a.cue, b.cue) })
}

// leadIn adds what leads into a quotation from the cue before it: "called the
// raid “…”". Nothing does behind a comma, colon or dash.
func (r *reading) leadIn(s *saying, q *quotation.Quotation) {
	first, _ := r.t.Covering(q.Start, q.End)
	if len(s.content) != 1 || first <= s.last() || s.source > s.cue || r.comma(first-1) || r.t.Tokens[first-1].Norm == ":" || dashes[r.t.Form(first-1)] {
		return
	}
	if from := r.reachFrom(s, text.None); from < first && r.t.SentenceOf(from) == r.t.SentenceOf(first) {
		s.content[0].Start = r.t.Tokens[from].Start
	}
}

// endsLikeSpeech says that a stop, or a dash where speech breaks off, stands before
// the closing mark: terms and titles have none.
func (r *reading) endsLikeSpeech(q *quotation.Quotation) bool {
	first, last := r.t.Covering(q.Start, q.End)
	if last-first < 3 {
		return false
	}
	switch r.t.Tokens[last-2].Norm {
	case ",", ".", "!", "?":
		return true
	}
	return dashes[r.t.Form(last-2)]
}

// take makes a quotation part of what is said.
func (s *saying) take(q *quotation.Quotation) {
	s.content = append(s.content, q.Span)
	s.direct = true
}

// overlapping is the saying whose content shares words with the quotation while
// its cue stands outside.
func (r *reading) overlapping(q *quotation.Quotation) *saying {
	for _, s := range r.sayings {
		cue := r.t.Tokens[s.cue]
		if q.Contains(annals.Span{Start: cue.Start, End: cue.End}) {
			continue
		}
		for _, piece := range s.content {
			if piece.Overlaps(q.Span) {
				return s
			}
		}
	}
	return nil
}

// farthest is how many tokens may stand between a quotation and the verb of
// saying that introduces or follows it.
const farthest = 14

// beside finds the cue in the words right after or right before a quotation.
func (r *reading) beside(q *quotation.Quotation, at int) *saying {
	first, last := r.t.Covering(q.Start, q.End)
	from, to := r.paragraphOf(first)
	end := min(last+farthest, to)
	if at+1 < len(r.quotations) {
		next, _ := r.t.Covering(r.quotations[at+1].Start, r.quotations[at+1].End)
		end = min(end, next)
	}
	if s := r.cueIn(last, end, true); s != nil {
		return s
	}
	if first == from && first > 0 && r.t.Tokens[first-1].Norm == ":" {
		from, _ = r.paragraphOf(first - 1)
	}
	start := max(first-farthest, from)
	if at > 0 {
		_, before := r.t.Covering(r.quotations[at-1].Start, r.quotations[at-1].End)
		start = max(start, before)
	}
	return r.cueIn(start, first, false)
}

// paragraphOf is the range of tokens of the paragraph that holds token i.
func (r *reading) paragraphOf(i int) (first, last int) {
	s := r.t.SentenceOf(min(i, len(r.t.Tokens)-1))
	from, to := s, s
	for from > 0 && r.t.Sentences[from-1].Paragraph == r.t.Sentences[s].Paragraph {
		from--
	}
	for to+1 < len(r.t.Sentences) && r.t.Sentences[to+1].Paragraph == r.t.Sentences[s].Paragraph {
		to++
	}
	return r.t.Sentences[from].First, r.t.Sentences[to].Last
}

// cueIn is the saying of a verb of saying with its subject among tokens
// first ≤ i < last, read away from the quotation up to the end of the sentence.
func (r *reading) cueIn(first, last int, after bool) *saying {
	for k := first; k < last; k++ {
		i := k
		if !after {
			i = last - 1 - (k - first)
		}
		t := &r.t.Tokens[i]
		if t.UPOS == text.PUNCT && (t.Norm == "." || t.Norm == "?" || t.Norm == "!") {
			return nil
		}
		if s := r.byCue[i]; s != nil && len(s.content) == 0 {
			return s
		}
		if s := r.tails[i]; s != nil {
			return s
		}
		c, tail := r.quoteVerb(i)
		if !c.takes('q') && after && i == first && r.inverted(i) {
			c = cue{annals.Said, "q"}
		}
		if !c.takes('q') || t.UPOS != text.VERB {
			continue
		}
		if s := r.byCue[i]; s != nil {
			return s
		}
		source := r.subjectNear(i, after)
		if source == text.None {
			continue
		}
		s := &saying{cue: i, tail: tail, source: source, via: text.None, kind: c.kind, rule: "quotation", way: beside}
		r.mendSource(s)
		r.byCue[i] = s
		r.sayings = append(r.sayings, s)
		return s
	}
	return nil
}

// subjectNear is the subject of a verb; after a quotation also the noun that
// follows an inverted verb whatever the parser made of it.
func (r *reading) subjectNear(verb int, after bool) int {
	if s := r.t.Child(verb, "nsubj"); s != text.None {
		return s
	}
	if s := r.impliedSource(&saying{cue: verb}); s != text.None {
		return s
	}
	if !after {
		return text.None
	}
	for i := verb + 1; i < min(verb+5, len(r.t.Tokens)); i++ {
		switch t := &r.t.Tokens[i]; t.UPOS {
		case text.PROPN, text.NOUN, text.PRON:
			for t.Head > verb && r.t.Tokens[t.Head].Head >= verb && (t.Dep == "compound" || t.Dep == "flat") {
				i, t = t.Head, &r.t.Tokens[t.Head]
			}
			return i
		case text.DET, text.ADJ:
		default:
			return text.None
		}
	}
	return text.None
}

// quoteVerb is what the lexicon says of the verb that token i is, with the particle
// behind it where the two say something together: "went on".
func (r *reading) quoteVerb(i int) (c cue, tail int) {
	if i+1 < len(r.t.Tokens) {
		if c, ok := r.lexicon.verbs[r.t.Tokens[i].Lemma+" "+r.t.Tokens[i+1].Norm]; ok {
			return c, i + 1
		}
	}
	return r.lexicon.verbs[r.t.Tokens[i].Lemma], text.None
}

// inverted says that a verb right behind a quotation has its subject behind it: then
// it tells how something was said, whatever verb it is.
func (r *reading) inverted(i int) bool {
	if r.t.Tokens[i].XPOS != "VBD" || !r.endsQuote(i-1) || i+1 >= len(r.t.Tokens) {
		return false
	}
	next := &r.t.Tokens[i+1]
	subject := r.t.Child(i, "nsubj")
	return subject > i && subject-i < farthest && (next.UPOS == text.PROPN || next.UPOS == text.PRON || next.UPOS == text.DET)
}

// joinSpans sorts spans and merges those that overlap or touch.
func joinSpans(spans []annals.Span) []annals.Span {
	slices.SortFunc(spans, func(a, b annals.Span) int { return cmp.Compare(a.Start, b.Start) })
	var out []annals.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End+1 {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
