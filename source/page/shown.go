package page

import (
	"strings"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"github.com/annals-project/annals/source/dating"
)

// searched asks a general extractor for the date of a page that gives none in the
// usual places. It answers freely, so its answer counts only where the date it
// read can be shown: in an attribute (metadata), or in an element that says
// little else (header). Dates in running text are of something else.
func searched(doc *html.Node, address string) (dating.Evidence, bool) {
	found, err := htmldate.FromDocument(doc, htmldate.Options{
		UseOriginalDate: true, SkipExtensiveSearch: true, DeferUrlExtractor: true, URL: address})
	if err != nil || found.IsZero() || found.SrcString == "" {
		return dating.Evidence{}, false
	}
	e := dating.Evidence{Date: dating.Of(found.DateTime)}
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.ElementNode && gives(n, e.Date):
			e.Basis = "metadata"
			return e, true
		case n.Type == html.TextNode && says(n.Data, e.Date):
			e.Basis = "header"
		}
	}
	return e, e.Basis != ""
}

// gives says whether an attribute holds a date and nothing else.
func gives(n *html.Node, d dating.Date) bool {
	for _, a := range n.Attr {
		if w, ok := dating.Parse(a.Val); ok && w.Date == d && w.End == len(a.Val) {
			return true
		}
	}
	return false
}

// says whether a text is a date with a few words around it.
func says(text string, d dating.Date) bool {
	text = clean(text)
	if len(text) > longestShown {
		return false
	}
	for _, w := range dating.Find(text) {
		if w.Date == d && !strings.ContainsAny(text[w.End:], ".!?") {
			return true
		}
	}
	return false
}
