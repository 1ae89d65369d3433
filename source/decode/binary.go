package decode

import "bytes"

// Signature names the binary format that raw starts as; "" for none known.
func Signature(raw []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.magic)) {
			return s.name
		}
	}
	return ""
}

// signatures are the first bytes of formats that people put beside reports.
var signatures = []struct{ magic, name string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a zip archive or office document"},
	{"\x89PNG", "a PNG image"},
	{"\xFF\xD8\xFF", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"\xD0\xCF\x11\xE0", "an old office document"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\x7FELF", "a program"},
	{"BZh", "a bzip2 file"},
	{"\xFD7zXZ", "an xz file"},
	{"7z\xBC\xAF", "a 7z archive"},
	{"Rar!", "a RAR archive"},
}

// Binary says whether raw is no text: it starts as a known binary format, or
// holds zero bytes or many control characters.
func Binary(raw []byte) bool {
	if Signature(raw) != "" {
		return true
	}
	head := raw[:min(len(raw), sniffed)]
	controls := 0
	for _, b := range head {
		if b == 0 {
			return true
		}
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != escape {
			controls++
		}
	}
	return controls*manyControls > len(head)
}

// manyControls: one control character in so many bytes is no text any more; the
// dirtiest wire copy has far fewer.
const manyControls = 20
