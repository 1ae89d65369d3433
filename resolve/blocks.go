package resolve

import (
	"fmt"
	"sort"

	"github.com/annals-project/annals"
)

// block is tellings that share a key. Those that the key alone has to bring
// together ("narrow": the finer keys do not know them) are held against all of
// the block; two others would meet under a finer key, if they belong together.
type block struct {
	members []int
	narrow  map[int]bool // members without a finer key
}

// blockReach bounds what a telling is held against in a block: the first so
// many of it. More than that on one day at one place mostly tell one event, whose
// tellings meet through those. That a report comes late changes no pair of others
// but those of the telling that it drives out of the first.
const blockReach = 64

// blockDays is how long a time may be to tell an event's day.
const blockDays = 10

func (t *telling) dated() bool { return !t.when.empty() && t.when.days() <= blockDays }

// blocks sorts the tellings under the keys that two of one event share: kind of
// event and, of those that two must have in common to be one event, a day
// with a province, country, facility or actor, or a place without a day.
func blocks(tellings []telling) map[string]*block {
	out := map[string]*block{}
	put := func(key string, i int, narrow bool) {
		b := out[key]
		if b == nil {
			b = &block{narrow: map[int]bool{}}
			out[key] = b
		}
		b.members = append(b.members, i)
		if narrow {
			b.narrow[i] = true
		}
	}
	for i := range tellings {
		tellings[i].keys(func(key string, narrow bool) { put(key, i, narrow) })
	}
	return out
}

// keys gives the keys of a telling, and whether it has no finer one.
func (t *telling) keys(put func(key string, narrow bool)) {
	if t.dated() {
		for d := t.when.first - toleranceDays; d <= t.when.last; d++ {
			t.dayKeys(fmt.Sprintf("%s|day %d", t.typ, d), put)
		}
	}
	if t.place != nil && fineness(t.place.Precision) <= fineness(annals.Admin2) {
		put(fmt.Sprintf("%s|place %d %s", t.typ, t.place.GeoNames, t.place.Name), !t.dated())
	}
}

// dayKeys gives the keys of a telling on one day.
func (t *telling) dayKeys(day string, put func(key string, narrow bool)) {
	if t.place != nil && t.place.Country != "" {
		province := t.place.Admin1 != ""
		put(day+"|country "+t.place.Country, !province)
		if province {
			put(day+"|province "+t.place.Country+t.place.Admin1, true)
		}
	}
	if t.facility != "" {
		put(day+"|facility "+t.facility, true)
	}
	for a := range t.actors {
		put(fmt.Sprintf("%s|actor %d", day, a), true)
	}
	for v := range t.victims {
		put(fmt.Sprintf("%s|victim %d", day, v), true)
	}
}

// pairs visits the pairs of a block that are held against each other.
func (b *block) pairs(visit func(i, j int)) {
	for y, j := range b.members {
		for _, i := range b.members[:min(y, blockReach)] {
			if b.narrow[i] || b.narrow[j] {
				visit(i, j)
			}
		}
	}
}

// eventPair is two tellings that are one event, with what speaks for it.
type eventPair struct {
	a, b  int
	score float64
	why   string
}

// comparison is how tellings held against each other go together: pairs by fit.
type comparison map[fit][]eventPair

// eventPairs compares all that share a key, and lists the pairs by how they go
// together, the best first.
func eventPairs(tellings []telling) comparison {
	out := comparison{}
	seen := map[[2]int]bool{}
	all := blocks(tellings)
	for _, k := range sortedKeys(all) {
		all[k].pairs(func(a, b int) {
			if tellings[a].reading == tellings[b].reading || seen[[2]int{a, b}] {
				return
			}
			seen[[2]int{a, b}] = true
			score, why, is := compareTellings(&tellings[a], &tellings[b])
			if is != unlike {
				out[is] = append(out[is], eventPair{a, b, score, why})
			}
		})
	}
	for _, pairs := range out {
		sort.SliceStable(pairs, func(i, j int) bool {
			if pairs[i].score != pairs[j].score {
				return pairs[i].score > pairs[j].score
			}
			return pairs[i].a < pairs[j].a || pairs[i].a == pairs[j].a && pairs[i].b < pairs[j].b
		})
	}
	return out
}
