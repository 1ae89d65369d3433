package text

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed abbreviations.tsv
var abbreviationTable string

//go:embed contractions.tsv
var contractionTable string

//go:embed prefixes.tsv
var prefixTable string

//go:embed units.tsv
var unitTable string

//go:embed domains.tsv
var domainTable string

//go:embed scales.tsv
var scaleTable string

// stopRule says when an abbreviation keeps its full stop.
type stopRule uint8

const (
	stopNever  stopRule = iota
	stopAlways          // Mr., Inc.
	stopName            // Gen. Smith, but "of that gen. The"
	stopDigit           // No. 4
	stopInner           // etc. and more, but "etc. The"
)

// lexicon holds the word lists of the tokenizer.
type lexicon struct {
	abbreviations map[string]stopRule
	titles        map[string]bool // of the abbreviations, those before names
	contractions  map[string][]int
	prefixes      map[string]bool
	domains       map[string]bool
	units         map[string]bool
	scales        map[string]bool // words after a number with a decimal point
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string]stopRule{}, map[string]bool{}, map[string][]int{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	rules := map[string]stopRule{"any": stopAlways, "name": stopName, "digit": stopDigit, "inner": stopInner, "never": stopNever}
	for _, f := range rows(abbreviationTable) {
		l.abbreviations[f[0]] = rules[f[1]]
		l.titles[f[0]] = len(f) > 2 && f[2] == "title"
	}
	for _, f := range rows(contractionTable) {
		for _, n := range strings.Fields(f[1]) {
			k, _ := strconv.Atoi(n)
			l.contractions[f[0]] = append(l.contractions[f[0]], k)
		}
	}
	for _, f := range rows(prefixTable) {
		l.prefixes[f[0]] = true
	}
	for _, f := range rows(unitTable) {
		l.units[f[0]] = true
	}
	for _, f := range rows(scaleTable) {
		l.scales[f[0]] = true
	}
	for _, f := range rows(domainTable) {
		l.domains[f[0]] = true
	}
	return l
})

// IsTitle says whether a word in lower case, without its stop, is a short title
// before the name of a person: dr, gen, sir.
func IsTitle(word string) bool { return words().titles[word] }

// rows are the tab-separated rows of a table, comment lines left out.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// lowered is s in lower case, in buf when it is short and plain ASCII, so that
// a map lookup with it costs no allocation.
func lowered(buf *[maxListed]byte, s string) []byte {
	if len(s) > maxListed {
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

// maxListed is the longest form, in bytes, that the word lists hold.
const maxListed = 16
