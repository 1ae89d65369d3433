package figures_test

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/figures"
)

// placed reads a text whose places are known: those with a capital by name.
func placed(t *testing.T, source string, places ...string) *annotate.Document {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	x, err := figures.New(figures.DefaultTable)
	if err != nil {
		t.Fatal(err)
	}
	d := &annotate.Document{Doc: &annals.Document{Text: source}, Text: r.Read(source)}
	for _, name := range places {
		start := strings.Index(source, name)
		span, form := annals.Span{Start: start, End: start + len(name)}, annals.Name
		if name == strings.ToLower(name) {
			form = annals.Nominal
		}
		d.Mentions = append(d.Mentions, annals.Mention{Span: span, Text: name, Head: span, Kind: annals.PlaceKind, Form: form})
	}
	x.Annotate(d)
	return d
}

func TestPlaceOf(t *testing.T) {
	for _, c := range []struct {
		source string
		places []string // in the order of the text
		want   string   // of the last figure
	}{
		{"In Arland, four men were shot dead in Berton on Tuesday.", []string{"Arland", "Berton"}, "Berton"},
		{"In Arland, four men were shot dead.", []string{"Arland"}, "Arland"},
		{"A bomb near Berton, in Arland, killed four men.", []string{"Berton", "Arland"}, "Berton"},
		{"A bomb in Berton, 30 km west of Arland, killed four men.", []string{"Berton", "Arland"}, "Berton"},
		{"A bomb exploded in Berton. It killed four men.", []string{"Berton"}, "Berton"},
		{"A bomb exploded in Berton. It killed four men in a field.", []string{"Berton", "field"}, "Berton"},
		{"A bomb exploded in Berton.\n\nFour men were killed.", []string{"Berton"}, ""},
		{"Berton: A grenade thrown from a car killed four men.", []string{"Berton"}, "Berton"},
		{"Fighters raided Berton. Four men were killed.", []string{"Berton"}, "Berton"},
	} {
		d := placed(t, c.source, c.places...)
		got := ""
		if f := d.Figures[len(d.Figures)-1]; f.Place != 0 {
			got = d.Mentions[f.Place-1].Text
		}
		if got != c.want {
			t.Errorf("%s\n got %q, want %q", c.source, got, c.want)
		}
	}
}
