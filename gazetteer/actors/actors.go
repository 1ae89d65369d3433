// Package actors holds what is generally known of who acts in conflict: named
// armed groups, forces, governments and organisations, countries and their
// peoples, and the nouns that say what sort of thing is meant. The files it
// embeds are made by package compile from published dictionaries.
package actors

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/phrase"
	"github.com/annals-project/annals/text"
)

//go:embed actors.tsv
var actorsTSV string

//go:embed countries.tsv
var countriesTSV string

//go:embed nouns.tsv
var nounsTSV string

//go:embed groups.tsv
var groupsTSV string

//go:embed honorifics.tsv
var honorificsTSV string

// Class is what sort of thing a common noun names.
type Class uint8

// Classes of noun. The classes of persons tell which kind several of them are:
// a soldier is a person, soldiers are a state force.
const (
	NoClass Class = iota
	Person
	Civilian
	Force
	Armed
	Government
	Organisation
	People
	Weapon
	Vehicle
	Facility
	Place
)

var classNames = map[string]Class{"person": Person, "civilian": Civilian, "force": Force, "armed": Armed,
	"government": Government, "organisation": Organisation, "people": People, "weapon": Weapon,
	"vehicle": Vehicle, "facility": Facility, "place": Place}

// kinds are the kinds of named actors; the low bits of a table value index it.
var kinds = []annals.Kind{annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation, annals.Population}

// Values of the actor table: a bit for each kind. Of the group table: its row.
// Values of the country table: country index << 2, with two bits of what it is.
const (
	isCountry = 1
	isDemonym = 2
)

// Lexicon answers look-ups. It is immutable.
type Lexicon struct {
	actors     *phrase.Table
	countries  *phrase.Table
	codes      []string // ISO 3166-1 alpha-2 by country index
	nouns      map[string]Class
	honorifics *phrase.Table
	groups     *phrase.Table
}

// Default is the embedded lexicon, read once.
var Default = sync.OnceValues(load)

func load() (*Lexicon, error) {
	l := &Lexicon{actors: phrase.NewTable(16000), countries: phrase.NewTable(1200), honorifics: phrase.NewTable(200), groups: phrase.NewTable(300),
		nouns: make(map[string]Class, 16000), codes: []string{""}}
	rows(honorificsTSV, func(f []string) { l.honorifics.Add(f[0], uint32(len(f[1]))) })
	rows(actorsTSV, func(f []string) {
		for n := range strings.SplitSeq(f[2], "|") {
			l.actors.Add(n, kindBit(annals.Kind(f[0])))
		}
	})
	group := uint32(0)
	rows(groupsTSV, func(f []string) {
		group++
		for n := range strings.SplitSeq(f[2], "|") {
			l.groups.Add(n, group)
			l.actors.Add(n, kindBit(annals.Kind(f[1])))
		}
	})
	rows(countriesTSV, func(f []string) {
		index := uint32(len(l.codes)) << 2
		l.codes = append(l.codes, f[0])
		for i, flag := range []uint32{isCountry, isDemonym} {
			for n := range strings.SplitSeq(f[1+i], "|") {
				if _, taken := l.countries.Get(phrase.Of(n)); n != "" && !taken {
					l.countries.Add(n, index|flag)
				}
			}
		}
	})
	bad := ""
	rows(nounsTSV, func(f []string) {
		c, ok := classNames[f[1]]
		if !ok {
			bad = f[1]
		}
		if f[2] == "sure" {
			c |= sure
		}
		l.nouns[f[0]] = c
	})
	if bad != "" {
		return nil, fmt.Errorf("actor lexicon: nouns.tsv has the unknown class %q", bad)
	}
	return l, nil
}

func kindBit(k annals.Kind) uint32 {
	for i := range kinds {
		if kinds[i] == k {
			return 1 << i
		}
	}
	return 0
}

// rows calls take with the columns of each row; comments are left out.
func rows(tsv string, take func([]string)) {
	var columns [3]string
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		n := 0
		for n < 2 {
			head, rest, ok := strings.Cut(line, "\t")
			if !ok {
				break
			}
			columns[n], line = head, rest
			n++
		}
		columns[n] = line
		take(columns[:n+1])
	}
}

