package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events"
)

// eventOf is the trigger of a figure's event, as far as the label asks for it.
func (l *label) eventOf(d *annotate.Document, f *annals.Figure) annals.Span {
	if f.Event == 0 {
		return annals.Span{}
	}
	e := &d.Events[f.Event-1]
	if l.asks == near && e.Rule == events.PlainRule && !l.event.matches(e.Trigger) {
		return annals.Span{}
	}
	return e.Trigger
}

// timeOf is where a figure's time is told, as far as the label asks for it.
func (l *label) timeOf(d *annotate.Document, f *annals.Figure) annals.Span {
	if f.Time == 0 {
		return annals.Span{}
	}
	t := d.Times[f.Time-1].Span
	if l.asks == near && d.Text.SentenceAt(t.Start) != d.Text.SentenceAt(f.Start) && !l.time.matches(t) {
		return annals.Span{}
	}
	return t
}
