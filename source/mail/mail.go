// Package mail reads a mail message: who sent it, when, about what, and its body.
package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
)

// ErrMessage says that the bytes are no mail message.
var ErrMessage = errors.New("no mail message")

// Message is what a message says.
type Message struct {
	Subject string
	From    string      // the sender's name, else the address
	Date    dating.Date // as the sender's clock had it; zero unknown
	DateRaw annals.Span // of the Date field's value in the message
	Body    []byte      // decoded from its transfer encoding, not from its charset
	Type    string      // content type of the body, with its charset
	Page    bool        // the body is HTML
	Offset  int         // of Body in the message; -1 when it was encoded for transfer
}

const (
	// partsDepth bounds messages inside messages.
	partsDepth = 8
	// maxParts bounds the parts of one message.
	maxParts = 200
)

// Read reads a message.
func Read(raw []byte) (Message, error) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return Message{}, ErrMessage
	}
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	var out Message
	out.Subject = decoded(&words, m.Header.Get("Subject"))
	out.From = sender(&words, m.Header.Get("From"))
	if when, err := m.Header.Date(); err == nil {
		out.Date = dating.Of(when)
	} else if w, ok := dating.Parse(m.Header.Get("Date")); ok {
		out.Date = w.Date
	}
	out.DateRaw = valueOf(raw, "date", m.Header.Get("Date"))
	body, err := io.ReadAll(m.Body)
	if err != nil {
		return Message{}, ErrMessage
	}
	best := choose(part{m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), body}, partsDepth)
	out.Body, out.Type = best.body, best.of
	out.Page = strings.HasPrefix(mediaType(best.of), "text/html")
	out.Offset = offset(raw, out.Body)
	return out, nil
}

// offset is where a body stands in its message, -1 when it does not stand there
// as it is.
func offset(raw, body []byte) int {
	head := len(raw) - len(body)
	for _, gap := range []string{"\r\n\r\n", "\n\n"} {
		if n := bytes.Index(raw, []byte(gap)); n >= 0 {
			head = min(head, n+len(gap))
		}
	}
	n := bytes.Index(raw[max(head, 0):], body)
	if n < 0 || len(body) == 0 {
		return -1
	}
	return max(head, 0) + n
}

// part is one part of a message.
type part struct {
	of, transfer string // content type, transfer encoding
	body         []byte
}

// choose picks the part to read: plain text before HTML, since senders write the
// one by hand; the first of its kind.
func choose(p part, depth int) part {
	of, params, err := mime.ParseMediaType(p.of)
	if err != nil {
		of = mediaType(p.of)
	}
	if !strings.HasPrefix(of, "multipart/") || params["boundary"] == "" || depth == 0 {
		p.body = transferred(p)
		return p
	}
	var page part
	r := multipart.NewReader(bytes.NewReader(p.body), params["boundary"])
	for range maxParts {
		next, err := r.NextRawPart()
		if err != nil {
			break
		}
		body, _ := io.ReadAll(next)
		found := choose(part{next.Header.Get("Content-Type"), next.Header.Get("Content-Transfer-Encoding"), body}, depth-1)
		if strings.HasPrefix(strings.ToLower(next.Header.Get("Content-Disposition")), "attachment") || len(bytes.TrimSpace(found.body)) == 0 {
			continue
		}
		switch mediaType(found.of) {
		case "text/plain", "":
			return found
		case "text/html":
			if page.body == nil {
				page = found
			}
		}
	}
	return page
}

// transferred undoes the transfer encoding of a part, as far as it is sound.
func transferred(p part) []byte {
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(p.transfer)) {
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(p.body))
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, bytes.NewReader(p.body))
	default:
		return p.body
	}
	body, _ := io.ReadAll(r)
	return body
}

func mediaType(of string) string {
	base, _, _ := strings.Cut(of, ";")
	return strings.ToLower(strings.TrimSpace(base))
}

func decoded(words *mime.WordDecoder, value string) string {
	if s, err := words.DecodeHeader(value); err == nil {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(value)
}

func sender(words *mime.WordDecoder, value string) string {
	parser := mail.AddressParser{WordDecoder: words}
	a, err := parser.Parse(value)
	switch {
	case err != nil:
		return decoded(words, value)
	case a.Name != "":
		return a.Name
	}
	return a.Address
}

// valueOf is where a header field's value stands.
func valueOf(raw []byte, name, value string) annals.Span {
	if value == "" {
		return annals.Span{}
	}
	head, _, _ := bytes.Cut(raw, []byte("\n\n"))
	at := bytes.Index(bytes.ToLower(head), []byte(name+":"))
	if at < 0 {
		return annals.Span{}
	}
	if n := bytes.Index(head[at:], []byte(value)); n >= 0 {
		return annals.Span{Start: at + n, End: at + n + len(value)}
	}
	return annals.Span{}
}
