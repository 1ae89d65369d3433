package times

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// class is what part a word can play in an expression of time.
type class uint8

// Classes. Those up to halfWord come from words.tsv; the rest are given to
// numbers by their shape.
const (
	monthWord class = iota
	hijriWord
	weekdayWord
	weekdaysWord
	shortWeekday
	seasonWord
	seasonsWord
	unitWord
	unitsWord
	podWord
	ampmWord
	zoneWord
	todayWord
	dirWord
	nearWord
	agoWord
	shiftWord
	vagueWord
	coupleWord
	partWord
	partOfWord
	laterWord
	everyWord
	freqWord
	longWord
	approxWord
	periodWord
	decadeWord // also 1990s, '90s
	ordWord    // also 21st
	firstWord
	numWord   // a number word before it is put together
	scaleWord // hundred, thousand
	andWord
	halfWord
	number    // any number, in digits or words
	dayNumber // 1–31 in digits
	yearNumber
	shortYear  // '98
	twoDigits  // 98
	hourMinute // 0230, which no year or count is
	clockTime  // 10:35
	fullDate   // 2021-08-26, 26/08/2021
	possessive
	capital // an unknown word with a capital
	classes
)

var classNames = [classes]string{"MONTH", "HIJRI", "WEEKDAY", "WEEKDAYS", "SHORT", "SEASON", "SEASONS", "UNIT", "UNITS",
	"POD", "AMPM", "ZONE", "TODAY", "DIR", "NEAR", "AGO", "SHIFT", "VAGUE", "COUPLE", "PART", "PARTOF", "LATER", "EVERY", "FREQ",
	"LONG", "APPROX", "PERIOD", "DECADE", "ORD", "FIRST", "NUMWORD", "SCALE", "AND", "HALF", "NUM", "DAY", "YEAR", "YY", "DIGITS2",
	"HHMM", "CLOCK", "DATE", "POSS", "CAP"}

func parseClass(name string) (class, bool) {
	for c, n := range classNames {
		if n == name {
			return class(c), true
		}
	}
	return 0, false
}

// mask is a set of classes.
type mask uint64

func (m mask) has(c class) bool { return m&(1<<c) != 0 }

func maskOf(cs ...class) (m mask) {
	for _, c := range cs {
		m |= 1 << c
	}
	return m
}

// word is an entry of the lexicon: a word of time, or one that rules name.
type word struct {
	id     uint16
	mask   mask
	senses []sense
}

// sense is one class of a word with its value there; letters are values too.
type sense struct {
	class class
	value int
}

// value is the word's value in class c; 0 when it has none.
func (w *word) value(c class) int {
	if w != nil {
		for _, s := range w.senses {
			if s.class == c {
				return s.value
			}
		}
	}
	return 0
}

// longestWord is the most bytes a listed word has.
const longestWord = 20

//go:embed words.tsv
var wordsTSV string

// lexicon holds the words of time by their lower-case form.
type lexicon map[string]*word

func newLexicon() (lexicon, error) {
	l := lexicon{}
	for n, line := range strings.Split(wordsTSV, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("times: words.tsv line %d: want class, value, words", n+1)
		}
		c, ok := parseClass(f[0])
		if !ok {
			return nil, fmt.Errorf("times: words.tsv line %d: no class %q", n+1, f[0])
		}
		value, err := strconv.Atoi(f[1])
		if err != nil {
			value = int(f[1][0])
		}
		for _, form := range strings.Split(f[2], ",") {
			w := l.add(form)
			w.mask |= 1 << c
			w.senses = append(w.senses, sense{c, value})
		}
	}
	return l, nil
}

// add is the entry of form, made when there is none.
func (l lexicon) add(form string) *word {
	w := l[form]
	if w == nil {
		w = &word{id: uint16(len(l) + 1)}
		l[form] = w
	}
	return w
}
