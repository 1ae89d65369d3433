package mail_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/annals-project/annals/source/mail"
)

// want is what a message should give.
type want struct {
	subject, from, date, body string
	page, found               bool // the body is HTML; it stands in the message as it is
}

func check(t *testing.T, in string, w want) {
	t.Helper()
	m, err := mail.Read([]byte(in))
	if err != nil {
		t.Fatalf("%q: %v", in, err)
	}
	got := want{m.Subject, m.From, m.Date.EDTF(), strings.TrimSpace(string(m.Body)), m.Page, m.Offset >= 0}
	if got != w {
		t.Errorf("%q\n got %+v\nwant %+v", in, got, w)
	}
	if m.Offset >= 0 && in[m.Offset:m.Offset+len(m.Body)] != string(m.Body) {
		t.Errorf("%q: the body is not at %d", in, m.Offset)
	}
	if w.date != "" && !strings.Contains(m.DateRaw.In(in), "2018") {
		t.Errorf("%q: the date stands at %q", in, m.DateRaw.In(in))
	}
}

func TestRead(t *testing.T) {
	head := "Subject: On the =?utf-8?q?ri=C3=B3?=\nFrom: =?utf-8?q?Jos=C3=A9?= <j@x.example>\nDate: Mon, 2 Apr 2018 23:30:00 -0500\n"
	of := want{subject: "On the rió", from: "José", date: "2018-04-02"}
	with := func(body string, page, found bool) want {
		w := of
		w.body, w.page, w.found = body, page, found
		return w
	}
	check(t, head+"\nTwo died.\n", with("Two died.", false, true))
	check(t, head+"Content-Type: text/html\n\n<p>Two died.", with("<p>Two died.", true, true))
	check(t, head+"Content-Transfer-Encoding: quoted-printable\n\nTwo =\ndied.", with("Two died.", false, false))
	check(t, head+"Content-Transfer-Encoding: base64\n\nVHdvIGRpZWQu", with("Two died.", false, false))
	multi := head + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Two died.\n--b\n"
	check(t, multi+"Content-Type: text/plain\n\nTwo died.\n--b--\n", with("Two died.", false, true))
	check(t, multi+"Content-Type: image/png\n\nxx\n--b--\n", with("<p>Two died.", true, true))
	check(t, "From: j@x.example\n\nTwo died.", want{from: "j@x.example", body: "Two died.", found: true})
}

func TestNoMessage(t *testing.T) {
	if _, err := mail.Read([]byte("nothing of the kind\nat all")); !errors.Is(err, mail.ErrMessage) {
		t.Error(err)
	}
}
