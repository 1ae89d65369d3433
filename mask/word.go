package mask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/annals-project/annals"
)

// word is a run of letters, with apostrophes inside it.
type word struct {
	annals.Span
	folded string
	upper  bool // begins with a capital, or in a script that has none
	loud   bool // is all in capitals
}

// words cuts a text into words.
func words(s string) []word {
	var out []word
	start := -1
	end := func(i int) {
		if start >= 0 {
			out = append(out, newWord(s, start, i))
			start = -1
		}
	}
	for i, c := range s {
		switch {
		case letter(c):
			if start < 0 {
				start = i
			}
		case start >= 0 && apostrophe(c) && letterAt(s, i+utf8.RuneLen(c)):
		default:
			end(i)
		}
	}
	end(len(s))
	return out
}

func apostrophe(c rune) bool { return c == '\'' || c == '’' || c == 'ʼ' || c == '`' }

func letterAt(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return letter(c)
}

func newWord(s string, start, end int) word {
	w := word{Span: annals.Span{Start: start, End: end}}
	for _, possessive := range []string{"'s", "’s", "'S", "’S"} {
		if trimmed, ok := strings.CutSuffix(s[start:end], possessive); ok {
			w.End = start + len(trimmed)
		}
	}
	first, _ := utf8.DecodeRuneInString(s[start:])
	w.upper = !unicode.IsLower(first)
	w.loud = w.upper && strings.ToUpper(w.In(s)) == w.In(s)
	w.folded = fold(w.In(s))
	return w
}

// fold leaves out case, diacritics and apostrophes.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(s) {
		if unicode.IsLetter(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// caseless says whether a name is written in a script without capitals.
func caseless(s string) bool {
	for _, c := range s {
		if unicode.IsUpper(c) || unicode.IsLower(c) {
			return false
		}
	}
	return s != ""
}

// near says whether two words may be spellings of one name: their first letters
// agree, and one slip or, in long words, two part them. Letters that change
// places are one slip.
func near(a, b string) bool {
	x, y := []rune(a), []rune(b)
	short := min(len(x), len(y))
	if short < fuzzyLength || x[0] != y[0] {
		return false
	}
	slips := 1
	if short >= fuzzyLong {
		slips = 2
	}
	return max(len(x), len(y))-short <= slips && distance(x, y) <= slips
}

// oneSlip says whether two words of a whole name may be spellings of one.
func oneSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if a == b || min(len(x), len(y)) < fuzzyInWhole || x[0] != y[0] || max(len(x), len(y))-min(len(x), len(y)) > 1 {
		return a == b
	}
	return distance(x, y) <= 1
}

// How long a word must be for another within one slip, or two, to be taken for
// a spelling of it.
const (
	fuzzyLength = 6
	fuzzyLong   = 8

	fuzzyInWhole = 4 // beside the other words of the name
)

// distance is the number of letters put in, left out, changed, or swapped with
// their neighbour.
func distance(x, y []rune) int {
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			change := rows[i-1][j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			rows[i][j] = min(change, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
