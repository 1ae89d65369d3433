package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// PlainRule is the rule of events that no line of triggers.tsv knows.
const PlainRule = annals.PlainRule

// Plain makes the events of words that the lexicon does not know, for whoever reads
// that such a word tells what was done with those it speaks of: "bought 45 planes".
type Plain struct{ r *reading }

// Plain reads a document, with its mentions and times, for plain events.
func (c *Component) Plain(d *annotate.Document) Plain { return Plain{c.lexicon.read(d)} }

// inPast says whether a word is a verb in the past, or hangs from one or from no verb:
// a name for something done ("the purchase of 45 planes") has the time of its verb.
func (r *reading) inPast(i int) bool {
	for n := 0; i >= 0 && n < climb; i, n = r.text.Tokens[i].Head, n+1 {
		if k := &r.text.Tokens[i]; k.UPOS == text.VERB {
			return k.XPOS == "VBD" || k.XPOS == "VBN"
		}
	}
	return true
}

// At is the event that token i tells of; false where it is not told as having
// happened. It has a time and a place, but no type, and so no roles.
func (p Plain) At(i int) (annals.Event, bool) {
	r := p.r
	k := &r.text.Tokens[i]
	status := r.statusOf(i)
	if status != annals.Happened || r.inDamage(i) || !r.inPast(i) {
		return annals.Event{}, false
	}
	span := annals.Span{Start: k.Start, End: k.End}
	e := annals.Event{Trigger: span, Text: span.In(r.text.Source), Status: status, Confidence: sure[status], Rule: PlainRule}
	r.setting(&e, i)
	return e, true
}
