// Package page lifts the article out of an HTML page, with what the page says of
// itself: title, authors, outlet, date, address.
package page

import (
	"errors"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/traced"
)

// Errors of pages that are not read.
var (
	ErrDeep  = errors.New("markup nested too deep")
	ErrLarge = errors.New("too many elements")
)

// Page is what an HTML page holds. Text has one paragraph a line and a blank
// line between; it is empty when the page holds no article.
type Page struct {
	Text      traced.Text
	Title     string
	Publisher string
	Byline    []string
	Language  string // as the page declares it, ISO 639-1
	Canonical string
	Dates     []dating.Evidence
	Embeds    []annals.Embed
	Notes     []annals.Note
}

// maxNodes bounds the size of a page: news pages have a few thousand elements, and
// what extraction costs grows faster than their number.
const maxNodes = 300_000

// Read reads a decoded page. The address, "" when unknown, resolves links.
func Read(text traced.Text, address string) (Page, error) {
	doc, err := html.Parse(strings.NewReader(text.String))
	if err != nil {
		return Page{}, ErrDeep
	}
	if count(doc) > maxNodes {
		return Page{}, ErrLarge
	}
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = nil
	}
	p := Page{}
	body := p.metadata(doc, address)
	p.Embeds = takeEmbeds(doc)
	if len(p.Dates) == 0 {
		if e, ok := searched(doc, address); ok {
			p.Dates = append(p.Dates, e)
		}
	}
	words := visible(text.String)
	for i, e := range p.Embeds {
		p.Embeds[i].Raw = words.find(text, e.Text)
		p.Notes = append(p.Notes, annals.Note{Kind: annals.EmbeddedPost, Original: e.Text, Raw: p.Embeds[i].Raw,
			Message: "a post by another author, kept apart"})
	}
	p.Text = words.align(text, article(doc, base, body))
	return p, nil
}

// count is the number of nodes under n.
func count(n *html.Node) int {
	total := 0
	for range n.Descendants() {
		total++
	}
	return total
}
