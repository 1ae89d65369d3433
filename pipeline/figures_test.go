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
	raw, err := os.ReadFile("testdata/figures.tsv")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 4 {
			t.Fatalf("figures.tsv:%d: %d columns, want 4", n+1, len(c))
		}
		checkFigure(t, p, c[0], c[1], strings.Split(c[2], "|"), strings.Split(c[3], "|"))
	}
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
