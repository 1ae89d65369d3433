package plain

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/lexicon"
)

//go:embed furniture.tsv
var furnitureTable string

// piece is one kind of page furniture.
type piece struct {
	re   *regexp.Regexp
	what string
	cues []string // in lower case; one must occur, when there are any
}

// may says whether a text in lower case is worth trying the pattern on.
func (p piece) may(lower string) bool {
	for _, cue := range p.cues {
		if strings.Contains(lower, cue) {
			return true
		}
	}
	return len(p.cues) == 0
}

var (
	wholeLines = pieces("line", `(?i)^(?:`, `)$`)
	tails      = pieces("tail", `(?i)(?:^|[.!?…”"’')\]]\s*|\s--+\s*)((?:`, `))\s*$`)
	rests      = pieces("rest", `(?i)^(?:`, `)$`)
)

func pieces(kind, before, after string) []piece {
	var out []piece
	for _, row := range lexicon.Rows(furnitureTable) {
		if row[0] != kind {
			continue
		}
		p := piece{re: regexp.MustCompile(before + row[1] + after), what: row[2]}
		if len(row) > 3 {
			p.cues = strings.Split(row[3], ",")
		}
		out = append(out, p)
	}
	return out
}

const (
	// longestPiece is the longest paragraph, in bytes, that may be furniture as a whole.
	longestPiece = 420
	// longestTail is how far, in bytes, a tail reaches back from the end of its paragraph.
	longestTail = 260
)

// furniture drops menus, boxes and buttons: whole paragraphs, what is glued to
// the end of one, and all that follows the heading of a list of other stories.
func (a *Article) furniture() {
	text := a.Text.String
	pars := paragraphs(text)
	end := a.restFrom(pars)
	menus, above, below := menuLines(text, pars), paths(text, pars), footLine(text, pars)
	var out []removal
	for i, p := range pars {
		switch what := wholeLine(p.In(text)); {
		case i >= end:
			out = append(out, removal{withGap(text, p), "a list of other stories"})
		case what != "":
			out = append(out, removal{withGap(text, p), what})
		case menus[i]:
			out = append(out, removal{withGap(text, p), "a menu"})
		case above[i]+below[i] != "":
			out = append(out, removal{withGap(text, p), above[i] + below[i]})
		default:
			out = append(out, tailsOf(text, p)...)
		}
	}
	for _, r := range out {
		if r.what == deskCredits {
			a.contributors(r.In(text))
		}
	}
	a.drop(out)
}

// deskCredits is what the table calls the lines that say who worked on a report.
const deskCredits = "credits of the desk"

// contributors takes over the agencies that a credit line names beside the
// outlet's own people.
func (a *Article) contributors(line string) {
	for _, name := range dating.AgenciesIn(line) {
		a.byline(name)
	}
}

// wholeLine says what furniture a paragraph is as a whole; "" none.
func wholeLine(paragraph string) string {
	if len(paragraph) > longestPiece {
		return ""
	}
	if what := wholePiece(paragraph); what != "" {
		return what
	}
	return bar(paragraph)
}

func wholePiece(line string) string { return firstOf(wholeLines, line) }

// tailsOf finds what is glued to the end of a paragraph, piece by piece from the
// end. A tail that is the whole paragraph is furniture as well.
func tailsOf(text string, p annals.Span) []removal {
	var out []removal
	for whole := p; !p.Empty(); {
		cut, what := tail(text, p)
		if what == "" {
			break
		}
		if cut.Start == whole.Start {
			return append(out, removal{annals.Span{Start: cut.Start, End: min(cut.End, withGap(text, cut).End)}, what})
		}
		out = append(out, removal{cut, what})
		p.End = cut.Start
	}
	return out
}

func tail(text string, p annals.Span) (annals.Span, string) {
	from := max(p.Start, p.End-longestTail)
	for from < p.End && !utf8.RuneStart(text[from]) {
		from++
	}
	lower := strings.ToLower(text[from:p.End])
	for _, piece := range tails {
		if !piece.may(lower) {
			continue
		}
		loc := piece.re.FindStringSubmatchIndex(text[from:p.End])
		if loc == nil || (from+loc[2] > p.Start && from+loc[0] == from && from > p.Start) {
			continue
		}
		start := p.Start + len(strings.TrimRight(text[p.Start:from+loc[2]], " "))
		return annals.Span{Start: start, End: p.End}, piece.what
	}
	return annals.Span{}, ""
}

// restFrom is the paragraph from which on there are only other stories: the
// heading of such a list in the second half of the text, with no long paragraph behind
// it. Without one it is the number of paragraphs.
func (a *Article) restFrom(pars []annals.Span) int {
	text := a.Text.String
	for i := len(pars) - 1; i > 0; i-- {
		p := pars[i]
		if p.Len() > longestItem || p.Start < len(text)/2 {
			break
		}
		if matches(rests, p.In(text)) {
			return i
		}
	}
	return len(pars)
}

// longestItem is the longest paragraph, in bytes, that may be an item of a list of
// other stories: headlines and teasers are short, article paragraphs are not.
const longestItem = 200

func matches(pieces []piece, s string) bool {
	for _, p := range pieces {
		if p.re.MatchString(s) {
			return true
		}
	}
	return false
}

const (
	menuItems = 4 // so many short lines on end at either edge of the text are a menu
	menuWords = 3 // a menu item has at most so many words
)

// menuLines marks the runs of very short lines at the start and the end of a text.
func menuLines(text string, pars []annals.Span) map[int]bool {
	menu := map[int]bool{}
	head := 0
	for head < len(pars) && menuItem(pars[head].In(text)) {
		head++
	}
	foot := len(pars)
	for foot > head && menuItem(pars[foot-1].In(text)) {
		foot--
	}
	for i := range pars {
		if (i < head && head >= menuItems && head < len(pars)) || (i >= foot && len(pars)-foot >= menuItems && foot > 0) {
			menu[i] = true
		}
	}
	return menu
}

// menuItem says whether a line is a few words that make no sentence.
func menuItem(line string) bool {
	return len(strings.Fields(line)) <= menuWords && !strings.ContainsAny(line, ".!?:;,\"“”)") &&
		!strings.ContainsFunc(line, unicode.IsDigit)
}
