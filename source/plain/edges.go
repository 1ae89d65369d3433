package plain

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/annals-project/annals"
)

var (
	parts = pieces("part", `(?i)^(?:`, `)$`)
	feet  = pieces("foot", `(?i)^(?:`, `)$`)
)

// partMarks part the pieces of a bar of buttons or of a breadcrumb.
var partMarks = regexp.MustCompile(`\s*[|·•»›]\s*|\s+(?:/|>|-|–|—)\s+`)

// bar says what a line is that holds nothing but buttons, counts and reading times
// beside each other: "Share | Print | 4 min read"; "" none.
func bar(line string) string {
	if pieces := pieced(line); len(pieces) > 1 && areButtons(pieces) {
		return "a bar of buttons"
	}
	return ""
}

func pieced(line string) []string { return partMarks.Split(strings.Trim(line, " ,|·•»›"), -1) }

func areButtons(pieces []string) bool {
	for _, p := range pieces {
		if !matches(parts, p) && wholePiece(p) == "" {
			return false
		}
	}
	return true
}

const (
	pathWithin = 3 // paragraphs from the top in which the path to a page stands
	crumbWords = 4 // a step of such a path has at most so many words
	leastMenu  = 3 // bars part at least so many pieces of a menu: two may be a place and a headline
)

var (
	// steps part the steps of a path: "Home > World > Africa".
	steps = regexp.MustCompile(`\s*[»›]\s*|\s+(?:>|/|::)\s+`)
	// bars part the entries of a menu.
	bars = regexp.MustCompile(`\s*\|\s*|\s+[·•]\s+`)
)

// isPath says that a line is the path to a page or a menu: a few short names.
func isPath(line string) bool {
	return areCrumbs(steps.Split(line, -1), 2) || areCrumbs(bars.Split(line, -1), leastMenu)
}

// areCrumbs says that pieces are so many names at least, none of them a sentence or number.
func areCrumbs(pieces []string, least int) bool {
	for _, p := range pieces {
		first := strings.IndexFunc(p, unicode.IsLetter)
		if n := len(strings.Fields(p)); n == 0 || n > crumbWords || first != 0 || !opensUpper(p) ||
			strings.ContainsAny(p, ".!?:;,\"“”") || strings.ContainsFunc(p, unicode.IsDigit) {
			return false
		}
	}
	return len(pieces) >= least
}

func opensUpper(s string) bool { return strings.ToUpper(s[:1]) == s[:1] }

// paths marks the paths and menus above an article.
func paths(text string, pars []annals.Span) map[int]string {
	out := map[int]string{}
	for i, p := range pars[:min(len(pars), pathWithin)] {
		if isPath(p.In(text)) && len(pars) > pathWithin {
			out[i] = "the path to the page"
		}
	}
	return out
}

// footLine marks the lines below an article, from the last one up, that tell how to reach
// the issuer, where else it can be read and what it is not liable for. Some of
// their words may stand in an article: here only furniture stands behind them.
func footLine(text string, pars []annals.Span) map[int]string {
	out := map[int]string{}
	for i := len(pars) - 1; i > 0; i-- {
		line := pars[i].In(text)
		what := wholeLine(line)
		if what == "" && len(line) <= longestPiece {
			what = firstOf(feet, line)
		}
		if what == "" {
			return out
		}
		out[i] = what
	}
	return out
}

// firstOf says what the first fitting piece is; "" none.
func firstOf(pieces []piece, line string) string {
	lower := strings.ToLower(line)
	for _, p := range pieces {
		if p.may(lower) && p.re.MatchString(line) {
			return p.what
		}
	}
	return ""
}
