package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// Keys names all elements of a kind of a reading, in the order of its slice. An
// entity stands where its first name does, or its first mention where it has no
// name.
func Keys(reading *annals.Reading, kind annals.KeyKind) []annals.Key {
	stands := elements(reading, kind)
	order := make([]int, len(stands))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return stands[i].compare(&stands[j]) })
	out := make([]annals.Key, len(stands))
	for n, i := range order {
		out[i] = annals.Key{Kind: kind, Document: reading.Document.ID, At: stands[i].Start}
		if n > 0 && stands[order[n-1]].Start == stands[i].Start {
			out[i].Nth = out[order[n-1]].Nth + 1
		}
	}
	return out
}

// KeyOf names one element of a reading.
func KeyOf(reading *annals.Reading, kind annals.KeyKind, ref annals.Ref) annals.Key {
	return Keys(reading, kind)[ref-1]
}

// Locate finds the element that a key names in a reading, which need not be the
// one that the key was taken from: another version of annals may number and cut
// things otherwise. 0 when nothing of the kind stands there.
func Locate(reading *annals.Reading, k annals.Key) annals.Ref {
	if k.Document != reading.Document.ID {
		return 0
	}
	if i := slices.Index(Keys(reading, k.Kind), k); i >= 0 {
		return annals.Ref(i + 1)
	}
	if k.Nth > 0 {
		return 0
	}
	if ref := covering(reading, k.Kind, k.At); ref != 0 || k.At > len(reading.Document.Text) {
		return ref
	}
	for _, article := range []string{"the ", "a ", "an "} {
		rest := reading.Document.Text[k.At:]
		if len(rest) > len(article) && strings.EqualFold(rest[:len(article)], article) {
			return covering(reading, k.Kind, k.At+len(article))
		}
	}
	return 0
}

// covering is the element whose narrowest stretch of text holds a byte.
func covering(reading *annals.Reading, kind annals.KeyKind, at int) annals.Ref {
	best, ref := annals.Span{}, annals.Ref(0)
	try := func(s annals.Span, of annals.Ref) {
		if of != 0 && s.Start <= at && at < s.End && (ref == 0 || s.Len() < best.Len()) {
			best, ref = s, of
		}
	}
	if kind == annals.ActorKey {
		for i := range reading.Mentions {
			if m := &reading.Mentions[i]; m.Form == annals.Name {
				try(m.Span, m.Entity)
			}
		}
		return ref
	}
	for i, e := range elements(reading, kind) {
		try(e.Span, annals.Ref(i+1))
	}
	return ref
}

// element is where an element of a reading stands.
type element struct {
	annals.Span
	rank int // of several that begin at one byte the lower comes first
	ref  annals.Ref
}

// compare orders elements by place; its outcome for two that begin at one byte
// does not hang on how a reader numbers them, unless nothing else differs.
func (e *element) compare(o *element) int {
	return cmp.Or(cmp.Compare(e.Start, o.Start), cmp.Compare(e.rank, o.rank), cmp.Compare(e.End, o.End), cmp.Compare(e.ref, o.ref))
}

// elements lists where the elements of a kind stand.
func elements(r *annals.Reading, kind annals.KeyKind) []element {
	var out []element
	put := func(s annals.Span, rank int) { out = append(out, element{s, rank, annals.Ref(len(out) + 1)}) }
	switch kind {
	case annals.ActorKey:
		for i := range r.Entities {
			put(firstName(r, &r.Entities[i]), family(r.Entities[i].Kind))
		}
	case annals.EventKey:
		for i := range r.Events {
			put(r.Events[i].Trigger, 0)
		}
	case annals.FigureKey:
		for i := range r.Figures {
			put(r.Figures[i].Span, 0)
		}
	case annals.ClaimKey:
		for i := range r.Claims {
			put(content(&r.Claims[i]), 0)
		}
	case annals.RelationKey:
		for i := range r.Relations {
			put(r.Relations[i].Span, 0)
		}
	case annals.AimKey:
		for i := range r.Entities {
			for _, a := range r.Entities[i].Aims {
				put(a.Span, 0)
			}
		}
	}
	return out
}

// firstName is where an entity is first called by a name, or first meant.
func firstName(r *annals.Reading, e *annals.Entity) annals.Span {
	for _, ref := range e.Mentions {
		if m := &r.Mentions[ref-1]; m.Form == annals.Name {
			return m.Span
		}
	}
	if len(e.Mentions) > 0 {
		return r.Mentions[e.Mentions[0]-1].Span
	}
	return annals.Span{}
}

// content is the first piece of what a claim says, or the word that says that
// it is said.
func content(c *annals.Claim) annals.Span {
	if len(c.Content) > 0 {
		return c.Content[0]
	}
	return c.Cue
}

// EntityKey is the key of an entity of a reading.
func (r *Resolution) EntityKey(k EntityKey) annals.Key {
	return KeyOf(r.Readings[k.Reading], annals.ActorKey, k.Entity)
}

// EventKey is the key of an event mention of a reading: where its trigger stands.
func (r *Resolution) EventKey(k EventKey) annals.Key {
	return KeyOf(r.Readings[k.Reading], annals.EventKey, k.Event)
}

// ActorNamed is the index into Actors of the actor that an ID led to once: that
// of any of its members; -1 when there is none.
func (r *Resolution) ActorNamed(id string) int {
	r.naming.Do(r.nameMembers)
	if i, ok := r.actorNamed[id]; ok {
		return i
	}
	return -1
}

// EventNamed is the index into Events of the event that an ID led to once: that
// of any of its mentions; -1 when there is none.
func (r *Resolution) EventNamed(id string) int {
	r.naming.Do(r.nameMembers)
	if i, ok := r.eventNamed[id]; ok {
		return i
	}
	return -1
}

func (r *Resolution) nameMembers() {
	r.actorNamed, r.eventNamed = map[string]int{}, map[string]int{}
	for i, reading := range r.Readings {
		for e, key := range Keys(reading, annals.ActorKey) {
			if actor := r.Actor(EntityKey{i, annals.Ref(e + 1)}); actor >= 0 {
				r.actorNamed[key.Short(actorLetter)] = actor
			}
		}
		for e, key := range Keys(reading, annals.EventKey) {
			r.eventNamed[key.Short(eventLetter)] = r.Event(EventKey{i, annals.Ref(e + 1)})
		}
	}
}

// Letters that short names begin with.
const (
	actorLetter = "a"
	eventLetter = "x"
)
