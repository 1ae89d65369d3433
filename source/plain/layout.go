package plain

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

// lineEnds are the characters that end a line: those of ASCII, NEL, and the line
// and paragraph separators of Unicode.
const lineEnds = "\n\r\v\f\u0085\u2028\u2029"

// lines are the spans of the lines of a text, without their ends.
func lines(text string) []annals.Span {
	var out []annals.Span
	start := 0
	for start <= len(text) {
		n := strings.IndexAny(text[start:], lineEnds)
		if n < 0 {
			break
		}
		end := start + n
		out = append(out, annals.Span{Start: start, End: end})
		_, size := utf8.DecodeRuneInString(text[end:])
		if strings.HasPrefix(text[end:], "\r\n") {
			size = 2
		}
		start = end + size
	}
	return append(out, annals.Span{Start: start, End: len(text)})
}

// layout puts one paragraph on a line and a blank line between paragraphs: it
// joins lines wrapped at a column, and makes one space of any run of white space.
func (a *Article) layout() {
	text := a.Text.String
	all := lines(text)
	wrapped := isWrapped(text, all)
	var edits []traced.Edit
	at, open := 0, false // open: the paragraph so far goes on
	var last annals.Span
	for _, line := range all {
		s := shrink(text, line)
		if s.Empty() {
			open = false
			continue
		}
		joined := open && wrapped && !indented(text, line)
		with := "\n\n"
		switch {
		case at == 0 && last.Empty():
			with = ""
		case joined && hyphenated(last.In(text)):
			with = ""
		case joined:
			with = " "
		}
		edits = append(edits, traced.Edit{Span: annals.Span{Start: at, End: s.Start}, With: with})
		edits = append(edits, squeeze(text, s)...)
		at, open, last = s.End, true, s
	}
	edits = append(edits, traced.Edit{Span: annals.Span{Start: at, End: len(text)}})
	a.Text = a.Text.Apply(edits)
}

// shrink is a span without the white space at its ends.
func shrink(text string, s annals.Span) annals.Span {
	in := s.In(text)
	start := s.Start + len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	end := s.Start + len(strings.TrimRightFunc(in, unicode.IsSpace))
	return annals.Span{Start: start, End: max(start, end)}
}

// squeeze makes one space of every run of white space in a line.
func squeeze(text string, s annals.Span) []traced.Edit {
	var edits []traced.Edit
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			i += n
			continue
		}
		end := i
		for end < s.End {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsSpace(r) {
				break
			}
			end += n
		}
		if text[i:end] != " " {
			edits = append(edits, traced.Edit{Span: annals.Span{Start: i, End: end}, With: " "})
		}
		i = end
	}
	return edits
}

// Signs of text wrapped at a column: no line is longer than the widest column in
// use, most lines that have a follower are at least half of that, and few of them end a sentence.
const (
	widestColumn = 100
	narrowest    = 45
	endsAtMost   = 0.4
	fullAtLeast  = 0.6
)

// isWrapped says whether the text's lines were broken at a column rather than at paragraphs.
func isWrapped(text string, all []annals.Span) bool {
	followed, full, ends := 0, 0, 0
	var widths []int
	for i, line := range all {
		s := shrink(text, line)
		if s.Empty() {
			continue
		}
		widths = append(widths, s.Len())
		if i+1 >= len(all) || shrink(text, all[i+1]).Empty() {
			continue
		}
		followed++
		if s.Len() >= narrowest {
			full++
		}
		if strings.ContainsRune(".!?:\"”", last(s.In(text))) {
			ends++
		}
	}
	if followed < 2 {
		return false
	}
	sort.Ints(widths)
	return widths[len(widths)-1-len(widths)/50] <= widestColumn &&
		float64(full) >= fullAtLeast*float64(followed) && float64(ends) <= endsAtMost*float64(followed)
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// indented says whether a line starts a paragraph by its indent.
func indented(text string, line annals.Span) bool {
	return strings.HasPrefix(line.In(text), "  ") || strings.HasPrefix(line.In(text), "\t")
}

// hyphenated says whether a line was broken behind a hyphen inside a word.
func hyphenated(line string) bool {
	if !strings.HasSuffix(line, "-") || strings.HasSuffix(line, "--") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(line, "-"))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// paragraphs are the spans of the paragraphs of a laid-out text.
func paragraphs(text string) []annals.Span {
	var out []annals.Span
	for at := 0; at < len(text); {
		end := len(text)
		if n := strings.Index(text[at:], "\n\n"); n >= 0 {
			end = at + n
		}
		if end > at {
			out = append(out, annals.Span{Start: at, End: end})
		}
		at = end + 2
	}
	return out
}

// withGap is a paragraph with the blank line after it, so that dropping it leaves none.
func withGap(text string, s annals.Span) annals.Span {
	for s.End < len(text) && text[s.End] == '\n' {
		s.End++
	}
	return s
}
