package codebook

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

//go:embed countries.tsv
var countriesText string

// country is a country as the codebooks name it.
type country struct{ number, name, acled, ucdp string }

var countries = sync.OnceValue(func() map[string]country {
	out := map[string]country{}
	for line := range strings.Lines(countriesText) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 5 || strings.HasPrefix(line, "#") {
			continue
		}
		for i := range f {
			if f[i] == "-" {
				f[i] = ""
			}
		}
		out[f[0]] = country{f[1], f[2], f[3], f[4]}
	}
	return out
})

const noPlace = "no report says where"

// placed are the statements whose mention names the event's place.
func (c *coding) placed() []resolve.StatementKey {
	return c.bearing(func(r *annals.Reading, m *annals.Event) bool {
		for _, ref := range append([]annals.Ref{m.Place}, m.Places...) {
			if ref != 0 && r.Mentions[ref-1].Place != nil && r.Mentions[ref-1].Place.Name == c.event.Place.Name {
				return true
			}
		}
		return false
	})
}

func (c *coding) place(part func(*annals.Place) string) value {
	if c.event.Place == nil {
		return value{lost: noPlace}
	}
	return value{words: one(part(c.event.Place)), statements: c.placed()}
}

func (c *coding) country(part func(country) string) value {
	if c.event.Place == nil {
		return value{lost: noPlace}
	}
	x := countries()[c.event.Place.Country]
	return value{words: one(part(x)), statements: c.placed()}
}

// placeName is the gazetteer's name, with the place as written where that is finer.
func placeName(c *coding) value {
	v := c.place(func(p *annals.Place) string { return p.Name })
	if c.event.Place != nil && c.event.PlaceName != "" && !strings.EqualFold(c.event.PlaceName, c.event.Place.Name) {
		v.lost = fmt.Sprintf("written %q", c.event.PlaceName)
	}
	return v
}

func admin2(c *coding) value {
	if c.event.Place != nil && c.event.Place.Precision == annals.Admin2 {
		return c.place(func(p *annals.Place) string { return p.Name })
	}
	return value{}
}

// precision is how finely the place is known; "near" when the reports only say
// that it lies near there.
func precision(c *coding) value {
	return c.place(func(p *annals.Place) string {
		if p.Relation == "near" || p.Relation == "outside" {
			return "near"
		}
		return string(p.Precision)
	})
}

func (c *coding) located() bool { return c.event.Place != nil && c.event.Place.Located }

func (c *coding) coordinate(part func(*annals.Place) float64) value {
	if !c.located() {
		return value{lost: "no coordinates are known"}
	}
	v := c.place(func(p *annals.Place) string { return strconv.FormatFloat(part(p), 'f', -1, 64) })
	if p := c.event.Place.Precision; p != annals.Point && p != annals.Settlement {
		v.lost = fmt.Sprintf("a point that stands for the %s %s", p, c.event.Place.Name)
	}
	return v
}

func point(c *coding) value {
	if !c.located() {
		return value{lost: "no coordinates are known"}
	}
	return c.place(func(p *annals.Place) string { return fmt.Sprintf("POINT (%v %v)", p.Lon, p.Lat) })
}

// cellsADegree and cellsARow lay out the PRIO grid: half-degree cells counted
// from 1 at 90° S 180° W, eastward first.
const (
	cellsADegree = 2
	cellsARow    = 360 * cellsADegree
)

func grid(c *coding) value {
	if !c.located() {
		return value{lost: "no coordinates are known"}
	}
	return c.place(func(p *annals.Place) string {
		row := int(math.Floor((p.Lat + 90) * cellsADegree))
		column := int(math.Floor((p.Lon + 180) * cellsADegree))
		return strconv.Itoa(row*cellsARow + column + 1)
	})
}
