package figures

import (
	"github.com/annals-project/annals"
)

// victims says of those counted what the words first ≤ i < last state. Nothing
// is read into a word: "children" says age, and not whether civilian.
func (r *reading) victims(first, last int) annals.Victims {
	v := annals.Victims{Status: "not_stated"}
	for i := first; i < last; i++ {
		longest := 0
		for _, t := range r.words[i].traits {
			if next, ok := r.follows(i+1, t.rest); ok && next <= last && len(t.rest) >= longest {
				longest = len(t.rest)
				r.addTrait(&v, t, i, next)
			}
		}
	}
	return v
}

func (r *reading) addTrait(v *annals.Victims, t trait, first, last int) {
	switch t.field {
	case "status":
		if v.Status != "not_stated" && v.Status != t.value {
			v.Status = "mixed"
		} else {
			v.Status = t.value
		}
	case "sex":
		v.Sex = merge(v.Sex, t.value)
	case "age":
		v.Age = merge(v.Age, t.value)
	case "group":
		v.Group = r.span(first, last).In(r.t.Source)
	}
}

// bothStated marks a field of which the words state two values.
const bothStated = "-"

func merge(have, value string) string {
	if have == "" || have == value {
		return value
	}
	return bothStated
}

// side is what stands before the noun and says whose people they are: a name or
// demonym, as written ("Afghan" in "Afghan civilians").
func (r *reading) side(q *counted) string {
	first, last := -1, -1
	for i := q.whoFirst; i < q.head; i++ {
		if !r.mentioned(i) || r.sortOf(i) == person {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i + 1
	}
	if first < 0 {
		return ""
	}
	return r.span(first, last).In(r.t.Source)
}

// mentioned says that token i begins or belongs to a named group, force,
// government, people or place.
func (r *reading) mentioned(i int) bool {
	at := r.t.Tokens[i]
	for m := range r.mentionsIn(annals.Span{Start: at.Start, End: at.End}) {
		switch m.Kind {
		case annals.ArmedGroup, annals.StateForce, annals.Government, annals.Population, annals.PlaceKind, annals.Organisation:
			if m.Form == annals.Name {
				return true
			}
		}
	}
	return false
}
