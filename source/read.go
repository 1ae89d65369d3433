package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/correction"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/decode"
	"github.com/annals-project/annals/source/language"
	"github.com/annals-project/annals/source/mail"
	"github.com/annals-project/annals/source/page"
)

// received is one document as it came in, with what its giver says about it.
type received struct {
	raw      []byte
	where    string
	kind     kind
	declared string // content type, when somebody said it

	id, url, title, published, publisher string
}

func emptyFile(where string) *Error {
	return &Error{Code: Empty, What: "there is nothing in it", Where: where, Do: "leave it out"}
}

// read lifts the article out of what was received. A fault of annals' own, on
// input nobody has thought of, costs this document and not the batch.
func (w *walker) read(in received) (doc *annals.Document, failure *Error) {
	defer func() {
		if fault := recover(); fault != nil {
			doc, failure = nil, &Error{Code: Internal, Where: in.where, What: fmt.Sprintf("annals failed on it (%v)", fault),
				Do: "please report it with the document"}
		}
	}()
	if len(bytes.TrimSpace(in.raw)) == 0 {
		return nil, emptyFile(in.where)
	}
	doc = &annals.Document{ID: Identify(in.raw, in.url), GivenID: in.id, URI: in.where, Retrieved: w.received, Raw: in.raw}
	if in.url != "" {
		doc.URI = in.url
	}
	article, err := lift(in)
	if err != nil {
		return nil, refusal(in, err)
	}
	fill(doc, in, article)
	if strings.TrimSpace(doc.Text) == "" {
		return nil, &Error{Code: Empty, What: "there is no article in it", Where: in.where, Do: "leave it out"}
	}
	return doc, nil
}

// Identify is the identifier of a document: "sha256:" and the hash of its raw
// bytes and, where there is one, a zero byte and its address.
func Identify(raw []byte, url string) string {
	h := sha256.New()
	h.Write(raw)
	if url != "" {
		h.Write([]byte{0})
		h.Write([]byte(url))
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// refusal says why what was received is no document.
func refusal(in received, err error) *Error {
	if errors.Is(err, decode.ErrBinary) {
		what := decode.Signature(in.raw)
		if what == "" {
			what = "binary data"
		}
		return &Error{Code: Binary, What: "it is " + what + ", not text", Where: in.where, Do: "turn it into text first", Err: err}
	}
	for _, known := range []struct {
		err      error
		code     Code
		what, do string
	}{
		{page.ErrDeep, TooDeep, "its markup is nested too deep", "save the page again from a browser"},
		{page.ErrLarge, TooLarge, "its page has too many elements", "cut the article out first"},
		{mail.ErrMessage, BadMessage, "it is no mail message", "check the file"},
	} {
		if errors.Is(err, known.err) {
			return &Error{Code: known.code, What: known.what, Where: in.where, Do: known.do, Err: err}
		}
	}
	return &Error{Code: Internal, What: err.Error(), Where: in.where, Err: err}
}

// fill puts the article and what the giver said into the document.
func fill(doc *annals.Document, in received, a lifted) {
	doc.Text, doc.Source = a.Text.String, a.Text.Source
	doc.Title, doc.Publisher, doc.Byline, doc.Embeds = a.Title, a.Publisher, a.Byline, a.Embeds
	if in.title != "" {
		doc.Title = in.title
	}
	if in.publisher != "" {
		doc.Publisher = in.publisher
	}
	if in.url == "" && a.Address != "" {
		doc.URI = a.Address
	}
	doc.Notes = a.Notes
	for i, n := range doc.Notes {
		// A note about the whole of it, such as its encoding, points at no stretch.
		if n.Kind != annals.BoilerplateRemoved && n.Raw.Len() < len(doc.Raw) {
			doc.Notes[i].Span = words(doc.Text, a.Text.Find(n.Raw))
		}
	}
	doc.Published = publication(in, a, string(doc.Raw))
	doc.Language = language.Of(doc.Text)
	if doc.Language == "" {
		doc.Language = a.Language
	}
	doc.Correction = correction.Mark(doc.Title, doc.Text)
}

// words is a span when it holds more than white space, else nowhere: what was
// taken out leaves the blank line between its neighbours.
func words(text string, s annals.Span) annals.Span {
	if strings.TrimSpace(s.In(text)) == "" {
		return annals.Span{}
	}
	return s
}

// publication decides when the report came out.
func publication(in received, a lifted, raw string) *annals.Published {
	evidence := a.Dates
	if d, ok := dating.Given(in.published); ok {
		evidence = append(evidence, dating.Evidence{Date: d, Basis: "given"})
	}
	if d, ok := dating.InAddress(in.url); ok {
		evidence = append(evidence, dating.Evidence{Date: d, Basis: "url"})
	}
	p := dating.Settle(evidence, func(line, latest dating.Date) []int {
		if year, ok := dating.Numbered(raw, line); ok {
			return []int{year}
		}
		return dating.Years(a.Text.String, line, a.Weekday, latest)
	})
	if p == nil {
		if w, ok := dating.Headed(raw); ok {
			return &annals.Published{EDTF: w.EDTF(), Basis: []string{"header", "inferred"}}
		}
		return nil
	}
	p.Span = a.Text.Find(p.Raw)
	return p
}
