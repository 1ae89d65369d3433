package privacy

import (
	"bytes"
	"html"
	"io"
	"mime/quotedprintable"
	"net/url"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/mask"
)

// raw is the report as received with covered names: where the text's own came
// from, and wherever else they stand. When they may stand in a form that cannot
// be covered in place, as in an encoded mail, nothing of the bytes is kept but
// their number.
func (m *readingMask) raw(d *annals.Document) []byte {
	if len(d.Raw) == 0 {
		return d.Raw
	}
	if !utf8.Valid(d.Raw) || bytes.Contains(bytes.ToLower(d.Raw), []byte("base64")) {
		return mask.Blank(d.Raw)
	}
	var spans []annals.Span
	for _, s := range m.spans {
		spans = append(spans, inRaw(d, s)...)
	}
	out := mask.Cover(string(d.Raw), spans)
	out = m.names.Cover(out)
	for _, form := range forms(out) {
		if m.names.Cover(form) != form {
			return mask.Blank(d.Raw)
		}
	}
	return []byte(out)
}

// inRaw is where a stretch of the text came from. Of a stretch that was repaired
// as a whole, the whole is taken.
func inRaw(d *annals.Document, s annals.Span) []annals.Span {
	var out []annals.Span
	for _, seg := range d.Source {
		if !seg.Text.Overlaps(s) {
			continue
		}
		if seg.Text.Len() != seg.Raw.Len() {
			out = append(out, seg.Raw)
			continue
		}
		shift := seg.Raw.Start - seg.Text.Start
		out = append(out, annals.Span{Start: max(s.Start, seg.Text.Start) + shift, End: min(s.End, seg.Text.End) + shift})
	}
	return out
}

// forms are what the bytes of a report may say in another notation.
func forms(s string) []string {
	out := []string{}
	add := func(form string) {
		if form != s {
			out = append(out, form)
		}
	}
	add(html.UnescapeString(s))
	if plain, err := url.QueryUnescape(s); err == nil {
		add(plain)
	}
	if plain, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader([]byte(s)))); err == nil {
		add(string(plain))
	}
	return out
}
