package resolve

import (
	"maps"
	"slices"

	"github.com/annals-project/annals"
)

// cluster sums up the tellings already joined: all that another telling could
// contradict, so that a chain of likenesses cannot join two attacks. Its size
// does not grow with the number of tellings but with that of distinct places, means,
// tolls and series.
type cluster struct {
	typ       string
	factual   bool
	dated     bool
	lastFirst int // the latest first day of any telling
	firstLast int // the earliest last day
	modes     []map[string]bool
	places    []*annals.Place
	tolls     []toll
	series    map[int64]annals.Ref
}

// toll is how many dead a telling of one event, or of several, counts.
type toll struct {
	several bool
	killed  float64
}

func newCluster(t *telling) *cluster {
	c := &cluster{typ: t.typ, factual: factual(t.status), dated: !t.when.empty(), lastFirst: t.when.first, firstLast: t.when.last,
		series: maps.Clone(t.series)}
	if len(t.modes) > 0 {
		c.modes = append(c.modes, t.modes)
	}
	if t.place != nil {
		c.places = append(c.places, t.place)
	}
	if t.killed != nil {
		c.tolls = append(c.tolls, toll{t.several, *t.killed})
	}
	return c
}

// agrees says whether no telling of c contradicts one of o.
func (c *cluster) agrees(o *cluster) bool {
	if c.typ != o.typ || c.factual != o.factual {
		return false
	}
	if c.dated && o.dated && (c.lastFirst > o.firstLast+toleranceDays || o.lastFirst > c.firstLast+toleranceDays) {
		return false
	}
	for _, a := range c.modes {
		for _, b := range o.modes {
			if !modesAgree(a, b) {
				return false
			}
		}
	}
	for _, a := range c.places {
		for _, b := range o.places {
			if apart(a, b) {
				return false
			}
		}
	}
	for _, a := range c.tolls {
		for _, b := range o.tolls {
			if manyAgainstOne(a.several, b.several, &a.killed, &b.killed) {
				return false
			}
		}
	}
	for name, ref := range c.series {
		if other, known := o.series[name]; known && other != ref { // one report tells them as two of a series
			return false
		}
	}
	return true
}

// take adds the tellings of o.
func (c *cluster) take(o *cluster) {
	switch {
	case !c.dated:
		c.dated, c.lastFirst, c.firstLast = o.dated, o.lastFirst, o.firstLast
	case o.dated:
		c.lastFirst, c.firstLast = max(c.lastFirst, o.lastFirst), min(c.firstLast, o.firstLast)
	}
	for _, m := range o.modes {
		if !holdsModes(c.modes, m) {
			c.modes = append(c.modes, m)
		}
	}
	for _, p := range o.places {
		if !holdsPlace(c.places, p) {
			c.places = append(c.places, p)
		}
	}
	for name, ref := range o.series {
		c.series = with(c.series, name, ref)
	}
	for _, t := range o.tolls {
		if !slices.Contains(c.tolls, t) {
			c.tolls = append(c.tolls, t)
		}
	}
}

func holdsModes(list []map[string]bool, m map[string]bool) bool {
	for _, have := range list {
		if maps.Equal(have, m) {
			return true
		}
	}
	return false
}

// holdsPlace says whether a place is listed that stands apart from whatever p
// stands apart from.
func holdsPlace(list []*annals.Place, p *annals.Place) bool {
	for _, have := range list {
		if have.Name == p.Name && have.Country == p.Country && have.Admin1 == p.Admin1 && have.Precision == p.Precision {
			return true
		}
	}
	return false
}
