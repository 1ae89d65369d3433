package llm

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed cues.tsv
var cuesTSV string

//go:embed qualifiers.tsv
var qualifiersTSV string

//go:embed addressed.tsv
var addressedTSV string

// tables are the word lists that proposals are held against.
type tables struct {
	cues       map[string]map[string]bool // measure, claim kind or relation type to lemmas
	qualifiers map[string]string          // words before a number to the bound it is
	addressed  []string                   // phrases by which a text talks to a machine
}

func loadTables() (*tables, error) {
	t := &tables{cues: map[string]map[string]bool{}, qualifiers: map[string]string{}}
	for _, table := range []struct {
		name, tsv string
		columns   int
		take      func([]string)
	}{
		{"cues.tsv", cuesTSV, 2, func(c []string) {
			t.cues[c[0]] = map[string]bool{}
			for _, lemma := range strings.Split(c[1], ",") {
				t.cues[c[0]][lemma] = true
			}
		}},
		{"qualifiers.tsv", qualifiersTSV, 2, func(c []string) { t.qualifiers[c[0]] = c[1] }},
		{"addressed.tsv", addressedTSV, 1, func(c []string) { t.addressed = append(t.addressed, c[0]) }},
	} {
		for n, line := range strings.Split(table.tsv, "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			columns := strings.Split(line, "\t")
			if len(columns) != table.columns {
				return nil, fmt.Errorf("%s:%d: %d columns, want %d", table.name, n+1, len(columns), table.columns)
			}
			table.take(columns)
		}
	}
	return t, nil
}
