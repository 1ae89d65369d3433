package source_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/annals-project/annals/source"
)

const (
	one = "Soldiers clashed with rebels near the river on Monday, and two people died, officials said."
	two = "A spokesman for the governor said the road would stay closed until the end of the week."
)

// limit is small, so that tests of the limit are.
const limit = 1 << 20

func options() source.Options {
	return source.Options{MaxBytes: limit, MaxTime: 2 * time.Second,
		Now: func() time.Time { return time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC) }}
}

// check walks the paths and compares what comes out: the URI's last element and
// the code of the error or the text, its paragraphs joined by "/".
func check(t *testing.T, o source.Options, paths []string, want ...string) []source.Item {
	t.Helper()
	var got []string
	var items []source.Item
	if err := source.Walk(context.Background(), paths, o, func(i source.Item) bool {
		line := filepath.Base(i.URI) + " "
		switch {
		case i.Err != nil:
			line += string(i.Err.Code)
			if strings.Contains(i.Err.Error(), "\n") || i.Err.What == "" || i.Err.Where == "" {
				t.Errorf("error %q is not one clear line", i.Err)
			}
		default:
			line += strings.ReplaceAll(i.Doc.Text, "\n\n", "/")
		}
		got, items = append(got, line), append(items, i)
		return true
	}); err != nil {
		t.Fatal(err)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%v gave\n%s\nwant\n%s", paths, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	return items
}

// folder writes files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func gz(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

func zst(s string) string {
	z, _ := zstd.NewWriter(nil)
	defer z.Close()
	return string(z.EncodeAll([]byte(s), nil))
}

func TestFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt": one, "a.md": "# A title of it\n\n" + one, "c.html": "<html><body><p>" + one + "</p></body></html>",
		"d.jsonl":  `{"id":"x","text":"` + one + `"}` + "\n" + `{"id":2,"text":"` + two + `"}`,
		"e.json":   `[{"text":"` + one + `"},{"text":"` + two + `"}]`,
		"f.eml":    "Subject: On the river\nDate: Mon, 2 Apr 2018 10:00:00 +0000\nFrom: Desk <d@x.example>\n\n" + one,
		"g.txt.gz": gz(one), "h.txt.zst": zst(two), "i.jsonl.gz": gz(`{"text":"` + one + `"}` + "\n"),
		".hidden.txt": one, "photo.jpg": "x", "README.md": "About this folder.", "sub/j.txt": two,
	})
	items := check(t, options(), []string{dir},
		"a.md A title of it/"+one, "b.txt "+one, "c.html "+one,
		"d.jsonl:1 "+one, "d.jsonl:2 "+two, "e.json:1 "+one, "e.json:2 "+two, "f.eml "+one,
		"g.txt.gz "+one, "h.txt.zst "+two, "i.jsonl.gz:1 "+one, "j.txt "+two)
	if items[3].GivenID != "x" || items[4].GivenID != "2" {
		t.Errorf("given ids %q, %q", items[3].GivenID, items[4].GivenID)
	}
	if items[1].Doc.ID != items[8].Doc.ID {
		t.Error("a packed file is another document than the same file unpacked")
	}
	if m := items[7].Doc; m.Title != "On the river" || m.Published == nil || m.Published.EDTF != "2018-04-02" || m.Byline[0] != "Desk" {
		t.Errorf("message %q %+v %v", m.Title, m.Published, m.Byline)
	}
}

