package page

import (
	_ "embed"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/lexicon"
)

//go:embed metadata.tsv
var metadataTable string

var metadataKeys = lexicon.Map(metadataTable)

// fields gathers what a page says of itself: of each kind the values in the order
// they are met, the structured data first.
type fields map[string][]string

func (f fields) add(kind string, values ...string) {
	for _, value := range values {
		if value = clean(value); value != "" {
			f[kind] = append(f[kind], value)
		}
	}
}

func (f fields) first(kind string) string {
	if len(f[kind]) == 0 {
		return ""
	}
	return f[kind][0]
}

// clean makes one line of a value.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// metadata reads structured data, meta elements and the marks for dates and authors.
// It gives the text of the article where the structured data hold it, "" otherwise.
func (p *Page) metadata(doc *html.Node, address string) (text string) {
	f := fields{}
	linked(doc, f)
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			element(n, f)
		}
	}
	p.Title = title(f)
	p.Publisher = f.first("publisher")
	p.Canonical = resolve(address, f.first("canonical"))
	p.Language = language(f.first("language"))
	authors := f["author"]
	if len(authors) == 0 && len(f["signed"]) > 0 {
		authors = f["signed"][:1]
	}
	for _, name := range authors {
		p.author(name)
	}
	p.dates(f, address)
	return f.first("body")
}

// element reads one element of the page.
func element(n *html.Node, f fields) {
	switch n.DataAtom {
	case atom.Html:
		f.add("language", attribute(n, "lang"))
	case atom.Title:
		f.add("pagetitle", textOf(n))
	case atom.H1:
		f.add("h1", textOf(n))
	case atom.Link:
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			f.add("canonical", attribute(n, "href"))
		}
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop"} {
			if kind := metadataKeys[strings.ToLower(attribute(n, key))]; kind != "" {
				f.add(kind, attribute(n, "content"))
				break
			}
		}
	case atom.Time:
		f.add("time", attribute(n, "datetime"))
	}
	if strings.EqualFold(attribute(n, "itemprop"), "datePublished") && n.DataAtom != atom.Meta {
		f.add("published", first(attribute(n, "datetime"), attribute(n, "content"), textOf(n)))
	}
	if marked(n, "rel", "author") || marked(n, "class", "byline") || marked(n, "class", "author") || marked(n, "itemprop", "author") {
		f.add("signed", textOf(n))
	}
	if n.DataAtom != atom.Time && visibleDate.MatchString(attribute(n, "class")) {
		f.add("shown", textOf(n))
	}
}

// visibleDate are the classes pages give the element that shows the date.
var visibleDate = regexp.MustCompile(`(?i)\b(?:(?:pub(?:lish(?:ed)?)?|post(?:ed)?|article|entry|story)[-_]?(?:date|time|on)|date(?:line)?|timestamp|byline__date)\b`)

// title prefers what the page gives as its headline; a <title> comes last and loses the outlet's name.
func title(f fields) string {
	given := first(f.first("headline"), f.first("title"))
	if given == "" && len(f["h1"]) == 1 {
		given = f.first("h1")
	}
	if given == "" {
		given = first(f.first("pagetitle"), f.first("h1"))
	}
	return withoutOutlet(given, f.first("publisher"))
}

// withoutOutlet cuts " | The Outlet" off a title.
func withoutOutlet(title, outlet string) string {
	for _, bar := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		if i := strings.LastIndex(title, bar); i > 0 && outlet != "" && strings.EqualFold(strings.TrimSpace(title[i+len(bar):]), outlet) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// author adds a name that reads like one: no address, no essay.
func (p *Page) author(name string) {
	name = strings.TrimSpace(bylineWords.ReplaceAllString(name, ""))
	if name == "" || len(name) > longestName || strings.Contains(name, "://") {
		return
	}
	for _, known := range p.Byline {
		if strings.EqualFold(known, name) {
			return
		}
	}
	p.Byline = append(p.Byline, name)
}

// longestName bounds a name of an author, in bytes.
const longestName = 80

var bylineWords = regexp.MustCompile(`(?i)^(?:(?:written |reported )?by:?|author:?)\s+`)

// dates gathers the dates the page gives of itself, with where each stands.
func (p *Page) dates(f fields, address string) {
	add := func(value, basis string) bool {
		w, ok := dating.Parse(value)
		if ok && w.Year != 0 {
			p.Dates = append(p.Dates, dating.Evidence{Date: w.Date, Basis: basis})
		}
		return ok && w.Year != 0
	}
	for _, kind := range []string{"published", "time"} {
		for _, value := range f[kind] {
			if add(value, "metadata") {
				break
			}
		}
		if len(p.Dates) > 0 {
			break
		}
	}
	if d, ok := dating.InAddress(first(p.Canonical, address)); ok {
		p.Dates = append(p.Dates, dating.Evidence{Date: d, Basis: "url"})
	}
	for _, value := range f["shown"] {
		if len(value) <= longestShown && (add(value, "header") || add(shownLead.ReplaceAllString(value, ""), "header")) {
			break
		}
	}
}

// longestShown bounds, in bytes, an element that shows a date and little else.
const longestShown = 80

var shownLead = regexp.MustCompile(`(?i)^(?:(?:first |last )?(?:published|posted|updated|issued)|date|on|at|[\s|:,·•–—-])+`)

func language(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}

// resolve makes an address of the page whole; "" when it is none.
func resolve(base, ref string) string {
	r, err := url.Parse(ref)
	if err != nil || ref == "" {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" {
		r = b.ResolveReference(r)
	}
	if (r.Scheme != "http" && r.Scheme != "https") || r.Host == "" {
		return ""
	}
	return r.String()
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
