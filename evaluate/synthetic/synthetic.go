// Package synthetic makes up readings of reports by the thousand, to measure how
// long things take with many of them. They say nothing of how well annals reads:
// no text of theirs is read, each comes with what would be read in it.
//
// The same world gives the same readings, each by its number alone, so that they
// can be made in any order and by several at once. All words are made up of lists
// that stand here, but for the names of places, which the gazetteer gives.
package synthetic

import (
	"math"
	"math/rand/v2"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// What a world is like: numbers as in archives of conflict reporting.
const (
	reportsAnIncident = 4    // on the average
	copyShare         = 0.2  // of reports repeat another with changes
	retellShare       = 0.25 // of reports also mention an older incident
	coarseShare       = 0.08 // of incidents are known no more closely than to a province
	forceShare        = 0.15 // of incidents are the doing of a state's force
	againstForce      = 0.4  // of a group's attacks are on a force
	againstRival      = 0.1  // and so many on another group
	tieShare          = 0.35 // of reports also tell how a group stands to another, or who leads it
	boastShare        = 0.15 // of reports say that a group took responsibility
	strengthShare     = 0.08 // of reports say how many fighters a group has
	years             = 20
	firstYear         = 2004
	placeSkew         = 1.1 // Zipf's exponent for how often a place of a country is hit,
	homeSkew          = 0.9 // a country has groups,
	groupSkew         = 1.1 // and a group acts
	leastGroups       = 40  // armed groups, to which each thousand incidents add
	groupsAThousand   = 56  // so many
)

// World is where made-up reports come from.
type World struct {
	Reports   int
	seed      int
	incidents int
	days      int
	linked    float64 // share of reports that give a group the name of another too
	tied      float64 // share of reports that tell of a tie of the group
	gazetteer *gazetteer.Gazetteer
	homes     []home
	groups    []group
	homeSum   []float64
	placeSum  []float64 // for the country of most towns
	groupSum  []float64
}

// New makes a world in which a number of reports is written.
func New(reports int, g *gazetteer.Gazetteer) *World {
	w := &World{Reports: reports, incidents: max(1, reports/reportsAnIncident), days: 365 * years, tied: tieShare, gazetteer: g, homes: homes(g)}
	w.people(leastGroups + w.incidents*groupsAThousand/1000)
	return w
}

// Dense gives the reports of a world so small that much in it falls together:
// few days, towns and groups, groups that some reports call by two names, and
// reports that could tell of either of two attacks. It is for tests.
func Dense(seed, reports int, g *gazetteer.Gazetteer) []*annals.Reading {
	const countries, towns, groups, days, linked = 2, 2, 8, 12, 0.05
	w := &World{Reports: reports, incidents: 1 + reports/6, seed: seed, days: days, linked: linked, gazetteer: g, homes: homes(g)[:countries]}
	for i := range w.homes {
		w.homes[i].towns = w.homes[i].towns[:towns]
	}
	w.people(groups)
	out := make([]*annals.Reading, reports)
	for n := range out {
		out[n] = w.Reading(n)
	}
	return out
}

// zipf gives the running sums of the shares of n things of which the kth is
// met in proportion to 1/k^skew.
func zipf(n int, skew float64) []float64 {
	out := make([]float64, n)
	sum := 0.0
	for k := range out {
		sum += 1 / math.Pow(float64(k+10), skew) // the first ten are met alike
		out[k] = sum
	}
	for k := range out {
		out[k] /= sum
	}
	return out
}

// draw picks the number of a thing by running sums, or by the first of them
// where there are fewer things.
func draw(random *rand.Rand, sums []float64) int {
	x := random.Float64() * sums[len(sums)-1]
	low, high := 0, len(sums)-1
	for low < high {
		if middle := (low + high) / 2; sums[middle] < x {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// party is someone who acts, speaks or is acted on.
type party struct {
	name string
	kind annals.Kind
	role string // of a person
}

// incident is something that happened in the world.
type incident struct {
	day     time.Time
	at      gazetteer.Place
	group   *group
	home    *home
	by      party
	against party // no name: those harmed were nobody's
	force   party // that answers
	deed    deed
	killed  int
	injured int
	who     string
}

// Streams of random numbers, so that what is made of one does not hang on another.
const (
	incidentStream = 11
	reportStream   = 12
	changeStream   = 13
	groupStream    = 14
)

func (w *World) stream(n, of int) *rand.Rand {
	return rand.New(rand.NewPCG(uint64(n), uint64(w.seed<<8|of)))
}

func (w *World) incident(n int) incident {
	random := w.stream(n, incidentStream)
	number := draw(random, w.groupSum)
	group := &w.groups[number]
	h := &w.homes[group.home]
	town := h.towns[(draw(random, w.placeSum[:len(h.towns)])+number*37)%len(h.towns)] // each group has its own towns
	x := incident{
		day:     w.day(group.first + random.IntN(group.last-group.first+1)),
		at:      town,
		group:   group,
		home:    h,
		by:      group.party(),
		force:   h.force(random),
		deed:    pick(random, deeds),
		killed:  1 + int(random.ExpFloat64()*6),
		injured: 2 + int(random.ExpFloat64()*12),
		who:     pick(random, harmed),
	}
	if area, known := w.gazetteer.Admin1(town.Country, town.Admin1); known && random.Float64() < coarseShare {
		x.at = w.gazetteer.Place(area)
	}
	switch chance := random.Float64(); {
	case chance < forceShare:
		x.by, x.against, x.deed = x.force, group.party(), pick(random, deeds[:assaults])
	case chance < forceShare+againstForce:
		x.against, x.deed = x.force, pick(random, deeds[:assaults])
	case chance < forceShare+againstForce+againstRival && group.rival != "":
		x.against, x.deed = party{name: group.rival, kind: annals.ArmedGroup}, pick(random, deeds[:assaults])
	}
	return x
}

func (w *World) day(n int) time.Time { return time.Date(firstYear, 1, 1+n, 0, 0, 0, 0, time.UTC) }

func pick[T any](random *rand.Rand, list []T) T { return list[random.IntN(len(list))] }

// Reading makes the reading of report number n of the world.
func (w *World) Reading(n int) *annals.Reading {
	random := w.stream(n, reportStream)
	source := n
	if n > 0 && random.Float64() < copyShare {
		source = random.IntN(n) // of a copy, perhaps; then both repeat the same
	}
	var changed *rand.Rand
	for source != n {
		changed = w.stream(n, changeStream)
		random = w.stream(source, reportStream)
		if source == 0 || random.Float64() >= copyShare {
			break
		}
		source = random.IntN(source)
	}
	b := newWriter(n, random, changed)
	x := w.incident(random.IntN(w.incidents))
	b.report(x)
	if random.Float64() < retellShare {
		b.retell(w.incident(random.IntN(w.incidents)))
	}
	if random.Float64() < w.linked {
		b.alias(x.group.name, w.groups[random.IntN(len(w.groups))].name)
	}
	if random.Float64() < boastShare && x.by.name == x.group.name {
		b.boast(x)
	}
	if random.Float64() < w.tied {
		b.tie(x, pick(random, x.group.ties))
	}
	if random.Float64() < strengthShare {
		b.strength(x.group)
	}
	b.filler()
	return b.finish(x)
}
