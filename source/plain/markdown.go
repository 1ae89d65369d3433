package plain

import (
	"regexp"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

var (
	heading  = regexp.MustCompile(`(?m)^ {0,3}(#{1,6})[ \t]+`)
	lineMark = regexp.MustCompile(`(?m)^[ \t]*(?:[*+-]|>)[ \t]+`)
	mdImage  = regexp.MustCompile(`!\[[^\]\n]*\]\([^)\n]*\)`)
	mdLink   = regexp.MustCompile(`\[([^\]\n]+)\]\([^)\n]*\)`)
	emphasis = regexp.MustCompile(`(\*\*|__|\*|\b_)(\S(?:[^*_\n]*\S)?)(\*\*|__|\*|_\b)`)
)

// unmark takes the marks of Markdown off. A first-level heading is the title.
func (a *Article) unmark() {
	text := a.Text.String
	if loc := heading.FindStringSubmatchIndex(text); loc != nil && loc[3]-loc[2] == 1 && a.Title == "" {
		a.Title, _, _ = strings.Cut(text[loc[1]:], "\n")
		a.Title = strings.TrimSpace(strings.Trim(a.Title, "#* \r"))
	}
	a.strip(mdImage)
	a.stripAround(mdLink)
	a.stripAround(emphasis)
	a.strip(heading)
	a.strip(lineMark)
}

// strip removes whatever matches.
func (a *Article) strip(re *regexp.Regexp) {
	var edits []traced.Edit
	for _, loc := range re.FindAllStringIndex(a.Text.String, -1) {
		edits = append(edits, traced.Edit{Span: annals.Span{Start: loc[0], End: loc[1]}})
	}
	a.Text = a.Text.Apply(edits)
}

// stripAround keeps the words a mark stands around: the longest group.
func (a *Article) stripAround(re *regexp.Regexp) {
	var edits []traced.Edit
	for _, loc := range re.FindAllStringSubmatchIndex(a.Text.String, -1) {
		keep := annals.Span{Start: loc[2], End: loc[3]}
		if len(loc) > 4 {
			keep = annals.Span{Start: loc[4], End: loc[5]}
		}
		edits = append(edits,
			traced.Edit{Span: annals.Span{Start: loc[0], End: keep.Start}},
			traced.Edit{Span: annals.Span{Start: keep.End, End: loc[1]}})
	}
	a.Text = a.Text.Apply(edits)
}
