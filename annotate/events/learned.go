package events

import (
	_ "embed"
	"fmt"
	"math"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
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

// Weigh is the corpus's view of a document: it sets the confidence of every ASSAULT and of its arguments to what the
// scorers say: how likely the event is an incident of terrorism told as news, the
// mention one whom the MUC-4 keys would list, and adds mentions they likely list. Annotate does not, for these keys
// leave out much that happened: clashes, background, people not named.
func (c *Component) Weigh(d *annotate.Document) {
	if d.Text == nil || len(d.Text.Tokens) == 0 || c.scorers.Incidents == nil {
		return
	}
	bare := &annotate.Document{Doc: d.Doc, Text: d.Text, Annotations: d.Annotations}
	bare.Events, bare.Mentions = nil, slices.Clone(d.Mentions)
	r := c.lexicon.read(bare)
	found := r.candidates()
	for i := range found {
		bare.Events = append(bare.Events, r.event(&found[i]))
	}
	r.cover(found)
	v := r.view(found)
	v.incident = make([]float64, len(found))
	incident, p := map[annals.Span]float64{}, make([]float64, len(scoredRoles))
	for i := range found {
		if violent(&bare.Events[i]) {
			c.scorers.Incidents.Probabilities(v.ofEvent(i), p[:2])
			incident[found[i].span], v.incident[i] = p[1], p[1]
		}
	}
	for i := range d.Events {
		e := &d.Events[i]
		if !violent(e) {
			continue
		}
		e.Confidence = incident[e.Trigger]
		for n := range e.Arguments {
			a := &e.Arguments[n]
			c.scorers.Roles.Probabilities(v.ofMention(a.Mention), p)
			a.Confidence = p[max(0, slices.Index(scoredRoles[:], a.Role))]
		}
	}
	c.fillUp(d, v)
}

// leastListed is the probability from which a mention is likelier listed in the
// keys than the keys' own disagreement would have it. Tuned on MUC-4 DEV.
const leastListed = 0.25

// fillUp gives mentions without a role the likeliest, in the event they most
// likely belong to: what Annotate does only where it is nearly certain.
func (c *Component) fillUp(d *annotate.Document, v *view) {
	p := make([]float64, len(scoredRoles))
	at := map[annals.Span]int{}
	for i, e := range d.Events {
		at[e.Trigger] = i
	}
	for i := range d.Mentions {
		ref := annals.Ref(i + 1)
		if !v.asked(ref) || len(v.ruled[ref]) > 0 || v.count == 0 {
			continue
		}
		c.scorers.Roles.Probabilities(v.ofMention(ref), p)
		best := likeliest(p)
		if e := v.eventFor(ref); e >= 0 && p[best] >= leastListed {
			n := at[v.found[e].span]
			d.Events[n].Arguments = append(d.Events[n].Arguments,
				annals.Argument{Role: scoredRoles[best], Mention: ref, Confidence: p[best], Rule: "learned role"})
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
