package privacy_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/privacy"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/record/sqlite"
)

// TestRedact: after a redaction no file of the record holds the name, packed or
// not, and every place is where it was.
func TestRedact(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	a := derive(t, first, second)
	store := fill(t, path, a)
	names := []string{"Lina", "LINA", "Haddad", "HADDAD", "haddad", "Hadad"}
	if got := held(t, path, names); len(got) != len(names) {
		t.Fatalf("the record holds %v before: the test cannot see into it", got)
	}
	clean := privacy.Redact(a, "Lina Haddad")
	if len(clean) != 2 {
		t.Fatalf("%d reports cleaned, want 2", len(clean))
	}
	for i, r := range clean {
		pipeline.Restate(r)
		if err := store.Redact(t.Context(), record.Tombstone{ID: string(rune('0' + i)), Document: r.Document.ID, By: "me", Why: "asked for"}, []*annals.Reading{r}); err != nil {
			t.Fatal(err)
		}
	}
	if got := held(t, path, names); len(got) > 0 {
		t.Errorf("the record still holds %v", got)
	}
	for i, r := range clean {
		was := a.Reading(i)
		if len(r.Document.Text) != len(was.Document.Text) || len(r.Document.Raw) != len(was.Document.Raw) || len(r.Statements) != len(was.Statements) || r.Document.ID != was.Document.ID {
			t.Error("a place, a statement or an ID has changed")
		}
		if strings.Count(r.Document.Text, "Osmani") != strings.Count(was.Document.Text, "Osmani") || !strings.Contains(r.Document.Text, "Dorvan") {
			t.Error("more than the name is gone")
		}
	}
	if hits, err := store.Search(t.Context(), "haddad", 10, 0); err != nil || len(hits) > 0 {
		t.Errorf("a search finds %v, %v", hits, err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if got := held(t, path, names); len(got) > 0 {
		t.Errorf("the closed record holds %v", got)
	}
}

func fill(t *testing.T, path string, a *account.Account) record.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range a.Resolution.Readings {
		if _, err := store.Add(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

// held are the names that stand in a record's files, as they are or in whatever
// can be unpacked from any byte on.
func held(t *testing.T, path string, names []string) []string {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files at %s: %v", path, err)
	}
	var all bytes.Buffer
	unpack, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer unpack.Close()
	frame := []byte{0x28, 0xb5, 0x2f, 0xfd}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(raw)
		for at := bytes.Index(raw, frame); at >= 0; {
			// What follows the frame is no frame, which is an error after the whole of it.
			plain, _ := unpack.DecodeAll(raw[at:], nil)
			all.Write(plain)
			next := bytes.Index(raw[at+1:], frame)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	var out []string
	for _, n := range names {
		if bytes.Contains(all.Bytes(), []byte(n)) {
			out = append(out, n)
		}
	}
	return out
}

// TestRedactForms: a name goes from bytes in other notations too.
func TestRedactForms(t *testing.T) {
	for _, raw := range []string{
		"<p>Lina&nbsp;Haddad fled.</p><meta content='Lina Haddad'>",
		"<p>L&#105;na H&#97;ddad fled.</p>",
		"Content-Transfer-Encoding: quoted-printable\n\nLina Had=\ndad fled.",
		"Content-Transfer-Encoding: base64\n\nTGluYSBIYWRkYWQgZmxlZC4=",
		"L\x00i\x00n\x00a\x00 \x00H\x00a\x00d\x00d\x00a\x00d\x00\xff",
		"<a href='/lina%20haddad'>x</a>",
	} {
		a := derive(t, "Lina Haddad fled.")
		d := a.Reading(0).Document
		d.Raw, d.Source = []byte(raw), nil
		clean := privacy.Redact(a, "Lina Haddad")
		if len(clean) != 1 {
			t.Fatalf("%q: %d reports cleaned", raw, len(clean))
		}
		got := string(clean[0].Document.Raw)
		for _, bad := range []string{"Haddad", "haddad", "H&#97;ddad", "Had=", "IYWRkYWQ", "d\x00d"} {
			if strings.Contains(got, bad) {
				t.Errorf("%q became %q", raw, got)
			}
		}
		if len(got) != len(raw) {
			t.Errorf("%q has %d bytes, had %d", got, len(got), len(raw))
		}
	}
}

// TestTakeOut: a report that is taken out leaves no word in the record's files.
func TestTakeOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	a := derive(t, "Lina Haddad fled from Dorvan.", "Three people died in Orsk.", "Four people fled from Tolmar.")
	for _, r := range a.Resolution.Readings {
		r.Document.URI, r.Document.Title = r.Document.ID, ""
	}
	store := fill(t, path, a)
	for _, id := range []string{"sha256:c", "sha256:a"} { // after the first the index is of one piece
		if err := store.Redact(t.Context(), record.Tombstone{ID: id, Document: id, Whole: true, By: "me", Why: "asked for"}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if got := held(t, path, []string{"Haddad", "haddad", "Dorvan", "dorvan", "tolmar"}); len(got) > 0 {
		t.Errorf("the record still holds %v", got)
	}
	if got := held(t, path, []string{"orsk"}); len(got) == 0 {
		t.Error("the other report is gone too")
	}
}
