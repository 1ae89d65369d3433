package times

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/text"
)

// sound checks what holds of every time in any text.
func sound(t interface{ Fatalf(string, ...any) }, source string, times []annals.Time) {
	for i, x := range times {
		if x.Span.In(source) != x.Text || x.Text == "" {
			t.Fatalf("%q: the text of %+v is not its span", source, x)
		}
		if x.EDTF != "" && !edtf.Valid(x.EDTF) {
			t.Fatalf("%q: %+v has no EDTF", source, x)
		}
		if x.Value == "" || x.Type != "DATE" && x.Type != "TIME" && x.Type != "DURATION" && x.Type != "SET" {
			t.Fatalf("%q: %+v has no TIMEX3 type and value", source, x)
		}
		if i > 0 && x.Start < times[i-1].Start {
			t.Fatalf("%q: times are not in the order of the text", source)
		}
	}
}

func TestSoundOnMixtures(t *testing.T) {
	words := []string{"last", "next", "Thursday", "26", "August", "2021", "in", "the", "summer", "of", "two", "years", "ago", "later", "early",
		"late", "and", "between", "to", "5", "p.m.", "on", "0000", "9999", "29", "February", "quarter", "third", "year", "a", "half", "-", ",", ".",
		"\n\n", "’98", "1990s", "century", "overnight", "since", "week", "previous", "same", "day", "ten", "thousand", "Ramadan", "1442", "that"}
	published := []string{"", "2021-08-30", "XXXX-08-30", "XXXX-02-28", "2021", "2021-08", "2020-02-29", "garbage", "0001-01-01", "9999-12-31", "[2021..2022]"}
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 14).Draw(t, "words"), " ")
		sound(t, source, readOrFatal(t, source, rapid.SampledFrom(published).Draw(t, "published")))
	})
}

// readOrFatal is read for checks that are no *testing.T.
func readOrFatal(t interface{ Fatalf(string, ...any) }, source, published string) []annals.Time {
	c, err := New()
	if err != nil {
		t.Fatalf("%v", err)
	}
	d := &annotate.Document{Doc: &annals.Document{Text: source, Published: &annals.Published{EDTF: published}}, Text: &text.Text{Source: source}}
	c.Annotate(d)
	return d.Times
}

func FuzzAnnotate(f *testing.F) {
	f.Add("Last Thursday, on 26 August 2021 at 5 p.m., two weeks after", "2021-08-30")
	f.Add("3 JAN 90 '98 1 1/2 years 12:75 99/99/9999 –’s", "XXXX-08-30")
	f.Add("in late 2019 and early 2020 \xff\xfe", "")
	c, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source, published string) {
		d := &annotate.Document{Doc: &annals.Document{Text: source, Published: &annals.Published{EDTF: published}}, Text: &text.Text{Source: source}}
		c.Annotate(d)
		sound(t, source, d.Times)
	})
}

// BenchmarkAnnotate reads the reports of a folder over and over, without syntax.
func BenchmarkAnnotate(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(os.Getenv("ANNALS_TEXTS"), "*.txt"))
	if len(files) == 0 {
		b.Skip("set ANNALS_TEXTS to a folder of .txt reports")
	}
	var all strings.Builder
	for _, f := range files[:min(len(files), 200)] {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(raw)
		all.WriteString("\n\n")
	}
	source := all.String()
	c, err := New()
	if err != nil {
		b.Fatal(err)
	}
	doc := &annals.Document{Text: source, Published: &annals.Published{EDTF: "2021-08-30"}}
	words := len(strings.Fields(source))
	b.ReportAllocs()
	for b.Loop() {
		c.Annotate(&annotate.Document{Doc: doc, Text: &text.Text{Source: source}})
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
