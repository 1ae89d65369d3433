package text

import (
	"unicode"
	"unicode/utf8"
)

// class sorts characters by what they do to a token.
type class uint8

const (
	classSpace  class = iota // white space and invisible separators
	classLetter              // letters, and marks that follow them
	classDigit
	classQuote   // quotation marks; ASCII ' and ’ are apostrophes as well
	classStop    // . ! ? …
	classDash    // - – —
	classBracket // ( ) [ ] { } < >
	classOther   // any other sign
)

// classes holds the class of each ASCII character.
var classes = func() (t [utf8.RuneSelf]class) {
	for r := range rune(utf8.RuneSelf) {
		t[r] = classify(r)
	}
	return t
}()

// next decodes the character at s[i:]: its class and its width in bytes.
// Broken UTF-8 counts as one other sign a byte.
func next(s string, i int) (r rune, c class, width int) {
	if b := s[i]; b < utf8.RuneSelf {
		return rune(b), classes[b], 1
	}
	r, width = utf8.DecodeRuneInString(s[i:])
	return r, classify(r), width
}

func classify(r rune) class {
	switch {
	case unicode.IsSpace(r) || r < ' ' || isInvisible(r):
		return classSpace
	case r == '\'' || r == '"' || r == '`' || r == '´' || r == '«' || r == '»' || r == '‹' || r == '›' || '‘' <= r && r <= '‟' || r == 'ʼ':
		return classQuote
	case r == '.' || r == '!' || r == '?' || r == '…' || r == '؟' || r == '。':
		return classStop
	case r == '-' || '‐' <= r && r <= '―' || r == '−':
		return classDash
	case r == '(' || r == ')' || r == '[' || r == ']' || r == '{' || r == '}' || r == '<' || r == '>':
		return classBracket
	case unicode.IsDigit(r):
		return classDigit
	case r == utf8.RuneError:
		return classOther
	case unicode.IsLetter(r) || unicode.IsMark(r) || isJoiner(r) || r == '_':
		return classLetter
	}
	return classOther
}

// isInvisible says that r marks a place between words and shows nothing.
func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\u200e' || r == '\u200f' || '\u202a' <= r && r <= '\u202e' ||
		r == '\u2060' || '\u2066' <= r && r <= '\u2069' || r == '\ufeff'
}

// isJoiner says that r belongs to the character before it: joiners, variation
// selectors and the soft hyphen.
func isJoiner(r rune) bool {
	return r == '\u200c' || r == '\u200d' || r == '\u00ad' || '\ufe00' <= r && r <= '\ufe0f' || 0x1f3fb <= r && r <= 0x1f3ff
}

// isApostrophe says that r may stand for the apostrophe of a contraction.
func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '`' || r == '´' || r == '‘'
}

// isMarkLike says that r only modifies the character before it.
func isMarkLike(r rune) bool { return unicode.IsMark(r) || isJoiner(r) }
