// Package synthetic makes up readings of reports by the thousand, to measure how
// long things take with many of them. They say nothing of how well annals reads:
// no text of theirs is read, each comes with what would be read in it.
//
// The same world gives the same readings, each by its number alone, so that they
// can be made in any order and by several at once. All words are made up of lists
// that stand here, but for the names of places, which the gazetteer gives.
package synthetic

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// What a world is like, a report: numbers as in archives of conflict reporting.
const (
	reportsAnIncident = 4    // on the average
	copyShare         = 0.2  // of reports repeat another with changes
	retellShare       = 0.25 // of reports also mention an older incident
	years             = 20
	firstYear         = 2004
	placeSkew         = 1.1  // Zipf's exponent for how often a place is hit
	actorSkew         = 1.2  // and an actor acts
	leastActors       = 40   // armed groups, to which each thousand incidents add
	actorsAThousand   = 8    // so many
	townLeast         = 5000 // inhabitants of a town that reports come from
)

// World is where made-up reports come from.
type World struct {
	Reports   int
	seed      int
	incidents int
	days      int
	linked    float64 // share of reports that give a group the name of another too
	actors    int
	towns     []gazetteer.Place
	placeSum  []float64
	actorSum  []float64
}

// New makes a world in which a number of reports is written.
func New(reports int, g *gazetteer.Gazetteer) *World {
	w := &World{Reports: reports, incidents: max(1, reports/reportsAnIncident), days: 365 * years}
	w.actors = leastActors + w.incidents*actorsAThousand/1000
	for p := range g.Places() {
		if p.Kind == gazetteer.Settlement && p.Population >= townLeast && p.Country != "" {
			w.towns = append(w.towns, p)
		}
	}
	shuffle := rand.New(rand.NewPCG(1, 1))
	shuffle.Shuffle(len(w.towns), func(i, j int) { w.towns[i], w.towns[j] = w.towns[j], w.towns[i] })
	w.placeSum, w.actorSum = zipf(len(w.towns), placeSkew), zipf(w.actors, actorSkew)
	return w
}

// Dense gives the reports of a world so small that much in it falls together:
// few days, towns and groups, groups that some reports call by two names, and
// reports that could tell of either of two attacks. It is for tests.
func Dense(seed, reports int, g *gazetteer.Gazetteer) []*annals.Reading {
	const towns, actors, days, linked = 4, 8, 12, 0.05
	w := New(reports, g)
	w.seed, w.days, w.linked, w.actors = seed, days, linked, actors
	w.incidents = 1 + reports/6
	w.towns = w.towns[:towns]
	w.placeSum, w.actorSum = zipf(towns, placeSkew), zipf(actors, actorSkew)
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

func draw(random *rand.Rand, sums []float64) int {
	x := random.Float64()
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

// incident is something that happened in the world.
type incident struct {
	day     time.Time
	town    gazetteer.Place
	actor   string
	force   string
	deed    deed
	killed  int
	injured int
	who     string
}

// Streams of random numbers, so that incidents and reports do not share one.
const (
	incidentStream = 11
	reportStream   = 12
	changeStream   = 13
)

func (w *World) stream(n, of int) *rand.Rand {
	return rand.New(rand.NewPCG(uint64(n), uint64(w.seed<<8|of)))
}

func (w *World) incident(n int) incident {
	random := w.stream(n, incidentStream)
	actor := draw(random, w.actorSum)
	town := w.towns[(draw(random, w.placeSum)+actor*37)%len(w.towns)] // each group has its own towns
	return incident{
		day:     time.Date(firstYear, 1, 1+random.IntN(w.days), 0, 0, 0, 0, time.UTC),
		town:    town,
		actor:   groupName(actor),
		force:   pick(random, forces),
		deed:    pick(random, deeds),
		killed:  1 + int(random.ExpFloat64()*6),
		injured: 2 + int(random.ExpFloat64()*12),
		who:     pick(random, harmed),
	}
}

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
		b.alias(x.actor, groupName(random.IntN(w.actors)))
	}
	b.filler()
	return b.finish(x)
}

// groupName makes up the name of an armed group.
func groupName(n int) string {
	name := groupKinds[n%len(groupKinds)] + " of " + groupPlaces[n/len(groupKinds)%len(groupPlaces)]
	if more := n / (len(groupKinds) * len(groupPlaces)); more > 0 {
		name = fmt.Sprintf("%s %s", ordinals[more%len(ordinals)], name)
		if further := more / len(ordinals); further > 0 {
			name = fmt.Sprintf("%s %d", name, further)
		}
	}
	return name
}
