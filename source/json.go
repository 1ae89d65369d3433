package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// record is a document as JSON gives it. Either HTML or Text holds the report.
type record struct {
	ID        any    `json:"id"` // echoed: a string or a number
	URL       string `json:"url"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Publisher string `json:"publisher"`
	HTML      string `json:"html"`
	Text      string `json:"text"`
}

// given is the identifier as its giver writes it.
func (r record) given() string {
	switch id := r.ID.(type) {
	case string:
		return id
	case json.Number:
		return id.String()
	}
	return ""
}

// jsonLines reads one document a line. A line that is no document is an error of
// its own; a line over the limit is passed over without being held.
func (w *walker) jsonLines(in *bufio.Reader, where string, isPacked bool) error {
	n := 0
	for {
		line, err := w.line(in)
		n++
		at := fmt.Sprintf("%s:%d", where, n)
		if len(bytes.TrimSpace(line)) > 0 {
			if err := w.record(line, at); err != nil {
				return err
			}
		}
		switch {
		case err == nil:
		case errors.Is(err, io.EOF):
			if n == 1 && len(bytes.TrimSpace(line)) == 0 {
				return w.fail(emptyFile(where))
			}
			return nil
		case errors.Is(err, errLongLine):
			if err := w.fail(&Error{Code: TooLarge, Where: at, Do: "split it, or raise the limit",
				What: fmt.Sprintf("the line has more than the limit of %d bytes", w.options.MaxBytes)}); err != nil {
				return err
			}
		default:
			return w.fail(readError(at, err, isPacked))
		}
	}
}

var errLongLine = errors.New("line over the limit")

// line reads the next line. One over the limit is read to its end and dropped.
func (w *walker) line(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if int64(len(line)) > w.options.MaxBytes {
			line, long = nil, true
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if w.ctx.Err() != nil {
				return nil, io.EOF
			}
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, errLongLine
		}
		return line, err
	}
}

// record reads one JSON object as a document.
func (w *walker) record(raw []byte, where string) error {
	in, err := parseRecord(raw)
	if err != nil {
		return w.give(Item{URI: where, GivenID: in.given(), Err: &Error{Code: BadJSON, Where: where, Err: err,
			What: "it is no document in JSON (" + err.Error() + ")",
			Do:   `write {"id","url","title","published","publisher","text" or "html"} on one line`}})
	}
	return w.document(in.received(where))
}

func parseRecord(raw []byte) (record, error) {
	var in record
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&in); err != nil {
		return in, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return in, errors.New("something follows the object")
	}
	return in, nil
}

func (r record) received(where string) received {
	in := received{raw: []byte(r.Text), where: where, kind: plainText, id: r.given(),
		url: r.URL, title: r.Title, published: r.Published, publisher: r.Publisher, declared: "text/plain; charset=utf-8"}
	if strings.TrimSpace(r.HTML) != "" {
		in.raw, in.kind, in.declared = []byte(r.HTML), pageKind, "text/html; charset=utf-8"
	}
	return in
}

// json reads a JSON file: one object, or a list of them.
func (w *walker) json(raw []byte, where string) error {
	trimmed := bytes.TrimSpace(raw)
	if len(trimmed) == 0 {
		return w.fail(emptyFile(where))
	}
	if trimmed[0] != '[' {
		return w.record(trimmed, where)
	}
	var list []json.RawMessage
	if err := json.Unmarshal(trimmed, &list); err != nil {
		return w.record(trimmed, where) // its error says what is wrong
	}
	for i, one := range list {
		if err := w.record(one, fmt.Sprintf("%s:%d", where, i+1)); err != nil {
			return err
		}
	}
	return nil
}

// oneObject says whether the head of a JSON file opens an object that does not
// end on its own line: a file of one object rather than of lines.
func oneObject(head []byte) bool {
	first, _, found := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	return !found || !json.Valid(first)
}
