package account

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Profile is what the reports tell of an actor beyond its events.
type Profile struct {
	Founded []Fact
	Leaders []Fact
	Aims    []Fact  // what it fights for, seeks or demands, as reports word it
	Figures []Entry // strength, attacks, money, losses: every number, by measure
}

// Fact is something said of an actor, with its time and place.
type Fact struct {
	Value      string // "Shahab al-Muhajir"; "" where time and place are all there is
	EDTF       string
	Place      string
	Speakers   []string
	Statements []resolve.StatementKey
}

// FoundedRule names the events that tell of a group's beginning: their target
// is the group.
const FoundedRule = "founded"

// profiled are the measures that describe an actor, in the order shown.
var profiled = []annals.Measure{annals.Strength, annals.Attacks, annals.Clashes, annals.Money, annals.Surrendered,
	annals.Captured, annals.Escaped, annals.Killed, annals.OtherFigure}

func (a *Account) deriveProfiles() {
	for reading, r := range a.Resolution.Readings {
		for i := range r.Events {
			a.takeFounding(reading, annals.Ref(i+1))
		}
		for i := range r.Relations {
			a.takeLeader(reading, annals.Ref(i+1))
		}
		for i := range r.Entities {
			a.takeAims(reading, annals.Ref(i+1))
		}
		for i := range r.Figures {
			f := &r.Figures[i]
			actor := a.ActorOf(resolve.EntityKey{Reading: reading, Entity: f.Subject})
			if f.Subject != 0 && actor >= 0 && !f.Told() && slices.Contains(profiled, f.Measure) {
				p := &a.Actors[actor].Profile
				p.Figures = append(p.Figures, a.Entry(reading, annals.Ref(i+1)))
			}
		}
	}
	for i := range a.Actors {
		figures := a.Actors[i].Profile.Figures
		sortEntries(figures)
		slices.SortStableFunc(figures, func(x, y Entry) int {
			return slices.Index(profiled, x.Figure.Measure) - slices.Index(profiled, y.Figure.Measure)
		})
	}
}

// LooseFigures are the numbers that belong to no event and to no actor's
// profile, by report.
func (a *Account) LooseFigures() []Entry {
	var out []Entry
	for _, d := range a.Documents {
		r := a.Reading(d.Reading)
		for i := range r.Figures {
			f := &r.Figures[i]
			profiles := f.Subject != 0 && a.ActorOf(resolve.EntityKey{Reading: d.Reading, Entity: f.Subject}) >= 0 && slices.Contains(profiled, f.Measure)
			if f.Event == 0 && !profiles && !f.Told() {
				out = append(out, a.Entry(d.Reading, annals.Ref(i+1)))
			}
		}
	}
	return out
}

func (a *Account) takeFounding(reading int, ref annals.Ref) {
	r := a.Reading(reading)
	e := &r.Events[ref-1]
	if !strings.HasPrefix(e.Rule, FoundedRule) || e.Status != annals.Happened {
		return
	}
	fact := Fact{EDTF: e.EDTF, Statements: a.statements(reading, annals.AboutEvent, ref)}
	if e.Place != 0 {
		fact.Place = r.Mentions[e.Place-1].Text
	}
	group := -1
	for _, arg := range e.Arguments {
		key := resolve.EntityKey{Reading: reading, Entity: r.Mentions[arg.Mention-1].Entity}
		switch arg.Role {
		case annals.Target:
			group = a.ActorOf(key)
		case annals.Actor:
			fact.Value = a.NameOf(key)
		}
	}
	if group >= 0 && (fact.EDTF != "" || fact.Place != "" || fact.Value != "") {
		p := &a.Actors[group].Profile
		p.Founded = mergeFact(p.Founded, fact)
	}
}

func (a *Account) takeLeader(reading int, ref annals.Ref) {
	r := a.Reading(reading)
	x := &r.Relations[ref-1]
	if x.Type != annals.LeaderOf {
		return
	}
	led := a.ActorOf(resolve.EntityKey{Reading: reading, Entity: x.To})
	if led < 0 {
		return
	}
	fact := Fact{Value: a.NameOf(resolve.EntityKey{Reading: reading, Entity: x.From}), Statements: a.statements(reading, annals.AboutRelation, ref)}
	if x.Time != 0 {
		fact.EDTF = r.Times[x.Time-1].EDTF
	}
	if x.Claim != 0 {
		fact.Speakers = appendNew(nil, a.speaker(reading, &r.Claims[x.Claim-1]))
	}
	p := &a.Actors[led].Profile
	p.Leaders = mergeFact(p.Leaders, fact)
}

func (a *Account) takeAims(reading int, ref annals.Ref) {
	r := a.Reading(reading)
	actor := a.ActorOf(resolve.EntityKey{Reading: reading, Entity: ref})
	if actor < 0 {
		return
	}
	p := &a.Actors[actor].Profile
	for _, k := range a.statements(reading, annals.AboutProfile, ref) {
		n := a.Statement(k).Aim
		if n == 0 {
			continue
		}
		aim := &r.Entities[ref-1].Aims[n-1]
		fact := Fact{Value: aim.Text, Statements: []resolve.StatementKey{k}}
		if aim.Claim != 0 {
			fact.Speakers = appendNew(nil, a.speaker(reading, &r.Claims[aim.Claim-1]))
		}
		p.Aims = mergeFact(p.Aims, fact)
	}
}

// mergeFact adds a fact, or its statements to the same fact from elsewhere.
func mergeFact(facts []Fact, fact Fact) []Fact {
	for i := range facts {
		if f := &facts[i]; strings.EqualFold(f.Value, fact.Value) && f.EDTF == fact.EDTF && (f.Place == fact.Place || f.Place == "" || fact.Place == "") {
			f.Statements = append(f.Statements, fact.Statements...)
			if f.Place == "" {
				f.Place = fact.Place
			}
			for _, s := range fact.Speakers {
				f.Speakers = appendNew(f.Speakers, s)
			}
			return facts
		}
	}
	return append(facts, fact)
}