func TestBadInput(t *testing.T) {
	dir := folder(t, map[string]string{
		"a-empty.txt": "", "b-blank.txt": " \n\n", "c-large.txt": strings.Repeat("word ", limit/4),
		"d-binary.txt": strings.Repeat("\x00\x01\x02", 99), "e-picture.txt": "\x89PNG\r\n\x1a\n....", "f-bomb.txt.gz": gz(strings.Repeat("a", limit+1)),
		"g-bomb.txt.zst": zst(strings.Repeat("a", limit+1)), "h-lines.jsonl": "{\"text\":\"" + one + "\"}\n{bad\n[1]\n{\"text\":\"\"}\n{\"text\":\"" + two + "\"}\n",
		"i-broken.txt.gz": gz(one)[:30], "j-deep.html": strings.Repeat("<div>", 100_000) + one,
		"k-nested.html": strings.Repeat("<div>", 60) + "<p>" + one + "</p>" + strings.Repeat("</div>", 60), "l-long.jsonl": `{"text":"` + strings.Repeat("word ", limit/4) + "\"}\n{\"text\":\"" + one + "\"}",
		"m-furniture.txt": "Share\n\nAdvertisement", "n-bad.eml": "no header at all\nnone", "o-good.txt": two,
		"p.json": "{", "q-empty.jsonl": "",
	})
	check(t, options(), []string{dir, filepath.Join(dir, "missing.txt"), "ftp://x.example/", filepath.Join(dir, "o-good.txt", "x")},
		"a-empty.txt empty", "b-blank.txt empty", "c-large.txt too_large", "d-binary.txt binary", "e-picture.txt binary",
		"f-bomb.txt.gz bomb", "g-bomb.txt.zst bomb",
		"h-lines.jsonl:1 "+one, "h-lines.jsonl:2 bad_json", "h-lines.jsonl:3 bad_json", "h-lines.jsonl:4 empty", "h-lines.jsonl:5 "+two,
		"i-broken.txt.gz bad_archive", "j-deep.html too_deep", "k-nested.html "+one,
		"l-long.jsonl:1 too_large", "l-long.jsonl:2 "+one, "m-furniture.txt empty", "n-bad.eml bad_message", "o-good.txt "+two,
		"p.json bad_json", "q-empty.jsonl empty",
		"missing.txt not_found", "x.example not_found", "x unreadable")
}

// TestHugeFile: a file far over the limit is refused by its size, not by reading it.
func TestHugeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(200 << 20); err != nil { // sparse: takes no room
		t.Fatal(err)
	}
	f.Close()
	before := testing.AllocsPerRun(1, func() { check(t, source.Options{}, []string{path}, "huge.txt too_large") })
	if before > 1000 {
		t.Errorf("%v allocations to refuse a file by its size", before)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	dir := folder(t, map[string]string{"a.txt": one, "sub/b.txt": one, "z.txt": two})
	os.Chmod(filepath.Join(dir, "a.txt"), 0)
	os.Chmod(filepath.Join(dir, "sub"), 0)
	defer os.Chmod(filepath.Join(dir, "sub"), 0o755)
	check(t, options(), []string{dir}, "a.txt unreadable", "sub unreadable", "z.txt "+two)
}

func TestStandardInput(t *testing.T) {
	for in, want := range map[string][]string{
		`{"id":"x","text":"` + one + `"}` + "\n" + `{"text":"` + two + `"}`: {"-:1 " + one, "-:2 " + two},
		one + "\n\n" + two: {"- " + one + "/" + two},
		"<html><body><p>" + one + "</p></body></html>":                {"- " + one},
		"{\n \"text\": \"" + one + "\"\n}":                            {"- " + one},
		`[{"text":"` + one + `"},` + "\n" + `{"text":"` + two + `"}]`: {"-:1 " + one, "-:2 " + two},
		gz(one): {"- " + one},
		"":      {"- empty"},
	} {
		o := options()
		o.Stdin = strings.NewReader(in)
		check(t, o, []string{"-"}, want...)
	}
}

func TestRecord(t *testing.T) {
	line, _ := json.Marshal(map[string]any{"id": 7, "url": "https://post.example/2018/04/02/river", "title": "On the river",
		"published": "2018-04-03", "publisher": "The Post", "text": "BENTO, April 2 (AFP) - " + one})
	o := options()
	o.Stdin = bytes.NewReader(append(line, '\n'))
	d := check(t, o, []string{"-"}, "river BENTO, April 2 (AFP) -/"+one)[0].Doc
	if d.Title != "On the river" || d.Publisher != "The Post" || d.URI != "https://post.example/2018/04/02/river" || d.GivenID != "7" {
		t.Errorf("document %+v", d)
	}
	if p := d.Published; p.EDTF != "2018-04-03" || strings.Join(p.Basis, " ") != "given dateline url" {
		t.Errorf("published %+v", p)
	}
	if d.ID != source.Identify(d.Raw, d.URI) || d.ID == source.Identify(d.Raw, "") {
		t.Error("the identifier does not hold the address")
	}
	if !d.Retrieved.IsZero() {
		t.Errorf("retrieved %v; when standard input was received is not known", d.Retrieved)
	}
}

func TestStop(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": one, "b.txt": two})
	n := 0
	source.Walk(context.Background(), []string{dir, dir}, options(), func(source.Item) bool { n++; return false })
	if n != 1 {
		t.Errorf("%d items after the first was refused", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := source.Walk(ctx, []string{dir}, options(), func(source.Item) bool { t.Error("an item after the end"); return true }); err == nil {
		t.Error("no error from a context that has ended")
	}
}
