// Package decode turns received bytes into UTF-8 text, whatever they are encoded
// in, and keeps the trace back to the bytes.
package decode

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/traced"
)

// ErrBinary says that the bytes are no text in any encoding.
var ErrBinary = errors.New("not text")

// Text decodes raw. The declared type is what a header or a page says of itself
// ("text/html; charset=koi8-r"), "" when nothing does; bytes that are valid UTF-8 are taken as UTF-8
// whatever is declared, since other encodings hardly ever look like it by chance.
// Notes say what was not plain UTF-8. The error is ErrBinary or nil.
func Text(raw []byte, declared string) (traced.Text, []annals.Note, error) {
	if wide, order := utf16Order(raw); wide {
		return fromUTF16(raw, order), nil, nil
	}
	if Binary(raw) {
		return traced.Text{}, nil, ErrBinary
	}
	body := bytes.TrimPrefix(raw, bom8)
	skip := len(raw) - len(body)
	if utf8.Valid(body) {
		return whole(raw, skip), nil, nil
	}
	if mostlyUTF8(body) {
		return mixed(raw, skip)
	}
	enc, name, certain := guess(body, declared)
	if certain {
		return as(raw, enc), nil, nil
	}
	return as(raw, enc), []annals.Note{note(raw, "its encoding is not declared; read as "+name)}, nil
}

// whole is UTF-8 text behind a byte order mark of skip bytes.
func whole(raw []byte, skip int) traced.Text {
	text := traced.Whole(string(raw))
	if skip > 0 {
		text = text.Apply([]traced.Edit{{Span: annals.Span{End: skip}}})
	}
	return text
}

func note(raw []byte, message string) annals.Note {
	return annals.Note{Kind: annals.RepairedText, Raw: annals.Span{End: len(raw)}, Message: message}
}

// mostlyUTF8 says whether the bytes above 127 form more good UTF-8 characters
// than bad ones: then the bad bytes are strays in UTF-8 text.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good > bad
}

// mixed reads UTF-8 text whose stray bytes are Windows-1252, the encoding such
// strays have come from ever since forms and feeds were pasted together.
func mixed(raw []byte, skip int) (traced.Text, []annals.Note, error) {
	var edits []traced.Edit
	var notes []annals.Note
	if skip > 0 {
		edits = append(edits, traced.Edit{Span: annals.Span{End: skip}})
	}
	for i := skip; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			at := annals.Span{Start: i, End: i + 1}
			with := string(charmap.Windows1252.DecodeByte(raw[i]))
			edits = append(edits, traced.Edit{Span: at, With: with})
			notes = append(notes, annals.Note{Kind: annals.RepairedText, Raw: at,
				Original: fmt.Sprintf("byte %02X", raw[i]), Message: "a Windows-1252 byte in UTF-8 text, read as " + with})
		}
		i += n
	}
	return traced.Whole(string(raw)).Apply(edits), notes, nil
}

// guess picks the encoding of bytes that are not UTF-8: as declared, else by
// their statistics, else Windows-1252. Only a declared one is certain.
func guess(body []byte, declared string) (enc encoding.Encoding, name string, certain bool) {
	if enc, name, certain := charset.DetermineEncoding(body[:min(len(body), sniffed)], declared); certain && name != "utf-8" {
		return enc, name, true
	}
	found := chardet.Detect(body[:min(len(body), sniffed)])
	if found.Confidence >= trusted {
		if enc, name := charset.Lookup(found.Encoding); enc != nil && name != "utf-8" {
			return enc, name, false
		}
	}
	return charmap.Windows1252, "windows-1252", false
}

const (
	// sniffed bytes are looked at to find the encoding: enough for its statistics, few enough to be quick.
	sniffed = 64 << 10
	// trusted is the confidence below which a statistical guess is worse than
	// Windows-1252, which nearly all Western text that is not UTF-8 is in.
	trusted = 0.8
)
