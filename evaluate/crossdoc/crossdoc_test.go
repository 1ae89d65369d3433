package crossdoc

import (
	"context"
	"os"
	"slices"
	"testing"

	"github.com/annals-project/annals/evaluate"
)

const data = "../../../shared"

// TestRun holds the first part to what is accepted.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("learns from a corpus")
	}
	if _, err := os.Stat(data + "/data/coreference"); err != nil {
		t.Skip("the corpus is not here: put it at ../shared/data")
	}
	r, err := run(context.Background(), evaluate.Env{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range r.Rows {
		t.Logf("%s, %s: %.2f P %.2f R %.2f of %d", row.Part, row.Measure, row.Value, row.P, row.R, row.N)
		if row.Closes > 0 && row.Value < row.Closes {
			t.Errorf("%s: %.2f, wants %.0f", row.Part, row.Value, row.Closes)
		}
	}
	for _, n := range r.Notes {
		t.Log(n)
	}
}

func TestCluster(t *testing.T) {
	scores := [][]float64{
		{0, 0.9, 0.1, 0.8},
		{0.9, 0, 0.1, 0.2},
		{0.1, 0.1, 0, 0.1},
		{0.8, 0.2, 0.1, 0}}
	tests := []struct {
		threshold float64
		want      [][]int
	}{
		{0.95, [][]int{{0}, {1}, {2}, {3}}},
		{0.6, [][]int{{0, 1}, {2}, {3}}}, // 3 is near 0 but not near 0 and 1 together
		{0.45, [][]int{{0, 1, 3}, {2}}},
		{0, [][]int{{0, 1, 3, 2}}},
	}
	for _, test := range tests {
		if got := cluster(scores, test.threshold); !slices.EqualFunc(got, test.want, slices.Equal) {
			t.Errorf("from %v: %v, want %v", test.threshold, got, test.want)
		}
	}
}
