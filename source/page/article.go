package page

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// enough text, in bytes, makes an article; with less the next extractor has its try.
const enough = 250

// article is the paragraphs of the article of a page: the first extractor that
// finds enough, else what the best of them found. Pages put together by scripts
// hold no text but in their structured data: body is that, "" for none.
func article(doc *html.Node, base *url.URL, body string) []string {
	source := render(doc)
	words := visible(source)
	var best []string
	for _, extract := range []func(*html.Node, *url.URL) []string{byTrafilatura, byReadability, byParagraphs} {
		copied, err := html.Parse(strings.NewReader(source)) // each may change its own
		if err != nil {
			return best
		}
		found := extract(copied, base)
		switch {
		case size(found) < enough:
		case body != "" && !words.holds(found[0]): // taken from the structured data, lines lost
			return filled(body)
		default:
			return found
		}
		// On pages this short extractors have been seen to say things twice.
		found = slices.DeleteFunc(found, func(p string) bool { return !words.holds(p) })
		if size(found) > size(best) {
			best = found
		}
	}
	if len(body) >= enough {
		return filled(body)
	}
	return best
}

// filled are the lines of a text that hold anything, each with its white space made plain.
func filled(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = clean(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func size(paragraphs []string) int {
	total := 0
	for _, p := range paragraphs {
		total += len(p)
	}
	return total
}

// render writes a tree out again.
func render(doc *html.Node) string {
	var b bytes.Buffer
	if html.Render(&b, doc) != nil {
		return ""
	}
	return b.String()
}

func byTrafilatura(doc *html.Node, base *url.URL) []string {
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL: base, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled,
	})
	if err != nil || result == nil || result.ContentNode == nil {
		return nil
	}
	return paragraphs(result.ContentNode)
}

func byReadability(doc *html.Node, base *url.URL) []string {
	found, err := readability.FromDocument(doc, base)
	if err != nil || found.Node == nil {
		return nil
	}
	return paragraphs(found.Node)
}

// byParagraphs takes a page too plain for an extractor as it stands: its
// paragraphs, or all its text when it marks none.
func byParagraphs(doc *html.Node, _ *url.URL) []string {
	var marked []string
	for n := range doc.Descendants() {
		if n.DataAtom == atom.P {
			marked = append(marked, paragraphs(n)...)
		}
	}
	if len(marked) > 0 {
		return marked
	}
	return paragraphs(doc)
}
