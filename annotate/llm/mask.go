package llm

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// shortestPart is the shortest word of a private name that is masked wherever it
// stands; "al" and "bin" are no one's name alone.
const shortestPart = 3

// Mask is the document's text with the names of private persons covered, letter
// by letter, by signs of the same number of bytes, so that every offset holds;
// and how many names were covered. Private is who has no public role in the text,
// and whoever is told of as harmed. A private name is covered wherever its words
// stand, in addresses too, but not inside the name of somebody or something else.
func Mask(d *annotate.Document) (string, int) {
	out := []byte(d.Doc.Text)
	parts := map[string]bool{}
	open := make([]bool, len(out)) // bytes of names that are not private
	masked := 0
	harmed := victims(d)
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Form != annals.Name || m.In(d.Doc.Text) == "" {
			continue
		}
		if !private(d, m, harmed) {
			for b := m.Start; b < m.End; b++ {
				open[b] = true
			}
			continue
		}
		masked++
		cover(out, m.Span)
		for _, w := range strings.FieldsFunc(m.Text, notLetter) {
			if first, _ := utf8.DecodeRuneInString(w); utf8.RuneCountInString(w) >= shortestPart && unicode.IsUpper(first) {
				parts[w], parts[strings.ToUpper(w)] = true, true
			}
		}
	}
	if masked == 0 {
		return d.Doc.Text, 0
	}
	coverWords(out, d.Doc.Text, parts, open)
	coverAddresses(out, d.Doc.Text, parts)
	return string(out), masked
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }

// private says that a mention names a person without a public role.
func private(d *annotate.Document, m *annals.Mention, harmed map[annals.Ref]bool) bool {
	if m.Entity <= 0 || int(m.Entity) > len(d.Entities) {
		return m.Kind == annals.Person
	}
	e := &d.Entities[m.Entity-1]
	return (m.Kind == annals.Person || e.Kind == annals.Person) && (!e.Public || harmed[m.Entity])
}

// victims are the entities told of as harmed: a role does not open their names.
func victims(d *annotate.Document) map[annals.Ref]bool {
	out := map[annals.Ref]bool{}
	for i := range d.Events {
		for _, a := range d.Events[i].Arguments {
			if a.Role == annals.Victim && a.Mention > 0 && int(a.Mention) <= len(d.Mentions) {
				out[d.Mentions[a.Mention-1].Entity] = true
			}
		}
	}
	return out
}

// coverWords covers the words of private names that stand elsewhere.
func coverWords(out []byte, text string, parts map[string]bool, open []bool) {
	start := -1
	for i, c := range text + " " {
		switch {
		case !notLetter(c):
			if start < 0 {
				start = i
			}
		case start >= 0:
			if parts[text[start:i]] && !open[start] {
				cover(out, annals.Span{Start: start, End: i})
			}
			start = -1
		}
	}
}

// coverAddresses covers addresses, handles and tags that hold a private name in
// whatever case.
func coverAddresses(out []byte, text string, parts map[string]bool) {
	at := 0
	for _, field := range strings.Fields(text) {
		at += strings.Index(text[at:], field)
		if strings.ContainsAny(field, "@/#_") {
			low := strings.ToLower(field)
			for p := range parts {
				if strings.Contains(low, strings.ToLower(p)) {
					cover(out, annals.Span{Start: at, End: at + len(field)})
				}
			}
		}
		at += len(field)
	}
}

// masks are the signs that cover a letter, by the bytes it takes.
var masks = [...]string{"", "*", "×", "█", "𝄽"}

// cover writes signs over the letters of a span.
func cover(out []byte, s annals.Span) {
	for i := s.Start; i < s.End; {
		c, n := utf8.DecodeRune(out[i:])
		if !notLetter(c) {
			copy(out[i:i+n], masks[n])
		}
		i += n
	}
}
