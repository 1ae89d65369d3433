package events

import "github.com/annals-project/annals"

// share gives each mention of a group what the others tell of it.
func (j *joiner) share() {
	for i := range j.found {
		e := j.event(i)
		for o := range j.found {
			if o == i || j.group[o] != j.group[i] {
				continue
			}
			other := j.event(o)
			if e.EDTF == "" && e.Time == 0 {
				e.Time, e.EDTF = other.Time, other.EDTF
			}
			if e.Place == 0 {
				e.Place, e.Places = other.Place, other.Places
			}
		}
	}
	for g := range j.found {
		j.shareActors(g)
	}
}

// shareActors carries the actor of a group to the mentions that name none.
func (j *joiner) shareActors(g int) {
	var actors []annals.Argument
	for i := range j.found {
		if j.group[i] == g && len(actors) == 0 {
			actors = ofRole(j.event(i).Arguments, annals.Actor)
		}
	}
	for i := range j.found {
		e := j.event(i)
		if j.group[i] != g || len(ofRole(e.Arguments, annals.Actor)) > 0 {
			continue
		}
		for _, a := range actors {
			a.Confidence, a.Rule = min(a.Confidence, carriedArgument), "same event: "+a.Rule
			e.Arguments = append(e.Arguments, a)
		}
	}
}
