package figures_test

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/figures"
)

//go:embed testdata/constructions.tsv
var constructions string

// TestConstructions reads each sentence of testdata/constructions.tsv by itself.
func TestConstructions(t *testing.T) {
	for n, line := range strings.Split(strings.TrimSuffix(constructions, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		sentence, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("constructions.tsv:%d: one column, want two", n+1)
		}
		d := read(t, figures.DefaultTable, sentence)
		var got []string
		for i := range d.Figures {
			got = append(got, brief(&d.Figures[i]))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\n got %s\nwant %s", sentence, g, want)
		}
	}
}

// brief is a figure as constructions.tsv writes it.
func brief(f *annals.Figure) string {
	number := ""
	switch {
	case f.Low != nil && f.High != nil:
		number = fmt.Sprintf("%g..%g", *f.Low, *f.High)
	case f.Low != nil:
		number = fmt.Sprintf("%g..", *f.Low)
	case f.High != nil:
		number = fmt.Sprintf("..%g", *f.High)
	case f.Value != nil:
		number = fmt.Sprintf("%.0f", *f.Value)
	}
	return fmt.Sprintf("%s = %s %s", f.Text, f.Measure, number)
}
