package privacy

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// Coarsen blurs where people live, shelter or are treated: what is known to the
// point, and every facility, moves to the area around it, without coordinates,
// and its name is covered, as are street addresses. level is the finest area
// that may be shown: admin2, admin1 or country. Towns keep their names; an
// account holds no second-level area of a facility, so it goes to the first.
func Coarsen(a *account.Account, level annals.Precision) (*account.Account, error) {
	if level != annals.Admin2 && level != annals.Admin1 && level != annals.Country {
		return nil, fmt.Errorf("places can be coarsened to admin2, admin1 or country, not to %q", level)
	}
	m := &Masker{account: a, at: map[string]int{}}
	for i, r := range a.Resolution.Readings {
		m.at[r.Document.ID] = i
		m.readings = append(m.readings, facilities(a.Original(i)))
	}
	out := m.copy()
	out = out.WithOriginals(func(r *annals.Reading) *annals.Reading { return coarse(r, level) })
	for i, r := range out.Resolution.Readings {
		out.Resolution.Readings[i] = coarse(r, level)
	}
	for i := range out.Events {
		if e := &out.Events[i]; e.Place != nil && (e.Place.Precision == annals.Point || e.PlaceName != a.Events[i].PlaceName) {
			e.Place = area(e.Place, level)
			e.Title = strings.Replace(e.Title, e.PlaceName, e.Place.Name, 1)
			e.PlaceName = e.Place.Name
		}
	}
	return out, nil
}

// coarse is a reading whose facilities and points moved to the area round them.
func coarse(r *annals.Reading, level annals.Precision) *annals.Reading {
	out := *r
	out.Mentions = slices.Clone(r.Mentions)
	for k := range out.Mentions {
		if m := &out.Mentions[k]; m.Place != nil && fine(m) {
			m.Place = area(m.Place, level)
		}
	}
	return &out
}

// fine says whether a mention names a facility or a point on the map.
func fine(m *annals.Mention) bool {
	return m.Kind == annals.Facility || m.Place != nil && m.Place.Precision == annals.Point
}

// area is the part of the country that a place lies in.
func area(p *annals.Place, level annals.Precision) *annals.Place {
	out := &annals.Place{Country: p.Country, Precision: annals.Country}
	if level != annals.Country && (p.Admin1 != "" || p.Admin1Nm != "") {
		out.Name, out.Admin1, out.Admin1Nm, out.Precision = p.Admin1Nm, p.Admin1, p.Admin1Nm, annals.Admin1
	}
	return out
}

// street finds the address of a house.
var street = regexp.MustCompile(`\b\d{1,5}\s(?:block\sof\s)?(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?(?:\p{Lu}[\p{L}'’.-]*\s){1,3}` +
	`(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Dr\b|Lane|Ln\b|Court|Ct\b|Boulevard|Blvd\b|Place|Circle|Terrace|Highway|Way|Parkway)`)

// facilities covers the names of facilities and the addresses of houses.
func facilities(r *annals.Reading) *readingMask {
	m := &readingMask{exact: map[string]bool{}, open: map[string]bool{}, hidden: map[annals.Ref]bool{}}
	text := r.Document.Text
	for i := range r.Mentions {
		if x := &r.Mentions[i]; x.Form == annals.Name && fine(x) && x.In(text) != "" {
			m.add(text, x.Span)
		}
	}
	for _, at := range street.FindAllStringIndex(text, -1) {
		m.add(text, annals.Span{Start: at[0], End: at[1]})
	}
	m.spans = append(m.spans, m.names.Find(text, nil)...)
	return m
}

func (m *readingMask) add(text string, s annals.Span) {
	name := s.In(text)
	m.names.Add(name, false)
	m.exact[name] = true
	m.exact[strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")] = true
	m.spans = append(m.spans, s)
}
