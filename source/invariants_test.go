package source_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source"
)

// sound checks what holds of every document, whatever came in.
func sound(t *testing.T, d *annals.Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) || strings.TrimSpace(d.Text) != d.Text || d.Text == "" {
		t.Errorf("text %q", d.Text)
	}
	if strings.Contains(d.Text, "\n\n\n") || strings.Contains(strings.ReplaceAll(d.Text, "\n\n", ""), "\n") {
		t.Errorf("text %q is not one paragraph a line", d.Text)
	}
	fits := func(s annals.Span, n int) bool { return s.Start >= 0 && s.Start <= s.End && s.End <= n }
	last := annals.Segment{}
	for _, s := range d.Source {
		if !fits(s.Text, len(d.Text)) || !fits(s.Raw, len(d.Raw)) || s.Text.Start < last.Text.End || s.Raw.Start < last.Raw.Start {
			t.Errorf("segment %v after %v", s, last)
		}
		last = s
	}
	for _, n := range d.Notes {
		if !fits(n.Span, len(d.Text)) || !fits(n.Raw, len(d.Raw)) || n.Message == "" {
			t.Errorf("note %+v", n)
		}
	}
	for _, e := range d.Embeds {
		if !fits(e.Raw, len(d.Raw)) {
			t.Errorf("embed %+v", e)
		}
	}
	if p := d.Published; p != nil && (p.EDTF == "" || len(p.Basis) == 0 || !fits(p.Span, len(d.Text)) || !fits(p.Raw, len(d.Raw))) {
		t.Errorf("published %+v", p)
	}
}

// walk reads bytes as standard input and checks what comes out.
func walk(t *testing.T, in string) {
	t.Helper()
	o := options()
	o.Stdin = strings.NewReader(in)
	source.Walk(context.Background(), []string{"-"}, o, func(i source.Item) bool {
		switch {
		case i.Doc != nil:
			sound(t, i.Doc)
		case i.Err == nil || i.Err.Code == source.Internal:
			t.Errorf("%q: %v", in, i.Err)
		}
		return true
	})
}

var samples = []string{
	"", one, " date 2018-04-02 Clashes near the river\n" + one + "Expand\n" + two,
	"Wed, 07 Dec 2022\n\nBENTO [XX], August 30 (ANI): " + one + " (ANI)\n\nMore River News\n\nAccess More",
	"\xFF\xFEO\x00n\x00e\x00 \x00t\x00w\x00o\x00", "It\x92s \x93one\x94 of a kind", "âThey said so. It is, âsaid he.",
	`{"id":1,"text":"` + one + `"}` + "\n{bad\n" + `{"html":"<p>x<blockquote class=twitter-tweet>y &mdash; A (@b) <a href=http://t.example/1>May 2, 2018</a></blockquote>"}`,
	`<html><head><title>T | O</title><meta property="article:published_time" content="2018-04-02T01:02:03Z">` +
		`<script type="application/ld+json">{"@type":"NewsArticle","headline":"T","author":[{"name":"A"}]}</script></head><body><h1>T</h1><p>` + one + "<p>" + two + `</body></html>`,
	"\u2028 \u00a0\n", "— A (@b) May 2, 2018", "---\ntitle: x\n---\n", "&amp;&#x0;&#xD800;",
}

func FuzzInput(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(walk)
}

func FuzzRecord(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) { walk(t, "{ "+strings.ReplaceAll(line, "\n", " ")) })
}

func FuzzPage(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) { walk(t, "<html><body>"+in) })
}

func FuzzMessage(f *testing.F) {
	f.Add("Subject: x", one)
	f.Add("Content-Type: text/html\nContent-Transfer-Encoding: base64", "PHA+eA==")
	f.Add("Content-Type: multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\n\n"+one+"\n--b--")
	f.Fuzz(func(t *testing.T, head, body string) {
		dir := folder(t, map[string]string{"m.eml": head + "\n\n" + body})
		source.Walk(context.Background(), []string{dir}, options(), func(i source.Item) bool {
			if i.Doc != nil {
				sound(t, i.Doc)
			} else if i.Err.Code == source.Internal {
				t.Error(i.Err)
			}
			return true
		})
	})
}
