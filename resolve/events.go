package resolve

import (
	"slices"

	"github.com/annals-project/annals"
)

// Event is mentions of one event, in one report or many.
type Event struct {
	ID       string
	Mentions []EventKey // by reading, then in the order of the text
	Why      []string   // the reasons for joining reports, a line each
}

// telling is one report's account of one event: its mentions joined.
type telling struct {
	reading  int
	mentions []annals.Ref
	typ      string // PLOVER type, or the trigger word where it has none
	typed    bool
	modes    map[string]bool
	status   annals.Status
	when     interval
	place    *annals.Place
	facility string       // name key of the facility it happened at
	actors   map[int]bool // indices into Actors of those who did it
	victims  map[int]bool
	killed   *float64
}

func (r *Resolution) findEvents() {
	var tellings []telling
	for i, reading := range r.Readings {
		tellings = append(tellings, r.tellings(i, reading)...)
	}
	same := newSets(len(tellings))
	clusters := make([]*cluster, len(tellings))
	for i := range tellings {
		clusters[i] = newCluster(&tellings[i])
	}
	why := map[int][]string{}
	for _, pair := range eventPairs(tellings) {
		a, b := same.find(pair.a), same.find(pair.b)
		if a == b || !clusters[a].agrees(clusters[b]) {
			continue
		}
		same.join(a, b)
		clusters[min(a, b)].take(clusters[max(a, b)]) // sets go by their least member
		why[pair.a] = append(why[pair.a], pair.why)
	}
	r.eventOf = map[EventKey]int{}
	for _, members := range same.members() {
		event := Event{}
		for _, m := range members {
			event.Why = append(event.Why, why[m]...)
			for _, ref := range tellings[m].mentions {
				key := EventKey{tellings[m].reading, ref}
				event.Mentions = append(event.Mentions, key)
				r.eventOf[key] = len(r.Events)
			}
		}
		event.ID = r.EventKey(event.Mentions[0]).Short("x")
		r.Events = append(r.Events, event)
	}
}

// tellings joins a reading's event mentions by their same_as links.
func (r *Resolution) tellings(index int, reading *annals.Reading) []telling {
	same := newSets(len(reading.Events))
	for i := range reading.Events {
		for _, l := range reading.Events[i].Links {
			if l.Type == annals.SameAs && l.Event >= 1 && int(l.Event) <= len(reading.Events) {
				same.join(i, int(l.Event)-1)
			}
		}
	}
	var out []telling
	for _, members := range same.members() {
		out = append(out, r.telling(index, reading, members))
	}
	return out
}

func (r *Resolution) telling(index int, reading *annals.Reading, members []int) telling {
	t := telling{reading: index, modes: map[string]bool{}, actors: map[int]bool{}, victims: map[int]bool{}}
	for _, m := range members {
		e := &reading.Events[m]
		t.mentions = append(t.mentions, annals.Ref(m+1))
		t.addType(e)
		if t.status == "" || e.Status == annals.Happened {
			t.status = e.Status
		}
		if w, ok := parseInterval(e.EDTF); ok && (t.when.empty() || w.days() < t.when.days()) {
			t.when = w
		}
		t.addPlaces(reading, e)
		for _, a := range e.Arguments {
			actor := r.Actor(EntityKey{index, reading.Mentions[a.Mention-1].Entity})
			switch {
			case actor < 0:
			case a.Role == annals.Actor:
				t.actors[actor] = true
			case a.Role == annals.Victim, a.Role == annals.Target:
				t.victims[actor] = true
			}
		}
	}
	for i := range reading.Figures {
		f := &reading.Figures[i]
		if f.Measure == annals.Killed && f.PartOf == 0 && f.Value != nil && f.Event != 0 &&
			slices.Contains(t.mentions, f.Event) && (t.killed == nil || *f.Value > *t.killed) {
			t.killed = f.Value
		}
	}
	return t
}

func (t *telling) addType(e *annals.Event) {
	switch {
	case e.PLOVER != nil && !t.typed:
		t.typ, t.typed = e.PLOVER.Type, true
	case e.PLOVER == nil && t.typ == "":
		t.typ = nameKey(e.Text)
	}
	if e.PLOVER != nil {
		for _, m := range append([]string{e.PLOVER.Mode}, e.PLOVER.Modes...) {
			if m != "" {
				t.modes[m] = true
			}
		}
	}
}

func (t *telling) addPlaces(reading *annals.Reading, e *annals.Event) {
	for _, ref := range append([]annals.Ref{e.Place}, e.Places...) {
		if ref == 0 {
			continue
		}
		m := &reading.Mentions[ref-1]
		if m.Kind == annals.Facility && t.facility == "" {
			t.facility = nameKey(m.Text)
		}
		if m.Place != nil && (t.place == nil || fineness(m.Place.Precision) < fineness(t.place.Precision)) {
			t.place = m.Place
		}
	}
}

// fineness orders precisions, finest first.
func fineness(p annals.Precision) int {
	order := []annals.Precision{annals.Point, annals.Settlement, annals.Admin2, annals.Admin1, annals.Country, annals.Region}
	if i := slices.Index(order, p); i >= 0 {
		return i
	}
	return len(order)
}
