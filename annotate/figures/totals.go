package figures

import (
	"iter"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// Total is how many a report gives for its main event, and from which figures.
type Total struct {
	Measure annals.Measure
	Number  float64      // 0 when the report gives none
	Figures []annals.Ref // that make it up; more than one where they add up
	Stated  bool         // some figure gives it; false is not known rather than none
}

// Totals are the killed, injured and captured of what a report is about: figures
// that are no parts, rates or sums over a longer time are added where one verb
// holds them, and the largest such sum is taken. People told of without a number
// count once each, by name. A person shot is counted injured unless the dead
// account for it.
type Totals struct {
	Killed, Injured, Captured Total
}

// Counting is who is counted in a total.
type Counting struct {
	NoAttackers bool // those called attackers, bombers, gunmen are left out
	Series      bool // attacks told one after the other are one incident: their dead are added
}

// Totals reads the totals of a document that has been read.
func (x *Reader) Totals(d *annotate.Document, c Counting) Totals {
	if len(d.Text.Tokens) == 0 {
		return Totals{}
	}
	r := newReading(plainly(d, x), x)
	r.counting = c
	t := r.totals()
	if c.Series && !t.Killed.Stated && !t.Injured.Stated {
		r.overTime = true // "12 people have died so far"
		t = r.totals()
	}
	return t
}

func (r *reading) totals() Totals {
	t := Totals{Killed: r.total(annals.Killed, false), Injured: r.total(annals.Injured, false), Captured: r.total(annals.Captured, false)}
	hits, dead := r.total(annals.Injured, true), largest(annals.Killed, r.sums(annals.Killed, false))
	if hits.Number-dead.Number > t.Injured.Number {
		hits.Number -= dead.Number
		t.Injured = hits
	}
	r.addPeople(&t)
	return t
}

// addPeople takes the number of people told of without a number where it is
// greater than any number given.
func (r *reading) addPeople(t *Totals) {
	killed, injured := Total{Measure: annals.Killed}, Total{Measure: annals.Injured}
	for _, p := range r.someones() {
		if p.killed {
			killed = killed.with(1, p.figures[0])
		} else if p.injured {
			injured = injured.with(1, p.figures[0])
		}
	}
	if killed.Number > t.Killed.Number {
		t.Killed = killed
	}
	if injured.Number > t.Injured.Number {
		t.Injured = injured
	}
}

// verbSum is the sum of the figures that one verb holds.
type verbSum struct {
	Total
	numbered bool // some figure of it has a number
}

// sums are the sums of figures of one measure, in the order of the text. hits says
// whether people shot with no outcome told are counted.
func (r *reading) sums(m annals.Measure, hits bool) []verbSum {
	var out []verbSum
	var last *annals.Figure
	died := r.died()
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		if f.Measure != m && r.fateOf(f) != m || !r.eligible(f) || !hits && strings.HasSuffix(f.Rule, string(shot)) {
			continue
		}
		if m == annals.Injured && died[annals.Ref(i+1)] {
			continue // "a guard was wounded. He died later."
		}
		n, known := least(f)
		if !known {
			continue
		}
		if last == nil || !r.joinedFigures(last, f) {
			out = append(out, verbSum{Total: Total{Measure: m}})
		}
		s := &out[len(out)-1]
		s.Total, s.numbered, last = s.with(n-r.lost(annals.Ref(i+1), m, hits), annals.Ref(i+1)), s.numbered || !unnumbered(f), f
	}
	return out
}

// total is the largest sum of figures of one measure that one verb holds, or what
// a series of attacks adds up to.
func (r *reading) total(m annals.Measure, hits bool) Total {
	sums := r.sums(m, hits)
	if r.counting.Series {
		return r.series(m, sums)
	}
	return largest(m, sums)
}

func largest(m annals.Measure, sums []verbSum) Total {
	best := Total{Measure: m, Stated: len(sums) > 0}
	for _, s := range sums {
		if s.Number > best.Number && s.numbered {
			best = s.Total
		}
	}
	return best
}

// eligible says that a figure may be a total of the main event.
func (r *reading) eligible(f *annals.Figure) bool {
	if f.Told() || f.PartOf != 0 && !r.isFate(f) || f.Cumulative && !r.overTime || f.Per != "" || r.counting.NoAttackers && r.isAttacker(f) {
		return false
	}
	if f.Event != 0 && int(f.Event) <= len(r.d.Events) {
		e := &r.d.Events[f.Event-1]
		happened := e.Status != annals.Denied && e.Status != annals.Planned
		return !r.history(e, f.Start) && (happened || saysItself(f))
	}
	return true
}

// saysItself says that a figure's own words tell that it happened, whatever its event is
// taken for ("left 29 hurt, none of them badly"): a death, or people hurt who are counted.
// What was only threatened or denied makes no such figure.
func saysItself(f *annals.Figure) bool {
	return f.Measure == annals.Killed || f.Measure == annals.Injured && !unnumbered(f)
}

