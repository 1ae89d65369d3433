package places

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// coarsen keeps a place from being finer than its words: a settlement's entry
// that the text calls a district or a province is an area of that name.
func (r *resolver) coarsen(i int) {
	t := &r.found[i]
	if t.Place.Precision != annals.Settlement && t.Place.Precision != annals.Point {
		return
	}
	switch t.area {
	case aDistrict:
		t.Place.Precision, t.Place.GeoNames = annals.Admin2, 0
	case anArea:
		t.Place.Precision, t.Place.GeoNames = annals.Admin1, 0
	}
}

// lean places what the gazetteer does not know, or knows no point of, by what
// holds it: the area that the text puts it in, else the area it belongs to.
func (r *resolver) lean(i int) {
	t := &r.found[i]
	if t.Place == nil {
		if j := t.Container; j >= 0 && r.found[j].Place != nil {
			t.Place = r.inside(r.found[j].Place)
		} else if place := r.nearby(i); place != nil {
			t.Place = place
		} else {
			t.Place = r.homeland(i)
		}
		if t.Place != nil {
			t.Place.Relation = t.Relation
		}
		return
	}
	if t.Place.Located {
		return
	}
	if ref, ok := r.gazetteer.Admin1(t.Place.Country, t.Place.Admin1); ok {
		area := r.gazetteer.Place(ref)
		t.Place.Lat, t.Place.Lon, t.Place.Located = area.Lat, area.Lon, area.Located
		if lat, lon, ok := r.story.middle(area.Country, area.Admin1); ok {
			t.Place.Lat, t.Place.Lon, t.Place.Located = lat, lon, true
		}
	}
}

// inside is a place known only to lie in another: no finer than that one, and
// no finer than its first-level area where it is a settlement.
func (r *resolver) inside(outer *annals.Place) *annals.Place {
	in := *outer
	in.RunnersUp = nil
	if in.Precision == annals.Point {
		in.Precision = annals.Settlement
	}
	if in.Precision == annals.Admin1 {
		if lat, lon, ok := r.story.middle(in.Country, in.Admin1); ok {
			in.Lat, in.Lon = lat, lon
		}
	}
	in.GeoNames = 0
	return &in
}

// nearby is the first-level area of a story that plays in one: what it names
// and the gazetteer lacks lies there too. Nil when the story plays in several.
func (r *resolver) nearby(i int) *annals.Place {
	country, admin1, share := r.story.scene(r.names[i])
	if share < ranking.scene || admin1 == "" {
		return nil
	}
	ref, ok := r.gazetteer.Admin1(country, admin1)
	if !ok {
		return nil
	}
	area := r.gazetteer.Place(ref)
	place := r.place(&reading{place: area})
	place.GeoNames, place.Score = 0, share
	if lat, lon, ok := r.story.middle(country, admin1); ok {
		place.Lat, place.Lon, place.Located = lat, lon, true
	}
	return &place
}

// homeland is the country of a name that the gazetteer lacks, and nothing finer:
// the one that all other towns and areas of its paragraph lie in, else the one where most of
// the story plays. Nil where neither tells one.
func (r *resolver) homeland(i int) *annals.Place {
	country, share := r.beside(i), certainCountry
	if country == "" {
		if country, share = r.story.homeland(r.names[i]); share < ranking.homeland {
			return nil
		}
	}
	ref, ok := r.gazetteer.Country(country)
	if !ok {
		return nil
	}
	place := r.place(&reading{place: r.gazetteer.Place(ref)})
	place.GeoNames, place.Score = 0, share
	place.Lat, place.Lon, place.Located = 0, 0, false
	return &place
}

// certainCountry is the score of a country that a paragraph names no other beside.
const certainCountry = 0.9

// beside is the country that all resolved towns and areas of the paragraph of toponym i lie
// in; "" where there are none or several.
func (r *resolver) beside(i int) string {
	country := ""
	for j := range r.found {
		t := &r.found[j]
		if j == i || t.Adjective || r.names[j] == r.names[i] || len(r.readings[j]) == 0 || !r.page.together(t, &r.found[i]) {
			continue
		}
		top := &r.readings[j][0].place
		switch c := top.Country; {
		case c == "" || top.Kind < gazetteer.Admin1 || r.unlisted(j): // states that act lie elsewhere
		case country != "" && c != country:
			return ""
		default:
			country = c
		}
	}
	return country
}
