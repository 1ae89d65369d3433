package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events/linear"
)

// Answer is the key of one document: its incidents, each with what fills its
// roles and the type it has.
type Answer struct {
	Incidents []AnsweredIncident
	Type      func(*annals.Event) string // the type of an event in the key's terms
}

// AnsweredIncident is one incident of a key.
type AnsweredIncident struct {
	Type  string
	Fills func(annals.Role, *annals.Annotations, annals.Ref) bool // does the mention fill the role?
}

// Observations are examples for the three scorers.
type Observations struct{ Roles, Incidents, Pairs []linear.Example }

// Add puts the examples of o behind those of s.
func (s *Observations) Add(o Observations) {
	s.Roles = append(s.Roles, o.Roles...)
	s.Incidents = append(s.Incidents, o.Incidents...)
	s.Pairs = append(s.Pairs, o.Pairs...)
}

// Observe reads the examples off a document whose mentions, places and times are
// known and whose events are not, and its key. The roles scorer learns from
// reports of incidents only: what is none is the incidents scorer's to say.
func (c *Component) Observe(d *annotate.Document, key Answer) Observations {
	var o Observations
	r := c.lexicon.read(d)
	found := r.candidates()
	for i := range found {
		d.Events = append(d.Events, r.event(&found[i]))
	}
	r.cover(found)
	v := r.view(found)
	for i := range d.Mentions {
		if ref := annals.Ref(i + 1); v.count > 0 && len(key.Incidents) > 0 && v.asked(ref) {
			o.Roles = append(o.Roles, linear.Example{Features: v.ofMention(ref), Class: key.role(d, ref)})
		}
	}
	of := make([]int, len(found)) // event → its incident in the key, -1 none
	for i := range found {
		of[i] = -1
		if e := &d.Events[i]; violent(e) {
			of[i] = key.align(d, e)
			class := 0
			if of[i] >= 0 {
				class = 1
			}
			o.Incidents = append(o.Incidents, linear.Example{Features: v.ofEvent(i), Class: class})
		}
	}
	for b := range found {
		for a := max(0, b-lookBack); a < b; a++ {
			if of[a] < 0 || of[b] < 0 {
				continue
			}
			class := 0
			if of[a] == of[b] {
				class = 1
			}
			o.Pairs = append(o.Pairs, linear.Example{Features: v.ofPair(a, b), Class: class})
		}
	}
	return o
}

// role is the class of the role a mention fills in any incident; 0 none.
func (k *Answer) role(d *annotate.Document, ref annals.Ref) int {
	for class := 1; class < len(scoredRoles); class++ {
		for _, in := range k.Incidents {
			if in.Fills(scoredRoles[class], &d.Annotations, ref) {
				return class
			}
		}
	}
	return 0
}

// align finds the incident an event tells of: the one whose roles most of its
// arguments fill, type deciding between equals; -1 for none.
func (k *Answer) align(d *annotate.Document, e *annals.Event) int {
	best, most := -1, 0
	for i, in := range k.Incidents {
		score := 0
		for _, a := range e.Arguments {
			if in.Fills(a.Role, &d.Annotations, a.Mention) {
				score += 2
			}
		}
		if k.Type(e) == in.Type {
			score++
		}
		if score > most {
			best, most = i, score
		}
	}
	return best
}

// Settings of the three scorers' training.
type Settings struct{ Roles, Incidents, Pairs linear.Settings }

// Best are the settings that did best on MUC-4 DEV by cross-validation.
func Best() Settings {
	return Settings{
		Roles:     linear.Settings{Classes: len(scoredRoles), Epochs: 4, Rate: 0.05, Decay: 1e-4, MinCount: 2},
		Incidents: linear.Settings{Classes: 2, Epochs: 4, Rate: 0.05, Decay: 1e-5, MinCount: 3},
		Pairs:     linear.Settings{Classes: 2, Epochs: 6, Rate: 0.05, Decay: 1e-5, MinCount: 3},
	}
}

// Learn fits the scorers to examples.
func Learn(o Observations, s Settings) Scorers {
	return Scorers{
		Roles:     linear.Train(o.Roles, s.Roles),
		Incidents: linear.Train(o.Incidents, s.Incidents),
		Pairs:     linear.Train(o.Pairs, s.Pairs),
		LeastRole: leastRole, LeastPair: leastPair,
	}
}