// history says that an event told at a place of the text was over long before the
// report. A time that only a later sentence tells does not make it so: that sentence
// tells of another event like it.
func (r *reading) history(e *annals.Event, at int) bool {
	return e.Background && (e.Time == 0 || r.t.SentenceAt(r.d.Times[e.Time-1].Start) <= r.t.SentenceAt(at))
}

// isAttacker says that those counted are called attackers, or killed themselves.
func (r *reading) isAttacker(f *annals.Figure) bool {
	first, last := r.t.Covering(f.WhoSpan.Start, f.WhoSpan.End)
	if last <= first || f.WhoSpan.Empty() {
		return false
	}
	switch r.norm(last - 1) {
	case "himself", "herself", "themselves":
		return true
	case "them", "whom":
		return r.is(last, attacker) // "six of them attackers"
	}
	if r.is(first-1, possessive) && unnumbered(f) {
		return false // "the officer and his gunman"
	}
	return r.is(last-1, attacker) || r.calledAsAttackers(f, last-1) || unnumbered(f) && r.attacked(f)
}

// attacked says that whom a figure counts is told to have attacked before he was
// attacked. Who is told of anew ("a man") is meant by himself alone.
func (r *reading) attacked(f *annals.Figure) bool {
	who, anew := r.entityOf(f), strings.HasPrefix(f.Rule, ruleIndefinite)
	for e := range r.assaults() {
		if f.Event != 0 && e.Trigger.Start >= r.d.Events[f.Event-1].Trigger.Start || anew && e.Trigger.Start < f.End {
			continue // "killed a baby who was passing by and wounded three"
		}
		for _, a := range e.Arguments {
			if a.Mention == 0 {
				continue
			}
			m := &r.d.Mentions[a.Mention-1]
			if anew && f.WhoSpan.Overlaps(m.Head) || !anew && who != 0 && m.Entity == who {
				return a.Role == annals.Actor
			}
		}
	}
	return false
}

// calledAsAttackers says that the noun at token i of a figure, which is not one for
// anybody, is the one that the first attack told of has for those who made it.
func (r *reading) calledAsAttackers(f *annals.Figure, i int) bool {
	if r.is(i, people) {
		return false
	}
	if f.Event != 0 {
		if m := r.actor(&r.d.Events[f.Event-1]); m != nil && !m.Overlaps(f.WhoSpan) && r.called(m, i) && r.t.SentenceAt(m.Start) == r.t.SentenceAt(f.Start) {
			return false // fighters killed fighters
		}
	}
	for e := range r.assaults() {
		if m := r.actor(e); m != nil {
			return m.Kind != annals.StateForce && m.End <= f.Start && r.called(m, i)
		}
	}
	return false
}

// actor is the first who did an event; nil where nobody is told.
func (r *reading) actor(e *annals.Event) *annals.Mention {
	for _, a := range e.Arguments {
		if a.Role == annals.Actor && a.Mention != 0 {
			return &r.d.Mentions[a.Mention-1]
		}
	}
	return nil
}

// called says that the noun of a mention is the one at token i, in either number.
func (r *reading) called(m *annals.Mention, i int) bool {
	_, end := r.t.Covering(m.Head.Start, m.Head.End)
	return end > 0 && r.singular(end-1) == r.singular(i)
}

// assaults are the assaults a report tells of as its news.
func (r *reading) assaults() iter.Seq[*annals.Event] {
	return func(yield func(*annals.Event) bool) {
		for i := range r.d.Events {
			if e := &r.d.Events[i]; e.PLOVER != nil && e.PLOVER.Type == "ASSAULT" && !r.history(e, e.Trigger.Start) && !yield(e) {
				return
			}
		}
	}
}

// unnumbered says that a figure is one person told of without a number.
func unnumbered(f *annals.Figure) bool {
	rule, _, _ := strings.Cut(f.Rule, " ")
	return rule == ruleIndefinite || rule == ruleNamed || rule == ruleDefinite || rule == rulePronoun
}

// least is the value of a figure, else the least it may be.
func least(f *annals.Figure) (float64, bool) {
	switch {
	case f.Value != nil:
		return *f.Value, true
	case f.Low != nil:
		return *f.Low, true
	}
	return 0, false
}

// nameOf is the family name of a person counted by name; "" for others.
func (r *reading) nameOf(f *annals.Figure) string {
	if !strings.HasPrefix(f.Rule, ruleNamed) {
		return ""
	}
	words := strings.Fields(strings.ToLower(f.Who))
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	if isSuffix(last) && len(words) > 1 {
		last = words[len(words)-2]
	}
	return strings.Trim(last, ".,")
}
