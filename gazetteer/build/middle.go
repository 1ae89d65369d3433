package build

import "math"

// middle gathers the settlements of an area.
type middle struct {
	x, y, z    float64
	population int
}

// add weighs a settlement by the root of its people: an area's reports come
// from its towns, and its one great city should not hold the point alone.
func (m *middle) add(lat, lon float64, population int) {
	weight := math.Sqrt(float64(max(population, 1)))
	a, o := lat*math.Pi/180, lon*math.Pi/180
	m.x += weight * math.Cos(a) * math.Cos(o)
	m.y += weight * math.Cos(a) * math.Sin(o)
	m.z += weight * math.Sin(a)
	m.population += population
}

// point is the middle in degrees.
func (m *middle) point() (lat, lon float64) {
	return math.Atan2(m.z, math.Hypot(m.x, m.y)) * 180 / math.Pi, math.Atan2(m.y, m.x) * 180 / math.Pi
}

// middles are the middles of countries and areas, by code.
func middles(s *sources) map[string]*middle {
	out := map[string]*middle{}
	s.each("geonames_cities15000.tsv.gz", func(r row) {
		country, admin1, admin2 := r.text("country"), r.text("admin1"), r.text("admin2")
		codes := []string{country, country + "." + admin1}
		if admin2 != "" {
			codes = append(codes, country+"."+admin1+"."+admin2)
		}
		for _, c := range codes {
			if out[c] == nil {
				out[c] = &middle{}
			}
			out[c].add(r.float("lat"), r.float("lon"), r.int("population"))
		}
	})
	return out
}
