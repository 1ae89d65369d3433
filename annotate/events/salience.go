package events

import (
	"slices"

	"github.com/annals-project/annals"
)

// leastImplied is the salience from which a role is worth telling though no words
// around the trigger state it.
const leastImplied = 0.15

// leastHome is the salience of an event from which a participant near it belongs
// to it, and not to a more salient one far off.
const leastHome = 0.35

// salience says of each event and argument how likely the report is about it: a
// specific incident told as news. It is learned from the keys of MUC-4, and apart
// from confidence: clashes, background and people not named are read no less
// surely for being left out there.
func (w *whole) salience(s Scorers) {
	if len(w.incidents) == 0 {
		return
	}
	for i := range w.parts {
		s.Parts.Probabilities(w.ofParticipant(&w.parts[i]), w.parts[i].chance)
	}
	p := make([]float64, 2)
	for n := range w.incidents {
		s.Groups.Probabilities(w.ofIncident(n), p)
		w.incidents[n].chance = p[1]
		for _, i := range w.incidents[n].events {
			e := &w.doc.Events[i]
			e.Salience = p[1]
			for a := range e.Arguments {
				e.Arguments[a].Salience = w.chance(e.Arguments[a].Role, e.Arguments[a].Mention)
			}
		}
	}
	w.imply()
}

// chance is how likely a mention's participant has a role.
func (w *whole) chance(role annals.Role, ref annals.Ref) float64 {
	x, known := w.byMention[ref]
	if c := slices.Index(scoredRoles[:], role); known && c > 0 {
		return w.parts[x].chance[c]
	}
	return 0
}

// imply gives participants that no event has in their likeliest role to the event
// they most likely belong to.
func (w *whole) imply() {
	has := map[int]bool{} // participant × role
	for i := range w.doc.Events {
		for _, a := range w.doc.Events[i].Arguments {
			if x, known := w.byMention[a.Mention]; known && w.doc.Events[i].Salience >= leastHome {
				has[x*len(scoredRoles)+max(0, slices.Index(scoredRoles[:], a.Role))] = true
			}
		}
	}
	for n := range w.parts {
		x := &w.parts[n]
		best := likeliest(x.chance)
		if x.chance[best] < leastImplied || has[n*len(scoredRoles)+best] {
			continue
		}
		if e, ref := w.home(x); e >= 0 {
			w.doc.Events[e].Implied = append(w.doc.Events[e].Implied,
				annals.Argument{Role: scoredRoles[best], Mention: ref, Confidence: x.chance[best], Salience: x.chance[best], Rule: "implied by the report"})
		}
	}
}

// home is the event a participant most likely belongs to: the most salient near
// one of its mentions, else the most salient of the report.
func (w *whole) home(x *participant) (event int, ref annals.Ref) {
	event, ref = -1, x.mentions[0]
	most := 0.0
	for _, m := range x.mentions {
		s := w.text.SentenceOf(w.headOf(&w.doc.Mentions[m-1]))
		for d := -1; d <= 1; d++ {
			for _, i := range w.bySent[s+d] {
				if p := w.doc.Events[i].Salience; p > most {
					event, ref, most = i, m, p
				}
			}
		}
	}
	if most >= leastHome {
		return event, ref
	}
	for i := range w.doc.Events {
		if p := w.doc.Events[i].Salience; p > most {
			event, most = i, p
		}
	}
	return event, ref
}
