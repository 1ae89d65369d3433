package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attribute is the value of an attribute; "" when there is none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

// marked says whether a space-separated attribute holds a word.
func marked(n *html.Node, key, word string) bool {
	value := attribute(n, key)
	return value != "" && slices.Contains(strings.Fields(strings.ToLower(value)), word)
}

// textOf is the text under a node, on one line.
func textOf(n *html.Node) string { return clean(strings.Join(paragraphs(n), " ")) }

// blocks are the elements that start and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true,
	atom.Caption: true, atom.Center: true, atom.Dd: true, atom.Div: true, atom.Dl: true, atom.Dt: true,
	atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Header: true, atom.Hr: true, atom.Li: true, atom.Main: true, atom.Nav: true, atom.Ol: true,
	atom.P: true, atom.Pre: true, atom.Section: true, atom.Table: true, atom.Tr: true, atom.Ul: true,
	atom.Br: true,
}

// silent are the elements whose text no reader sees.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true,
	atom.Iframe: true, atom.Svg: true, atom.Object: true, atom.Button: true, atom.Select: true, atom.Textarea: true,
}

// paragraphs are the paragraphs under a node: runs of text between block
// elements, with runs of white space made one space.
func paragraphs(root *html.Node) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if s := clean(b.String()); s != "" {
			out = append(out, s)
		}
		b.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return
		}
		if n != root && n.Type == html.ElementNode && silent[n.DataAtom] {
			return
		}
		if blocks[n.DataAtom] {
			flush()
			defer flush()
		}
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			b.WriteString(" ")
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(root)
	flush()
	return out
}
