package copies

import (
	"context"
	"os"
	"testing"

	"github.com/annals-project/annals/evaluate"
)

const data = "../../../shared"

// TestRun holds both parts to what is accepted.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("reads three corpora")
	}
	if _, err := os.Stat(data + "/data/coreference"); err != nil {
		t.Skip("the corpora are not here: put them at ../shared/data")
	}
	r, err := run(context.Background(), evaluate.Env{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range r.Rows {
		t.Logf("%s: F1 %.2f P %.2f R %.2f of %d", row.Part, row.Value, row.P, row.R, row.N)
		if row.Value < row.Closes {
			t.Errorf("%s: F1 %.2f, wants %.0f", row.Part, row.Value, row.Closes)
		}
	}
	for _, n := range r.Notes {
		t.Log(n)
	}
	for _, d := range r.Detail {
		t.Log(d)
	}
}
