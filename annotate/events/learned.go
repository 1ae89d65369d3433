package events

import (
	"embed"
	"fmt"
	"math"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events/linear"
)

// Weights of the scorers, made by package train from the development texts and
// keys of MUC-4.
//
//go:embed weights/*.bin
var weights embed.FS

// Scorers are the learned parts: what part a mention plays, whether an event is
// an incident told as news, whether two events are one. A nil scorer is not asked.
type Scorers struct {
	Roles, Incidents, Pairs *linear.Model

	// Of the report as a whole: whether it tells of an incident as news, what part
	// each participant has, and which groups of events are its incidents. They
	// learn from what the first three say of reports these have not learned from.
	Reports, Parts, Groups *linear.Model

	LeastRole float64 // probability at which a mention no rule gave a role gets one
	LeastPair float64 // probability at which two events no rule tied are one
}

// scoredRoles are the classes of the roles scorer; the first is none.
var scoredRoles = [...]annals.Role{"", annals.Actor, annals.Victim, annals.Target, annals.WeaponRole}

// named are the scorers by the names of their files.
func (s *Scorers) named() map[string]**linear.Model {
	return map[string]**linear.Model{"roles": &s.Roles, "incidents": &s.Incidents, "pairs": &s.Pairs,
		"reports": &s.Reports, "parts": &s.Parts, "groups": &s.Groups}
}

func loadScorers() (s Scorers, err error) {
	s.LeastRole, s.LeastPair = leastRole, leastPair
	for name, into := range s.named() {
		raw, err := weights.ReadFile("weights/" + name + ".bin")
		if err != nil {
			return s, fmt.Errorf("events: %w", err)
		}
		if *into, err = linear.Load(raw); err != nil {
			return s, fmt.Errorf("events: weights of %s: %w", name, err)
		}
	}
	return s, nil
}

// Weights are the scorers as they are stored, by the names of their files.
func (s *Scorers) Weights() map[string][]byte {
	out := map[string][]byte{}
	for name, m := range s.named() {
		out[name+".bin"] = (*m).Bytes()
	}
	return out
}

// Least probabilities at which the scorers are believed: set high, since a role or
// a tie that is missing is forgiven sooner than one that is made up.
const leastRole, leastPair = 0.6, 0.9

// score lets the scorers add roles. How sure they are that an event is an
// incident only says which event a mention belongs to: it is learned from reports
// of terrorism, and other violence is no less certain.
func (v *view) score(s Scorers) {
	v.incident = make([]float64, len(v.found))
	if s.Incidents != nil {
		p := make([]float64, 2)
		for i := range v.found {
			if violent(&v.doc.Events[i]) {
				s.Incidents.Probabilities(v.ofEvent(i), p)
				v.incident[i] = p[1]
			}
		}
	}
	if s.Roles == nil || v.count == 0 && !v.newsworthy() {
		return
	}
	v.likely = make([][]float64, len(v.doc.Mentions))
	for i := range v.doc.Mentions {
		ref := annals.Ref(i + 1)
		if v.asked(ref) {
			v.likely[i] = make([]float64, len(scoredRoles))
			s.Roles.Probabilities(v.ofMention(ref), v.likely[i])
			v.believe(ref, v.likely[i], s.LeastRole)
		}
	}
}

// asked says whether a mention could fill a role at all.
func (v *view) asked(ref annals.Ref) bool {
	m := &v.doc.Mentions[ref-1]
	return m.Form != annals.Pronoun && !v.timed[v.headOf(m)]
}

// believe gives a mention the likeliest role in an event of its sentence that took
// place, where rules found nobody for it and the scorer is sure enough.
func (v *view) believe(ref annals.Ref, p []float64, least float64) {
	best := likeliest(p)
	if len(v.ruled[ref]) > 0 || p[best] < least {
		return
	}
	e := v.eventFor(ref)
	if e < 0 || v.taken(e, ref) || len(ofRole(v.doc.Events[e].Arguments, scoredRoles[best])) > 0 || !told(&v.doc.Events[e]) ||
		v.text.SentenceOf(v.headOf(&v.doc.Mentions[ref-1])) != v.text.SentenceOf(v.found[e].token) {
		return
	}
	v.doc.Events[e].Arguments = append(v.doc.Events[e].Arguments,
		annals.Argument{Role: scoredRoles[best], Mention: ref, Confidence: p[best], Rule: "learned role"})
}

// told says whether an event is one that took place, were it in the trying.
func told(e *annals.Event) bool { return e.Status == annals.Happened || e.Status == annals.Attempted }

// likeliest is the likeliest role, none left out.
func likeliest(p []float64) int {
	best := 1
	for c := 2; c < len(p); c++ {
		if p[c] > p[best] {
			best = c
		}
	}
	return best
}

// taken says whether an argument of the event stands in the same words.
func (v *view) taken(event int, ref annals.Ref) bool {
	m := &v.doc.Mentions[ref-1]
	return slices.ContainsFunc(v.doc.Events[event].Arguments, func(a annals.Argument) bool {
		return v.doc.Mentions[a.Mention-1].Overlaps(m.Span)
	})
}

// An event some sentences away is this much less likely to be the one a mention
// belongs to, up to the farthest.
const (
	apart    = 0.5
	farthest = 3
)

// eventFor is the violent event a mention most likely belongs to: the likeliest
// incident of its sentence, or of those near it. -1 for none.
func (v *view) eventFor(ref annals.Ref) int {
	h := v.headOf(&v.doc.Mentions[ref-1])
	s := v.text.SentenceOf(h)
	best, most := -1, 0.0
	for back := -1; back <= farthest; back++ {
		weight := math.Pow(apart, math.Abs(float64(back)))
		for _, i := range v.bySent[s-back] {
			if p := weight * (v.incident[i] + rest); p > most {
				best, most = i, p
			}
		}
	}
	return best
}

// rest keeps an unlikely incident close by ahead of a likely one far off only
// where the two are nearly as likely.
const rest = 0.05
