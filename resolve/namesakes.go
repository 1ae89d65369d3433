package resolve

import "github.com/annals-project/annals/text"

// leastSurname is the length from which a letter more or less in a name is taken
// for a slip.
const leastSurname = 5

// ofGeneration are words behind a surname.
var ofGeneration = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// namesakes says whether two names of persons may be one man's, told of in
// reports of one thing: of one surname, and of one first name where both give
// one; a letter may have slipped. Ilyna Morov and Morov may, and Ilyna Moroff;
// Anton Morov may not be Ilyna Morov.
func namesakes(a, b string) bool {
	x, y := bareName(nameWords(a)), bareName(nameWords(b))
	if len(x) == 0 || len(y) == 0 || !nearly(x[len(x)-1], y[len(y)-1]) {
		return false
	}
	return len(x) == 1 || len(y) == 1 || nearly(x[0], y[0]) || initialOf(x[0], y[0]) || initialOf(y[0], x[0])
}

// surname is the last word of a bare name.
func surname(words []string) string {
	if words = bareName(words); len(words) > 0 {
		return words[len(words)-1]
	}
	return ""
}

// bareName is a name without a title or a generation.
func bareName(words []string) []string {
	for len(words) > 1 && ofGeneration[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && (voiceWords()[words[0]] != "" || text.IsTitle(words[0])) {
		words = words[1:]
	}
	return words
}

func initialOf(a, b string) bool { return len(a) == 1 && len(b) > 0 && a == b[:1] }

func nearly(a, b string) bool { return a == b || oneSlip(a, b) }

func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < leastSurname || len(b)-len(a) > 1 {
		return false
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	return len(a) == len(b) && at < len(a) && a[at+1:] == b[at+1:] || len(a) < len(b) && a[at:] == b[at+1:]
}
