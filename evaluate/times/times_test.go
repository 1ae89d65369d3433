package times

import (
	"context"
	"os"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	reader "github.com/annals-project/annals/annotate/times"
	"github.com/annals-project/annals/evaluate"
	"github.com/annals-project/annals/text"
)

// data is the folder that holds data/temporal.
func data(t *testing.T) string {
	dir := "../../../shared"
	if v := os.Getenv("ANNALS_DATA"); v != "" {
		dir = v
	}
	if _, err := os.Stat(dir + "/data/temporal"); err != nil {
		t.Skip("no corpora here: set ANNALS_DATA to the folder that holds data/temporal")
	}
	return dir
}

func env(t *testing.T) evaluate.Env {
	times, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	syntax, err := text.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	return evaluate.Env{Data: data(t), Read: func(title, source, published string) *annotate.Document {
		d := &annotate.Document{Doc: &annals.Document{Title: title, Text: source}, Text: syntax.Read(source)}
		if published != "" {
			d.Doc.Published = &annals.Published{EDTF: published}
		}
		times.Annotate(d)
		return d
	}}
}

func TestTasks(t *testing.T) {
	for _, task := range Tasks() {
		report, err := task.Run(context.Background(), env(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range report.Rows {
			t.Logf("%-18s %-9s %-12s %5.1f  (P %.1f R %.1f, %d)", r.Set, r.Part, r.Measure, r.Value, r.P, r.R, r.N)
			if r.Part == "held out" && r.Value < r.Closes {
				t.Errorf("%s %s: %.1f is below %.1f", r.Set, r.Measure, r.Value, r.Closes)
			}
		}
		if out := os.Getenv("ANNALS_DETAIL"); out != "" {
			f, err := os.Create(out + "." + task.Name)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range report.Detail {
				f.WriteString(line + "\n")
			}
			for _, n := range report.Notes {
				f.WriteString(n + "\n")
			}
			f.Close()
		}
	}
}
