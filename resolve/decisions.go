package resolve

import "github.com/annals-project/annals"

// Decision is what annals itself decided about two things, and why. It is the
// judgement that annals has made; those of persons outrank it.
type Decision struct {
	Kind        annals.KeyKind // of the two things: actor or event
	Left, Right Element
	Verdict     string // annals.Same, Different or Unsure
	Why         string
	Score       float64 // what speaks for it in sum, from 0 on; events only
}

// Element is an entity or event mention of a reading.
type Element struct {
	Reading int
	Ref     annals.Ref
}

// Judgement is a decision as judgements are kept: by keys, with an ID that
// depends on nothing but what was decided and why.
func (r *Resolution) Judgement(d *Decision) annals.Judgement {
	return annals.NewJudgement(annals.Judgement{
		Left:    KeyOf(r.Readings[d.Left.Reading], d.Kind, d.Left.Ref).String(),
		Right:   KeyOf(r.Readings[d.Right.Reading], d.Kind, d.Right.Ref).String(),
		Verdict: d.Verdict, By: annals.ByAnnals, Why: d.Why})
}

// DecisionsOnActor lists what annals decided about the members of an actor.
func (r *Resolution) DecisionsOnActor(actor int) []Decision {
	return r.decisions(annals.ActorKey, func(e Element) bool { return r.Actor(EntityKey{e.Reading, e.Ref}) == actor })
}

// DecisionsOnEvent lists what annals decided about the mentions of an event.
func (r *Resolution) DecisionsOnEvent(event int) []Decision {
	return r.decisions(annals.EventKey, func(e Element) bool { return r.Event(EventKey{e.Reading, e.Ref}) == event })
}

func (r *Resolution) decisions(kind annals.KeyKind, of func(Element) bool) []Decision {
	var out []Decision
	for _, d := range r.Decisions {
		if d.Kind == kind && (of(d.Left) || of(d.Right)) {
			out = append(out, d)
		}
	}
	return out
}

// RulingsOnActor lists the standing judgements of persons about the members of
// an actor.
func (r *Resolution) RulingsOnActor(actor int) []annals.Judgement {
	return r.rulingsOn(annals.ActorKey, func(reading int, ref annals.Ref) bool { return r.Actor(EntityKey{reading, ref}) == actor })
}

// RulingsOnEvent lists the standing judgements of persons about the mentions of
// an event.
func (r *Resolution) RulingsOnEvent(event int) []annals.Judgement {
	return r.rulingsOn(annals.EventKey, func(reading int, ref annals.Ref) bool { return r.Event(EventKey{reading, ref}) == event })
}

func (r *Resolution) rulingsOn(kind annals.KeyKind, of func(int, annals.Ref) bool) []annals.Judgement {
	var out []annals.Judgement
	for _, j := range r.standing {
		for _, side := range []string{j.Left, j.Right} {
			key, err := annals.ParseKey(side)
			if err != nil || key.Kind != kind {
				continue
			}
			if reading, ref := r.locate(key); ref != 0 && of(reading, ref) {
				out = append(out, j)
				break
			}
		}
	}
	return out
}
