package crossdoc

import (
	"os"
	"slices"
	"testing"

	"github.com/annals-project/annals/evaluate/wordnet"
)

const data = "../../../shared"

// TestHeldOut holds the topics that nothing was tuned on to what is accepted.
func TestHeldOut(t *testing.T) {
	if testing.Short() {
		t.Skip("learns from a corpus")
	}
	if _, err := os.Stat(data + "/data/coreference"); err != nil {
		t.Skip("the corpus is not here: put it at ../shared/data")
	}
	net, err := wordnet.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	topics, err := open(data, net)
	if err != nil {
		t.Fatal(err)
	}
	var held, tuning []topic
	for _, x := range topics {
		if x.heldOut() {
			held = append(held, x)
		} else {
			tuning = append(tuning, x)
		}
	}
	ours, lemma, _ := measure(held, tuning, net)
	f, p, r := ours.Average()
	base, _, _ := lemma.Average()
	t.Logf("CoNLL %.2f P %.2f R %.2f; same word is same event %.2f", f, p, r, base)
	if f < closes || f < base+3 {
		t.Errorf("CoNLL %.2f, wants %d and clearly more than equal words give, %.2f", f, closes, base)
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
