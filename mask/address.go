package mask

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// shortestInAddress is the shortest word of a name that betrays it inside an
// address, where no space parts words.
const shortestInAddress = 4

// findAddresses finds addresses, handles and tags that hold a name in whatever
// case. An address that was cut into tokens runs to the end of its line.
func (n *Names) findAddresses(text string) []annals.Span {
	var out []annals.Span
	at := 0
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		if low := strings.ToLower(line); strings.Contains(low, "http :") || strings.Contains(low, "www .") {
			if n.inAddress(line) {
				out = append(out, n.slugs(line, start)...)
			}
			continue
		}
		in := start
		for _, field := range strings.Fields(line) {
			in += strings.Index(text[in:], field)
			if strings.ContainsAny(field, "@/#_") && n.inAddress(field) {
				out = append(out, annals.Span{Start: in, End: in + len(field)})
			}
			in += len(field)
		}
	}
	return out
}

func (n *Names) inAddress(s string) bool {
	low := fold(s)
	for p := range n.parts {
		if utf8.RuneCountInString(p) >= shortestInAddress && strings.Contains(low, p) {
			return true
		}
	}
	return false
}

// slugs are the words of an address that are, or hold, part of a name.
func (n *Names) slugs(s string, at int) []annals.Span {
	var out []annals.Span
	for _, w := range words(s) {
		if n.parts[w.folded] || n.inAddress(w.In(s)) {
			out = append(out, annals.Span{Start: at + w.Start, End: at + w.End})
		}
	}
	return out
}

// CoverAddress covers the words of an address that are, or hold, part of a name,
// written as they are or as percent signs and digits.
func (n *Names) CoverAddress(address string) string {
	if n.Empty() {
		return address
	}
	out := Cover(address, n.slugs(address, 0))
	plain := unescape(out)
	if plain != out && (n.inAddress(plain) || n.Has(plain)) {
		if i := strings.Index(out, "://"); i >= 0 {
			return Cover(out, []annals.Span{{Start: i, End: len(out)}})
		}
		return Cover(out, []annals.Span{{Start: 0, End: len(out)}})
	}
	return out
}

// unescape undoes percent signs as far as they are well formed.
func unescape(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}
