package times

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
)

// labelled is the time of the label that opens the paragraph of a trigger.
func (w *when) labelled(trigger annals.Span) Assignment {
	label := w.d.Label(trigger.Start)
	if label.Empty() {
		return Assignment{}
	}
	for _, ref := range w.timesIn(label) {
		if v, err := edtf.Parse(w.d.Times[ref-1].EDTF); err == nil && v.Precision() <= edtf.Day && !w.afterPublication(v) {
			return w.assign(ref, FromLabel)
		}
	}
	return Assignment{}
}

// inWhen says whether a trigger stands in a clause that tells what happened at a
// time: "since 21 January 1985, when a bomb killed". That time is no range there.
func (w *when) inWhen(trigger int, span annals.Span) bool {
	_, next := w.t.Covering(span.Start, span.End)
	if next < len(w.t.Tokens) && w.t.Form(next) == "," {
		next++
	}
	return next < trigger && w.t.Tokens[next].Norm == "when"
}

// closed is the day of a time that "since" or "until" left open.
func closed(value string) string {
	return strings.TrimSuffix(strings.TrimPrefix(value, "../"), "/..")
}
