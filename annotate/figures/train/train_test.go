package train

import (
	"slices"
	"testing"

	"github.com/annals-project/annals/annotate/figures"
	labelled "github.com/annals-project/annals/evaluate/figures"
)

// TestLessons holds that each report of lessons.tsv has the figure that it teaches, and that
// nearly all that it says of event and time is among the choices.
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
	told := 0 // with a time to be chosen; the first choice is none
	for _, g := range lessons.Times {
		if slices.Contains(g.Right[1:], true) {
			told++
		}
	}
	const dated = 20 // of those that tell a time
	if told < dated {
		t.Errorf("%d lessons have their time among the choices, want %d", told, dated)
	}
}
