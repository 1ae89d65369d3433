package account

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Relation is how one actor stands to another, as all reports together tell it.
type Relation struct {
	ID         string
	Type       annals.RelationType
	From, To   string // names
	FromID     string // the actor's ID, or a key of its own for an entity without a name
	ToID       string
	FromActor  int // index into Actors; -1 for a person or place without a page
	ToActor    int
	EDTF       []string // each time that reports give for it
	Speakers   []string // who says so, where it stands in a claim
	Origins    int
	Statements []resolve.StatementKey

	origins map[int]bool
}

// symmetric are the relations that have no direction.
var symmetric = map[annals.RelationType]bool{annals.AllyOf: true, annals.HostileTo: true, annals.AliasOf: true}

func (a *Account) deriveRelations() {
	at := map[string]int{}
	for reading, r := range a.Resolution.Readings {
		for i := range r.Relations {
			from := resolve.EntityKey{Reading: reading, Entity: r.Relations[i].From}
			to := resolve.EntityKey{Reading: reading, Entity: r.Relations[i].To}
			if a.sameThing(from, to) {
				continue // an alias, shown with the actor
			}
			if symmetric[r.Relations[i].Type] && a.identity(to) < a.identity(from) {
				from, to = to, from
			}
			key := fmt.Sprintf("%s|%s|%s", r.Relations[i].Type, a.identity(from), a.identity(to))
			if _, ok := at[key]; !ok {
				at[key] = len(a.Relations)
				a.Relations = append(a.Relations, a.newRelation(key, r.Relations[i].Type, from, to))
			}
			a.Relations[at[key]].take(a, reading, annals.Ref(i+1))
		}
	}
	sort.SliceStable(a.Relations, func(i, j int) bool {
		x, y := &a.Relations[i], &a.Relations[j]
		if x.Type != y.Type {
			return x.Type < y.Type
		}
		if len(x.Statements) != len(y.Statements) {
			return len(x.Statements) > len(y.Statements)
		}
		return x.From+"|"+x.To < y.From+"|"+y.To
	})
}

func (a *Account) sameThing(x, y resolve.EntityKey) bool { return a.identity(x) == a.identity(y) }

// identity names an entity across reports: its actor, else its place in the
// one report that knows it.
func (a *Account) identity(k resolve.EntityKey) string {
	if i := a.Resolution.Actor(k); i >= 0 {
		return a.Resolution.Actors[i].ID
	}
	return fmt.Sprintf("%s#e%d", a.Reading(k.Reading).Document.ID, k.Entity)
}

func (a *Account) newRelation(key string, kind annals.RelationType, from, to resolve.EntityKey) Relation {
	sum := sha256.Sum256([]byte(key))
	return Relation{ID: "r" + hex.EncodeToString(sum[:])[:12], Type: kind, From: a.NameOf(from), To: a.NameOf(to), FromID: a.identity(from), ToID: a.identity(to),
		FromActor: a.ActorOf(from), ToActor: a.ActorOf(to), origins: map[int]bool{}}
}

func (r *Relation) take(a *Account, reading int, ref annals.Ref) {
	x := &a.Reading(reading).Relations[ref-1]
	statements := a.statements(reading, annals.AboutRelation, ref)
	r.Statements = append(r.Statements, statements...)
	for _, s := range statements {
		r.origins[a.Resolution.Origin(s)] = true
	}
	r.Origins = len(r.origins)
	if x.Time != 0 {
		r.EDTF = appendNew(r.EDTF, a.Reading(reading).Times[x.Time-1].EDTF)
	}
	if x.Claim != 0 {
		r.Speakers = appendNew(r.Speakers, a.speaker(reading, &a.Reading(reading).Claims[x.Claim-1]))
	}
}

// appendNew appends s unless it is empty or there.
func appendNew(list []string, s string) []string {
	if s == "" {
		return list
	}
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}
