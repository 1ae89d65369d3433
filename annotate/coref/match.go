package coref

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// same says whether two names are of one thing.
func same(a, b *name) bool {
	if a.country != "" || b.country != "" {
		return a.country == b.country && a.demonym == b.demonym
	}
	if !alike(a.kind, b.kind) {
		return false
	}
	if a.kind == annals.Person {
		return samePerson(a.words, b.words)
	}
	if a.group != 0 && b.group != 0 {
		return a.group == b.group && sameBranch(a.branch, b.branch)
	}
	if a.group != 0 && len(a.branch) == 0 || b.group != 0 && len(b.branch) == 0 {
		return false // the group's other names are known
	}
	return sameWords(a.words, b.words) || abbreviates(a, b) || abbreviates(b, a)
}

// alike says whether names of two kinds may be one thing: what a model calls an
// organisation in one sentence it may call an armed group in the next.
func alike(a, b annals.Kind) bool {
	return a == b || collective(a) && collective(b) || located(a) && located(b)
}

func collective(k annals.Kind) bool {
	switch k {
	case annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation, annals.OtherKind, annals.Population:
		return true
	}
	return false
}

func located(k annals.Kind) bool { return k == annals.PlaceKind || k == annals.Facility }

// sameBranch says whether what follows a group's name names one branch: the
// same words, or the initials of the other's ("K" and "Khorasan Province").
func sameBranch(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return bare(a) && bare(b)
	}
	return sameWords(a, b) || initialsOf(a, b) || initialsOf(b, a)
}

// bare says whether nothing but generic words follows.
func bare(words []string) bool {
	for _, w := range words {
		if !genericWords[w] {
			return false
		}
	}
	return true
}

// initialsOf says whether a is a word of the first letters of b's words.
func initialsOf(a, b []string) bool {
	if len(a) != 1 || len(a[0]) > len(b) {
		return false
	}
	for i := range len(a[0]) {
		if a[0][i] != b[i][0] {
			return false
		}
	}
	return bare(b[len(a[0]):])
}

// sameWords says whether two names have the same words, generic ones left
// aside, spelt alike or transliterated otherwise.
func sameWords(a, b []string) bool {
	a, b = specific(a), specific(b)
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !sameSpelling(a[i], b[i]) {
			return false
		}
	}
	return true
}

// minSkeleton is the fewest consonants by which two spellings are taken for one word.
const minSkeleton = 3

func sameSpelling(a, b string) bool {
	s := skeleton(a)
	return len(s) >= minSkeleton && s == skeleton(b) && a[0] == b[0] && abs(len(a)-len(b)) <= 2
}

func abs(n int) int { return max(n, -n) }

func specific(words []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return genericWords[w] }) {
		return words
	}
	out := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return genericWords[w] })
	if len(out) == 0 {
		return words
	}
	return out
}

// abbreviates says whether a is an acronym of b's words.
func abbreviates(a, b *name) bool {
	if a.acronym == "" || len(b.words) < 2 || b.acronym != "" {
		return false
	}
	if a.acronym == b.initials || a.acronym == b.every {
		return true
	}
	// "ISK" of "Islamic State Khorasan Province": generic words may go.
	return len(a.acronym) >= 3 && len(a.acronym) < len(b.words) && strings.HasPrefix(b.initials, a.acronym) && bare(b.words[len(a.acronym):])
}

// twoFamilyNames is how many words a name has at least whose last two can be the
// father's and the mother's, the first of which goes for both: "Salas" for "Pedro
// Salas Quiroga".
const twoFamilyNames = 3

// samePerson says whether two names of persons are one person's: the same
// family name, and given names that do not contradict each other.
func samePerson(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 {
		paternal := len(b) >= twoFamilyNames && a[0] == b[len(b)-2]
		return a[0] == b[len(b)-1] || a[0] == b[0] && len(b) == 1 || paternal || sameSpelling(a[0], b[len(b)-1])
	}
	last := a[len(a)-1]
	if last != b[len(b)-1] && !sameSpelling(last, b[len(b)-1]) {
		return subsequence(a, b) && len(a) > 1
	}
	return a[0] == b[0] || len(a[0]) == 1 && a[0][0] == b[0][0] || sameSpelling(a[0], b[0]) || subsequence(a, b)
}

// subsequence says whether all words of a stand in b in their order.
func subsequence(a, b []string) bool {
	at := 0
	for _, w := range b {
		if at < len(a) && a[at] == w {
			at++
		}
	}
	return at == len(a)
}
