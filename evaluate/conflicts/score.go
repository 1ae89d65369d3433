package conflicts

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/evaluate"
)

var fits = []account.Fit{account.Conflicts, account.Update, account.PartTotal, account.Compatible}

// parts are those of the labels: "more tuning" was labelled by whoever wrote the
// rules.
var parts = []string{"held out", "tuning", "more tuning"}

// counts are pairs by part, and by what was wanted and given.
type counts struct {
	right, all map[string]int // by part
	confused   map[string]int // "part|wanted|given"
}

func (c *counts) take(l *label, got account.Fit) {
	c.all[l.part]++
	if got == l.fit {
		c.right[l.part]++
	}
	c.confused[l.part+"|"+string(l.fit)+"|"+string(got)]++
}

func (c *counts) rows() []evaluate.Row {
	var out []evaluate.Row
	for _, part := range parts {
		if c.all[part] == 0 {
			continue
		}
		out = append(out, evaluate.Row{Set: "pairs of counts", Part: part, Measure: "told right", Value: share(c.right[part], c.all[part]), N: c.all[part], Closes: closes, Goal: goal})
		balanced := 0.0
		for _, want := range fits {
			balanced += share(c.confused[part+"|"+string(want)+"|"+string(want)], c.wanted(part, want)) / float64(len(fits))
		}
		out = append(out, evaluate.Row{Set: "pairs of counts", Part: part, Measure: "mean recall of the four kinds", Value: balanced, N: c.all[part]})
	}
	return out
}

func (c *counts) wanted(part string, want account.Fit) int {
	n := 0
	for _, got := range append([]account.Fit{notRead}, fits...) {
		n += c.confused[part+"|"+string(want)+"|"+string(got)]
	}
	return n
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// notes tell how the pairs were labelled and, for both halves, what was given
// for what.
func (c *counts) notes(agreement string) []string {
	out := []string{
		"150 pairs of counts of one kind of harm, in one report or in two on one topic of ECB+ and MUC-4 DEV, drawn from what the reader finds (some five in six at random, the rest among totals that differ, since chance brought hardly any conflict), labelled by one person before the code. A count that is not read again counts as wrong. Few conflicts and updates stand among them: the mean recall weighs the four kinds alike. Of the 131 for more tuning 84 were labelled later; 85.7 % of those were told right before a rule was written for any.",
		agreement,
	}
	for _, part := range parts {
		if c.all[part] == 0 {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "Wanted (rows) and given, %s:\n\n| | conflict | update | part–total | compatible | not read |\n|---|---|---|---|---|---|\n", part)
		for _, want := range fits {
			fmt.Fprintf(&b, "| %s ", want)
			for _, got := range append(fits[:len(fits):len(fits)], notRead) {
				fmt.Fprintf(&b, "| %d ", c.confused[part+"|"+string(want)+"|"+string(got)])
			}
			b.WriteString("|\n")
		}
		out = append(out, b.String())
	}
	return out
}
