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
type Observations struct{ Roles, Incidents, Pairs, Reports, Parts, Groups []linear.Example }

// Add puts the examples of o behind those of s.
func (s *Observations) Add(o Observations) {
	s.Roles = append(s.Roles, o.Roles...)
	s.Incidents = append(s.Incidents, o.Incidents...)
	s.Pairs = append(s.Pairs, o.Pairs...)
	s.Reports = append(s.Reports, o.Reports...)
	s.Parts = append(s.Parts, o.Parts...)
	s.Groups = append(s.Groups, o.Groups...)
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
	if v.newsworthy() {
		o.Reports = append(o.Reports, linear.Example{Features: v.ofRelevance(), Class: min(1, len(key.Incidents))})
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

// ObserveWhole reads the examples for the scorers of the report as a whole off a
// document as Observe does. The component's scorers of mentions and events must
// not have learned from it.
func (c *Component) ObserveWhole(d *annotate.Document, key Answer) Observations {
	var o Observations
	r := c.lexicon.read(d)
	found := r.candidates()
	for i := range found {
		d.Events = append(d.Events, r.event(&found[i]))
	}
	r.cover(found)
	v := r.view(found)
	v.score(c.scorers)
	group := v.join(c.scorers)
	if !v.newsworthy() {
		return o
	}
	w := v.whole(c.scorers, group)
	for i := range w.parts {
		x := &w.parts[i]
		class := 0
		for _, ref := range x.mentions {
			if class == 0 {
				class = key.role(d, ref)
			}
		}
		o.Parts = append(o.Parts, linear.Example{Features: w.ofParticipant(x), Class: class})
	}
	key.pair(w, &o)
	return o
}

// pair adds an example a group of events: whether it is the one that fits an
// incident of the key best.
func (k *Answer) pair(w *whole, o *Observations) {
	worth := func(n, i int) int {
		score, typed := 0, 0
		got := map[string]bool{}
		for _, e := range w.incidents[n].events {
			ev := &w.doc.Events[e]
			if k.Type(ev) == k.Incidents[i].Type {
				typed = 1
			}
			for _, a := range ev.Arguments {
				id := string(a.Role) + w.identity(a.Mention)
				if !got[id] && k.Incidents[i].Fills(a.Role, &w.doc.Annotations, a.Mention) {
					got[id] = true
					score += 2
				}
			}
		}
		return score + typed
	}
	taken, of := make([]bool, len(w.incidents)), make([]int, len(k.Incidents))
	for range k.Incidents { // greedily, the best fitting pair first
		best, at, to := 0, -1, -1
		for i := range k.Incidents {
			for n := range w.incidents {
				if s := worth(n, i); of[i] == 0 && !taken[n] && s > best {
					best, at, to = s, n, i
				}
			}
		}
		if at < 0 {
			break
		}
		taken[at], of[to] = true, 1
	}
	for n := range w.incidents {
		class := 0
		if taken[n] {
			class = 1
		}
		o.Groups = append(o.Groups, linear.Example{Features: w.ofIncident(n), Class: class})
	}
}

// Settings of the scorers' training.
type Settings struct{ Roles, Incidents, Pairs, Reports, Parts, Groups linear.Settings }

// Best are the settings that did best on MUC-4 DEV by cross-validation.
func Best() Settings {
	return Settings{
		Roles:     linear.Settings{Classes: len(scoredRoles), Epochs: 8, Rate: 0.05, Decay: 1e-4, MinCount: 2},
		Incidents: linear.Settings{Classes: 2, Epochs: 4, Rate: 0.05, Decay: 1e-5, MinCount: 3},
		Pairs:     linear.Settings{Classes: 2, Epochs: 6, Rate: 0.05, Decay: 1e-5, MinCount: 3},
		Reports:   linear.Settings{Classes: 2, Epochs: 6, Rate: 0.02, Decay: 1e-3, MinCount: 2},
		Parts:     linear.Settings{Classes: len(scoredRoles), Epochs: 6, Rate: 0.03, Decay: 1e-4, MinCount: 3},
		Groups:    linear.Settings{Classes: 2, Epochs: 6, Rate: 0.03, Decay: 1e-4, MinCount: 3},
	}
}

// Learn fits the scorers of mentions, events and words to examples.
func Learn(o Observations, s Settings) Scorers {
	return Scorers{
		Roles:     linear.Train(o.Roles, s.Roles),
		Incidents: linear.Train(o.Incidents, s.Incidents),
		Pairs:     linear.Train(o.Pairs, s.Pairs),
		Reports:   linear.Train(o.Reports, s.Reports),
		LeastRole: leastRole, LeastPair: leastPair,
	}
}

// LearnWhole adds the scorers of the report as a whole.
func (s *Scorers) LearnWhole(o Observations, settings Settings) {
	s.Parts, s.Groups = linear.Train(o.Parts, settings.Parts), linear.Train(o.Groups, settings.Groups)
}
