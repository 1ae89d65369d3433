package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Standing is whether the text says that what a trigger names took place, read
// from the syntax around its last word. It needs the document's mentions and
// times; Happened where the trigger is no word of the text.
func (c *Component) Standing(d *annotate.Document, trigger annals.Span) annals.Status {
	i := d.Text.TokenAt(trigger.End - 1)
	if i >= len(d.Text.Tokens) {
		return annals.Happened
	}
	return c.lexicon.read(d).statusOf(i)
}
