package snapshot

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// Alias is a name of an actor, with the way to its sentences.
type Alias struct {
	Name     string `json:"name"`
	Kind     string `json:"kind,omitempty"`
	Count    int    `json:"count" doc:"how many mentions use it"`
	Evidence string `json:"evidence"`
}

// Fact is something said of an actor.
type Fact struct {
	What     string   `json:"what" enum:"founded,leader,aim"`
	Value    string   `json:"value,omitempty"`
	EDTF     string   `json:"edtf,omitempty"`
	Place    string   `json:"place,omitempty"`
	Speakers []string `json:"said_by,omitempty"`
	Evidence string   `json:"evidence"`
}

// Likeness is another actor that may be the same.
type Likeness struct {
	Actor Actor    `json:"actor"`
	Score float64  `json:"score"`
	Why   []string `json:"why"`
}

// ActorDetail is one actor with all that reports tell of it.
type ActorDetail struct {
	Actor
	Names     []Alias       `json:"names"`
	Facts     []Fact        `json:"facts"`
	Ledger    Ledger        `json:"ledger"`
	Relations []Relation    `json:"relations"`
	Same      []Likeness    `json:"maybe_same"`
	Tellings  []Telling     `json:"tellings" doc:"what each report's own actor is named by, for splitting"`
	Documents []DocumentRef `json:"documents"`
	Conflict  []Conflict    `json:"conflict_list" doc:"the gravest"`
	Conflicts int           `json:"conflicts" doc:"all"`
	Claims    int           `json:"claims"`
}

// mostConflicts is how many conflicts an actor comes with: counts of one are held
// against each other two at a time, and of many that makes thousands.
const mostConflicts = 8

// Actor gives one actor with its details.
func (s *Snapshot) Actor(i int) ActorDetail {
	a := s.Account
	x := &a.Actors[i]
	resolved := &a.Resolution.Actors[x.Resolved]
	out := ActorDetail{Actor: s.Actors[i], Ledger: s.ActorLedger(i), Relations: s.Relations(s.relationsOfActor[i]), Conflict: s.conflicts(first(s.conflictsOfActor[i], mostConflicts)),
		Conflicts: len(s.conflictsOfActor[i]), Claims: len(s.claimsOfActor[i]), Names: []Alias{}, Facts: []Fact{}, Same: []Likeness{}}
	for n, alias := range x.Aliases {
		out.Names = append(out.Names, Alias{oneLine(alias.Name), alias.Kind, alias.Count, fmt.Sprintf("/evidence/actor/%s/name/%d", x.ID, n)})
	}
	for n, f := range x.Profile.Founded {
		out.Facts = append(out.Facts, s.fact(x.ID, "founded", n, f))
	}
	for n, f := range x.Profile.Leaders {
		out.Facts = append(out.Facts, s.fact(x.ID, "leader", n, f))
	}
	for n, f := range x.Profile.Aims {
		out.Facts = append(out.Facts, s.fact(x.ID, "aim", n, f))
	}
	for _, l := range resolved.PossiblySame {
		if other := a.ActorOf(a.Resolution.Actors[l.Actor].Entities[0]); other >= 0 {
			out.Same = append(out.Same, Likeness{s.Actors[other], l.Score, l.Why})
		}
	}
	for _, e := range resolved.Entities {
		entity := &a.Reading(e.Reading).Entities[e.Entity-1]
		out.Tellings = append(out.Tellings, Telling{a.Resolution.EntityKey(e).String(), oneLine(entity.Name), s.DocumentRef(s.documentOf(e.Reading))})
	}
	for _, d := range x.Documents {
		out.Documents = append(out.Documents, s.DocumentRef(d))
	}
	return out
}

func first[T any](list []T, most int) []T { return list[:min(most, len(list))] }

func (s *Snapshot) fact(actor, what string, n int, f account.Fact) Fact {
	out := Fact{what, oneLine(f.Value), f.EDTF, oneLine(f.Place), nil, fmt.Sprintf("/evidence/actor/%s/%s/%d", actor, what, n)}
	for _, speaker := range f.Speakers {
		out.Speakers = append(out.Speakers, oneLine(speaker))
	}
	return out
}

