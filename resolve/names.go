package resolve

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nameKey brings the spellings of one name together: letter case, accents,
// hyphens, possessives, a leading article and joining words are left aside.
// "the Islamic State-Khorasan Province" and "Islamic State of the Khorasan
// Province" have one key.
func nameKey(name string) string {
	words := nameWords(name)
	return strings.Join(words, " ")
}

var joiningWords = map[string]bool{"the": true, "of": true, "a": true, "an": true, "and": true, "in": true, "for": true}

func nameWords(name string) []string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’', c == '.':
			// accents, apostrophes and the stops of "U.S." do not part words
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	kept := words[:0]
	for _, w := range words {
		if !joiningWords[w] {
			kept = append(kept, w)
		}
	}
	return kept
}

// isAcronym says whether a name is written as initials: "ISIS-K", "UN", "FARC".
func isAcronym(name string) bool {
	upper, lower := 0, 0
	for _, c := range name {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLower(c):
			lower++
		case c == ' ':
			return false
		}
	}
	return upper >= 2 && lower <= 1 && len(name) <= 12
}
