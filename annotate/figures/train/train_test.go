package train

import (
	"testing"

	"github.com/annals-project/annals/annotate/figures"
	labelled "github.com/annals-project/annals/evaluate/figures"
)

// TestLessons holds that each report of lessons.tsv has the figure that it teaches, and that
// nearly all of what it says of event and time is among the choices.
func TestLessons(t *testing.T) {
	before, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	r, err := figures.New(figures.DefaultTable)
	if err != nil {
		t.Fatal(err)
	}
	var lessons labelled.Lessons
	if err := tell(&lessons, r, before); err != nil {
		t.Fatal(err)
	}
	const least = 30 // of 35; where reading errs nothing is learned
	if len(lessons.Events) < least || len(lessons.Times) < least {
		t.Errorf("%d lessons on events and %d on times, want %d of each", len(lessons.Events), len(lessons.Times), least)
	}
	for _, g := range lessons.Times {
		if len(g.Candidates) != len(g.Right) || len(g.Candidates) < 1 {
			t.Errorf("a choice between %d with %d verdicts", len(g.Candidates), len(g.Right))
		}
	}
}