// Actor is the longest named actor that starts at token i and ends before end:
// how many tokens, 0 for none, and its kind.
func (l *Lexicon) Actor(t *text.Text, i, end int) (n int, kind annals.Kind) {
	n, bits := l.actors.Longest(t, i, end)
	if n == 0 || n == 1 && !writtenAsName(t, i) {
		return 0, ""
	}
	for k := range kinds {
		if bits>>k&1 != 0 {
			return n, kinds[k]
		}
	}
	return 0, ""
}

// Group is the longest name of a well-known group that starts at token i and
// ends before end: how many tokens, 0 for none, and a number that all names of
// that group share.
func (l *Lexicon) Group(t *text.Text, i, end int) (n, id int) {
	n, row := l.groups.Longest(t, i, end)
	if n == 0 || n == 1 && !writtenAsName(t, i) {
		return 0, 0
	}
	return n, int(row)
}

// Country is the longest country name or demonym that starts at token i and
// ends before end: how many tokens, 0 for none, the country's ISO 3166-1
// alpha-2 code, and whether it is a demonym ("Afghan", "Iraqis").
func (l *Lexicon) Country(t *text.Text, i, end int) (n int, code string, demonym bool) {
	n, value := l.countries.Longest(t, i, end)
	if n == 0 || n == 1 && !writtenAsName(t, i) {
		return 0, "", false
	}
	return n, l.codes[value>>2], value&isDemonym != 0
}

// Honorific is how many tokens from i on are a courtesy or an office before a
// name ("Mr.", "Brig. Gen."), and whether it is an office.
func (l *Lexicon) Honorific(t *text.Text, i, end int) (n int, office bool) {
	n, value := l.honorifics.Longest(t, i, end)
	return n, value == uint32(len("office"))
}

// Noun is the class of a common noun, by its lemma in lower case.
func (l *Lexicon) Noun(lemma string) Class { return l.nouns[lemma] &^ sure }

// sure marks, in the map of nouns, those whose class is no guess.
const sure = 1 << 7

// Sure says whether the class of a noun was set by hand or by a dictionary of
// agents, not read off a taxonomy.
func (l *Lexicon) Sure(lemma string) bool { return l.nouns[lemma]&sure != 0 }

// Compound is the class of a noun of two words, "service member".
func (l *Lexicon) Compound(first, second string) Class {
	var buffer [64]byte
	key := append(append(append(buffer[:0], first...), ' '), second...)
	return l.nouns[string(key)] &^ sure
}

// shortest is the fewest letters of a name that need not be written in capitals.
const shortest = 4

// functionWords are acronyms too; in text all in capitals they are the word.
var functionWords = map[string]bool{"us": true, "it": true, "who": true, "an": true, "as": true, "is": true, "in": true,
	"on": true, "at": true, "or": true, "and": true, "are": true, "all": true, "aid": true, "aids": true, "no": true, "so": true,
	"am": true, "can": true, "may": true, "for": true, "not": true, "the": true, "act": true, "of": true, "to": true, "by": true, "let": true}

// writtenAsName says whether a single token may be a name by its writing: short
// ones are in capitals, longer ones begin with one, and a function word in
// capitals does not stand among words in capitals.
func writtenAsName(t *text.Text, i int) bool {
	form := t.Form(i)
	first, _ := utf8.DecodeRuneInString(form)
	if !unicode.IsUpper(first) {
		return false
	}
	if len(form) < shortest && !capitals(form) {
		return false
	}
	if !functionWords[t.Tokens[i].Norm] {
		return true
	}
	return capitals(form) && !(i > 0 && shouted(t.Form(i-1)) || i+1 < len(t.Tokens) && shouted(t.Form(i+1)))
}

func shouted(form string) bool { return len(form) > 2 && capitals(form) }

func capitals(form string) bool {
	letters := false
	for _, r := range form {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}
