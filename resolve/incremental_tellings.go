package resolve

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/annals-project/annals"
)

// shelved is a telling as it is kept. Its actors go by their labels.
type shelved struct {
	*telling
	keys  map[string]bool // its keys; true under those than which it has no finer
	event int64           // the event it tells; 0 none yet
}

// packedTelling is the form in which the shelf holds a telling.
type packedTelling struct {
	Mentions []annals.Ref
	Type     string
	Modes    []string
	Status   annals.Status
	When     [2]int
	Dated    bool
	Place    *annals.Place
	Facility string
	Site     string
	Actors   []int64
	Victims  []int64
	Killed   *float64
	Several  bool
	Series   map[int64]annals.Ref
	Event    int64
}

func (t *shelved) findKeys() {
	t.keys = map[string]bool{}
	t.telling.keys(func(key string, narrow bool) { t.keys[key] = narrow })
}

// telling gives a telling off the shelf.
func (s *session) telling(id int64) (*shelved, error) {
	if t := s.tellings[id]; t != nil {
		return t, nil
	}
	var p packedTelling
	found, err := s.get(id, &p)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("resolve: the index is damaged: telling %d is missing", id)
	}
	t := &shelved{telling: &telling{mentions: p.Mentions, typ: p.Type, modes: map[string]bool{}, status: p.Status,
		when: interval{p.When[0], p.When[1], p.Dated}, place: p.Place, facility: p.Facility, site: p.Site,
		actors: setOf(p.Actors), victims: setOf(p.Victims), killed: p.Killed, several: p.Several, series: p.Series}, event: p.Event}
	for _, m := range p.Modes {
		t.modes[m] = true
	}
	t.findKeys()
	s.tellings[id] = t
	return t, nil
}

func setOf(labels []int64) map[int]bool {
	out := map[int]bool{}
	for _, l := range labels {
		out[inSets(l)] = true
	}
	return out
}

func labelsOf(set map[int]bool) []int64 {
	var out []int64
	for l := range set {
		out = append(out, labelOf(l))
	}
	slices.Sort(out)
	return out
}

func (s *session) putTelling(id int64, t *shelved) error {
	s.tellings[id] = t
	p := packedTelling{Mentions: t.mentions, Type: t.typ, Modes: sortedKeys(t.modes), Status: t.status, When: [2]int{t.when.first, t.when.last},
		Dated: t.when.known, Place: t.place, Facility: t.facility, Site: t.site, Actors: labelsOf(t.actors), Victims: labelsOf(t.victims), Killed: t.killed, Several: t.several, Series: t.series, Event: t.event}
	return s.put(id, &p)
}

// placeEvents finds the events that a reading tells.
func (s *session) placeEvents(one *Resolution, id int64, r *shelvedReport, p *Placement) error {
	reading := one.Readings[0]
	f := &eventFinder{Resolution: one, first: []int{0}, whole: newPartition(len(reading.Events))}
	tellings := f.tellings(0, reading)
	if len(tellings) >= 1<<tellingBits-1 {
		return fmt.Errorf("resolve: document %s tells %d events: more than can be kept apart", r.Document, len(tellings))
	}
	r.Tellings = len(tellings)
	for i := range tellings {
		if err := s.placeTelling(tellingID(id, i), &tellings[i]); err != nil {
			return err
		}
	}
	if err := s.joinAgain(); err != nil {
		return err
	}
	for i := range tellings {
		p.Events++
		t := s.tellings[tellingID(id, i)]
		if slices.ContainsFunc(s.clusters[t.event].Members, func(m int64) bool { return reportOf(m) != id }) {
			p.Joined++
		}
	}
	return nil
}

func (s *session) placeTelling(id int64, told *telling) error {
	if told.place != nil { // what else is known of it plays no part
		p := told.place
		told.place = &annals.Place{GeoNames: p.GeoNames, Name: p.Name, Country: p.Country, Admin1: p.Admin1, Precision: p.Precision}
	}
	t := &shelved{telling: told}
	t.findKeys()
	if err := s.putTelling(id, t); err != nil {
		return err
	}
	for _, k := range sortedKeys(t.keys) {
		if err := s.block(k, id); err != nil {
			return err
		}
	}
	for _, set := range []map[int]bool{t.actors, t.victims} {
		for actor := range set {
			if err := s.tellOf(labelOf(actor), id); err != nil {
				return err
			}
		}
	}
	s.changed[id] = true
	return nil
}

func (s *session) tellOf(actor, telling int64) error {
	var l label
	if _, err := s.get(actor, &l); err != nil {
		return err
	}
	l.Tellings++
	if err := s.put(actor, &l); err != nil {
		return err
	}
	return s.shelf.PutUnder(s.ctx, nameOf("of", strconv.FormatInt(actor, 36)), telling)
}

// block puts a telling under a key. Where it becomes one of the first, the one
// that it drives out of them meets fewer than it did.
func (s *session) block(key string, telling int64) error {
	k := nameOf("block", key)
	if err := s.shelf.PutUnder(s.ctx, k, telling); err != nil {
		return err
	}
	first, err := s.shelf.Under(s.ctx, k, blockReach+1)
	if err != nil {
		return err
	}
	if len(first) > blockReach && telling < first[blockReach] {
		s.changed[first[blockReach]] = true
	}
	return nil
}

// bonds lists what speaks for a telling's being one event with others.
func (s *session) bonds(id int64) ([]bond, error) {
	t, err := s.telling(id)
	if err != nil {
		return nil, err
	}
	var out []bond
	met := map[int64]bool{}
	for _, key := range sortedKeys(t.keys) {
		mates, err := s.mates(id, key)
		if err != nil {
			return nil, err
		}
		for _, m := range mates {
			if m == id || met[m] || reportOf(m) == reportOf(id) {
				continue
			}
			o, err := s.telling(m)
			if err != nil {
				return nil, err
			}
			if !t.keys[key] && !o.keys[key] {
				continue
			}
			met[m] = true
			if b, same := bondOf(id, t, m, o); same {
				out = append(out, b)
			}
		}
	}
	return out, nil
}

// mates are those that a telling is held against in a block.
func (s *session) mates(id int64, key string) ([]int64, error) {
	k := nameOf("block", key)
	first, err := s.shelf.Under(s.ctx, k, blockReach)
	if err == nil && len(first) == blockReach && id <= first[blockReach-1] {
		return s.shelf.Under(s.ctx, k, 0)
	}
	return first, err
}
