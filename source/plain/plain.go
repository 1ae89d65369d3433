// Package plain lifts an article out of plain text scraped from a page: it reads
// the header and the dateline, drops page furniture, keeps posts by others
// apart and lays the rest out with one paragraph a line and a blank line between.
package plain

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/traced"
)

// Article is what plain text holds beside its furniture. Dates and notes have
// their place in the raw bytes. The headline stays in Text as well, since it says something.
type Article struct {
	Text      traced.Text
	Title     string
	Publisher string
	Byline    []string
	Address   string
	Dates     []dating.Evidence
	Weekday   string // the weekday in the dateline, "" none
	Embeds    []annals.Embed
	Notes     []annals.Note
}

// Options say what is known of the text beforehand.
type Options struct {
	Markdown bool // headings, links and emphasis are marked up
	Page     bool // taken out of a page, which gives title, authors and date apart

	Title string // as the page gives it
}

// Read lifts the article out of a repaired text.
func Read(text traced.Text, o Options) Article {
	a := &Article{Text: text}
	if !o.Page {
		a.header()
		a.masthead()
	}
	if o.Markdown {
		a.unmark()
	}
	a.layout()
	if o.Page {
		a.pageHead(o.Title)
	}
	a.embeds()
	a.furniture()
	a.credits()
	if !o.Page {
		a.headline()
	}
	a.dateline()
	a.trim()
	return *a
}

// removal is a stretch to drop, with what it is.
type removal struct {
	annals.Span
	what string
}

// drop removes stretches from the text and notes each. The note keeps the words.
func (a *Article) drop(removals []removal) {
	edits := make([]traced.Edit, 0, len(removals))
	for _, r := range removals {
		words := annals.Span{Start: r.Start, End: r.Start + len(strings.TrimRight(r.In(a.Text.String), " \n"))}
		a.Notes = append(a.Notes, annals.Note{Kind: annals.BoilerplateRemoved, Raw: a.Text.Raw(words),
			Original: words.In(a.Text.String), Message: r.what})
		edits = append(edits, traced.Edit{Span: r.Span})
	}
	a.Text = a.Text.Apply(edits)
}

// trim cuts the blank lines that removals left at either end.
func (a *Article) trim() {
	s := a.Text.String
	lead := len(s) - len(strings.TrimLeft(s, " \n"))
	tail := len(strings.TrimRight(s, " \n"))
	a.Text = a.Text.Apply([]traced.Edit{
		{Span: annals.Span{End: lead}},
		{Span: annals.Span{Start: max(lead, tail), End: len(s)}},
	})
}
