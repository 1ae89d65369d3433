package account

import (
	"slices"
	"sort"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Actor is a named actor: a group, force, government, organisation, or a person
// with a public role.
type Actor struct {
	Resolved  int // index into Resolution.Actors
	ID        string
	Name      string
	Kind      annals.Kind
	Aliases   []Alias
	Mentions  int
	Documents []int // indices into Documents
	Role      string
	Profile   Profile
}

// Alias is another name of an actor with the statements that introduce it.
type Alias struct {
	Name       string
	Kind       string
	Count      int
	Statements []resolve.StatementKey
}

func (a *Account) deriveActors() {
	for i := range a.Resolution.Actors {
		resolved := &a.Resolution.Actors[i]
		if !a.isActor(resolved) {
			continue
		}
		a.Actors = append(a.Actors, a.newActor(i, resolved))
	}
	sort.SliceStable(a.Actors, func(i, j int) bool {
		x, y := &a.Actors[i], &a.Actors[j]
		if x.Mentions != y.Mentions {
			return x.Mentions > y.Mentions
		}
		return x.Name < y.Name
	})
	a.actorAt = map[int]int{}
	for i := range a.Actors {
		a.actorAt[a.Actors[i].Resolved] = i
	}
}

// isActor leaves out places and things, and private people: a person is an
// actor of the account only for a public role that a report states.
func (a *Account) isActor(r *resolve.Actor) bool {
	switch r.Kind {
	case annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation:
		return true
	case annals.Person:
		return !a.private(r)
	default:
		return false
	}
}

func (a *Account) newActor(index int, resolved *resolve.Actor) Actor {
	actor := Actor{Resolved: index, ID: resolved.ID, Name: resolved.Name, Kind: resolved.Kind}
	documents := map[int]bool{}
	for _, k := range resolved.Entities {
		e := a.entity(k)
		documents[a.documentAt[k.Reading]] = true
		actor.Mentions += len(e.Mentions)
		if len(e.Role) > len(actor.Role) {
			actor.Role = e.Role
		}
	}
	for _, n := range resolved.Names {
		alias := Alias{Name: n.Name, Kind: n.Kind, Count: n.Count}
		for _, k := range resolved.Entities {
			if introduces(a.entity(k), n.Name) {
				alias.Statements = append(alias.Statements, a.naming(k)...)
			}
		}
		actor.Aliases = append(actor.Aliases, alias)
	}
	for d := range documents {
		actor.Documents = append(actor.Documents, d)
	}
	sort.Ints(actor.Documents)
	return actor
}

// naming are the statements of an entity's names.
func (a *Account) naming(k resolve.EntityKey) []resolve.StatementKey {
	return slices.DeleteFunc(a.statements(k.Reading, annals.AboutProfile, k.Entity), func(s resolve.StatementKey) bool { return a.Statement(s).Aim != 0 })
}

func introduces(e *annals.Entity, name string) bool {
	for _, alias := range e.Aliases {
		if alias.Name == name {
			return true
		}
	}
	return false
}
