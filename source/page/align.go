package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

// align lays paragraphs out as a text and traces each back to the markup: an
// extractor returns text alone, so its words are looked for, in order, among the
// words of the page. What is not found stays untraced.
func (s stream) align(page traced.Text, pars []string) traced.Text {
	var out traced.Text
	var b strings.Builder
	at := 0 // in s.text
	for i, p := range pars {
		if i > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(p)
		at = s.trace(&out, page, p, start, at)
	}
	out.String = b.String()
	return out
}

// stream is the visible text of a page without its white space, and where in the
// markup each byte of it stands.
type stream struct {
	text string
	span []annals.Span // of the character or reference each byte belongs to
}

func visible(source string) stream {
	var s stream
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	at, hidden := 0, ""
	for {
		of := z.Next()
		if of == html.ErrorToken {
			break
		}
		raw := string(z.Raw())
		switch of {
		case html.StartTagToken:
			if name, _ := z.TagName(); hidden == "" && (string(name) == "script" || string(name) == "style" || string(name) == "title") {
				hidden = string(name)
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == hidden {
				hidden = ""
			}
		case html.TextToken:
			if hidden == "" {
				s.characters(&b, raw, at)
			}
		}
		at += len(raw)
	}
	s.text = b.String()
	return s
}

// holds says whether a stretch of text stands in the page.
func (s stream) holds(text string) bool {
	return strings.Contains(s.text, strings.Join(strings.Fields(text), ""))
}

// find is where in the raw bytes a stretch of text stands; empty when it does not.
func (s stream) find(page traced.Text, text string) annals.Span {
	bare := strings.Join(strings.Fields(text), "")
	n := strings.Index(s.text, bare)
	if n < 0 || bare == "" {
		return annals.Span{}
	}
	return page.Raw(annals.Span{Start: s.span[n].Start, End: s.span[n+len(bare)-1].End})
}

// characters adds the characters of a stretch of text, references resolved.
func (s *stream) characters(b *strings.Builder, raw string, at int) {
	for i := 0; i < len(raw); {
		_, n := utf8.DecodeRuneInString(raw[i:])
		char := raw[i : i+n]
		if raw[i] == '&' {
			if end := strings.IndexByte(raw[i:min(len(raw), i+longestReference)], ';'); end > 0 {
				if resolved := html.UnescapeString(raw[i : i+end+1]); resolved != raw[i:i+end+1] {
					char, n = resolved, end+1
				}
			}
		}
		for _, r := range char {
			if unicode.IsSpace(r) {
				continue
			}
			from := b.Len()
			b.WriteRune(r)
			for range b.Len() - from {
				s.span = append(s.span, annals.Span{Start: at + i, End: at + i + n})
			}
		}
		i += n
	}
}

// longestReference bounds a character reference, in bytes.
const longestReference = 34

const (
	// nearby is how far ahead, in bytes, a short stretch is looked for: further
	// off it is another occurrence of the same words.
	nearby = 4000
	short  = 40 // bytes
	// chunk is how many words are looked for together when a paragraph is not
	// found as a whole.
	chunk = 8
)

// trace finds a paragraph in the stream from a place on, adds its segments and
// gives the place behind it.
func (s stream) trace(out *traced.Text, page traced.Text, paragraph string, start, at int) int {
	if next, ok := s.piece(out, page, paragraph, start, at); ok {
		return next
	}
	fields := strings.Fields(paragraph)
	if len(fields) <= chunk {
		return at
	}
	offset := 0
	for i := 0; i < len(fields); i += chunk {
		piece := strings.Join(fields[i:min(i+chunk, len(fields))], " ")
		offset += strings.Index(paragraph[offset:], fields[i])
		at, _ = s.piece(out, page, piece, start+offset, at)
		offset += len(piece)
	}
	return at
}

// piece finds one stretch of text.
func (s stream) piece(out *traced.Text, page traced.Text, text string, start, at int) (int, bool) {
	bare := strings.Join(strings.Fields(text), "")
	end := len(s.text)
	if len(bare) < short {
		end = min(end, at+nearby)
	}
	n := strings.Index(s.text[at:end], bare)
	if n < 0 || bare == "" {
		return at, false
	}
	at += n
	for i, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		size := utf8.RuneLen(r)
		if size < 0 {
			size = 1
		}
		add(out, annals.Segment{Text: annals.Span{Start: start + i, End: start + i + size}, Raw: page.Raw(s.span[at])})
		at += size
	}
	return at, true
}

// add appends a segment, growing the last one when both run on byte for byte.
func add(out *traced.Text, seg annals.Segment) {
	if n := len(out.Source); n > 0 {
		last := &out.Source[n-1]
		gap := seg.Text.Start - last.Text.End
		if last.Text.Len() == last.Raw.Len() && seg.Text.Len() == seg.Raw.Len() && gap == seg.Raw.Start-last.Raw.End && (gap == 0 || gap == 1) {
			last.Text.End, last.Raw.End = seg.Text.End, seg.Raw.End
			return
		}
	}
	out.Source = append(out.Source, seg)
}
