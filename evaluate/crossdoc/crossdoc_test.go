package crossdoc

import (
	"os"
	"testing"

	"github.com/annals-project/annals/evaluate/cat"
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
	docs, err := cat.ECBPlus(data)
	if err != nil {
		t.Fatal(err)
	}
	topics, err := topicsOf(docs, net)
	if err != nil {
		t.Fatal(err)
	}
	tuning, held := split(topics)
	ours, lemma, _ := measure(held, tuning, net)
	f, p, r := ours.Average()
	base, _, _ := lemma.Average()
	t.Logf("CoNLL %.2f P %.2f R %.2f; same word is same event %.2f", f, p, r, base)
	if f < closes || f < base+3 {
		t.Errorf("CoNLL %.2f, wants %d and clearly more than equal words give, %.2f", f, closes, base)
	}
}
