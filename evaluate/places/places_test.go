package places

import (
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/annals-project/annals/evaluate"
)

var (
	data    = flag.String("data", "../../../shared", "folder that holds data/")
	verbose = flag.String("detail", "", "file to write the errors of the tuning parts to")
)

// TestTasks runs every task and holds each figure of a held-out part to its
// lowest accepted value.
func TestTasks(t *testing.T) {
	if _, err := os.Stat(*data + "/data/geoparsing"); err != nil {
		t.Skip("the corpora are not here: ", err)
	}
	for _, task := range Tasks() {
		report, err := task.Run(context.Background(), evaluate.Env{Data: *data})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range report.Rows {
			t.Logf("%-10s %-10s %-32s %6.2f  (P %.1f R %.1f n %d; closes %.0f goal %.0f)", r.Set, r.Part, r.Measure, r.Value, r.P, r.R, r.N, r.Closes, r.Goal)
			if r.Part != tuningPart && r.Value < r.Closes {
				t.Errorf("%s %s %s is %.1f, below %.0f", r.Set, r.Part, r.Measure, r.Value, r.Closes)
			}
		}
		for _, n := range report.Notes {
			t.Log(n)
		}
		if *verbose != "" {
			if err := os.WriteFile(*verbose+"."+task.Name, []byte(strings.Join(report.Detail, "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
