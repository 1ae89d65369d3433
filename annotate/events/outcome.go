package events

import "github.com/annals-project/annals"

// outcomes ties what befell people, told without who did it ("at least 13 were
// dead"), to the attack it came of, so that its dead are counted with that
// attack's and not beside them.
func (j *joiner) outcomes() {
	for i := range j.found {
		if !j.outcome(i) {
			continue
		}
		if o := j.causeOf(i); o >= 0 {
			first, other := min(j.group[o], j.group[i]), max(j.group[o], j.group[i])
			for k, g := range j.group {
				if g == other {
					j.group[k] = first
				}
			}
			j.reason[max(o, i)] = "what the attack led to"
		}
	}
}

// outcome says whether an event is harm that came to people, with no type of its
// own and nobody said to have done it.
func (j *joiner) outcome(i int) bool {
	e := j.event(i)
	return e.PLOVER == nil && (j.found[i].frame.name == "harm" || j.found[i].frame.name == "undergo") && e.Status == annals.Happened && !e.Background &&
		len(ofRole(e.Arguments, annals.Actor)) == 0
}

// causeOf is the attack that an outcome came of: the last one told before it in
// its sentence or the one before, else the only one that the report tells; -1
// when several could be.
func (j *joiner) causeOf(i int) int {
	only := none
	for o := len(j.found) - 1; o >= 0; o-- {
		if o == i || !j.mayLeadTo(o, i) {
			continue
		}
		if back := j.text.SentenceOf(j.found[i].token) - j.text.SentenceOf(j.found[o].token); o < i && back <= outcomeReach {
			return o
		}
		switch {
		case only == none:
			only = o
		case only != several && j.group[only] != j.group[o]:
			only = several
		}
	}
	return max(only, none)
}

const (
	none         = -1
	several      = -2
	outcomeReach = 1 // sentences back to the attack that an outcome is told of
)

func (j *joiner) mayLeadTo(o, i int) bool {
	x, y := j.event(o), j.event(i)
	return x.PLOVER != nil && x.PLOVER.Type == "ASSAULT" && x.Status == annals.Happened && !x.Background && x.PLOVER.Mode != "abduct" &&
		!daysDiffer(x.EDTF, y.EDTF) && !j.placesDiffer(x, y)
}
