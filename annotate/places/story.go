package places

import (
	"math"

	"github.com/annals-project/annals/gazetteer"
)

// story is where the places of a page lie, as far as is known.
type story struct {
	points []point
}

// point is where a toponym is thought to lie, and how surely.
type point struct {
	toponym          int
	country, admin1  string
	lat, lon, weight float64
	located          bool
	settled          bool // a settlement or a second-level area: near means near
	name             string
}

// tell gathers the best readings of the toponyms.
func (r *resolver) tell() story {
	var s story
	for i, readings := range r.readings {
		if len(readings) == 0 {
			continue
		}
		x := &readings[0]
		weight := certainty(readings)
		if r.found[i].Adjective {
			weight *= ranking.adjective
		}
		s.points = append(s.points, point{i, x.place.Country, x.place.Admin1, x.place.Lat, x.place.Lon, weight, x.place.Located,
			x.place.Kind >= gazetteer.Admin2, x.place.Name})
	}
	return s
}

// fit is what the rest of the story says for a reading of toponym i.
func (s *story) fit(i int, x *reading) float64 {
	w := &ranking
	total, country, admin1, near := 0.0, 0.0, 0.0, 0.0
	for n := range s.points {
		p := &s.points[n]
		if p.toponym == i || p.name == x.place.Name && p.country == x.place.Country && p.admin1 == x.place.Admin1 {
			continue
		}
		total += p.weight
		if p.country == "" || p.country != x.place.Country {
			continue
		}
		country += p.weight
		if x.place.Kind == gazetteer.Country {
			continue
		}
		if p.admin1 != "" && p.admin1 == x.place.Admin1 {
			admin1 += p.weight
		}
		if p.settled && p.located && x.place.Located && x.place.Kind >= gazetteer.Admin2 {
			near = max(near, p.weight*math.Exp(-Distance(p.lat, p.lon, x.place.Lat, x.place.Lon)/w.nearScale))
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

// without is the story less toponym i and those of its name.
func (s *story) without(i int) *story {
	var name string
	for n := range s.points {
		if s.points[n].toponym == i {
			name = s.points[n].name
		}
	}
	var rest story
	for _, p := range s.points {
		if p.name != name {
			rest.points = append(rest.points, p)
		}
	}
	return &rest
}

// middle is the middle of the story's settlements in a first-level area.
func (s *story) middle(country, admin1 string) (lat, lon float64, ok bool) {
	total := 0.0
	for n := range s.points {
		p := &s.points[n]
		if p.settled && p.located && p.country == country && p.admin1 == admin1 {
			lat, lon, total = lat+p.weight*p.lat, lon+p.weight*p.lon, total+p.weight
		}
	}
	if total == 0 {
		return 0, 0, false
	}
	return lat / total, lon / total, true
}

// scene is the first-level area where most of the story's places lie, and its
// share of those that do not hold it.
func (s *story) scene() (country, admin1 string, share float64) {
	weights, top := map[[2]string]float64{}, 0.0
	for n := range s.points {
		if p := &s.points[n]; p.admin1 != "" {
			key := [2]string{p.country, p.admin1}
			weights[key] += p.weight
			if weights[key] > top {
				top, country, admin1 = weights[key], p.country, p.admin1
			}
		}
	}
	total := top + ranking.sceneDoubt
	for n := range s.points {
		if p := &s.points[n]; p.country != "" && (p.country != country || p.admin1 != "" && p.admin1 != admin1) {
			total += p.weight
		}
	}
	return country, admin1, top / total
}
