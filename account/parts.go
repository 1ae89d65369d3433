package account

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// deriveParts ties the parts of several events told as one ("three bombings") to
// the whole, and says which of them stand in sums: never both.
func (a *Account) deriveParts() {
	for i := range a.Events {
		e := &a.Events[i]
		e.Whole, e.Counted = -1, true
		if w := a.Resolution.Events[e.Resolved].Whole; w >= 0 {
			e.Whole = a.eventAt[w]
		}
	}
	for i := range a.Events {
		e := &a.Events[i]
		if e.Whole < 0 {
			continue
		}
		a.Events[e.Whole].Parts = append(a.Events[e.Whole].Parts, i)
		if hit := e.hit(); hit != "" {
			e.Title += " (" + hit + ")"
		}
	}
	for i := range a.Events {
		whole := &a.Events[i]
		if len(whole.Parts) == 0 {
			continue
		}
		whole.Counted = !a.complete(whole)
		for _, p := range whole.Parts {
			a.Events[p].Counted = !whole.Counted
		}
	}
}

// hit is what or whom an event hit, in the words of a report: it tells the parts of
// a series apart, whose titles are else alike. No name of a person.
func (e *Event) hit() string {
	for _, role := range []annals.Role{annals.Target, annals.Victim} {
		for _, p := range e.Parties {
			if p.Role == role && (p.Kind == annals.Facility || p.Kind == annals.Population) {
				return strings.Join(strings.Fields(p.Name), " ")
			}
		}
	}
	return ""
}

// complete says whether the parts of an event are all it is said to have, and come
// to its dead and injured, so that they can stand for it.
func (a *Account) complete(whole *Event) bool {
	if told := whole.told(); told != float64(len(whole.Parts)) {
		return false
	}
	for _, m := range []annals.Measure{annals.Killed, annals.Injured} {
		t, counted := whole.Tally(m)
		if !counted {
			continue
		}
		sum := 0.0
		for _, p := range whole.Parts {
			part, known := a.Events[p].Tally(m)
			if !known {
				return false
			}
			sum += number(firstKnown(part.Best, part.Low, part.High))
		}
		if low, high := firstKnown(t.Low, t.Best), firstKnown(t.High, t.Best); sum < number(low) || high != nil && sum > *high {
			return false
		}
	}
	return true
}

// told is how many events an event is said to be, the most that a report says; 0
// when none does.
func (e *Event) told() float64 {
	n := 0.0
	for i := range e.Ledger {
		if f := e.Ledger[i].Figure; f.Measure == annals.Attacks && !f.Cumulative {
			n = max(n, size(f))
		}
	}
	return n
}

// partConflicts sets the dead of an event against those of its parts, which cannot
// be more.
func (a *Account) partConflicts(e *Event) {
	t, ok := e.Tally(annals.Killed)
	if !ok || len(e.Parts) == 0 || t.High == nil {
		return
	}
	sum, statements := 0.0, []resolve.StatementKey{}
	for _, p := range e.Parts {
		if part, known := a.Events[p].Tally(annals.Killed); known {
			sum += number(firstKnown(part.Low, part.Best, part.High))
			statements = append(statements, part.Statements...)
		}
	}
	if sum > *t.High {
		a.addConflict(FigureConflict, fmt.Sprintf("%s: %s killed, and %s in its parts", e.Title, Number(*t.High), Number(sum)),
			append(append([]resolve.StatementKey{}, t.Statements...), statements...))
		a.stake(sum - *t.High)
	}
}
