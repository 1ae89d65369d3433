// Package events finds what was done in a report: its triggers, types, standing
// (happened or not), who did it to whom, when and where, and which mentions tell
// of one event.
//
// What tells of an event is data: lexicon/triggers.tsv (words, PLOVER type and
// mode, conditions), frames.tsv (what the functions around a trigger mean),
// light.tsv, status.tsv, ontology.tsv (ACLED). Each event's Rule names the line.
package events

import (
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/text"
)

// Component finds events. It may be shared between goroutines.
type Component struct {
	lexicon *lexicon
	scorers Scorers
}

// New loads the lexicons and the embedded scorers.
func New() (*Component, error) {
	s, err := loadScorers()
	if err != nil {
		return nil, err
	}
	return NewWith(s)
}

// NewWith loads the lexicons and takes the scorers given: other ones, or none.
func NewWith(s Scorers) (*Component, error) {
	l, err := english()
	if err != nil {
		return nil, err
	}
	return &Component{l, s}, nil
}

// Name says "events".
func (*Component) Name() string { return "events" }

// Requires mentions, entities, places and times.
func (*Component) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Mentions, annotate.Entities, annotate.Places, annotate.Times}
}

// Assigns events.
func (*Component) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Events} }

// Annotate adds the events of a document.
func (c *Component) Annotate(d *annotate.Document) {
	if d.Text == nil || len(d.Text.Tokens) == 0 {
		return
	}
	given := len(d.Mentions)
	r := c.lexicon.read(d)
	found := r.candidates()
	for i := range found {
		d.Events = append(d.Events, r.event(&found[i]))
	}
	r.cover(found)
	v := r.view(found)
	v.score(c.scorers)
	group := v.join(c.scorers)
	if c.scorers.Groups != nil && v.newsworthy() {
		v.whole(c.scorers, group).salience(c.scorers)
	}
	r.inCountry()
	d.Events = append(d.Events, r.lostAttempts()...)
	for i := range d.Events {
		e := &d.Events[i]
		s := r.sides(e)
		e.ACLED, e.UCDP = r.ontology.acled(e, s), s.ucdp(e)
	}
	background(d.Doc, d.Events)
	prune(d, given)
}

// event makes the event of a candidate, as its own sentence tells it.
func (r *reading) event(c *candidate) annals.Event {
	e := annals.Event{Trigger: c.span, Text: c.span.In(r.text.Source), Status: r.statusOf(c.token),
		Rule: fmt.Sprintf("triggers.tsv:%d", c.line)}
	e.Arguments = r.fillers(c)
	r.setting(&e, c.token)
	if c.plover != "" {
		e.PLOVER = &annals.PLOVER{Type: c.plover, Mode: c.mode}
		r.modes(&e)
		r.promise(&e, c.token)
	}
	e.Confidence = sure[e.Status]
	return e
}

// sure is how often the status said of an event is right, by that status: the share
// on the tuning half of the status labels, a little lowered, since the rules were
// written with those in sight. How deep in its sentence an event is told made no
// difference there.
var sure = map[annals.Status]float64{annals.Happened: 0.9, annals.Attempted: 0.88, annals.Denied: 0.9,
	annals.Planned: 0.78, annals.Feared: 0.74, annals.Hypothetical: 0.7}

// friendly are types whose promise PLOVER counts as AGREE and whose refusal as
// REJECT.
var friendly = map[string]bool{"CONSULT": true, "SUPPORT": true, "COOPERATE": true, "AID": true}

// promise gives what is only promised or refused the type that promises and
// refusals have: "will visit" is AGREE, "will withdraw" CONCEDE, "will not meet"
// REJECT. The promise itself is made, so it happened.
func (r *reading) promise(e *annals.Event, token int) {
	will := r.anyChild(token, func(i int) bool {
		k := &r.text.Tokens[i]
		return text.DepIs(k.Dep, "aux") && (k.Norm == "will" || k.Norm == "would" || k.Norm == "wo" || k.Norm == "'ll")
	})
	h := r.text.Tokens[token].Head
	told := r.text.Tokens[token].Dep == "xcomp" && h >= 0 && r.text.Child(h, "obj") != text.None // "ordered them to support"
	switch {
	case !friendly[e.PLOVER.Type] && e.PLOVER.Type != "RETREAT" && e.PLOVER.Type != "AGREE":
	case e.Status == annals.Denied && will && e.PLOVER.Type != "RETREAT":
		e.PLOVER, e.Status = &annals.PLOVER{Type: "REJECT"}, annals.Happened
	case e.Status == annals.Planned && e.PLOVER.Type == "RETREAT" && e.PLOVER.Mode != "release":
		e.PLOVER = &annals.PLOVER{Type: "CONCEDE"}
	case e.Status == annals.Planned && friendly[e.PLOVER.Type] && !told:
		e.PLOVER = &annals.PLOVER{Type: "AGREE"}
	}
}

// sides reads off the arguments who stands where.
func (r *reading) sides(e *annals.Event) (s sides) {
	for _, a := range e.Arguments {
		m := &r.doc.Mentions[a.Mention-1]
		head := r.text.TokenAt(max(m.Head.End, m.End) - 1)
		if !m.Head.Empty() {
			head = r.text.TokenAt(m.Head.End - 1)
		}
		if head >= len(r.text.Tokens) {
			continue
		}
		k := r.class(head)
		isState := k&state != 0 || m.Kind == annals.StateForce || m.Kind == annals.Government
		switch a.Role {
		case annals.Actor:
			s.armedActor = s.armedActor || k&armed != 0
			s.stateActor = s.stateActor || isState
		case annals.Victim, annals.Target:
			s.armedHarmed = s.armedHarmed || k&armed != 0
			s.stateHarmed = s.stateHarmed || isState && k&armed != 0
			s.civilians = s.civilians || k&human != 0 && k&armed == 0
		}
	}
	return s
}
