package places

import (
	"math"

	"github.com/annals-project/annals/gazetteer"
)

// story is where the places of a page lie, as far as is known.
type story struct{ points []point }

// point is a place of a story, how surely and how often it is told of, and the
// name that tells of it.
type point struct {
	name    uint64
	place   gazetteer.Place
	weight  float64
	settled bool // a settlement or a second-level area: near means near
}

// tell gathers the best readings of the toponyms.
func (r *resolver) tell() story {
	var s story
	for i, readings := range r.readings {
		if len(readings) == 0 {
			continue
		}
		weight := certainty(readings)
		if r.found[i].Adjective {
			weight *= ranking.adjective
		}
		s.add(r.names[i], &readings[0].place, weight)
	}
	return s
}

func (s *story) add(name uint64, place *gazetteer.Place, weight float64) {
	for n := range s.points {
		if p := &s.points[n]; p.name == name && p.place == *place {
			p.weight += weight
			return
		}
	}
	s.points = append(s.points, point{name, *place, weight, place.Kind >= gazetteer.Admin2})
}

// fit is what the rest of the story says for a reading of a name.
func (s *story) fit(name uint64, x *reading) float64 {
	w := &ranking
	total, country, admin1, near := 0.0, 0.0, 0.0, 0.0
	for n := range s.points {
		p := &s.points[n]
		if p.name == name || p.place.Name == x.place.Name && p.place.Country == x.place.Country && p.place.Admin1 == x.place.Admin1 {
			continue
		}
		total += p.weight
		if p.place.Country == "" || p.place.Country != x.place.Country {
			continue
		}
		country += p.weight
		if x.place.Kind == gazetteer.Country {
			continue
		}
		if p.place.Admin1 != "" && p.place.Admin1 == x.place.Admin1 {
			admin1 += p.weight
		}
		if p.settled && x.place.Kind >= gazetteer.Admin2 {
			near = max(near, min(1, p.weight)*closeBy(&p.place, &x.place))
		}
	}
	if total == 0 {
		return 0
	}
	seen := total / (total + w.doubt)
	score := seen*w.sameCountry*country/total + w.near*near
	if x.place.Kind >= gazetteer.Admin1 {
		score += seen * w.sameAdmin1 * admin1 / total
		score += w.anyAdmin1 * min(1, admin1)
	}
	return score + w.anyCountry*min(1, country)
}

// closeBy falls from 1 for one point to nothing for places far apart.
func closeBy(a, b *gazetteer.Place) float64 {
	if !a.Located || !b.Located || math.Abs(a.Lat-b.Lat) > farDegrees {
		return 0
	}
	return math.Exp(-Distance(a.Lat, a.Lon, b.Lat, b.Lon) / ranking.nearScale)
}

// farDegrees of latitude are far enough for closeness to count for nothing.
const farDegrees = 6

// middle is the middle of the story's settlements in a first-level area.
func (s *story) middle(country, admin1 string) (lat, lon float64, ok bool) {
	total := 0.0
	for n := range s.points {
		p := &s.points[n]
		if p.settled && p.place.Located && p.place.Country == country && p.place.Admin1 == admin1 {
			lat, lon, total = lat+p.weight*p.place.Lat, lon+p.weight*p.place.Lon, total+p.weight
		}
	}
	if total == 0 {
		return 0, 0, false
	}
	return lat / total, lon / total, true
}

// scene is the first-level area where most of the story's places lie, and its
// share of those that do not hold it; places told of by name are left out.
func (s *story) scene(name uint64) (country, admin1 string, share float64) {
	top := 0.0
	for n := range s.points {
		p := &s.points[n].place
		if p.Admin1 == "" || s.points[n].name == name || p.Country == country && p.Admin1 == admin1 {
			continue
		}
		if w := s.weightIn(name, p.Country, p.Admin1); w > top {
			top, country, admin1 = w, p.Country, p.Admin1
		}
	}
	total := top + ranking.sceneDoubt
	for n := range s.points {
		p := &s.points[n].place
		if s.points[n].name != name && p.Country != "" && (p.Country != country || p.Admin1 != "" && p.Admin1 != admin1) {
			total += s.points[n].weight
		}
	}
	return country, admin1, top / total
}

// weightIn is the weight of the points in an area, those of a name left out.
func (s *story) weightIn(name uint64, country, admin1 string) (weight float64) {
	for n := range s.points {
		if p := &s.points[n].place; s.points[n].name != name && p.Country == country && p.Admin1 == admin1 {
			weight += s.points[n].weight
		}
	}
	return weight
}

// homeland is the country where most of the story's places lie, and its share of
// them; places told of by name are left out.
func (s *story) homeland(name uint64) (country string, share float64) {
	total, top := ranking.sceneDoubt, 0.0
	weights := map[string]float64{}
	for n := range s.points {
		p := &s.points[n]
		if p.name == name || p.place.Country == "" {
			continue
		}
		total += p.weight
		weights[p.place.Country] += p.weight
		if w := weights[p.place.Country]; w > top {
			top, country = w, p.place.Country
		}
	}
	return country, top / total
}
