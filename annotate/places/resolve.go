package places

import (
	"math"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// reading is one place that a toponym may stand for.
type reading struct {
	place gazetteer.Place
	use   gazetteer.Use
	prior float64 // by itself
	score float64 // in its story
}

// resolver holds the readings of the toponyms of one page.
type resolver struct {
	*Component
	page     *page
	found    []Toponym
	names    []uint64 // of each toponym, as the gazetteer compares names
	readings [][]reading
	story    story
}

// rounds is how often the readings are weighed against what the others say:
// after the third nothing changes on the tuning parts.
const rounds = 3

// resolve gives each toponym the place that fits its story best.
func (c *Component) resolve(p *page, found []Toponym) {
	p.link(found)
	r := resolver{Component: c, page: p, found: found, names: make([]uint64, len(found)), readings: make([][]reading, len(found))}
	for i := range found {
		r.names[i] = gazetteer.HashName(found[i].In(p.source))
		r.readings[i] = r.read(&found[i])
	}
	for range rounds {
		r.story = r.tell()
		for i := range found {
			r.weigh(i)
		}
	}
	r.agree()
	for i := range found {
		r.decide(i)
	}
	for i := range found {
		r.lean(i)
	}
}

// read gives the readings of a toponym with their priors.
func (r *resolver) read(t *Toponym) []reading {
	var out []reading
	for _, e := range t.entries {
		place := r.gazetteer.Place(e.Place)
		out = append(out, reading{place: place, use: e.Use, prior: r.prior(t, place, e.Use)})
	}
	for i := range out {
		if x := &out[i]; t.area == noArea && x.place.Kind == gazetteer.Admin1 && hasNamesake(out, x) {
			x.prior += ranking.namesake
		}
		out[i].score = out[i].prior
	}
	return best(out)
}

// hasNamesake says that the seat of an area is among the readings: Herat is the
// city sooner than its province.
func hasNamesake(readings []reading, area *reading) bool {
	for i := range readings {
		if x := &readings[i].place; x.Kind == gazetteer.Settlement && (x.Seat || x.Capital || x.Population > greatCity) && contains(&area.place, x) {
			return true
		}
	}
	return false
}

// best sorts readings by score, the best first.
func best(out []reading) []reading {
	slices.SortStableFunc(out, func(a, b reading) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	return out
}

// prior is how likely a name stands for a place before its story is looked at.
func (r *resolver) prior(t *Toponym, place gazetteer.Place, use gazetteer.Use) float64 {
	w := &ranking
	score := w.people * math.Log10(float64(place.Population)+10)
	switch place.Kind {
	case gazetteer.Country:
		score += w.country
	case gazetteer.Admin1:
		score += w.admin1
	case gazetteer.Admin2:
		score += w.admin2
	case gazetteer.Region:
		score += w.region
	case gazetteer.Spot:
		score += w.spot
	}
	if place.Capital {
		score += w.capital
	}
	if place.Seat {
		score += w.seat
	}
	if use == gazetteer.Alternate {
		score += w.alternate
	}
	return score + areaFit(t.area, place.Kind)
}

// areaFit is what the word beside a name says for a kind of place.
func areaFit(area areaWord, kind gazetteer.Kind) float64 {
	w := &ranking
	switch {
	case area == noArea:
		return 0
	case area == anArea && kind == gazetteer.Admin1, area == aDistrict && kind == gazetteer.Admin2, area == aTown && kind == gazetteer.Settlement:
		return w.fits
	case area == anArea && (kind == gazetteer.Admin2 || kind == gazetteer.Region || kind == gazetteer.Country):
		return w.fitsHalf
	}
	return 0
}

// weigh scores the readings of toponym i by its story and by what holds it.
func (r *resolver) weigh(i int) {
	t := &r.found[i]
	for n := range r.readings[i] {
		x := &r.readings[i][n]
		x.score = x.prior + r.story.fit(r.names[i], x)
		if j := t.Container; j >= 0 {
			x.score += r.held(x, j)
		}
	}
	best(r.readings[i])
}

// unlisted says that what a toponym stands for is sooner a place the gazetteer
// lacks, in the area where the story plays, than the best reading: a small place
// far from the story.
func (r *resolver) unlisted(i int) bool {
	t, top := &r.found[i], r.readings[i][0]
	if r.elsewhere(i) {
		return true
	}
	if t.Adjective || t.Container >= 0 || top.place.Kind < gazetteer.Admin2 || top.place.Capital || top.use == gazetteer.Short || top.use == gazetteer.Acronym {
		return false
	}
	country, admin1, share := r.story.scene(r.names[i])
	if admin1 == "" || country == top.place.Country && admin1 == top.place.Admin1 {
		return false
	}
	return ranking.unlisted+ranking.sameAdmin1*share > top.score
}

// elsewhere says that the text puts a toponym inside an area which none of its
// readings lies in: "Stroud, Ontario" is not the English one. A great city is
// sooner one of a list.
func (r *resolver) elsewhere(i int) bool {
	t := &r.found[i]
	if t.Container < 0 || len(r.readings[t.Container]) == 0 || r.found[t.Container].listed {
		return false
	}
	area := r.readings[t.Container][0]
	if area.place.Kind != gazetteer.Admin1 && area.place.Kind != gazetteer.Country || certainty(r.readings[t.Container]) < sureArea {
		return false
	}
	for n := range r.readings[i] {
		if x := &r.readings[i][n]; contains(&area.place, &x.place) || x.place.Capital || x.place.Kind < gazetteer.Admin2 || x.place.Population > greatCity {
			return false
		}
	}
	return true
}

// An area must be this sure to overrule the gazetteer, and a city no greater
// than this, in inhabitants.
const (
	sureArea  = 0.7
	greatCity = 1_000_000
)

// held is what it says for a reading that the text puts it inside toponym j.
func (r *resolver) held(x *reading, j int) float64 {
	if len(r.readings[j]) == 0 {
		return 0
	}
	top := 0.0
	for n := range r.readings[j] {
		y := &r.readings[j][n]
		if contains(&y.place, &x.place) {
			// a container that is itself unlikely counts for less
			top = max(top, ranking.held-min(ranking.held/2, r.readings[j][0].score-y.score))
		}
	}
	return top
}

// contains says that area a holds place b.
func contains(a, b *gazetteer.Place) bool {
	if a.Country == "" || a.Country != b.Country || a.Kind >= b.Kind && a.Kind != gazetteer.Settlement {
		return false
	}
	switch a.Kind {
	case gazetteer.Country:
		return true
	case gazetteer.Admin1:
		return a.Admin1 == b.Admin1
	case gazetteer.Admin2:
		return a.Admin1 == b.Admin1 && (b.Admin2 == "" || a.Admin2 == b.Admin2)
	}
	return a.Located && b.Located && a.Admin1 == b.Admin1 && b.Population < a.Population && Distance(a.Lat, a.Lon, b.Lat, b.Lon) < cityReach
}

// cityReach is how far a part of a city, or a village named with its town, may
// lie from it, in kilometres.
const cityReach = 40

// agree gives all toponyms of one name the place of the one that is surest:
// a name means one place in a story unless the text says otherwise.
func (r *resolver) agree() {
	type choice struct {
		place gazetteer.Place
		score float64
	}
	chosen := map[uint64]choice{}
	for i := range r.found {
		if len(r.readings[i]) == 0 {
			continue
		}
		if c, ok := chosen[r.names[i]]; !ok || r.readings[i][0].score > c.score {
			chosen[r.names[i]] = choice{r.readings[i][0].place, r.readings[i][0].score}
		}
	}
	for i := range r.found {
		if len(r.readings[i]) == 0 || r.found[i].Container >= 0 || r.found[i].area != noArea {
			continue
		}
		c := chosen[r.names[i]]
		for n := range r.readings[i] {
			if r.readings[i][n].place == c.place {
				r.readings[i][n].score += ranking.agree
			}
		}
		best(r.readings[i])
	}
}

// decide gives toponym i its place and the runners-up.
func (r *resolver) decide(i int) {
	t := &r.found[i]
	if len(r.readings[i]) == 0 || r.unlisted(i) {
		return
	}
	place := r.place(&r.readings[i][0])
	for n := 1; n < len(r.readings[i]) && len(place.RunnersUp) < maxRunnersUp; n++ {
		if other := r.place(&r.readings[i][n]); other.GeoNames != place.GeoNames || other.GeoNames == 0 && other.Admin1 != place.Admin1 {
			place.RunnersUp = append(place.RunnersUp, other)
		}
	}
	place.Relation = t.Relation
	place.Score = certainty(r.readings[i])
	t.Place = &place
	r.coarsen(i)
}

// maxRunnersUp is how many other readings a place keeps.
const maxRunnersUp = 2

// certainty is the share of the best reading, the scores taken as log odds.
func certainty(readings []reading) float64 {
	total := 0.0
	for i := range readings {
		total += math.Exp(readings[i].score - readings[0].score)
	}
	return 1 / total
}

// place is a reading as annotations hold it.
func (r *resolver) place(x *reading) annals.Place {
	g := &x.place
	out := annals.Place{GeoNames: g.ID, Name: g.Name, Country: g.Country, Admin1: g.Admin1, Lat: g.Lat, Lon: g.Lon, Located: g.Located,
		Precision: precisions[g.Kind], Score: x.score}
	if ref, ok := r.gazetteer.Admin1(g.Country, g.Admin1); ok {
		out.Admin1Nm = r.gazetteer.Place(ref).Name
	} else {
		out.Admin1 = ""
	}
	return out
}

var precisions = map[gazetteer.Kind]annals.Precision{gazetteer.Region: annals.Region, gazetteer.Country: annals.Country, gazetteer.Admin1: annals.Admin1,
	gazetteer.Admin2: annals.Admin2, gazetteer.Settlement: annals.Settlement, gazetteer.Spot: annals.Point}
