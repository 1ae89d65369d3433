// Package figures measures how well numbers and what they count are read: on
// figures labelled by hand (tuning1.tsv, heldout1.tsv …), on reports with the killed and injured
// of their incident (Gun Violence Archive, a list of attacks) and on press
// releases with the least killed and captured (ISAF).
//
// How a set counts vague words, and whether separate statements add up, is a row
// of rubrics.tsv. Held out: every set's documents whose hash of the id is odd
// (package function heldOut); only the others were looked at while the reader was
// written.
package figures

import (
	"crypto/sha256"

	"github.com/annals-project/annals/evaluate"
)

// heldOut says that a document is never looked at, only counted.
func heldOut(id string) bool { return sha256.Sum256([]byte(id))[0]&1 == 1 }

// part is the name of the half a document is in.
func part(id string) string {
	if heldOut(id) {
		return "held out"
	}
	return "tuning"
}

// parts in the order they are reported.
var parts = [...]string{"held out", "tuning"}

// Tasks are the measurements of figures.
func Tasks() []evaluate.Task {
	return []evaluate.Task{{Name: "figures", Run: runLabels}, {Name: "gva", Run: runGVA},
		{Name: "incident-list", Run: runList}, {Name: "isaf", Run: runISAF}}
}
