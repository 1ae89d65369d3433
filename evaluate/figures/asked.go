package figures

import (
	"slices"
	"strings"

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

// measured says whether a measure is one that is labelled. Casualties not told apart are
// labelled as killed and as injured; what is read says neither, which is no error: there is
// no measure for both.
func (l *label) measured(m annals.Measure) bool {
	both := slices.Contains(l.measures, string(annals.Killed)) && slices.Contains(l.measures, string(annals.Injured))
	return slices.Contains(l.measures, string(m)) || both && m == annals.OtherFigure
}

// namesNobody says that the words labelled for those counted are the number alone: "18 were
// wounded".
func (l *label) namesNobody(text string) bool {
	return slices.ContainsFunc(l.who.alt, func(s annals.Span) bool {
		return s == l.span && !strings.Contains(strings.TrimSpace(s.In(text)), " ")
	})
}

// sameDay says that the time of a figure, told at when, is of the same day as one of the
// times labelled: the report names the day in other words there. Empty when is none.
func (l *label) sameDay(d *annotate.Document, f *annals.Figure, when annals.Span) bool {
	const day = len("2016-01-02")
	if when.Empty() {
		return false
	}
	got := d.Times[f.Time-1].EDTF
	return len(got) >= day && slices.ContainsFunc(d.Times, func(t annals.Time) bool {
		return len(t.EDTF) >= day && t.EDTF[:day] == got[:day] && slices.ContainsFunc(l.time.alt, t.Overlaps)
	})
}
