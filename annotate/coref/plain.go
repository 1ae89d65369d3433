package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainName is a name without what the text around it left: white space, the
// possessive, and quotation marks, of which a name cut out of a quotation has
// one alone.
func plainName(s string) string {
	if bare := withoutQuotes(s); strings.TrimSpace(bare) != "" {
		s = bare
	}
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}

// withoutQuotes leaves out double quotation marks, and single ones that part no
// two letters and follow no plural ("the rebels' camp").
func withoutQuotes(s string) string {
	if !strings.ContainsAny(s, "\"'`“”‘’«»„") {
		return s
	}
	var b strings.Builder
	before := ' '
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		after, _ := utf8.DecodeRuneInString(s[i+size:])
		keep := true
		switch r {
		case '"', '“', '”', '«', '»', '„':
			keep = false
		case '\'', '’', '‘', '`':
			plural := (before == 's' || before == 'S') && unicode.IsSpace(after)
			keep = letter(before) && letter(after) || r != '‘' && plural
		}
		if keep {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
