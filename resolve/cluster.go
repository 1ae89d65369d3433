package resolve

import (
	"maps"

	"github.com/annals-project/annals"
)

// cluster sums up the tellings already joined: all that another telling could
// contradict, so that a chain of likenesses cannot join two attacks. Its size
// does not grow with the number of tellings but with that of distinct places and
// means.
type cluster struct {
	typ       string
	factual   bool
	dated     bool
	lastFirst int // the latest first day of any telling
	firstLast int // the earliest last day
	modes     []map[string]bool
	places    []*annals.Place
}

func newCluster(t *telling) *cluster {
	c := &cluster{typ: t.typ, factual: factual(t.status), dated: !t.when.empty(), lastFirst: t.when.first, firstLast: t.when.last}
	if len(t.modes) > 0 {
		c.modes = append(c.modes, t.modes)
	}
	if t.place != nil {
		c.places = append(c.places, t.place)
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
