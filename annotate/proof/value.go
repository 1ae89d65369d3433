package proof

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Number is the one number that stands in a stretch of the text, read from its
// letters alone, and where it stands with its scale word; false when there is
// none or more than one.
func Number(d *annotate.Document, at annals.Span) (value float64, where annals.Span, ok bool) {
	there := numbersIn(d, at)
	if len(there) == 0 {
		return 0, annals.Span{}, false
	}
	n := there[0]
	for _, other := range there[1:] {
		if other.span != n.span {
			return 0, annals.Span{}, false
		}
		if other.value > n.value { // "2 million" stands as 2 and as 2,000,000
			scale := words.FindStringIndex(d.Doc.Text[n.span.End:at.End])
			n.value, where.End = other.value, n.span.End+scale[1]
		}
	}
	return n.value, annals.Span{Start: n.span.Start, End: max(n.span.End, where.End)}, true
}
