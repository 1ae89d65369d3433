package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"

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
	why := map[int][]string{}
	for _, pair := range r.eventPairs(tellings) {
		a, b := pair.a, pair.b
		if same.find(a) == same.find(b) || !r.clustersAgree(tellings, same, a, b) {
			continue
		}
		same.join(a, b)
		why[a] = append(why[a], pair.why)
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
		first := event.Mentions[0]
		sum := sha256.Sum256(fmt.Appendf(nil, "%s#ev%d", r.Readings[first.Reading].Document.ID, first.Event))
		event.ID = "x" + hex.EncodeToString(sum[:])[:12]
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

// eventPair is two tellings that are one event, with what speaks for it.
type eventPair struct {
	a, b  int
	score float64
	why   string
}

// eventPairs lists the pairs that are one event, best first.
func (r *Resolution) eventPairs(tellings []telling) []eventPair {
	blocks := map[string][]int{}
	for i := range tellings {
		for _, k := range tellings[i].blockKeys() {
			blocks[k] = append(blocks[k], i)
		}
	}
	var out []eventPair
	seen := map[[2]int]bool{}
	for _, k := range sortedKeys(blocks) {
		for x, a := range blocks[k] {
			for _, b := range blocks[k][x+1:] {
				if tellings[a].reading == tellings[b].reading || seen[[2]int{a, b}] {
					continue
				}
				seen[[2]int{a, b}] = true
				if score, why := compareTellings(&tellings[a], &tellings[b]); score >= sameEvent {
					out = append(out, eventPair{a, b, score, why})
				}
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].score != out[j].score {
			return out[i].score > out[j].score
		}
		return out[i].a < out[j].a || out[i].a == out[j].a && out[i].b < out[j].b
	})
	return out
}

// blockKeys are the keys under which a telling is compared with others: its type
// with each day it may have happened on (for a longer or unknown time, with its
// place). A telling with neither cannot be told from others and stays alone.
func (t *telling) blockKeys() []string {
	var keys []string
	if !t.when.empty() && t.when.days() <= blockDays {
		for d := t.when.first - toleranceDays; d <= t.when.last; d++ {
			keys = append(keys, fmt.Sprintf("%s|day %d", t.typ, d))
		}
	}
	if t.place != nil && fineness(t.place.Precision) <= fineness(annals.Admin2) {
		keys = append(keys, fmt.Sprintf("%s|place %d %s", t.typ, t.place.GeoNames, t.place.Name))
	}
	return keys
}

const blockDays = 10 // an interval longer than this does not tell an event's day

// clustersAgree says whether no telling already joined to a contradicts one
// joined to b, so that a chain of likenesses cannot join two attacks.
func (r *Resolution) clustersAgree(tellings []telling, same sets, a, b int) bool {
	ra, rb := same.find(a), same.find(b)
	for i := range tellings {
		if same.find(i) != ra {
			continue
		}
		for j := range tellings {
			if same.find(j) == rb && contradict(&tellings[i], &tellings[j]) != "" {
				return false
			}
		}
	}
	return true
}