// ActorStatements are the statements that bear one field of an actor: "name",
// "founded", "leader" or "aim" with its number.
func (s *Snapshot) ActorStatements(i int, field string, n int) ([]resolve.StatementKey, bool) {
	x := &s.Account.Actors[i]
	switch {
	case field == "name" && n < len(x.Aliases):
		if keys := x.Aliases[n].Statements; len(keys) > 0 {
			return keys, true
		}
		return s.uses(i, x.Aliases[n].Name), true
	case field == "founded" && n < len(x.Profile.Founded):
		return x.Profile.Founded[n].Statements, true
	case field == "leader" && n < len(x.Profile.Leaders):
		return x.Profile.Leaders[n].Statements, true
	case field == "aim" && n < len(x.Profile.Aims):
		return x.Profile.Aims[n].Statements, true
	}
	return nil, false
}

// uses are the statements about an actor in the reports that use a name for it.
func (s *Snapshot) uses(actor int, name string) []resolve.StatementKey {
	a := s.Account
	var out []resolve.StatementKey
	for _, e := range a.Resolution.Actors[a.Actors[actor].Resolved].Entities {
		r := a.Reading(e.Reading)
		for i := range r.Statements {
			st := &r.Statements[i]
			if st.About == annals.AboutProfile && st.Aim == 0 && st.Ref == e.Entity && strings.EqualFold(oneLine(r.Entities[e.Entity-1].Name), oneLine(name)) {
				out = append(out, resolve.StatementKey{Reading: e.Reading, Statement: i})
			}
		}
	}
	return out
}

// profileStands is where in the report an aim stands, or the names of an entity.
func profileStands(r *annals.Reading, st *annals.Statement) []annals.Span {
	e := &r.Entities[st.Ref-1]
	if st.Aim != 0 {
		return []annals.Span{e.Aims[st.Aim-1].Span}
	}
	var out []annals.Span
	for _, m := range e.Mentions {
		out = append(out, r.Mentions[m-1].Span)
	}
	return out
}

// profileStates says in short what a statement states of an entity.
func profileStates(r *annals.Reading, st *annals.Statement) string {
	e := &r.Entities[st.Ref-1]
	if st.Aim != 0 {
		return oneLine(e.Name + ", aim: " + e.Aims[st.Aim-1].Text)
	}
	return oneLine(e.Name)
}

// Relations lays out relations.
func (s *Snapshot) Relations(indices []int) []Relation {
	a := s.Account
	out := []Relation{}
	for _, i := range indices {
		x := &a.Relations[i]
		r := Relation{ID: x.ID, Type: string(x.Type), From: oneLine(x.From), To: oneLine(x.To), EDTF: x.EDTF, Speakers: x.Speakers, Sources: x.Origins,
			Href: "/evidence/relation/" + x.ID}
		if x.FromActor >= 0 {
			r.FromActor, r.FromHref = s.Actors[x.FromActor].ID, s.Actors[x.FromActor].Href
		}
		if x.ToActor >= 0 {
			r.ToActor, r.ToHref = s.Actors[x.ToActor].ID, s.Actors[x.ToActor].Href
		}
		for _, k := range x.Statements {
			r.Statements = append(r.Statements, a.Statement(k).ID)
		}
		out = append(out, r)
	}
	return out
}

// Claims lays out claims.
func (s *Snapshot) Claims(indices []int) []Claim {
	a := s.Account
	out := []Claim{}
	for _, i := range indices {
		x := &a.Claims[i]
		c := Claim{Speaker: oneLine(x.Speaker), SpeakerType: x.SpeakerType, Via: x.Via, Kind: string(x.Kind), EDTF: x.EDTF, Content: oneLine(x.Content),
			Document: s.DocumentRef(s.documentOf(x.Reading)), Statements: []string{}}
		c.Href = c.Document.Href
		if x.Actor >= 0 {
			c.Actor, c.ActorHref = s.Actors[x.Actor].ID, s.Actors[x.Actor].Href
		}
		for _, k := range x.Statements {
			c.Statements = append(c.Statements, a.Statement(k).ID)
			c.Key = s.KeyOf(k)
		}
		if len(c.Statements) > 0 {
			c.Href = "/evidence/" + c.Statements[0]
		}
		out = append(out, c)
	}
	return out
}

// EventsOf are the indices of an actor's events.
func (s *Snapshot) EventsOf(actor int) []int { return s.eventsOfActor[actor] }

// EventsIn are the indices of the events that a report tells of.
func (s *Snapshot) EventsIn(document int) []int { return s.eventsOfDocument[document] }
