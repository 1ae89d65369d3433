package pipeline_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/pipeline"
)

// TestFigureLinks reads each report of testdata/figures.tsv and asks for the event and the
// time of one figure.
func TestFigureLinks(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n, c := range table(t, "testdata/figures.tsv") {
		if len(c) != 4 {
			t.Fatalf("figures.tsv: row %d has %d columns, want 4", n+1, len(c))
		}
		checkFigure(t, p, c[0], c[1], strings.Split(c[2], "|"), strings.Split(c[3], "|"))
	}
}

// table gives the rows of a table, comments left out.
func table(t *testing.T, path string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(raw)) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return out
}

func checkFigure(t *testing.T, p *pipeline.Pipeline, report, figure string, events, times []string) {
	t.Helper()
	d := p.Annotate(&annals.Document{Text: report, Language: "en", Published: &annals.Published{EDTF: "2024-03-15", Basis: []string{"given"}}})
	i := slices.IndexFunc(d.Figures, func(f annals.Figure) bool { return strings.HasPrefix(f.Text, figure) })
	if i < 0 {
		t.Errorf("%s\n%q is no figure", report, figure)
		return
	}
	event, when := "-", "-"
	if ref := d.Figures[i].Event; ref != 0 {
		event = d.Events[ref-1].Text
	}
	if ref := d.Figures[i].Time; ref != 0 {
		when = d.Times[ref-1].Text
	}
	if !slices.Contains(events, event) || !slices.Contains(times, when) {
		t.Errorf("%s\n%s: of %q at %q, want %q at %q", report, figure, event, when, events, times)
	}
}

// TestVictims reads each report of testdata/victims.tsv and asks for all its figures of one.
func TestVictims(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n, c := range table(t, "testdata/victims.tsv") {
		if len(c) != 2 {
			t.Fatalf("victims.tsv: row %d has %d columns, want 2", n+1, len(c))
		}
		d := p.Annotate(&annals.Document{Text: c[0], Language: "en"})
		var got []string
		for _, f := range d.Figures {
			if f.Unit == "person" {
				got = append(got, f.Text+" = "+string(f.Measure))
			}
		}
		if g := strings.Join(got, "; "); g != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], g, c[1])
		}
	}
}
