package plain

import (
	"strings"
	"unicode"
)

// headWithin is how many paragraphs from the top of an extracted page its title,
// authors and date may be repeated.
const headWithin = 6

// pageHead drops what an extracted page repeats of its head: the title, the
// authors, the date. The page gives them apart.
func (a *Article) pageHead(title string) {
	text := a.Text.String
	pars := paragraphs(text)
	var out []removal
	for _, p := range pars[:min(len(pars), headWithin)] {
		line := p.In(text)
		_, dated := a.bareDate(p, line)
		switch {
		case title != "" && bare(line) == bare(title) && p.Len() < len(text):
			out = append(out, removal{withGap(text, p), "the title, kept apart"})
		case dated:
			out = append(out, removal{withGap(text, p), "the page's date"})
		case by.MatchString(line):
			for _, name := range names(by.FindStringSubmatch(line)[1]) {
				a.byline(name)
			}
			out = append(out, removal{withGap(text, p), "the authors"})
		}
	}
	a.drop(out)
}

// bare is a line's letters and digits in lower case, for comparison.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
