package figures

import (
	"fmt"
	"sort"
	"strings"
)

// corpusTable sets the corpora side by side: the share right in all fields.
func corpusTable(tallies map[string]*tally) string {
	var b strings.Builder
	b.WriteString("All fields right:\n\n| part | " + strings.Join(corpusNames[:], " | ") + " |\n|---" + strings.Repeat("|---", len(corpusNames)) + "|\n")
	for _, p := range labelParts {
		b.WriteString("| " + p)
		for _, name := range corpusNames {
			if c := tallies[p].corpus[name]; c != nil {
				fmt.Fprintf(&b, " | %.1f of %d", percent(c.right, c.of), c.of)
			} else {
				b.WriteString(" | ")
			}
		}
		b.WriteString(" |\n")
	}
	return b.String()
}

// errorTable lists the kinds of error of the tuning half, most frequent first.
func errorTable(t *tally) string {
	kinds := make([]string, 0, len(t.errors))
	for k := range t.errors {
		kinds = append(kinds, k)
	}
	sort.Slice(kinds, func(i, j int) bool {
		a, b := t.errors[kinds[i]].n, t.errors[kinds[j]].n
		return a > b || a == b && kinds[i] < kinds[j]
	})
	var b strings.Builder
	b.WriteString("| error | count | example |\n|---|---|---|\n")
	for _, k := range kinds {
		fmt.Fprintf(&b, "| %s | %d | %s |\n", k, t.errors[k].n, strings.ReplaceAll(short(t.errors[k].example), "|", "/"))
	}
	return b.String()
}

// short keeps an example to a few words.
func short(s string) string {
	words := strings.Fields(s)
	const most = 10
	if len(words) > most {
		words = append(words[:most], "…")
	}
	return strings.Join(words, " ")
}
