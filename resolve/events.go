package resolve

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"github.com/annals-project/annals"
)

// Event is mentions of one event, in one report or many.
type Event struct {
	ID       string
	Mentions []EventKey // by reading, then in the order of the text
	Why      []string   // the reasons for joining reports, a line each

	Whole    int    // index into Resolution.Events of the several events it is one of; -1 none
	WholeWhy string // the reason for that

	Undated []Kept // what may be the same event, but no day is told of one of them
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
	site     string       // the one facility without a name that it hit or happened at: "bus station"
	actors   map[int]bool // indices into Actors of those who did it
	victims  map[int]bool
	killed   *float64
	several  bool // it tells of more than one event: "three bombings"

	// series are the several events that the report tells it as one of, that it is, or
	// that it follows or is followed by, with the mention that tells which of them: 0
	// for all.
	series map[int64]annals.Ref
}

// eventFinder joins event mentions into events. Mentions go by number, those of
// one reading after those of another.
type eventFinder struct {
	*Resolution
	first []int      // number of a reading's first mention
	whole *partition // of the mentions: what is one event
}

func (r *Resolution) findEvents() {
	f := &eventFinder{Resolution: r}
	n := 0
	for _, reading := range r.Readings {
		f.first = append(f.first, n)
		n += len(reading.Events)
	}
	f.whole = newPartition(n)
	f.whole.rule(rulings(r.standing, annals.EventKey, func(k annals.Key) int {
		reading, ref := r.locate(k)
		if ref == 0 {
			return -1
		}
		return f.number(EventKey{reading, ref})
	}))
	var tellings []telling
	for i, reading := range r.Readings {
		tellings = append(tellings, f.tellings(i, reading)...)
	}
	pairs := eventPairs(tellings)
	why := f.joinTellings(tellings, pairs[one])
	r.eventOf = map[EventKey]int{}
	for _, members := range f.whole.members() {
		event := Event{Whole: -1}
		for _, m := range members {
			event.Why = append(event.Why, why[m]...)
			key := f.mention(m)
			event.Mentions = append(event.Mentions, key)
			r.eventOf[key] = len(r.Events)
		}
		event.ID = r.EventKey(event.Mentions[0]).Short(eventLetter)
		r.Events = append(r.Events, event)
	}
	r.findWholes(f.parts(tellings, pairs[part]))
	f.keepApart(tellings, pairs[undated])
}

func (t *telling) element() Element { return Element{t.reading, t.mentions[0]} }

func (f *eventFinder) number(k EventKey) int { return f.first[k.Reading] + int(k.Event) - 1 }

func (f *eventFinder) mention(number int) EventKey {
	reading := sort.Search(len(f.first), func(i int) bool { return f.first[i] > number }) - 1
	return EventKey{reading, annals.Ref(number - f.first[reading] + 1)}
}

// joinTellings joins the tellings that are one event, the likeliest first, and
// gives the reasons by the number of a mention. What a person joined counts as one
// here too, but neither part keeps from the other what agrees with it alone.
func (f *eventFinder) joinTellings(tellings []telling, pairs []eventPair) map[int][]string {
	same := newSets(len(tellings))
	clusters := make([]*cluster, len(tellings))
	numbers := make([]int, len(tellings))
	for i := range tellings {
		clusters[i] = newCluster(&tellings[i])
		numbers[i] = f.number(EventKey{tellings[i].reading, tellings[i].mentions[0]})
	}
	why := map[int][]string{}
	refused := map[[2]int]bool{}
	for _, pair := range pairs {
		a, b := same.find(pair.a), same.find(pair.b)
		if a == b || refused[[2]int{a, b}] {
			continue
		}
		x, y := numbers[pair.a], numbers[pair.b]
		d := Decision{Kind: annals.EventKey, Left: tellings[pair.a].element(), Right: tellings[pair.b].element(), Why: pair.why, Score: max(0, pair.score)}
		switch {
		case f.whole.forbidden(x, y): // a person said so
		case !clusters[a].agrees(clusters[b]):
			refused[[2]int{a, b}], refused[[2]int{b, a}] = true, true
			d.Verdict, d.Why = annals.Different, "another report's account, joined already, contradicts; else: "+pair.why
			f.Decisions = append(f.Decisions, d)
		default:
			f.whole.join(x, y)
			same.join(a, b)
			clusters[min(a, b)].take(clusters[max(a, b)]) // sets go by their least member
			why[x] = append(why[x], pair.why)
			d.Verdict = annals.Same
			f.Decisions = append(f.Decisions, d)
		}
	}
	return why
}

// tellings joins a reading's event mentions by their same_as links.
func (f *eventFinder) tellings(index int, reading *annals.Reading) []telling {
	told := newSets(len(reading.Events))
	for i := range reading.Events {
		for _, l := range reading.Events[i].Links {
			if l.Type != annals.SameAs || l.Event < 1 || int(l.Event) > len(reading.Events) {
				continue
			}
			if f.whole.join(f.number(EventKey{index, annals.Ref(i + 1)}), f.number(EventKey{index, l.Event})) {
				told.join(i, int(l.Event)-1)
			}
		}
	}
	var out []telling
	for _, members := range told.members() {
		out = append(out, f.telling(index, reading, members))
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
		t.addSite(reading, e)
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
	t.count(reading)
	t.addSeries(reading)
	return t
}

// count takes the dead that the reading counts for the telling, at least, and
// whether it counts attacks, or the bombs of them.
func (t *telling) count(reading *annals.Reading) {
	for i := range reading.Figures {
		f := &reading.Figures[i]
		n := cmp.Or(f.Value, f.Low)
		if f.Told() || f.PartOf != 0 || f.Event == 0 || n == nil || !slices.Contains(t.mentions, f.Event) {
			continue
		}
		if f.Measure == annals.Killed && (t.killed == nil || *n > *t.killed) {
			t.killed = n
		}
		t.several = t.several || *n > 1 && (f.Measure == annals.Attacks || f.Measure == annals.OtherFigure && isWeapon(reading, f))
	}
}

// isWeapon says whether a figure counts what its event was done with.
func isWeapon(reading *annals.Reading, f *annals.Figure) bool {
	return slices.ContainsFunc(reading.Events[f.Event-1].Arguments, func(a annals.Argument) bool {
		return a.Role == annals.WeaponRole && reading.Mentions[a.Mention-1].Overlaps(f.Span)
	})
}

// addSeries takes the links between what the report tells as several events and
// what it tells as one of them.
func (t *telling) addSeries(reading *annals.Reading) {
	for i := range reading.Events {
		for _, l := range reading.Events[i].Links {
			if l.Type != annals.PartOf && l.Type != annals.FollowUp {
				continue
			}
			name := nameOf("series", reading.Document.ID+" "+strconv.Itoa(int(l.Event)))
			if ref := annals.Ref(i + 1); slices.Contains(t.mentions, ref) {
				t.series = with(t.series, name, ref)
			}
			if slices.Contains(t.mentions, l.Event) {
				t.several = t.several || l.Type == annals.PartOf
				t.series = with(t.series, name, 0)
			}
		}
	}
}

func with(m map[int64]annals.Ref, name int64, ref annals.Ref) map[int64]annals.Ref {
	if m == nil {
		m = map[int64]annals.Ref{}
	}
	m[name] = ref
	return m
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
