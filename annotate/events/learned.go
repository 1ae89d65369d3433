package events

import (
	_ "embed"
	"fmt"
	"math"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/events/linear"
)

// Weights of the three scorers, made by package train from the development texts
// and keys of MUC-4.
var (
	//go:embed weights/roles.bin
	rolesWeights []byte
	//go:embed weights/incidents.bin
	incidentsWeights []byte
	//go:embed weights/pairs.bin
	pairsWeights []byte
)

// Scorers are the learned parts: what part a mention plays, whether an event is
// an incident told as news, whether two events are one. A nil scorer is not asked.
type Scorers struct {
	Roles, Incidents, Pairs *linear.Model

	LeastRole float64 // probability at which a mention no rule gave a role gets one
	LeastPair float64 // probability at which two events no rule tied are one
}

// scoredRoles are the classes of the roles scorer; the first is none.
var scoredRoles = [...]annals.Role{"", annals.Actor, annals.Victim, annals.Target, annals.WeaponRole}

func loadScorers() (s Scorers, err error) {
	s.LeastRole, s.LeastPair = leastRole, leastPair
	for _, part := range []struct {
		name string
		raw  []byte
		into **linear.Model
	}{{"roles", rolesWeights, &s.Roles}, {"incidents", incidentsWeights, &s.Incidents}, {"pairs", pairsWeights, &s.Pairs}} {
		if *part.into, err = linear.Load(part.raw); err != nil {
			return s, fmt.Errorf("events: weights of %s: %w", part.name, err)
		}
	}
	return s, nil
}

// Least probabilities at which the scorers are believed, tuned on MUC-4 DEV by
// cross-validation.
const leastRole, leastPair = 0.25, 0.8

// score lets the scorers add roles and set confidences.
func (v *view) score(s Scorers) {
	if s.Incidents != nil {
		p := make([]float64, 2)
		for i := range v.found {
			if e := &v.doc.Events[i]; violent(e) {
				s.Incidents.Probabilities(v.ofEvent(i), p)
				e.Confidence = p[1]
			}
		}
	}
	if s.Roles == nil || v.count == 0 {
		return
	}
	p := make([]float64, len(scoredRoles))
	for i := range v.doc.Mentions {
		ref := annals.Ref(i + 1)
		if v.asked(ref) {
			s.Roles.Probabilities(v.ofMention(ref), p)
			v.believe(ref, p, s.LeastRole)
		}
	}
}

// asked says whether a mention could fill a role at all.
func (v *view) asked(ref annals.Ref) bool {
	m := &v.doc.Mentions[ref-1]
	return m.Form != annals.Pronoun && !v.timed[v.headOf(m)]
}

// believe sets the confidence of the roles rules gave a mention, and gives it the
// likeliest role where rules gave none and the scorer is sure enough.
func (v *view) believe(ref annals.Ref, p []float64, least float64) {
	for _, x := range v.ruled[ref] {
		e := &v.doc.Events[x.event]
		for n := range e.Arguments {
			if a := &e.Arguments[n]; a.Mention == ref {
				a.Confidence = p[slices.Index(scoredRoles[:], a.Role)]
			}
		}
	}
	best := 1
	for c := 2; c < len(p); c++ {
		if p[c] > p[best] {
			best = c
		}
	}
	if len(v.ruled[ref]) > 0 || p[best] < least {
		return
	}
	if e := v.eventFor(ref); e >= 0 {
		v.doc.Events[e].Arguments = append(v.doc.Events[e].Arguments,
			annals.Argument{Role: scoredRoles[best], Mention: ref, Confidence: p[best], Rule: "learned role"})
	}
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
			if p := weight * (v.doc.Events[i].Confidence + rest); p > most {
				best, most = i, p
			}
		}
	}
	return best
}

// rest keeps an unlikely incident close by ahead of a likely one far off only
// where the two are nearly as likely.
const rest = 0.05
