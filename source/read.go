package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/decode"
	"github.com/annals-project/annals/source/language"
	"github.com/annals-project/annals/source/plain"
	"github.com/annals-project/annals/source/repair"
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
	doc = &annals.Document{ID: Identify(in.raw, in.url), GivenID: in.id, URI: in.where, Retrieved: w.options.Now(), Raw: in.raw}
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

// lift decodes, repairs and reads what was received, by its kind.
func lift(in received) (plain.Article, error) {
	text, notes, err := decode.Text(in.raw, in.declared)
	if err != nil {
		return plain.Article{}, err
	}
	text, mends := repair.Text(text)
	article := plain.Read(text, plain.Options{Markdown: in.kind == markdown})
	article.Notes = append(append(notes, mends...), article.Notes...)
	return article, nil
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
	return &Error{Code: Internal, What: err.Error(), Where: in.where, Err: err}
}

// fill puts the article and what the giver said into the document.
func fill(doc *annals.Document, in received, a plain.Article) {
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
		if n.Kind != annals.BoilerplateRemoved {
			doc.Notes[i].Span = a.Text.Find(n.Raw)
		}
	}
	doc.Published = publication(in, a)
	doc.Language = language.Of(doc.Text)
}

// publication decides when the report came out.
func publication(in received, a plain.Article) *annals.Published {
	evidence := a.Dates
	if w, ok := dating.Parse(in.published); ok {
		evidence = append(evidence, dating.Evidence{Date: w.Date, Basis: "given"})
	}
	if d, ok := dating.InAddress(in.url); ok {
		evidence = append(evidence, dating.Evidence{Date: d, Basis: "url"})
	}
	p := dating.Settle(evidence, func(line, latest dating.Date) []int {
		return dating.Years(a.Text.String, line, a.Weekday, latest)
	})
	if p != nil {
		p.Span = a.Text.Find(p.Raw)
	}
	return p
}
