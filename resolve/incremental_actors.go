package resolve

import (
	"fmt"
	"math"
	"strconv"

	"github.com/annals-project/annals"
)

// label is what is kept of an actor: entities that share a name which each of
// them really goes by, or that thirds link so.
type label struct {
	Into     int64 // the label it became part of; 0 it stands
	Tellings int   // how many tellings name it
	Entities int
}

// inSets is a label as the sets of a telling hold it, where less than nothing is
// no actor; labelOf is the way back.
func inSets(label int64) int  { return int(label &^ math.MinInt64) }
func labelOf(actor int) int64 { return int64(actor) | math.MinInt64 }

// strongKeys are the names by which an entity is taken for one with others.
func (s *session) strongKeys(c *candidate) []string {
	kind := strconv.Itoa(family(c.entity.Kind))
	var out []string
	for _, k := range sortedKeys(c.names) {
		if short := c.entity.Kind == annals.Person && len(k) < shortName; !short && speaksFor(*c, k) {
			out = append(out, kind+"|"+k)
		}
		if canonical, ok := s.known.Canonical(c.as[k]); ok {
			out = append(out, kind+"|="+canonical)
		}
	}
	return out
}

// placeActors finds the actors that a reading names. An entity joins all that
// share a strong key with it, so that the order of arrival does not count; of
// two labels that become one that of fewer tellings goes.
func (s *session) placeActors(one *Resolution, r *shelvedReport, p *Placement) error {
	one.actorOf = map[EntityKey]int{}
	r.Actors = map[annals.Ref]int64{}
	candidates := one.namedEntities()
	for i := range candidates {
		c := &candidates[i]
		id, known, err := s.placeActor(r.Document, c)
		if err != nil {
			return err
		}
		r.Actors[c.key.Entity] = id
		p.Actors++
		if known {
			p.Known++
		}
	}
	for ref, id := range r.Actors {
		id, _, err := s.label(id)
		if err != nil {
			return err
		}
		r.Actors[ref] = id
		one.actorOf[EntityKey{0, ref}] = inSets(id)
	}
	return nil
}

func (s *session) placeActor(document string, c *candidate) (id int64, known bool, err error) {
	strong := s.strongKeys(c)
	best := &label{}
	for _, k := range strong {
		var at int64
		found, err := s.get(nameOf("name", k), &at)
		if err != nil {
			return 0, false, err
		}
		if !found {
			continue
		}
		other, l, err := s.label(at)
		switch {
		case err != nil:
			return 0, false, err
		case !known:
			id, best, known = other, l, true
		case other != id:
			if l.Tellings > best.Tellings || l.Tellings == best.Tellings && other < id {
				id, best, other, l = other, l, id, best
			}
			if err := s.mergeLabels(id, best, other, l); err != nil {
				return 0, false, err
			}
		}
	}
	if !known {
		id = nameOf("actor", fmt.Sprintf("%s#%d", document, c.key.Entity))
	}
	best.Entities++
	for _, k := range strong {
		if err := s.put(nameOf("name", k), id); err != nil {
			return 0, false, err
		}
	}
	return id, known, s.put(id, best)
}

// label follows a label to the one that it became part of.
func (s *session) label(id int64) (int64, *label, error) {
	for {
		l := &label{}
		if _, err := s.get(id, l); err != nil || l.Into == 0 {
			return id, l, err
		}
		id = l.Into
	}
}

// mergeLabels makes one label part of another: its tellings are now told of the
// other.
func (s *session) mergeLabels(id int64, into *label, gone int64, l *label) error {
	of := nameOf("of", strconv.FormatInt(gone, 36))
	tellings, err := s.shelf.Under(s.ctx, of, 0)
	if err != nil {
		return err
	}
	for _, t := range tellings {
		if err := s.renameActor(t, gone, id); err != nil {
			return err
		}
		if err := s.shelf.DeleteUnder(s.ctx, of, t); err != nil {
			return err
		}
		if err := s.shelf.PutUnder(s.ctx, nameOf("of", strconv.FormatInt(id, 36)), t); err != nil {
			return err
		}
	}
	into.Tellings += l.Tellings
	into.Entities += l.Entities
	l.Into = id
	if err := s.put(gone, l); err != nil {
		return err
	}
	return s.put(id, into)
}

// renameActor puts a telling under the keys of another actor.
func (s *session) renameActor(telling, from, to int64) error {
	t, err := s.telling(telling)
	if err != nil {
		return err
	}
	before := t.keys
	for _, set := range []map[int]bool{t.actors, t.victims} {
		if set[inSets(from)] {
			delete(set, inSets(from))
			set[inSets(to)] = true
		}
	}
	t.findKeys()
	for k := range before {
		if _, kept := t.keys[k]; !kept {
			if err := s.shelf.DeleteUnder(s.ctx, nameOf("block", k), telling); err != nil {
				return err
			}
		}
	}
	for _, k := range sortedKeys(t.keys) {
		if _, there := before[k]; !there {
			if err := s.block(k, telling); err != nil {
				return err
			}
		}
	}
	s.changed[telling] = true
	return s.putTelling(telling, t)
}
