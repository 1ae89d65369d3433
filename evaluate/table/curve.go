package table

import (
	"fmt"
	"strings"
)

// Call is one thing that the reader gave: how sure it was, and whether it is right.
type Call struct {
	Confidence float64 // 0 to 1
	Right      bool
}

// thresholds are the values of --min-confidence that a curve shows.
var thresholds = []float64{0, .1, .2, .3, .4, .5, .6, .7, .8, .9}

// Curve is a Markdown table of what --min-confidence leaves: how many things, how
// many of them are right (precision), and how many of the gold things are among
// them (recall). Thresholds that leave the same share a row. what says what is
// counted and when it is right.
func Curve(what string, calls []Call, gold int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "What --min-confidence leaves, %s:\n\n| confidence from | kept | precision | recall | F1 |\n|---|---|---|---|---|\n", what)
	for i := 0; i < len(thresholds); {
		kept, right := left(calls, thresholds[i])
		last := i
		for last+1 < len(thresholds) {
			if more, _ := left(calls, thresholds[last+1]); more != kept {
				break
			}
			last++
		}
		p, r := share(right, kept), share(right, gold)
		fmt.Fprintf(&b, "| %s | %d | %s | %s | %s |\n", interval(thresholds[i], thresholds[last]), kept, fixed(p), fixed(r), fixed(harmonic(p, r)))
		i = last + 1
	}
	return b.String()
}

// left counts the calls from a confidence on, and those of them that are right.
func left(calls []Call, least float64) (kept, right int) {
	for _, c := range calls {
		if c.Confidence < least {
			continue
		}
		kept++
		if c.Right {
			right++
		}
	}
	return kept, right
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func interval(first, last float64) string {
	if first == last {
		return fmt.Sprintf("%.1f", first)
	}
	return fmt.Sprintf("%.1f–%.1f", first, last)
}
