package repair

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// Curly marks are three bytes, E2 80 xx. Where the last two were stripped, an "â"
// (or, with the first lost too, a replacement character) is all that is left. Which
// mark it was is read off what stands around it.

// remnant is what may be left of a curly mark: "â€" or "â" or a replacement
// character; a hard space leaves "Â".
var remnant = regexp.MustCompile("â€|â|Â|\uFFFD")

// contraction is what follows an apostrophe inside an English word.
var contraction = regexp.MustCompile(`^(?:s|t|re|ve|ll|d|m)\b`)

// brokenMarks finds remnants of curly marks and mends those whose mark is certain.
func brokenMarks(text string) []mend {
	var mends []mend
	open := false // an opening mark waits for its closing one, in this paragraph
	at := 0
	for _, loc := range remnant.FindAllStringIndex(text, -1) {
		s := annals.Span{Start: loc[0], End: loc[1]}
		if strings.Contains(text[at:s.Start], "\n\n") {
			open = false
		}
		at = s.End
		m, ok := mark(text, s, open)
		if !ok {
			continue
		}
		switch m.With {
		case "“":
			open = true
		case "”", "” ":
			open = false
		}
		mends = append(mends, m)
	}
	return mends
}

// mark says what the remnant at s was. A lone "â" inside a word is a letter of
// French, Portuguese, Romanian, Turkish or Welsh and is left alone.
func mark(text string, s annals.Span, open bool) (mend, bool) {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	left := s.Start == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–", before)
	right := s.End == len(text) || unicode.IsSpace(after)
	letter := s.In(text) == "â"
	of := func(with string) (mend, bool) {
		return mend{Span: s, With: with, Message: "a quotation mark or dash had lost its last bytes, put right"}, true
	}
	switch {
	case s.In(text) == "Â":
		return hardSpace(s, before, right)
	case left && right:
		return of("–")
	case left && unicode.IsUpper(after):
		return of("“")
	case left && open && closesBefore(text[:s.Start]):
		s.Start = len(strings.TrimRight(text[:s.Start], " "))
		return of("” ")
	case left && !letter && unicode.IsLetter(after):
		return of("“")
	case unicode.IsLetter(before) && contraction.MatchString(text[s.End:]) && (!letter || englishStem(text[:s.Start])):
		return of("’")
	case right && strings.ContainsRune(",.?!", before):
		return of("”")
	case !letter:
		return mend{Span: s, With: s.In(text), Message: "a character is lost here"}, true
	}
	return mend{}, false
}

// hardSpace drops the "Â" of a hard space whose other half became a plain one. As
// a letter it stands in capitals and never ends a word written small.
func hardSpace(s annals.Span, before rune, right bool) (mend, bool) {
	if !right || unicode.IsUpper(before) || unicode.IsSpace(before) {
		return mend{}, false
	}
	return mend{Span: s, Message: "half of a hard space, removed"}, true
}

// closesBefore says whether the words so far end as quoted speech does before
// its speaker is named: on a mark and a space.
func closesBefore(text string) bool {
	trimmed := strings.TrimRight(text, " ")
	return len(trimmed) < len(text) && strings.HasSuffix(trimmed, ",") || strings.HasSuffix(trimmed, "?") || strings.HasSuffix(trimmed, "!")
}

// englishStem says whether the letters before the remnant are a word an
// apostrophe may follow: three letters or more, or a contracting short word.
func englishStem(text string) bool {
	word := text[strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	switch strings.ToLower(word) {
	case "i", "he", "we", "it":
		return true
	}
	return len(word) >= 3 && (strings.HasSuffix(word, "n") || unicode.IsUpper(rune(word[0])))
}
