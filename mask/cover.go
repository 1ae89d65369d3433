// Package mask covers names in texts: letter by letter, by signs of the same
// number of bytes, so that every offset holds in bytes and in code points. It
// says who in a report is private; what leaves the desk, what is taken out of
// the record and what is sent to a model all go through it.
package mask

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// signs are what covers a letter, by the bytes it takes.
var signs = [...]string{"", "*", "×", "█", "𝄽"}

// Cover writes signs over the letters and digits of some spans.
func Cover(s string, spans []annals.Span) string {
	if len(spans) == 0 {
		return s
	}
	out := []byte(s)
	for _, span := range spans {
		for i := max(0, span.Start); i < span.End && i < len(out); {
			c, n := utf8.DecodeRune(out[i:])
			if letter(c) || unicode.IsDigit(c) {
				copy(out[i:i+n], signs[n])
			}
			i += n
		}
	}
	return string(out)
}

// Blank is a stretch of signs as long as s.
func Blank(s []byte) []byte {
	out := make([]byte, len(s))
	for i := range out {
		out[i] = signs[1][0]
	}
	return out
}

func letter(c rune) bool { return unicode.IsLetter(c) || unicode.IsMark(c) }
