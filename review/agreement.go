package review

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/annals-project/annals"
)

// Agreement is how far coders agree in one family of verdicts.
type Agreement struct {
	Family string // "event pairs", "figure accepted", "event edtf", …
	Coders []string
	Items  int     // judged by two coders or more
	Alpha  float64 // Krippendorff's, nominal
	Known  bool    // false where all verdicts are one, or none can be compared
}

// Agreements compares, by family, what coders last said of the same things.
// What annals decided itself is no coder's word.
func Agreements(judgements []annals.Judgement) []Agreement {
	latest := map[string]map[string]map[string]*annals.Judgement{} // family, unit, coder
	standing := annals.Standing(judgements)
	for i := range standing {
		j := &standing[i]
		family, unit := familyOf(j)
		if family == "" || j.By == annals.ByAnnals {
			continue
		}
		if latest[family] == nil {
			latest[family] = map[string]map[string]*annals.Judgement{}
		}
		if latest[family][unit] == nil {
			latest[family][unit] = map[string]*annals.Judgement{}
		}
		if before := latest[family][unit][j.By]; before == nil || j.Newer(before) {
			latest[family][unit][j.By] = j
		}
	}
	var out []Agreement
	for _, family := range slices.Sorted(maps.Keys(latest)) {
		x := Agreement{Family: family}
		coders := map[string]bool{}
		var units [][]string
		for _, unit := range slices.Sorted(maps.Keys(latest[family])) {
			var values []string
			for coder, j := range latest[family][unit] {
				coders[coder] = true
				values = append(values, valueOf(j))
			}
			units = append(units, values)
		}
		x.Coders = slices.Sorted(maps.Keys(coders))
		x.Alpha, x.Items, x.Known = Alpha(units)
		out = append(out, x)
	}
	return out
}

// familyOf sorts a judgement: only verdicts on one question about one kind of
// thing can agree or not. unit is what was judged.
func familyOf(j *annals.Judgement) (family, unit string) {
	kind := "source"
	if key, err := annals.ParseKey(j.Left); err == nil {
		kind = string(key.Kind)
	}
	switch j.Verdict {
	case annals.Same, annals.Different, annals.Unsure:
		return kind + " pairs", min(j.Left, j.Right) + " " + max(j.Left, j.Right)
	case annals.Accepted, annals.Rejected:
		return kind + " accepted", j.Left
	case annals.Relevant, annals.Irrelevant:
		return kind + " relevant", j.Left
	case annals.Corrected:
		return kind + " " + j.Field, j.Left
	case annals.Coded:
		return "coded " + j.Field, j.Left
	case annals.Rated:
		return "source rated", j.Left
	}
	return "", ""
}

func valueOf(j *annals.Judgement) string {
	switch j.Verdict {
	case annals.Corrected, annals.Coded, annals.Rated:
		return j.Value
	}
	return j.Verdict
}

// Alpha is Krippendorff's alpha for nominal values: 1 where coders agree, 0
// where they agree as often as chance. Each unit is the values that its coders
// gave; units with fewer than two count nowhere. items is how many units could
// be compared; known is false when none could, or all values are one and chance
// alone would agree.
func Alpha(units [][]string) (alpha float64, items int, known bool) {
	n, counts, disagree := 0.0, map[string]float64{}, 0.0
	for _, values := range units {
		m := float64(len(values))
		if m < 2 {
			continue
		}
		items++
		n += m
		here := map[string]float64{}
		for _, v := range values {
			counts[v]++
			here[v]++
		}
		for _, k := range slices.Sorted(maps.Keys(here)) {
			disagree += here[k] * (m - here[k]) / (m - 1)
		}
	}
	expected := 0.0
	for _, v := range slices.Sorted(maps.Keys(counts)) {
		expected += counts[v] * (n - counts[v])
	}
	if expected == 0 {
		return 0, items, false
	}
	return 1 - (n-1)*disagree/expected, items, true
}

// Union is one log out of two: what both hold once, each judgement as it was
// given. A judgement whose ID is not the hash of what it says is refused.
func Union(log, other []annals.Judgement) (added []annals.Judgement, err error) {
	held := map[string]bool{}
	for _, j := range log {
		held[j.ID] = true
	}
	for _, j := range other {
		if annals.NewJudgement(j).ID != j.ID {
			return nil, fmt.Errorf("judgement %s does not say what its ID stands for: it was changed by hand", j.ID)
		}
		if !held[j.ID] {
			held[j.ID] = true
			added = append(added, j)
		}
	}
	slices.SortStableFunc(added, func(x, y annals.Judgement) int {
		return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.ID, y.ID))
	})
	return added, nil
}
