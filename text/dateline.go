package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestDateline is the most tokens before the dash of a dateline.
const longestDateline = 24

// dateline is the index of the first token after the dateline that sentence s
// opens with, and after the editor's labels behind it: "BOGOTA, 21 AUG 89 (DPA)
// -- [TEXT] ", or after the labels alone: "[RODRIGUEZ] ". It is s.First where
// there are none.
func (t *Text) dateline(s *Sentence) int {
	if !t.opensParagraph(s) {
		return s.First
	}
	if after := t.afterLabels(s.First, s.Last); after > s.First && after < s.Last {
		return after
	}
	for i := s.First + 1; i < min(s.Last, s.First+longestDateline); i++ {
		if t.isLoneDash(i) {
			if after := t.afterLabels(i+1, s.Last); after < s.Last && t.namesPlaceAndDate(s.First, i, s.Last) {
				return after
			}
			return s.First
		}
	}
	return s.First
}

func (t *Text) opensParagraph(s *Sentence) bool {
	return strings.Contains(t.gap(s.First), "\n") || s.First == 0
}

// isLoneDash says that token i is a dash with blanks around it.
func (t *Text) isLoneDash(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.Form(i))
	_, c, _ := next(string(r), 0)
	return c == classDash && t.gap(i) != "" && i+1 < len(t.Tokens) && t.gap(i+1) != ""
}

// afterLabels skips bracketed labels from token i on.
func (t *Text) afterLabels(i, last int) int {
	for i < last && t.Form(i) == "[" {
		end := i
		for end < last && t.Form(end) != "]" {
			end++
		}
		if end == last {
			return i
		}
		i = end + 1
	}
	return i
}

// namesPlaceAndDate says whether the tokens first ≤ i < dash read as a place
// with a date or agency: capitals throughout, and a number or bracket among
// them, or a place in capitals where the rest of the sentence is not.
func (t *Text) namesPlaceAndDate(first, dash, last int) bool {
	marked := false
	for i := first; i < dash; i++ {
		form := t.Form(i)
		r, c, _ := next(form, 0)
		switch {
		case c == classDigit || c == classBracket:
			marked = true
		case c == classLetter && !unicode.IsUpper(r) && len(form) > 3:
			return false
		}
	}
	rest := t.Source[t.Tokens[dash].End:t.Tokens[last-1].End]
	return marked || isUpper(t.Form(first)) && len(t.Form(first)) > 2 && !isUpper(rest)
}
