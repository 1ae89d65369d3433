package places

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed given.tsv
var givenTable string

//go:embed words.tsv
var wordTable string

//go:embed terms.tsv
var termTable string

// term is the classes of a word, a bit each.
type term uint16

// Classes of word.
const (
	abbreviationTerm term = 1 << iota
	titleTerm             // before a person's name
	areaTerm              // province, county
	settlementTerm        // city, village
	waterTerm
	landTerm
	roadTerm
	facilityTerm
	organisationTerm
	prepositionTerm
	directionTerm
	sayingTerm
	calendarTerm
	particleTerm // starts a longer name: Tal Afar
	residentTerm // after the name of where they live
	overrunTerm  // a verb that armed men do to places
)

var termNames = map[string]term{"abbreviation": abbreviationTerm, "title": titleTerm, "area": areaTerm, "settlement": settlementTerm,
	"water": waterTerm, "land": landTerm, "road": roadTerm, "facility": facilityTerm, "organisation": organisationTerm,
	"preposition": prepositionTerm, "direction": directionTerm, "saying": sayingTerm, "calendar": calendarTerm, "resident": residentTerm, "particle": particleTerm, "overrun": overrunTerm}

// lexica are the word lists of the component.
type lexica struct {
	given map[string]struct{} // first names, lower case
	words map[string]struct{} // names of places that are words too
	terms map[string]term     // lower case
}

var lexicon = sync.OnceValue(func() *lexica {
	l := &lexica{given: set(givenTable), words: set(wordTable), terms: map[string]term{}}
	for line := range strings.Lines(termTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 2 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, class := range strings.Split(f[1], ",") {
			l.terms[f[0]] |= termNames[class]
		}
	}
	return l
})

// set is the rows of a table of one column, comments left out.
func set(table string) map[string]struct{} {
	out := map[string]struct{}{}
	for line := range strings.Lines(table) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out[line] = struct{}{}
		}
	}
	return out
}

// maxWord is the longest word, in bytes, that is looked up in the word lists.
const maxWord = 24

// lower is a word in lower case in buf; nil when it is too long to be listed.
func lower(buf *[maxWord]byte, s string) []byte {
	if len(s) > maxWord {
		return nil
	}
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(s)]
}

// term is the classes of a word, in any case, a full stop at its end or not.
func (l *lexica) term(form string) term {
	var buf [maxWord]byte
	return l.terms[string(lower(&buf, strings.TrimSuffix(form, ".")))]
}

func (l *lexica) isGiven(form string) bool {
	var buf [maxWord]byte
	_, ok := l.given[string(lower(&buf, form))]
	return ok
}

func (l *lexica) isWord(form string) bool {
	var buf [maxWord]byte
	_, ok := l.words[string(lower(&buf, form))]
	return ok
}
