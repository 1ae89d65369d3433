package resolve

import (
	"reflect"
	"slices"
	"testing"

	"github.com/annals-project/annals"
)

// TestAgain resolves a record once more under other judgements, and with a report
// more: what is taken from before must leave no trace.
func TestAgain(t *testing.T) {
	const copied = "Raiders burnt eleven granaries beside the northern river before dawn according to villagers of attack@2024-03-01 there " +
		"and drove three herds of goats towards the salt flats where an older quarrel over wells had simmered since the winter rains failed twice in a row"
	readings := world(copied, copied+" today", "Herders saw Raiders again attack@2024-03-01", "Others wrote that raiders burnt eleven granaries beside the northern river in spring")
	before := Resolve(slices.Clone(readings[:3]), nil, nil)
	for name, c := range map[string]struct {
		readings   []*annals.Reading
		judgements []annals.Judgement
	}{
		"other judgements": {readings[:3], judge(t, "different event doc0@119 doc2@26", "different actor doc0@0 doc2@12")},
		"a report more":    {readings, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got, want := Again(before, slices.Clone(c.readings), c.judgements, nil), Resolve(slices.Clone(c.readings), c.judgements, nil)
			if len(want.Groups) == 0 {
				t.Fatal("nothing is copied: the test tests nothing")
			}
			for _, x := range [][2]any{{got.Groups, want.Groups}, {got.Reuses, want.Reuses}, {got.Actors, want.Actors}, {got.Events, want.Events}, {got.Origins, want.Origins}} {
				if !reflect.DeepEqual(x[0], x[1]) {
					t.Errorf("got %+v, want %+v", x[0], x[1])
				}
			}
		})
	}
}
