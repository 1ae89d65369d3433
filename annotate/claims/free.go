package claims

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// findFree finds speech that no verb of saying introduces: a line that names a
// speaker and a colon, and quotations of whole sentences by nobody who is named.
func (r *reading) findFree() {
	for k := range r.t.Sentences {
		if s := r.labelled(k); s != nil {
			r.sayings = append(r.sayings, s)
		}
	}
	for i := range r.quotations {
		q := &r.quotations[i]
		if r.endsLikeSpeech(q) && !r.inContent(q.Span) && r.wholeSentences(q) {
			r.sayings = append(r.sayings, &saying{cue: text.None, tail: text.None, source: text.None, via: text.None, kind: annals.Said,
				rule: "quotation without a speaker", direct: true, way: unspoken, content: []annals.Span{q.Span}})
		}
	}
	slices.SortStableFunc(r.sayings, func(a, b *saying) int { return cmp.Compare(a.content[0].Start, b.content[0].Start) })
}

// inContent says that a span shares words with what some saying says.
func (r *reading) inContent(span annals.Span) bool {
	for _, s := range r.sayings {
		for _, piece := range s.content {
			if piece.Overlaps(span) {
				return true
			}
		}
	}
	return false
}

// wholeSentences says that a quotation starts where a sentence or a clause
// behind a colon or dash does: what is quoted inside a sentence may be a title.
func (r *reading) wholeSentences(q *quotation.Quotation) bool {
	first, last := r.t.Covering(q.Start, q.End)
	if first >= last {
		return false
	}
	return r.t.Sentences[r.t.SentenceOf(first)].First == first || first > 0 && (dashes[r.t.Form(first-1)] || r.t.Tokens[first-1].Norm == ":" || r.isQuote(first-1))
}

// longestLabel is how many words name the speaker before a colon at most.
const longestLabel = 6

// labelled is the saying of a line such as "Governor: the bridge is safe"; nil
// for any other.
func (r *reading) labelled(sentence int) *saying {
	span := &r.t.Sentences[sentence]
	colon := r.next(span.First+1, min(span.First+longestLabel+1, span.Last-1), ":")
	if colon == text.None || sentence > 0 && r.t.Sentences[sentence-1].Paragraph == span.Paragraph {
		return nil
	}
	head := colon - 1
	if !r.namesSpeaker(span.First, head) {
		return nil
	}
	s := &saying{cue: colon, tail: text.None, source: head, via: text.None, kind: annals.Said, rule: "labelled", way: byRule}
	if r.byCue[colon] != nil || len(r.inSentence(sentence)) > 0 {
		return nil
	}
	r.runs[head] = run{span.First, colon}
	if content := r.trim(colon+1, span.Last); !content.Empty() {
		s.content = []annals.Span{content}
		return s
	}
	return nil
}

// inSentence are the sayings whose content starts in a sentence.
func (r *reading) inSentence(sentence int) []*saying {
	var out []*saying
	for _, s := range r.sayings {
		if len(s.content) > 0 && r.t.SentenceAt(s.content[0].Start) == sentence {
			out = append(out, s)
		}
	}
	return out
}

// namesSpeaker says that tokens from first to the head word name somebody who
// may speak: an entity that can, or a noun for a sort of speaker.
func (r *reading) namesSpeaker(first, head int) bool {
	for i := first; i <= head; i++ {
		switch u := r.t.Tokens[i].UPOS; u {
		case text.PROPN, text.NOUN, text.ADJ, text.DET, text.NUM, text.ADP, text.PUNCT:
		default:
			return false
		}
	}
	if e := r.entity(head); e != 0 {
		return r.speaks(e)
	}
	return r.lexicon.speakers[r.t.Tokens[head].Norm].kind != ""
}
