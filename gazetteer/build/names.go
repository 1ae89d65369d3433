package build

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// usable says that a name from a list in many languages may stand in an English
// text: Latin letters, a capital first, and not so short that it meets words.
func usable(name string) bool {
	if utf8.RuneCountInString(name) < minName || strings.ContainsAny(name, "=,;()") {
		return false
	}
	first := true
	for _, r := range name {
		if first && !unicode.IsUpper(r) {
			return false
		}
		first = false
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// minName is the least number of letters of an alternate name.
const minName = 4

// usableStem says that the name of an area may stand without the word that says
// what it is: "Imo State" is Imo, but a stem of two letters is none.
func usableStem(name string) bool { return len(name) >= minStem && usable(name+"xxx") }

// minStem is the least number of letters of such a stem.
const minStem = 3

// isCode says that a name is an airport's or a code's, not one that is written.
func isCode(name string) bool {
	return len(name) <= 5 && name == strings.ToUpper(name)
}
