package figures_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/annals-project/annals/annotate/figures"
)

//go:embed testdata/told.tsv
var toldAgain string

// TestToldAgain reads each report of testdata/told.tsv: those whom it tells of without
// counting them are figures there, and add nothing to its totals.
func TestToldAgain(t *testing.T) {
	x, err := figures.New(figures.DefaultTable)
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSuffix(toldAgain, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		report, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("told.tsv:%d: one column, want two", n+1)
		}
		d := read(t, figures.DefaultTable, report)
		var got []string
		counted := *d
		counted.Figures = nil
		for i := range d.Figures {
			if f := &d.Figures[i]; f.Told() {
				got = append(got, brief(f))
			} else {
				counted.Figures = append(counted.Figures, *f)
			}
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\n got %s\nwant %s", report, g, want)
		}
		with, without := x.Totals(d, figures.Counting{}), x.Totals(&counted, figures.Counting{})
		if with.Killed.Number != without.Killed.Number || with.Injured.Number != without.Injured.Number {
			t.Errorf("%s: those told of add to %v killed, %v injured", report, without.Killed.Number, without.Injured.Number)
		}
	}
}
