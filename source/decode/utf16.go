package decode

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

var (
	bom8        = []byte{0xEF, 0xBB, 0xBF}
	bom16Little = []byte{0xFF, 0xFE}
	bom16Big    = []byte{0xFE, 0xFF}
)

// utf16Order says whether raw is UTF-16, and in which byte order: by its mark,
// else by the zero bytes that Western text has in every other place.
func utf16Order(raw []byte) (bool, binary.ByteOrder) {
	switch {
	case bytes.HasPrefix(raw, bom16Little):
		return true, binary.LittleEndian
	case bytes.HasPrefix(raw, bom16Big):
		return true, binary.BigEndian
	}
	head := raw[:min(len(raw), 1024)&^1]
	if len(head) < 8 {
		return false, nil
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	most, none := len(head)/2*7/10, len(head)/2/20 // 70 % of one column, at most 5 % of the other
	switch {
	case zeros[1] > most && zeros[0] <= none:
		return true, binary.LittleEndian
	case zeros[0] > most && zeros[1] <= none:
		return true, binary.BigEndian
	}
	return false, nil
}

// fromUTF16 decodes UTF-16; each word and each run of white space is traced as a whole.
func fromUTF16(raw []byte, order binary.ByteOrder) traced.Text {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	start := 0
	if len(units) > 0 && units[0] == 0xFEFF {
		start = 1
	}
	var out traced.Text
	var b []byte
	for i := start; i < len(units); {
		from, space := len(b), blank(units[i])
		j := i
		for j < len(units) && blank(units[j]) == space {
			j++
		}
		for _, r := range utf16.Decode(units[i:j]) {
			b = utf8.AppendRune(b, r)
		}
		out.Source = append(out.Source, annals.Segment{
			Text: annals.Span{Start: from, End: len(b)}, Raw: annals.Span{Start: 2 * i, End: 2 * j}})
		i = j
	}
	out.String = string(b)
	return out
}

func blank(unit uint16) bool { return unicode.IsSpace(rune(unit)) }
