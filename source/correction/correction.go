// Package correction finds an outlet's own marks on a report it has corrected or
// withdrawn.
package correction

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/annals-project/annals/source/lexicon"
)

// Values of annals.Document.Correction.
const (
	Corrected = "corrected"
	Retracted = "retracted"
)

//go:embed marks.tsv
var markTable string

// mark is one way of saying it.
type mark struct {
	makes, at string
	re        *regexp.Regexp
}

var marks = read()

func read() []mark {
	var out []mark
	for _, row := range lexicon.Rows(markTable) {
		out = append(out, mark{row[0], row[1], regexp.MustCompile(`(?i)^\W{0,3}(?:` + row[2] + `)`)})
	}
	return out
}

const (
	// edges is how many paragraphs from the top and from the end a mark may stand:
	// elsewhere the words are about something else.
	edges = 4
	// reach is how far into a paragraph, in bytes, a mark is looked for.
	reach = 300
)

// Mark is "corrected" or "retracted" when the outlet marks the report so, else "".
// A withdrawal outweighs a correction.
func Mark(title, text string) string {
	found := ""
	pars := strings.Split(text, "\n\n")
	for i, p := range pars {
		if i >= edges && i < len(pars)-edges {
			continue
		}
		found = heavier(found, match("paragraph", p))
	}
	return heavier(found, match("title", title))
}

func match(at, s string) string {
	head := s[:min(len(s), reach)]
	for _, m := range marks {
		if m.at == at && m.re.MatchString(head) {
			return m.makes
		}
	}
	return ""
}

func heavier(a, b string) string {
	if a == Retracted || b == "" {
		return a
	}
	return b
}
