// Package quotation finds what stands in quotation marks, whole, running over
// paragraphs, or with a mark lost.
package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// Quotation is a stretch in quotation marks, the marks counted in.
type Quotation struct {
	annals.Span
	Words     int  // words between the marks
	Continues bool // opens a paragraph and goes on with the quotation before it
	Damaged   bool // one of its marks is lost
}

// quoteMark is what a character can be as a quotation mark.
type quoteMark uint8

const (
	noMark    quoteMark = iota
	openMark            // “ „ «
	closeMark           // ” »
	plainMark           // " serves as both
)

func markOf(r rune) quoteMark {
	switch r {
	case '“', '„', '«', '‟':
		return openMark
	case '”', '»':
		return closeMark
	case '"', '＂':
		return plainMark
	}
	return noMark
}

// markAt is what a text starts with as a quotation mark, and its width. Agencies
// that print no marks of their own write two apostrophes or two accents.
func markAt(s string) (quoteMark, int) {
	switch {
	case strings.HasPrefix(s, "''"):
		return plainMark, 2
	case strings.HasPrefix(s, "``"):
		return openMark, 2
	}
	r, w := utf8.DecodeRuneInString(s)
	return markOf(r), w
}

// quoteReader finds quotations paragraph by paragraph.
type quoteReader struct {
	t     *text.Text
	open  int // byte of the mark that is open, -1 for none
	found []Quotation
}

// Find finds what stands in double quotation marks. A mark that a
// paragraph leaves open closes with the paragraph where the quotation fills it
// to its end, else with its sentence; the next paragraph may take it up again.
func Find(t *text.Text) []Quotation {
	q := quoteReader{t: t, open: -1}
	for first := 0; first < len(t.Sentences); {
		last := first
		for last < len(t.Sentences) && t.Sentences[last].Paragraph == t.Sentences[first].Paragraph {
			last++
		}
		q.paragraph(t.Sentences[first].Start, t.Sentences[last-1].End)
		first = last
	}
	return q.found
}

func (q *quoteReader) paragraph(start, end int) {
	unclosed := q.open >= 0
	q.open = -1
	for i := start; i < end; {
		mark, w := markAt(q.t.Source[i:])
		switch mark = q.sense(i, w, mark); {
		case mark == openMark && q.open < 0:
			q.open = i
		case mark == closeMark && q.open >= 0:
			q.close(i+w, unclosed && q.open == start, false)
		case mark == closeMark:
			q.lostOpening(i, i+w, start)
		}
		i += w
	}
	if q.open < 0 {
		return
	}
	open := q.open
	if open == start || q.sentenceEnd(open) == end {
		q.close(end, unclosed && open == start, true)
		q.open = open
		return
	}
	q.close(q.sentenceEnd(open), false, true)
}

// sense decides between opening and closing by what stands around a mark.
func (q *quoteReader) sense(i, w int, mark quoteMark) quoteMark {
	if mark == openMark && q.open >= 0 && q.turned(i, w) {
		return closeMark
	}
	if mark != plainMark {
		return mark
	}
	before, _ := utf8.DecodeLastRuneInString(q.t.Source[:i])
	after, _ := utf8.DecodeRuneInString(q.t.Source[i+w:])
	spaceBefore := i == 0 || unicode.IsSpace(before) || before == '(' || before == '[' || before == '—' || before == '-'
	spaceAfter := i+w == len(q.t.Source) || unicode.IsSpace(after)
	switch {
	case spaceBefore && !spaceAfter:
		return openMark
	case spaceAfter && !spaceBefore:
		return closeMark
	case q.open >= 0:
		return closeMark
	}
	return openMark
}

// turned says that an opening mark inside an open quotation was printed the wrong
// way round: behind a dash that breaks the speech off, or right before another
// opening mark.
func (q *quoteReader) turned(i, w int) bool {
	before := strings.TrimRight(q.t.Source[q.open:i], " ")
	if strings.HasSuffix(before, "--") || strings.HasSuffix(before, "—") {
		return true
	}
	next, _ := markAt(strings.TrimLeft(q.t.Source[i+w:], " "))
	return next == openMark
}

func (q *quoteReader) close(end int, continues, damaged bool) {
	s := annals.Span{Start: q.open, End: end}
	q.open = -1
	first, last := q.t.Covering(s.Start, s.End)
	words := 0
	for i := first; i < last; i++ {
		if r, _ := utf8.DecodeRuneInString(q.t.Source[q.t.Tokens[i].Start:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
			words++
		}
	}
	if words > 0 {
		q.found = append(q.found, Quotation{s, words, continues, damaged})
	}
}

// lostOpening takes a closing mark without an opening one: what it closes began
// with the sentence, when a comma, full stop or the like stands before it.
func (q *quoteReader) lostOpening(at, end, paragraph int) {
	before, _ := utf8.DecodeLastRuneInString(q.t.Source[:at])
	if before != ',' && before != '.' && before != '!' && before != '?' {
		return
	}
	start := paragraph
	if n := len(q.found); n > 0 {
		start = max(start, q.found[n-1].End)
	}
	if s := q.t.SentenceAt(at - 1); s >= 0 {
		start = max(start, q.t.Sentences[s].Start)
	}
	q.open = start
	q.close(end, false, true)
}

func (q *quoteReader) sentenceEnd(at int) int {
	if s := q.t.SentenceAt(at); s >= 0 {
		return q.t.Sentences[s].End
	}
	return at
}
