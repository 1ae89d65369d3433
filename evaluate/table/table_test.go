package table

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/annals-project/annals/evaluate"
)

func TestUpdate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "E.md")
	steps := []struct{ name, section, want string }{
		{"a", "one\n", "\n<!-- begin a -->\none\n<!-- end a -->\n"},
		{"b", "two\n", "\n<!-- begin a -->\none\n<!-- end a -->\n\n<!-- begin b -->\ntwo\n<!-- end b -->\n"},
		{"a", "new\n", "\n<!-- begin a -->\nnew\n<!-- end a -->\n\n<!-- begin b -->\ntwo\n<!-- end b -->\n"},
	}
	for _, s := range steps {
		if err := Update(path, s.name, s.section); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != s.want {
			t.Errorf("after %s: %q, %v; want %q", s.name, got, err, s.want)
		}
	}
}

func TestFloors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "floors.tsv")
	if err := os.WriteFile(path, []byte("# floors\nx\ts\tall\tF1\t50\nx\ts\tall\terrors\t5\nx\ts\tall\tgone\t1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	floors, err := ReadFloors(path)
	if err != nil {
		t.Fatal(err)
	}
	row := func(measure string, v float64, lower bool) evaluate.Row {
		return evaluate.Row{Set: "s", Part: "all", Measure: measure, Value: v, Lower: lower}
	}
	tests := []struct {
		rows []evaluate.Row
		want int
	}{
		{[]evaluate.Row{row("F1", 50, false), row("errors", 5, true), row("gone", 1, false)}, 0},
		{[]evaluate.Row{row("F1", 49, false), row("errors", 5, true), row("gone", 1, false)}, 1},
		{[]evaluate.Row{row("F1", 51, false), row("errors", 6, true), row("gone", 1, false)}, 1},
		{[]evaluate.Row{row("F1", 50, false), row("errors", 5, true)}, 1},
	}
	for i, test := range tests {
		if got := floors.Broken("x", &evaluate.Report{Rows: test.rows}); len(got) != test.want {
			t.Errorf("case %d: broken %s, want %d", i, strings.Join(got, "; "), test.want)
		}
	}
}
