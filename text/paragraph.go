package text

import (
	"sort"
	"strings"
	"unicode"
)

// A text counts as hard-wrapped when its lines run to a common margin. The
// margin of typewriters and teleprinters lies between these columns, and a line
// that breaks inside a sentence seldom ends in a full stop.
const (
	wrapShortest = 45 // median width of the lines that go on
	wrapLongest  = 100
	wrapOpenEnds = 0.6 // least share of lines that end inside a sentence
	wrapFewest   = 3   // fewer lines show no margin
)

// isWrapped says whether line breaks in source only fold long lines, as in old
// wire copy, rather than end paragraphs.
func isWrapped(source string) bool {
	lines := strings.Split(strings.ReplaceAll(source, "\r\n", "\n"), "\n")
	var widths []int
	open := 0
	for i := 0; i+1 < len(lines); i++ {
		line := strings.TrimRight(lines[i], " \t\r")
		if strings.TrimSpace(line) == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		widths = append(widths, len(line))
		if !strings.ContainsRune(".!?:\"”", rune(line[len(line)-1])) {
			open++
		}
	}
	if len(widths) < wrapFewest {
		return false
	}
	sort.Ints(widths)
	return widths[len(widths)/2] >= wrapShortest && widths[len(widths)*95/100] <= wrapLongest &&
		float64(open) >= wrapOpenEnds*float64(len(widths))
}

// breaksParagraph says whether the white space between two tokens parts two
// paragraphs: a blank line, a line break in text that is not wrapped, or an
// indented line after a finished one.
func breaksParagraph(gap string, wrapped bool, before string) bool {
	first := strings.IndexAny(gap, "\n\u2029")
	if first < 0 {
		return strings.Contains(gap, "\r") && !wrapped
	}
	last := strings.LastIndexAny(gap, "\n\u2029")
	if first != last || !wrapped {
		return true
	}
	indent := len(gap) - last - 1
	return indent >= 2 && strings.ContainsAny(before[len(before)-1:], ".!?\"")
}

// maxHeading is the most tokens a title or list label has.
const maxHeading = 20

// isHeading says whether the lone sentence of a paragraph is a title, menu item
// or list label: short and without a sentence's end, or numbered.
func (t *Text) isHeading(s *Sentence) bool {
	n := s.Last - s.First
	if n > maxHeading {
		return false
	}
	first, last := t.Form(s.First), t.Form(s.Last-1)
	numbered := n > 1 && strings.TrimLeft(first, "0123456789") == "." && len(first) > 1
	if numbered && n <= maxHeading/2 {
		return true
	}
	switch last {
	case ".", "!", "?", "…", "...", ";", ":", ",", `"`, "”", "''", "’":
		return false
	}
	return true
}

// maxLabel is the most tokens of a button or link label.
const maxLabel = 2

// isLabel says whether the last sentence of a paragraph is the label of a button
// or link that scraping left behind: "Expand", "Read more".
func (t *Text) isLabel(s *Sentence) bool {
	if s.Last-s.First > maxLabel {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		r, c, _ := next(t.Source, t.Tokens[i].Start)
		if c != classLetter || i == s.First && !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}
