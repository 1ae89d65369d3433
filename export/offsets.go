package export

import (
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// stride is how many bytes lie between two remembered counts: small enough for
// a short walk, large enough to cost little memory.
const stride = 128

// codePoints turns byte offsets of a text into code point offsets. A byte that
// is no valid UTF-8 counts as one code point, as it does once JSON has written
// it as U+FFFD.
type codePoints struct {
	text   string
	counts []int // code points that start before byte i*stride
}

func newCodePoints(text string) *codePoints {
	c := &codePoints{text: text, counts: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := range text {
		for len(c.counts)*stride <= i {
			c.counts = append(c.counts, n)
		}
		n++
	}
	for len(c.counts)*stride <= len(text) {
		c.counts = append(c.counts, n)
	}
	return c
}

// at is the number of code points that start before byte offset b.
func (c *codePoints) at(b int) int {
	b = max(0, min(b, len(c.text)))
	block := b / stride
	i := block * stride
	n := c.counts[block]
	for i < b && !startsHere(c.text, i) {
		i++ // the block begins inside a rune that was counted before it
	}
	for i < b {
		_, size := utf8.DecodeRuneInString(c.text[i:])
		i += size
		n++
	}
	return n
}

// startsHere says whether decoding from the front of s would start a code point
// at byte i: true for every byte of invalid UTF-8, false inside a valid rune.
func startsHere(s string, i int) bool {
	for back := 1; back < utf8.UTFMax && i-back >= 0; back++ {
		if utf8.RuneStart(s[i-back]) {
			_, size := utf8.DecodeRuneInString(s[i-back:])
			return size <= back
		}
	}
	return true
}

// rawRange is where a span of the text stands in the document as received; nil
// where no piece of it is known.
func rawRange(doc *annals.Document, s annals.Span) *[2]int {
	start, end := -1, -1
	for _, seg := range doc.Source {
		if !seg.Text.Overlaps(s) {
			continue
		}
		from, to := seg.Raw.Start, seg.Raw.End
		if seg.Text.Len() == seg.Raw.Len() {
			from += max(0, s.Start-seg.Text.Start)
			to -= max(0, seg.Text.End-s.End)
		}
		if start < 0 {
			start = from
		}
		end = to
	}
	if start < 0 {
		return nil
	}
	return &[2]int{start, end}
}
