// Package review is what persons have to decide about an account: what a name
// means that they give, what waits for them, how far they agree, and how the
// logs of those who worked apart become one.
package review

import (
	"errors"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// ErrNotFound says that nothing in the account has a name.
var ErrNotFound = errors.New("nothing in the record has this name")

// ErrAmbiguous says that several things have a name.
var ErrAmbiguous = errors.New("several things have this name: give more of it")

// Thing is what can be judged.
type Thing struct {
	Kind  annals.KeyKind
	Title string
	ID    string       // the short one of an actor, event or relation, else the key
	Keys  []annals.Key // of all its members; first the one that was named
}

// Find leads from a name to the thing: an ID or its beginning as lists print it,
// that of a member, a statement's, a report's letter, an actor's name, or a key.
func Find(a *account.Account, name string) (Thing, error) {
	if key, err := annals.ParseKey(name); err == nil {
		return OfKey(a, key)
	}
	if name == "" {
		return Thing{}, ErrNotFound
	}
	if t, ok := member(a, name); ok {
		return t, nil
	}
	f := finder{a: a, name: name}
	f.search()
	switch {
	case len(f.hits) == 1:
		return f.hits[0], nil
	case len(f.hits) > 1:
		return Thing{}, fmt.Errorf("%q: %w", name, ErrAmbiguous)
	}
	return Thing{}, fmt.Errorf("%q: %w", name, ErrNotFound)
}

// finder collects what a name may mean.
type finder struct {
	a    *account.Account
	name string
	hits []Thing
}

func (f *finder) begins(id string) bool {
	return strings.HasPrefix(id, f.name) || strings.HasPrefix(id, "sha256:"+f.name)
}

func (f *finder) search() {
	a := f.a
	for i := range a.Documents {
		if a.Documents[i].Label == f.name {
			f.hits = []Thing{ofDocument(a, a.Documents[i].Reading)}
			return
		}
	}
	for i := range a.Actors {
		if called(&a.Actors[i], f.name) || f.begins(a.Actors[i].ID) {
			f.hits = append(f.hits, OfActor(a, a.Actors[i].Resolved))
		}
	}
	for i := range a.Events {
		if f.begins(a.Events[i].ID) {
			f.hits = append(f.hits, OfEvent(a, a.Events[i].Resolved))
		}
	}
	for i := range a.Relations {
		if f.begins(a.Relations[i].ID) {
			f.hits = append(f.hits, OfRelation(a, i))
		}
	}
	for i := range a.Documents {
		if f.begins(a.Reading(a.Documents[i].Reading).Document.ID) {
			f.hits = append(f.hits, ofDocument(a, a.Documents[i].Reading))
		}
	}
	f.statements()
}

func (f *finder) statements() {
	for i := range f.a.Resolution.Readings {
		r := f.a.Original(i)
		for s := range r.Statements {
			if x := &r.Statements[s]; f.begins(x.ID) {
				if t, ok := ofStatement(r, x); ok {
					f.hits = append(f.hits, t)
				}
			}
		}
	}
}

func called(actor *account.Actor, name string) bool {
	if strings.EqualFold(actor.Name, name) {
		return true
	}
	for _, alias := range actor.Aliases {
		if strings.EqualFold(alias.Name, name) {
			return true
		}
	}
	return false
}

// member leads from the whole short ID of a member to its actor or event, with
// the member's own key first.
func member(a *account.Account, id string) (Thing, bool) {
	t := Thing{}
	if i := a.Resolution.ActorNamed(id); i >= 0 {
		t = OfActor(a, i)
	} else if i := a.Resolution.EventNamed(id); i >= 0 {
		t = OfEvent(a, i)
	}
	for i, k := range t.Keys {
		if k.Short(id[:1]) == id {
			t.Keys[0], t.Keys[i] = t.Keys[i], t.Keys[0]
			return t, true
		}
	}
	return t, false
}

// OfKey is the thing that a key names, the key first.
func OfKey(a *account.Account, key annals.Key) (Thing, error) {
	reading := -1
	for i, r := range a.Resolution.Readings {
		if r.Document.ID == key.Document {
			reading = i
			break
		}
	}
	if reading < 0 {
		return Thing{}, fmt.Errorf("%s: %w", key, ErrNotFound)
	}
	if key.Kind == annals.DocumentKey {
		return ofDocument(a, reading), nil
	}
	ref := resolve.Locate(a.Original(reading), key)
	var t Thing
	switch now := resolve.Locate(a.Reading(reading), key); {
	case ref == 0:
		return Thing{}, fmt.Errorf("%s: %w", key, ErrNotFound)
	case key.Kind == annals.ActorKey && a.Resolution.Actor(resolve.EntityKey{Reading: reading, Entity: now}) >= 0:
		t = OfActor(a, a.Resolution.Actor(resolve.EntityKey{Reading: reading, Entity: now}))
	case key.Kind == annals.EventKey && now != 0:
		t = OfEvent(a, a.Resolution.Event(resolve.EventKey{Reading: reading, Event: now}))
	default:
		r := a.Original(reading)
		t = Thing{Kind: key.Kind, Title: title(r, key.Kind, ref), ID: key.String()}
	}
	rest := t.Keys
	t.Keys = []annals.Key{key}
	for _, k := range rest {
		if k != key {
			t.Keys = append(t.Keys, k)
		}
	}
	return t, nil
}

// OfActor is an actor of the resolution.
func OfActor(a *account.Account, resolved int) Thing {
	actor := &a.Resolution.Actors[resolved]
	t := Thing{Kind: annals.ActorKey, Title: actor.Name, ID: actor.ID}
	for _, k := range actor.Entities {
		t.Keys = append(t.Keys, a.Resolution.EntityKey(k))
	}
	return t
}

// OfEvent is an event of the resolution.
func OfEvent(a *account.Account, resolved int) Thing {
	event := &a.Resolution.Events[resolved]
	t := Thing{Kind: annals.EventKey, Title: a.Events[a.EventOf(resolved)].Title, ID: event.ID}
	for _, k := range event.Mentions {
		t.Keys = append(t.Keys, originalKey(a, k.Reading, annals.EventKey, k.Event))
	}
	return t
}

// OfRelation is a relation of the account.
func OfRelation(a *account.Account, relation int) Thing {
	r := &a.Relations[relation]
	t := Thing{Kind: annals.RelationKey, Title: r.From + " " + strings.ReplaceAll(string(r.Type), "_", " ") + " " + r.To, ID: r.ID}
	for _, s := range r.Statements {
		t.Keys = append(t.Keys, originalKey(a, s.Reading, annals.RelationKey, a.Statement(s).Ref))
	}
	return t
}

// originalKey is the key of an element of a reading as amended. That a person
// took out another that began at the same byte must not change it: so it is
// sought in the reading as it was.
func originalKey(a *account.Account, reading int, kind annals.KeyKind, ref annals.Ref) annals.Key {
	now, was := a.Reading(reading), a.Original(reading)
	if now == was {
		return resolve.KeyOf(now, kind, ref)
	}
	about := abouts[kind]
	for i := range now.Statements {
		if s := &now.Statements[i]; s.About == about && s.Ref == ref {
			return resolve.KeyOf(was, kind, was.Statements[i].Ref)
		}
	}
	return resolve.KeyOf(now, kind, ref)
}

func ofDocument(a *account.Account, reading int) Thing {
	d := a.Reading(reading).Document
	key := annals.Key{Kind: annals.DocumentKey, Document: d.ID}
	return Thing{Kind: annals.DocumentKey, Title: d.Title, ID: key.String(), Keys: []annals.Key{key}}
}

// abouts are the statements about elements of a kind.
var abouts = map[annals.KeyKind]annals.About{annals.EventKey: annals.AboutEvent, annals.FigureKey: annals.AboutFigure,
	annals.ClaimKey: annals.AboutClaim, annals.RelationKey: annals.AboutRelation, annals.ActorKey: annals.AboutProfile}

// ofStatement is the one element that a statement states.
func ofStatement(r *annals.Reading, s *annals.Statement) (Thing, bool) {
	if s.Aim != 0 {
		number := r.AimNumber(s.Ref, s.Aim)
		key := resolve.KeyOf(r, annals.AimKey, number)
		return Thing{Kind: annals.AimKey, Title: title(r, annals.AimKey, number), ID: key.String(), Keys: []annals.Key{key}}, true
	}
	for kind, about := range abouts {
		if about == s.About {
			key := resolve.KeyOf(r, kind, s.Ref)
			return Thing{Kind: kind, Title: title(r, kind, s.Ref), ID: key.String(), Keys: []annals.Key{key}}, true
		}
	}
	return Thing{}, false
}

// title is the words of the report for an element.
func title(r *annals.Reading, kind annals.KeyKind, ref annals.Ref) string {
	switch kind {
	case annals.EventKey:
		return r.Events[ref-1].Text
	case annals.FigureKey:
		return string(r.Figures[ref-1].Measure) + " " + r.Figures[ref-1].Text
	case annals.ClaimKey:
		c := &r.Claims[ref-1]
		return string(c.Kind) + " by " + c.Source.In(r.Document.Text)
	case annals.RelationKey:
		x := &r.Relations[ref-1]
		return r.Entities[x.From-1].Name + " " + strings.ReplaceAll(string(x.Type), "_", " ") + " " + r.Entities[x.To-1].Name
	case annals.ActorKey:
		return r.Entities[ref-1].Name
	case annals.AimKey:
		entity, aim := r.AimAt(ref)
		return "aim of " + r.Entities[entity-1].Name + ": " + r.Entities[entity-1].Aims[aim-1].Text
	default:
		return ""
	}
}
