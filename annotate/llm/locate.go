package llm

import (
	"strings"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// mostQuote is the longest quote in bytes: two long sentences. A longer one
// would prove anything.
const mostQuote = 600

// cited is where a proposal's quote stands in the piece that was sent. Of several
// places the one nearest to the offset given counts; none does without an offset.
func (j *judge) cited(piece annals.Span, c citation) (annals.Span, Outcome) {
	if len(c.Quote) > mostQuote {
		return annals.Span{}, LongQuote
	}
	places := j.places(piece, c.Quote)
	switch {
	case len(places) == 0:
		return annals.Span{}, NoQuote
	case len(places) > 1 && c.Offset < 0:
		return annals.Span{}, ManyQuotes
	}
	best, away := places[0], -1
	for _, p := range places {
		far := utf8.RuneCountInString(j.sent[piece.Start:p.Start]) - c.Offset
		far = max(far, -far)
		if far == away {
			return annals.Span{}, ManyQuotes // as near as the other
		}
		if away < 0 || far < away {
			best, away = p, far
		}
	}
	for _, a := range j.addressed {
		if a.Overlaps(best) {
			return annals.Span{}, ToMachine
		}
	}
	return best, ""
}

// places are where words stand in a stretch of what was sent, whole words only.
func (j *judge) places(within annals.Span, words string) []annals.Span {
	if strings.TrimSpace(words) == "" {
		return nil
	}
	var out []annals.Span
	for at := within.Start; at < within.End; {
		k := strings.Index(j.sent[at:within.End], words)
		if k < 0 {
			break
		}
		s := annals.Span{Start: at + k, End: at + k + len(words)}
		if j.whole(s) {
			out = append(out, s)
		}
		_, n := utf8.DecodeRuneInString(j.sent[s.Start:])
		at = s.Start + n
	}
	return out
}

// whole says that no token is cut by an edge of the span.
func (j *judge) whole(s annals.Span) bool {
	first, last := j.d.Text.Covering(s.Start, s.End)
	return first < last && j.d.Text.Tokens[first].Start >= s.Start && j.d.Text.Tokens[last-1].End <= s.End
}

// one is the only place where words stand in a quote.
func (j *judge) one(quote annals.Span, words string) (annals.Span, bool) {
	places := j.places(quote, words)
	if len(places) != 1 {
		return annals.Span{}, false
	}
	return places[0], true
}

// mention is the mention in a quote that words name: they are the mention, or
// end in its head word and hold or lie in it. Of several places the one nearest
// to the anchor counts.
func (j *judge) mention(quote annals.Span, words string, anchor annals.Span) annals.Ref {
	best, away := annals.Ref(0), 0
	for _, p := range j.places(quote, words) {
		ref := j.mentionAt(p)
		far := max(p.Start-anchor.End, anchor.Start-p.End)
		if ref != 0 && (best == 0 || far < away) {
			best, away = ref, far
		}
	}
	return best
}

func (j *judge) mentionAt(p annals.Span) annals.Ref {
	best, shared := annals.Ref(0), 0
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		if m.Span == p {
			return annals.Ref(i + 1)
		}
		head := m.Head
		if head.Empty() {
			head = m.Span
		}
		if head.End != p.End || head.Start < p.Start || !p.Contains(m.Span) && !m.Contains(p) {
			continue
		}
		if n := min(m.Len(), p.Len()); n > shared {
			best, shared = annals.Ref(i+1), n
		}
	}
	return best
}
