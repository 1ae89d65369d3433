// Package passes says how far two passes of labelling agree, where a second was
// made.
package passes

import (
	"fmt"

	"github.com/annals-project/annals/review"
)

// Agreement compares the labels of the items that both passes have, by item.
// The answer is a note for the report; it says so when there is no second pass.
func Agreement(first, second map[string]string) string {
	if len(second) == 0 {
		return "No second pass of labelling yet; how far two would agree is not known."
	}
	var units [][]string
	same, both := 0, 0
	for item, label := range second {
		other, known := first[item]
		if !known {
			continue
		}
		both++
		if other == label {
			same++
		}
		units = append(units, []string{other, label})
	}
	note := fmt.Sprintf("A second pass, blind to the first, labelled %d of the %d items: %d alike (%.1f %%)", both, len(first), same, 100*float64(same)/float64(max(both, 1)))
	if alpha, _, known := review.Alpha(units); known {
		note += fmt.Sprintf(", Krippendorff's alpha %.2f", alpha)
	}
	return note + "."
}
