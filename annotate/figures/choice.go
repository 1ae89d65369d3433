package figures

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events/linear"
	"github.com/annals-project/annals/text"
)

// choice is what may be a figure's event or time; the zero span is none.
type choice struct {
	ref      annals.Ref // into the document's events or times; 0 for a word that names no event yet
	token    int        // of an event
	span     annals.Span
	ruled    bool     // the rules chose it
	doubtful bool     // a time of another sentence, a word of which the lexicon knows no event
	features []uint32 // hashed, for linear.Model
}

// Choice is the event or the time that a figure may have, with what speaks for and
// against it, to learn from.
type Choice struct {
	Span     annals.Span // of the trigger or the time; empty: it has none
	Features []uint32    // hashed, for linear.Model
}

// Observed are the choices for a figure.
type Observed struct{ Events, Times []Choice }

// Observe reads the figures of d by rules alone and gives, for each in the order of
// d.Figures, the events and times that it may have.
func (x *Reader) Observe(d *annotate.Document) []Observed {
	if len(d.Text.Tokens) == 0 {
		return nil
	}
	r := newReading(d, x)
	figures := r.drafts()
	out := make([]Observed, len(figures))
	for i := range figures {
		for _, c := range r.tellers(&figures[i]) {
			out[i].Events = append(out[i].Events, Choice{c.span, c.features})
		}
		for _, c := range r.times(figures, i) {
			out[i].Times = append(out[i].Times, Choice{c.span, c.features})
		}
	}
	r.assign(figures)
	return out
}

//go:embed weights/*.bin
var weights embed.FS

// scorers say how much speaks for an event and for a time to be a figure's. Their weights
// are made by package train.
type scorers struct{ events, times *linear.Model }

var loadScorers = sync.OnceValues(func() (s scorers, err error) {
	for name, into := range map[string]**linear.Model{"events": &s.events, "times": &s.times} {
		raw, err := weights.ReadFile("weights/" + name + ".bin")
		if err != nil {
			return s, fmt.Errorf("figures: %w", err)
		}
		if *into, err = linear.Load(raw); err != nil {
			return s, fmt.Errorf("figures: weights of %s: %w", name, err)
		}
	}
	return s, nil
})

// decide gives each figure the event and the time for which most speaks, what the rules
// chose among the rest.
func (r *reading) decide(figures []draft) {
	events := make([]annals.Ref, len(figures))
	for i := range figures {
		events[i] = r.likeliestEvent(&figures[i])
	}
	times := make([]annals.Ref, len(figures))
	for i := range figures {
		choices := r.times(figures, i)
		times[i] = choices[likeliest(r.scorers.times, choices, timeLeads)[0]].ref
	}
	for i := range figures {
		f := &figures[i].figure
		f.Time = times[i]
		if f.Event = events[i]; f.Event != 0 && f.Place == 0 {
			f.Place = r.d.Events[f.Event-1].Place
		}
	}
}

// likeliestEvent is the event for which most speaks, made where a word tells of it that
// the lexicon does not know; 0 for none.
func (r *reading) likeliestEvent(f *draft) annals.Ref {
	choices := r.tellers(f)
	for _, n := range likeliest(r.scorers.events, choices, eventLeads) {
		c := &choices[n]
		if c.ref != 0 || c.token == text.None {
			return c.ref
		}
		if ref := r.makePlain(c.token); ref != 0 {
			return ref
		}
	}
	return 0
}

// leads are by how much more must speak for another choice than for what the rules chose, and
// for a doubtful one than for the others: a wrong one is worse than none.
type leads struct{ ruled, sure float64 }

var (
	eventLeads = leads{ruled: 0.5, sure: 0.5}
	timeLeads  = leads{sure: 0.5}
)

// likeliest are the choices, that for which most speaks first.
func likeliest(m *linear.Model, choices []choice, lead leads) []int {
	order, score := make([]int, len(choices)), make([]float64, len(choices))
	for i, c := range choices {
		order[i], score[i] = i, m.Score(c.features)
		if c.ruled {
			score[i] += lead.ruled
		}
		if !c.doubtful {
			score[i] += lead.sure
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
	return order
}
