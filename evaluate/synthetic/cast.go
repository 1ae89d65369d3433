package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

const (
	townLeast  = 5000 // inhabitants of a town that reports come from
	townsLeast = 5    // such towns of a country that has armed groups
)

// home is a country in which groups fight.
type home struct {
	name  string
	towns []gazetteer.Place
}

// homes are the countries that have towns enough, in an order of no meaning.
func homes(g *gazetteer.Gazetteer) []home {
	at := map[string]int{}
	var all []home
	for p := range g.Places() {
		if p.Kind != gazetteer.Settlement || p.Population < townLeast || p.Country == "" {
			continue
		}
		i, met := at[p.Country]
		if !met {
			country, known := g.Country(p.Country)
			if !known {
				continue
			}
			i = len(all)
			at[p.Country] = i
			all = append(all, home{name: g.Place(country).Name})
		}
		all[i].towns = append(all[i].towns, p)
	}
	var out []home
	shuffle := rand.New(rand.NewPCG(1, 1))
	for _, h := range all {
		if len(h.towns) < townsLeast {
			continue
		}
		shuffle.Shuffle(len(h.towns), func(i, j int) { h.towns[i], h.towns[j] = h.towns[j], h.towns[i] })
		out = append(out, h)
	}
	shuffle.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (h *home) force(random *rand.Rand) party {
	return party{name: pick(random, forces) + " of " + h.name, kind: annals.StateForce}
}

func (h *home) government() party {
	return party{name: "Government of " + h.name, kind: annals.Government}
}

func (h *home) watchers() party {
	return party{name: h.name + " Rights Watchers", kind: annals.Organisation}
}

// group is an armed group, active from one day of the world to another.
type group struct {
	name        string
	home        int // index into homes
	first, last int
	rival       string // another group that it fights; "" none
	ties        []tie
}

// tie is how a group stands to another actor since a year.
type tie struct {
	kind  annals.RelationType
	other party
	year  int
}

func (g *group) party() party { return party{name: g.name, kind: annals.ArmedGroup} }

// How many groups have ties of a kind.
const (
	rivalShare    = 0.4
	allyShare     = 0.5
	splinterShare = 0.2
	branchShare   = 0.12
	backedShare   = 0.25
	heirShare     = 0.35 // have had a second leader
)

// people gives the world its groups. Each is tied to some that came before it,
// so that the first, which act most, have most ties.
func (w *World) people(groups int) {
	most := 0
	for _, h := range w.homes {
		most = max(most, len(h.towns))
	}
	w.placeSum, w.groupSum, w.homeSum = zipf(most, placeSkew), zipf(groups, groupSkew), zipf(len(w.homes), homeSkew)
	at := make([][]string, len(w.homes)) // the groups of a country
	for n := range groups {
		random := w.stream(n, groupStream)
		g := group{name: groupName(n), home: draw(random, w.homeSum), first: random.IntN(w.days/2 + 1)}
		g.last = min(w.days-1, g.first+w.days/4+random.IntN(w.days))
		w.befriend(random, &g, n, at[g.home])
		w.groups = append(w.groups, g)
		at[g.home] = append(at[g.home], g.name)
	}
}

// befriend ties group number n to others, near among them those of its country.
func (w *World) befriend(random *rand.Rand, g *group, n int, near []string) {
	h := &w.homes[g.home]
	add := func(kind annals.RelationType, other party) {
		g.ties = append(g.ties, tie{kind, other, w.day(g.first + random.IntN(g.last-g.first+1)).Year()})
	}
	group := func(name string) party { return party{name: name, kind: annals.ArmedGroup} }
	add(annals.HostileTo, h.force(random))
	add(annals.LeaderOf, leader(2*n))
	if random.Float64() < heirShare {
		add(annals.LeaderOf, leader(2*n+1))
	}
	if len(near) > 0 && random.Float64() < rivalShare {
		g.rival = near[drawNear(random, len(near))]
		add(annals.HostileTo, group(g.rival))
	}
	if len(near) > 0 && random.Float64() < allyShare {
		add(annals.AllyOf, group(near[drawNear(random, len(near))]))
	}
	if len(near) > 0 && random.Float64() < splinterShare {
		add(annals.SplinterOf, group(near[drawNear(random, len(near))]))
	}
	if n > 0 && random.Float64() < branchShare {
		add(annals.AffiliateOf, group(groupName(draw(random, w.groupSum[:n]))))
	}
	if random.Float64() < backedShare {
		add(annals.SupportedBy, w.homes[draw(random, w.homeSum)].government())
	}
}

// drawNear prefers the first of n, which act most.
func drawNear(random *rand.Rand, n int) int { return min(random.IntN(n), random.IntN(n)) }

func leader(n int) party {
	surname := vocabulary[n%len(vocabulary)]
	return party{name: given[n%len(given)] + " " + strings.ToUpper(surname[:1]) + surname[1:], kind: annals.Person, role: "commander"}
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
