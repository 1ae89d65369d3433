package figures_test

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals/annotate/figures"
)

//go:embed testdata/tolls.tsv
var tolls string

// TestTolls checks the killed and injured, attackers left out, of short reports in the
// ways of telling a toll that news and lists of incidents have.
func TestTolls(t *testing.T) {
	x, err := figures.New("literal")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(tolls), "\n") {
		f := strings.SplitN(line, "\t", 3)
		if strings.HasPrefix(line, "#") {
			continue
		}
		got := x.Totals(read(t, "literal", f[2]), figures.Counting{NoAttackers: true, Series: true})
		if have := fmt.Sprintf("%g\t%g", got.Killed.Number, got.Injured.Number); have != f[0]+"\t"+f[1] {
			t.Errorf("%s\n got %s, want %s %s", f[2], have, f[0], f[1])
		}
	}
}
