package mentions

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/text"
)

//go:embed bodies.tsv
var bodyTable string

// bodies are the nouns that end names of bodies, and what those are.
var bodies = readBodies(bodyTable)

func readBodies(table string) map[string]actors.Class {
	classes := map[string]actors.Class{"force": actors.Force, "armed": actors.Armed, "government": actors.Government, "organisation": actors.Organisation}
	out := map[string]actors.Class{}
	for line := range strings.Lines(table) {
		noun, class, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && noun[0] != '#' {
			out[noun] = classes[class]
		}
	}
	return out
}

// people says whether nouns of a class name persons together.
func people(c actors.Class) bool {
	switch c {
	case actors.Force, actors.Armed, actors.Government, actors.Organisation, actors.People:
		return true
	}
	return false
}

// word is a word of a long form as a short form is compared with it.
type word struct {
	form  string // in small letters
	small bool   // a word that joins others, or one without a capital
}

func (r *reading) wordsOf(first, last int) []word {
	var out []word
	for i := first; i < last; i++ {
		c, _ := utf8.DecodeRuneInString(r.t.Form(i))
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			out = append(out, word{strings.ToLower(r.t.Form(i)), r.small(i) || !unicode.IsUpper(c)})
		}
	}
	return out
}

// spells says whether the letters are beginnings of the words in their order,
// the first word among them, and how many words with capitals they leave out:
// no more than half of those they are taken from, which are two at least.
func spells(words []word, letters string) (skipped int, ok bool) {
	best, found := 0, false
	var read func(at, left, taken, skipped int)
	read = func(at, left, taken, skipped int) {
		if at == len(words) {
			if left == len(letters) && taken >= 2 && 2*skipped <= taken && (!found || skipped < best) {
				best, found = skipped, true
			}
			return
		}
		w := words[at]
		for n := 1; left+n <= len(letters) && strings.HasPrefix(w.form, letters[left:left+n]); n++ {
			read(at+1, left+n, taken+1, skipped)
		}
		switch {
		case at == 0:
		case w.small:
			read(at+1, left, taken, skipped)
		default:
			read(at+1, left, taken, skipped+1)
		}
	}
	read(0, 0, 0, 0)
	return best, found
}

// foreignLetters is how many letters a short form has at least that is taken for
// one although the long form does not spell it.
const foreignLetters = 3

// otherLanguage is where a body's name starts whose short form is of another
// language: where its words have the same first letters in another order, else
// where its run of words with capitals starts.
func (r *reading) otherLanguage(start, end int, letters string) int {
	if end-start < 2 || len(letters) < foreignLetters {
		return end
	}
	for i := end - 1; i >= start; i-- {
		if !r.small(i) && sameLetters(r.wordsOf(i, end), letters) {
			return i
		}
	}
	if r.inCapitals(start) {
		start = r.afterSmall(start, end)
	}
	for start < end && (r.small(start) || !nominalWord(r.t.Tokens[start].UPOS)) {
		start++
	}
	if _, body := bodies[r.t.Tokens[r.headOf(start, max(end, start+1))].Norm]; !body || end-start < 2 {
		return end
	}
	return start
}

// afterSmall is the start of the last stretch of words that no preposition joins.
func (r *reading) afterSmall(start, end int) int {
	for i := end - 1; i > start; i-- {
		if k := &r.t.Tokens[i]; r.small(i) && k.UPOS != text.PART && k.UPOS != text.PUNCT {
			return i + 1
		}
	}
	return start
}

func nominalWord(u text.UPOS) bool {
	return u == text.NOUN || u == text.PROPN || u == text.ADJ || u == text.VERB
}

// sameLetters says whether the first letters of the words that are not small are
// the letters given, in whatever order.
func sameLetters(words []word, letters string) bool {
	var first []byte
	for _, w := range words {
		if !w.small {
			first = append(first, w.form[0])
		}
	}
	given := []byte(letters)
	slices.Sort(first)
	slices.Sort(given)
	return string(first) == string(given)
}
