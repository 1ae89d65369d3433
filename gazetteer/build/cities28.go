package build

import (
	"strings"

	"github.com/annals-project/annals/gazetteer"
)

// cities28 gathers the places of 28 countries of the Countries States Cities
// Database. Its first-level codes are ISO 3166-2, so a place takes the GeoNames
// area whose name is the same.
func cities28(s *sources) *gazetteer.Builder {
	areas := map[areaName]string{}
	s.each("geonames_admin1.tsv.gz", func(r row) {
		country, code, _ := strings.Cut(r.text("code"), ".")
		for _, name := range []string{r.text("name"), r.text("asciiname")} {
			areas[areaKey(country, name)] = code
		}
	})
	for _, g := range geographyRows() {
		if g.kind == "admin1" {
			for _, name := range g.names {
				areas[areaKey(g.country, name)] = g.admin1
			}
		}
	}
	b := gazetteer.NewBuilder()
	s.each("dr5hn_cities_28_ODbL.tsv.gz", func(r row) {
		country := r.text("country")
		p := gazetteer.Place{Name: r.text("name"), Kind: gazetteer.Settlement, Country: country, Admin1: areas[areaKey(country, r.text("state_name"))],
			Lat: r.float("lat"), Lon: r.float("lon"), Population: r.int("population")}
		p.Located = p.Lat != 0 || p.Lon != 0
		switch {
		case strings.HasSuffix(p.Name, " District"), strings.Contains(p.Name, " Raion"):
			p.Kind = gazetteer.Admin2
		case !usable(p.Name) && len(p.Name) < minName:
			return
		}
		n := b.Add(p)
		for _, name := range list(r.text("other_names"), "|") {
			if usable(name) && !isCode(name) {
				b.Name(n, name, gazetteer.Alternate)
			}
		}
	})
	return b
}

// areaKey is a country and the bare name of its area, folded.
func areaKey(country, name string) areaName {
	for _, d := range designations.after {
		name = strings.TrimSuffix(name, d)
	}
	return areaName{country, gazetteer.HashName(name)}
}

// areaName is an area's name as the gazetteer compares names.
type areaName struct {
	country string
	name    uint64
}
