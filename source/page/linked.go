package page

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linked reads the structured data (JSON-LD) of a page: the first object that is
// an article of any sort.
func linked(doc *html.Node, f fields) {
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Script || !strings.EqualFold(attribute(n, "type"), "application/ld+json") || n.FirstChild == nil {
			continue
		}
		var value any
		if json.Unmarshal([]byte(strings.TrimSpace(n.FirstChild.Data)), &value) != nil {
			continue
		}
		if articleIn(value, f, linkedDepth) {
			return
		}
	}
}

// linkedDepth bounds how deep an article may be nested in structured data.
const linkedDepth = 6

// articleIn looks for an article in a value and reads it.
func articleIn(value any, f fields, depth int) bool {
	if depth == 0 {
		return false
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			if articleIn(one, f, depth-1) {
				return true
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			readArticle(v, f)
			return true
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if articleIn(v[key], f, depth-1) {
				return true
			}
		}
	}
	return false
}

func isArticle(of any) bool {
	switch t := of.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || t == "BlogPosting" || t == "LiveBlogPosting" || t == "Report"
	case []any:
		for _, one := range t {
			if isArticle(one) {
				return true
			}
		}
	}
	return false
}

func readArticle(v map[string]any, f fields) {
	if body := str(v["articleBody"]); body != "" {
		f["body"] = []string{unescape(body)} // with its lines
	}
	f.add("headline", unescape(str(v["headline"])))
	f.add("published", first(str(v["datePublished"]), str(v["dateCreated"])))
	f.add("publisher", named(v["publisher"])...)
	f.add("author", named(v["author"])...)
}

// named are the names of a thing or things: strings, or objects with a name.
func named(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{unescape(v)}
	case map[string]any:
		return []string{unescape(str(v["name"]))}
	case []any:
		var all []string
		for _, one := range v {
			if _, nested := one.([]any); !nested {
				all = append(all, named(one)...)
			}
		}
		return all
	}
	return nil
}

func str(v any) string { s, _ := v.(string); return s }

func unescape(s string) string { return html.UnescapeString(s) }
