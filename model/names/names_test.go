package names

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/model/names/corpus"
)

func finder(t testing.TB) *Finder {
	t.Helper()
	f, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFind(t *testing.T) {
	f := finder(t)
	check := func(source string, want ...string) {
		t.Helper()
		d := corpus.Document{Source: source, Sentences: []annals.Span{{Start: 0, End: len(source)}}}
		tx := d.Text()
		var got []string
		for _, s := range f.Find(tx, nil) {
			a, b := tx.Bytes(s.First, s.Last)
			got = append(got, corpus.Labels.Types[s.Type]+" "+source[a:b])
		}
		if strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
	check("Angela Merkel met Barack Obama in Berlin .", "person Angela Merkel", "person Barack Obama", "place Berlin")
	check("ANGELA MERKEL MET BARACK OBAMA IN BERLIN .", "person ANGELA MERKEL", "person BARACK OBAMA", "place BERLIN")
	check("They went home .")
	check("")
}

func TestEncodingIsExact(t *testing.T) {
	f := finder(t)
	b, err := Encode(f)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Encode(g)
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != string(c) {
		t.Error("a model read back is another model")
	}
	if _, err := Decode(b[:len(b)/2]); err == nil {
		t.Error("half a model was read without an error")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(weights); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	source := strings.Repeat("Boko Haram gunmen killed 20 Nigerian soldiers near Maiduguri on Monday, the army said. ", 200)
	d := corpus.Document{Source: source}
	for at := 0; at < len(source); at += len(source) / 200 {
		d.Sentences = append(d.Sentences, annals.Span{Start: at, End: at + len(source)/200})
	}
	tx := d.Text()
	spans := f.Find(tx, nil)
	b.ReportAllocs()
	words := 0
	for b.Loop() {
		spans = f.Find(tx, spans[:0])
		words += len(tx.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "tokens/s")
}
