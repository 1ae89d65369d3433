// Package language tells what language a text is in.
package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

const (
	// sample bytes are enough to tell a language and keep long reports quick.
	sample = 1536
	// shortest text, in letters, that is told at all: below it a guess is a coin toss.
	shortest = 24
	// sure is the confidence below which the language stays unknown.
	sure = 0.3
)

// Of is the ISO 639-1 code of the language most of a text is in; "" unknown.
func Of(text string) string {
	text = cut(text, sample)
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < shortest {
		return ""
	}
	// Lower case: text in capitals is known by its letters, not by their case.
	found := whatlanggo.Detect(strings.ToLower(text))
	if found.Confidence < sure {
		return ""
	}
	return found.Lang.Iso6391()
}

func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
