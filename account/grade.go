package account

import (
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Grade says how well an event is founded, in the words that Airwars uses for
// reports of harm.
type Grade string

// Grades, the best founded first.
const (
	Confirmed  Grade = "confirmed"
	Fair       Grade = "fair"
	Weak       Grade = "weak"
	Contested  Grade = "contested"
	Discounted Grade = "discounted"
)

// Grounds are what an event is graded on.
type Grounds struct {
	Origins   int     // distinct origins that tell of it
	Weight    float64 // their reliabilities in sum, each 1 unless a person set it
	Admitted  bool    // who is said to have done it says so too
	Contested bool    // reports lay it at different doors
	Withdrawn bool    // every telling is denied, or withdrawn by its outlet
}

// GradeRule is a named way to grade. It is a value: another rule is another value.
type GradeRule struct {
	Name       string
	Definition string
	Grade      func(Grounds) Grade
}

// enoughOrigins is the sum of reliabilities that makes a fair foundation.
const enoughOrigins = 2

// OriginGrades grades by who tells of an event.
var OriginGrades = GradeRule{
	Name: "origins",
	Definition: fmt.Sprintf("Discounted when every telling is denied or withdrawn; confirmed when an actor said to have done it says so; "+
		"contested when reports name different actors; fair when origins that tell of it have reliabilities of %d or more in sum "+
		"(1 each, unless a person set another); else weak.", enoughOrigins),
	Grade: func(g Grounds) Grade {
		switch {
		case g.Withdrawn:
			return Discounted
		case g.Admitted:
			return Confirmed
		case g.Contested:
			return Contested
		case g.Weight >= enoughOrigins:
			return Fair
		}
		return Weak
	},
}

// GradeRules are the rules by which an event can be graded, the default first.
func GradeRules() []GradeRule { return []GradeRule{OriginGrades} }

// Meaning says what a grade tells of an event.
func (g Grade) Meaning() string { return meanings[g] }

var meanings = map[Grade]string{
	Confirmed:  "an actor said to have done it says so",
	Fair:       "enough independent origins tell of it",
	Weak:       "too few independent origins tell of it",
	Contested:  "reports lay it at different doors",
	Discounted: "every telling of it is denied or withdrawn",
}

// GradeReason says in words why an event has its grade.
func (a *Account) GradeReason(e *Event) string {
	reason := fmt.Sprintf("%s (%d told of it, their reliabilities %s in sum; rule %s)", e.Grade.Meaning(), e.Grounds.Origins, Number(e.Grounds.Weight), e.GradeRule)
	if e.Alleged {
		reason += "; alleged: only claims carry it"
	}
	return reason
}

// Grades lists the grades, the best founded first.
func Grades() []Grade { return []Grade{Confirmed, Fair, Weak, Contested, Discounted} }

// Grounds works out what an event is graded on.
func (a *Account) Grounds(e *Event) Grounds {
	g := Grounds{Withdrawn: true}
	origins := map[int]bool{}
	for _, s := range e.Statements {
		mention := &a.Reading(s.Reading).Events[a.Statement(s).Ref-1]
		if !a.DocumentOf(s.Reading).Counts() || mention.Status == annals.Denied {
			continue
		}
		g.Withdrawn = false
		g.Admitted = g.Admitted || a.admitted(e, s)
		if o := a.Resolution.Origin(s); !origins[o] {
			origins[o] = true
			g.Origins++
			g.Weight += a.reliability(o)
		}
	}
	_, _, g.Contested = a.differentDoors(e)
	return g
}

// admitted says whether a statement of an event is made by an actor who is said
// to have done it.
func (a *Account) admitted(e *Event, s resolve.StatementKey) bool {
	ref := a.Statement(s).Claim
	if ref == 0 {
		return false
	}
	c := &a.Reading(s.Reading).Claims[ref-1]
	speaker := a.ActorOf(resolve.EntityKey{Reading: s.Reading, Entity: c.Speaker})
	if c.Kind == annals.DeniedClaim || c.Speaker == 0 || speaker < 0 {
		return false
	}
	for _, p := range e.Parties {
		if p.Role == annals.Actor && p.Actor == speaker {
			return true
		}
	}
	return false
}

func (a *Account) deriveGrades(rule GradeRule) {
	for i := range a.Events {
		e := &a.Events[i]
		e.Grounds = a.Grounds(e)
		e.Grade, e.GradeRule = rule.Grade(e.Grounds), rule.Name
	}
}
