package seeds

import (
	"fmt"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// across judges a fact between documents on the reconciled account.
func (g *gold) across(c *crossFact, a *account.Account) verdict {
	switch c.Kind {
	case "same_event":
		return g.sameEvent(c, a)
	case "same_actor":
		return sameActor(c, a)
	case "not_independent":
		return g.sharedOrigin(c, a)
	case "conflict":
		return g.difference(c, a)
	}
	return verdict{"wrong", "the gold has an unknown kind of fact"}
}

// file is the name of a gold document's file.
func (g *gold) file(letter string) string { return g.Documents[letter] }

func (g *gold) holds(a *account.Account, documents []int, letter string) bool {
	return slices.ContainsFunc(documents, func(d int) bool {
		return strings.HasSuffix(a.Reading(a.Documents[d].Reading).Document.URI, g.file(letter))
	})
}

// sameEvent wants one event told by both reports whose low and best are the
// first and the last count.
func (g *gold) sameEvent(c *crossFact, a *account.Account) verdict {
	out := verdict{outcome: "missed"}
	for i := range a.Events {
		e := &a.Events[i]
		if e.Status != annals.Happened || e.EDTF != "2021-08-26" || !g.holds(a, e.Documents, c.Docs[0]) || !g.holds(a, e.Documents, c.Docs[1]) {
			continue
		}
		for _, t := range e.Tallies {
			if t.Measure == annals.Killed && t.Low != nil && t.Best != nil && *t.Low == 60 && *t.Best == 200 {
				return found
			}
			out = verdict{"wrong", fmt.Sprintf("%s: %s", e.Title, tallyWords(t))}
		}
	}
	return out
}

func tallyWords(t account.Tally) string {
	words := string(t.Measure)
	for _, x := range []*float64{t.Low, t.Best, t.High} {
		if x == nil {
			words += " ?"
		} else {
			words += " " + account.Number(*x)
		}
	}
	return words
}

// sameActor wants all aliases under one actor and none of the others' names.
func sameActor(c *crossFact, a *account.Account) verdict {
	out := verdict{outcome: "missed"}
	for i := range a.Actors {
		var names []string
		for _, n := range a.Actors[i].Aliases {
			names = append(names, n.Name)
		}
		missing := slices.DeleteFunc(slices.Clone(c.Aliases), func(want string) bool { return hasName(names, want) })
		if len(missing) == len(c.Aliases) {
			continue
		}
		for _, other := range c.NotSame {
			if hasName(names, other) {
				return verdict{"wrong", a.Actors[i].Name + " is also called " + other}
			}
		}
		if len(missing) == 0 {
			return found
		}
		out = verdict{"wrong", a.Actors[i].Name + " lacks " + strings.Join(missing, ", ")}
	}
	return out
}

// sharedOrigin wants one origin under statements of both reports about the
// leader, and none under both reports' strength figures.
func (g *gold) sharedOrigin(c *crossFact, a *account.Account) verdict {
	for _, o := range a.Resolution.Origins {
		var documents []int
		for _, k := range o.Statements {
			s := a.Statement(k)
			if s.About == annals.AboutRelation && a.Reading(k.Reading).Relations[s.Ref-1].Type == annals.LeaderOf {
				documents = append(documents, slices.IndexFunc(a.Documents, func(d account.Document) bool { return d.Reading == k.Reading }))
			}
		}
		if g.holds(a, documents, c.Docs[0]) && g.holds(a, documents, c.Docs[1]) {
			return found
		}
	}
	return verdict{outcome: "missed"}
}

// difference wants the two strengths beside each other, called compatible.
func (g *gold) difference(c *crossFact, a *account.Account) verdict {
	out := verdict{outcome: "missed"}
	for _, x := range a.Conflicts {
		var documents []int
		for _, s := range x.Sentences {
			documents = append(documents, s.Document)
		}
		if !strings.Contains(x.Message, "strength") || !g.holds(a, documents, c.Docs[0]) || !g.holds(a, documents, c.Docs[1]) {
			continue
		}
		if x.Kind == account.Difference {
			return found
		}
		out = verdict{"wrong", string(x.Kind)}
	}
	return out
}
