package decode

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

// as decodes raw from an encoding other than Unicode's. ASCII is traced byte for
// byte; beyond it, one-byte encodings are traced a character at a time and the
// others a line at a time.
func as(raw []byte, enc encoding.Encoding) traced.Text {
	text := traced.Whole(string(raw))
	if single, ok := enc.(*charmap.Charmap); ok {
		return text.Apply(characters(raw, single))
	}
	return text.Apply(lines(raw, enc))
}

func characters(raw []byte, enc *charmap.Charmap) []traced.Edit {
	var edits []traced.Edit
	for i, b := range raw {
		if b >= utf8.RuneSelf {
			edits = append(edits, traced.Edit{Span: annals.Span{Start: i, End: i + 1}, With: string(enc.DecodeByte(b))})
		}
	}
	return edits
}

func lines(raw []byte, enc encoding.Encoding) []traced.Edit {
	var edits []traced.Edit
	decoder := enc.NewDecoder()
	for at := 0; at < len(raw); {
		end := len(raw)
		if n := bytes.IndexByte(raw[at:], '\n'); n >= 0 {
			end = at + n
		}
		if line := raw[at:end]; !plainASCII(line) {
			decoded, err := decoder.Bytes(line)
			if err != nil || !utf8.Valid(decoded) {
				decoded = bytes.ToValidUTF8(line, []byte(string(utf8.RuneError)))
			}
			edits = append(edits, traced.Edit{Span: annals.Span{Start: at, End: end}, With: string(decoded)})
		}
		at = end + 1
	}
	return edits
}

// escape starts the shifts of the ISO-2022 encodings, which hide behind ASCII.
const escape = 0x1B

func plainASCII(line []byte) bool {
	for _, b := range line {
		if b >= utf8.RuneSelf || b == escape {
			return false
		}
	}
	return true
}
