package train

import (
	"flag"
	"os"
	"testing"
)

var (
	data    = flag.String("data", "../../../../shared/data", "folder of the corpora")
	rewrite = flag.Bool("write", false, "write the weights anew")
)

// TestExamples reads the corpora: every marked span must lie in its text.
func TestExamples(t *testing.T) {
	if _, err := os.Stat(*data); err != nil {
		t.Skip("the corpora are not here: ", err)
	}
	examples, err := Examples(*data)
	if err != nil {
		t.Fatal(err)
	}
	places := 0
	for _, e := range examples {
		places += len(e.Places)
		for _, s := range e.Places {
			if s.In(e.Text) == "" {
				t.Errorf("place %v lies outside its text of %d bytes", s, len(e.Text))
			}
		}
	}
	if len(examples) < 1000 || places < 5000 {
		t.Errorf("%d examples with %d places: corpora read short", len(examples), places)
	}
	if *rewrite {
		if err := Weights(*data, "../weights.tsv"); err != nil {
			t.Fatal(err)
		}
	}
}
