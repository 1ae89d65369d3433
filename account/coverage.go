package account

import (
	"cmp"
	"slices"
	"sort"
)

// Coverage is what a count is seen through: the reports that bear it, who
// published them and in which months. A count without it says as much about
// the reports as about the world.
type Coverage struct {
	Reports int
	Undated int       // reports whose date of publication is not known
	Outlets []Counted // most reports first; "" those whose outlet is not known
	Months  []Counted // of publication, in order
}

// Counted is a name with how many reports it stands for.
type Counted struct {
	Name    string
	Reports int
}

// monthLength is the length of an EDTF value that is known to the month.
const monthLength = len("2021-08")

// Coverage tells through which reports something is seen; documents are indices
// into Documents, each once or more.
func (a *Account) Coverage(documents []int) Coverage {
	documents = slices.Compact(slices.Sorted(slices.Values(documents)))
	c := Coverage{Reports: len(documents)}
	outlets, months := map[string]int{}, map[string]int{}
	for _, d := range documents {
		outlets[a.Reading(a.Documents[d].Reading).Document.Publisher]++
		if reported := a.reported(a.Documents[d].Reading); len(reported) >= monthLength && reported[0] != 'X' {
			months[reported[:monthLength]]++
		} else {
			c.Undated++
		}
	}
	c.Outlets, c.Months = countedOf(outlets), countedOf(months)
	slices.SortStableFunc(c.Outlets, func(x, y Counted) int { return cmp.Compare(y.Reports, x.Reports) })
	return c
}

// countedOf lists counts by name.
func countedOf(m map[string]int) []Counted {
	var out []Counted
	for name, n := range m {
		out = append(out, Counted{name, n})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// all are the indices of every document.
func (a *Account) all() []int {
	out := make([]int, len(a.Documents))
	for i := range out {
		out[i] = i
	}
	return out
}
