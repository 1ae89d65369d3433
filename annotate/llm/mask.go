package llm

import (
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/mask"
)

// Mask is the document's text with the names of private persons covered at equal
// length, by the mechanism that covers them wherever they leave the desk; and
// how many names were covered.
func Mask(d *annotate.Document) (string, int) {
	persons := mask.Persons(d.Doc.Text, &d.Annotations)
	masked := 0
	for i := range persons {
		if persons[i].Private() {
			masked += len(persons[i].Spans)
		}
	}
	if masked == 0 {
		return d.Doc.Text, 0
	}
	names, spans, open := mask.Covered(d.Doc.Text, &d.Annotations, persons, (*mask.Person).Private)
	return mask.Cover(mask.Cover(d.Doc.Text, spans), names.Find(d.Doc.Text, open)), masked
}
