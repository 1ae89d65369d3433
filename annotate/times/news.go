package times

import (
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// NewsOfTheDay is the Derived of an event that a report's lead tells of as new.
const NewsOfTheDay = "news of the day of publication"

// ForNews is ForEvent, and for what a report tells as new without a date, the day
// of publication and the one before as an interval. As new it tells its title and
// lead, what is said in it, what "has" happened or is, and what it tells in the past
// in a sentence that names no other time. That is a convention,
// wrong for features and weeklies; a caller that wants only what the text says
// uses ForEvent.
func ForNews(d *annotate.Document, trigger annals.Span) Assignment {
	got := ForEvent(d, trigger)
	p := d.Doc.Published
	if got.Time > 0 || p == nil || d.Text == nil {
		return got
	}
	w := when{d: d, t: d.Text}
	s := w.t.SentenceAt(trigger.Start)
	if s < 0 || w.historic(s, trigger) || w.coming(trigger) || !w.inLead(s) && !w.fresh(s, trigger) {
		return got
	}
	day, err := time.Parse(time.DateOnly, p.EDTF)
	if err != nil {
		return got
	}
	return Assignment{EDTF: interval(day.AddDate(0, 0, -1), day), Derived: NewsOfTheDay, Anchor: p.Span}
}

// leadSentences is how many sentences of a report tell its news, beside its title.
const leadSentences = 3

// inLead says whether sentence s is a heading at the top or one of the first of
// the text.
func (w *when) inLead(s int) bool {
	told := 0
	for k := range w.t.Sentences[:s] {
		if !w.t.Sentences[k].Heading {
			told++
		}
	}
	return told < leadSentences
}

// fresh says whether the trigger, in sentence s, is a verb of saying, one in the present
// or present perfect, or in the past where the sentence names no time; or a noun that
// depends on such a verb.
func (w *when) fresh(s int, trigger annals.Span) bool {
	i := w.t.TokenAt(trigger.Start)
	if i >= len(w.t.Tokens) {
		return false
	}
	if w.t.Tokens[i].UPOS == text.NOUN {
		for up := range w.above(i) {
			if i = up; w.t.Tokens[i].UPOS == text.VERB {
				break
			}
		}
	}
	k := &w.t.Tokens[i]
	if isCue("reporting", k.Norm) || k.XPOS == "VBZ" || k.XPOS == "VBP" || k.XPOS == "VBD" && w.timeless(s) {
		return true
	}
	for _, dep := range [...]string{"aux", "cop"} {
		if aux := w.t.Child(i, dep); aux != text.None && (w.t.Tokens[aux].XPOS == "VBZ" || w.t.Tokens[aux].XPOS == "VBP") {
			return true
		}
	}
	return false
}

// timeless says whether no time that can date an event stands in sentence s.
func (w *when) timeless(s int) bool {
	sentence := w.t.Sentences[s]
	return len(w.timesIn(annals.Span{Start: sentence.Start, End: sentence.End})) == 0
}

// coming says whether the trigger tells of what is still to be.
func (w *when) coming(trigger annals.Span) bool {
	i := w.t.TokenAt(trigger.Start)
	if i >= len(w.t.Tokens) || w.t.Tokens[i].UPOS != text.VERB {
		return false
	}
	return verbTense(w.t, i) == forth || w.t.Tokens[i].XPOS == "VB"
}
