package gazetteer

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// NextWord is the first word of s that starts at or after byte i, as scanning
// cuts words; ok is false past the last.
func NextWord(s string, i int) (word annals.Span, ok bool) { return nextWord(s, i) }

// nextWord is the first word of s that starts at or after i. A word is letters
// and digits, with apostrophes inside ("Sana'a") and the full stops of spelled
// letters ("U.S.", "W.Va."); a possessive "'s" is not part of it.
func nextWord(s string, i int) (annals.Span, bool) {
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if isWordByte[c] {
				break
			}
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if isWordRune(r) {
			break
		}
		i += w
	}
	if i >= len(s) {
		return annals.Span{}, false
	}
	return annals.Span{Start: i, End: wordEnd(s, i)}, true
}

// wordEnd is the end of the word that starts at i.
func wordEnd(s string, i int) int {
	start, part := i, i // part is where the letters since the last full stop start
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if isWordByte[c] {
				i++
				continue
			}
			if c == '.' && i-part <= maxSpelled && letterAt(s, i+1) && i-part > 0 && (i-part == 1 || part > start) {
				i++
				part = i
				continue
			}
			if c == '.' && part > start && i-part <= maxSpelled {
				return i + 1
			}
			if c == '\'' && !possessive(s, i+1) && letterAt(s, i+1) {
				i++
				continue
			}
			return i
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if isWordRune(r) || isApostrophe(r) && !possessive(s, i+w) && letterAt(s, i+w) {
			i += w
			continue
		}
		return i
	}
	return i
}

// maxSpelled is the most letters between the full stops of an abbreviation
// that counts as one word: "U.S.", "W.Va.".
const maxSpelled = 2

var isWordByte = func() (t [utf8.RuneSelf]bool) {
	for c := range byte(utf8.RuneSelf) {
		t[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return t
}()

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´':
		return true
	}
	return false
}

// possessive says that the s of a possessive ends a word at i.
func possessive(s string, i int) bool {
	return i < len(s) && (s[i] == 's' || s[i] == 'S') && !letterAt(s, i+1)
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return isWordByte[s[i]]
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isWordRune(r)
}
