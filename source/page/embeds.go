package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/plain"
)

// embedClasses mark the elements in which pages set posts of others.
var embedClasses = []string{
	"twitter-tweet", "twitter-video", "instagram-media", "fb-post", "fb-video", "tiktok-embed",
	"reddit-embed-bq", "reddit-card", "telegram-post", "bluesky-embed", "mastodon-embed", "text-post-media",
}

// takeEmbeds takes the posts of others out of a page and reads them.
func takeEmbeds(doc *html.Node) []annals.Embed {
	var found []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && isEmbed(n) && !inside(found, n) {
			found = append(found, n)
		}
	}
	var out []annals.Embed
	for _, n := range found {
		if e := readEmbed(n); e.Text != "" || e.URI != "" {
			out = append(out, e)
		}
		n.Parent.RemoveChild(n)
	}
	return out
}

func isEmbed(n *html.Node) bool {
	for _, class := range embedClasses {
		if marked(n, "class", class) {
			return true
		}
	}
	return false
}

func inside(found []*html.Node, n *html.Node) bool {
	if len(found) == 0 {
		return false
	}
	last := found[len(found)-1]
	for p := n.Parent; p != nil; p = p.Parent {
		if p == last {
			return true
		}
	}
	return false
}

// readEmbed reads a post: its last link leads to it and shows its date, and the
// line behind it signs it.
func readEmbed(n *html.Node) annals.Embed {
	var e annals.Embed
	e.Text = strings.Join(paragraphs(n), "\n")
	if post, author, date, ok := plain.Signed(textOf(n)); ok {
		e.Text, e.Author, e.Published = post, author, date
	}
	for a := range n.Descendants() {
		if a.DataAtom != atom.A {
			continue
		}
		if href := resolve("", attribute(a, "href")); href != "" {
			e.URI = href
		}
		if w, ok := dating.Parse(textOf(a)); ok && e.Published == "" {
			e.Published = w.EDTF()
		}
	}
	for _, key := range []string{"cite", "data-instgrm-permalink", "data-href"} {
		if href := resolve("", attribute(n, key)); href != "" {
			e.URI = href
		}
	}
	return e
}
