package build

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals/gazetteer"
)

//go:embed geography.tsv
var geographyTable string

// geography is a row of what GeoNames' lists leave out.
type geography struct {
	kind, country, admin1, name string
	lat, lon                    float64
	located                     bool
	id                          int
	names, short                []string
}

func geographyRows() (rows []geography) {
	for line := range strings.Lines(geographyTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 9 {
			continue
		}
		g := geography{kind: f[0], country: f[1], admin1: f[2], name: f[3], names: list(f[7], ";"), short: list(f[8], ";")}
		lat, err1 := strconv.ParseFloat(f[4], 64)
		lon, err2 := strconv.ParseFloat(f[5], 64)
		g.lat, g.lon, g.located = lat, lon, err1 == nil && err2 == nil
		g.id, _ = strconv.Atoi(f[6])
		rows = append(rows, g)
	}
	return rows
}

func list(s, separator string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, separator)
}

// geoNames gathers countries, areas, settlements and regions.
func geoNames(s *sources) *gazetteer.Builder {
	w := world{Builder: gazetteer.NewBuilder(), extra: map[string]geography{}, number: map[string]int{}, middles: middles(s)}
	for _, g := range geographyRows() {
		if g.kind == "region" {
			w.region(g)
		} else {
			w.extra[strings.Trim(g.country+"."+g.admin1, ".")] = g
		}
	}
	s.each("geonames_countries.tsv.gz", w.country)
	s.each("geonames_country_names.tsv.gz", w.countryName)
	s.each("geonames_admin1.tsv.gz", w.admin1)
	s.each("geonames_admin2.tsv.gz", w.admin2)
	s.each("geonames_cities15000.tsv.gz", w.settlement)
	return w.Builder
}

// world is the table under way.
type world struct {
	*gazetteer.Builder
	extra   map[string]geography // by code: "AF", "AF.13"
	number  map[string]int       // places by code
	middles map[string]*middle
}

func (w *world) region(g geography) {
	n := w.Add(gazetteer.Place{ID: g.id, Name: g.name, Kind: gazetteer.Region, Country: g.country, Lat: g.lat, Lon: g.lon, Located: g.located})
	w.others(n, g)
}

// others adds the other names and short forms of a row.
func (w *world) others(n int, g geography) {
	for _, name := range g.names {
		w.Name(n, name, nameUse(name))
	}
	for _, name := range g.short {
		w.Name(n, name, gazetteer.Short)
	}
}

// nameUse tells an acronym from a name by its capitals.
func nameUse(name string) gazetteer.Use {
	if name == strings.ToUpper(name) && len(name) <= maxAcronym {
		return gazetteer.Acronym
	}
	return gazetteer.Alternate
}

// maxAcronym is the longest acronym of a place, full stops counted.
const maxAcronym = 8

func (w *world) country(r row) {
	code := r.text("iso2")
	p := gazetteer.Place{ID: r.int("geonameid"), Name: r.text("name"), Kind: gazetteer.Country, Country: code, Population: r.int("population")}
	w.locate(&p, code)
	n := w.Add(p)
	if rest, ok := strings.CutPrefix(p.Name, "The "); ok {
		w.Name(n, rest, gazetteer.Main)
	}
	w.number[code] = n
	w.others(n, w.extra[code])
}

// locate gives an area the representative point of the geography table, else
// the middle of its settlements.
func (w *world) locate(p *gazetteer.Place, code string) {
	if g, ok := w.extra[code]; ok && g.located {
		p.Lat, p.Lon, p.Located = g.lat, g.lon, true
	} else if m, ok := w.middles[code]; ok {
		p.Lat, p.Lon = m.point()
		p.Located = true
	}
}

func (w *world) countryName(r row) {
	n, ok := w.number[r.text("iso2")]
	if name := r.text("name"); ok && r.text("lang") == "en" && usable(name) {
		w.Name(n, name, nameUse(name))
	}
}

func (w *world) admin1(r row) {
	code := r.text("code")
	country, area, _ := strings.Cut(code, ".")
	p := gazetteer.Place{ID: r.int("geonameid"), Name: r.text("name"), Kind: gazetteer.Admin1, Country: country, Admin1: area}
	w.locate(&p, code)
	if m, ok := w.middles[code]; ok {
		p.Population = m.population
	}
	n := w.Add(p)
	w.area(n, p.Name)
	w.area(n, r.text("asciiname"))
	w.others(n, w.extra[code])
}

func (w *world) admin2(r row) {
	code := r.text("code")
	f := strings.SplitN(code, ".", 3)
	if len(f) < 3 {
		return
	}
	p := gazetteer.Place{Name: r.text("name"), Kind: gazetteer.Admin2, Country: f[0], Admin1: f[1], Admin2: f[2]}
	w.locate(&p, code)
	if m, ok := w.middles[code]; ok {
		p.Population = m.population
	}
	w.area(w.Add(p), p.Name)
}

// designations are the words that say what an area is, before and after its
// name; the name is used without them too.
var designations = struct{ before, after []string }{
	before: []string{"Departamento de ", "Departamento del ", "Département de ", "Province of ", "State of ", "Provincia de ", "Provincia di ", "Estado de ",
		"Région de ", "District of ", "Muḩāfaz̧at ", "Muhafazat ", "Wilayat ", "Wilaya de ", "City of ", "Region of "},
	after: []string{" Province", " Region", " Governorate", " District", " County", " Parish", " Department", " State", " Prefecture", " Oblast", " Oblast'",
		" Republic", " Krai", " Kray", " Municipality", " Division", " Territory", " Rayon", " Raion", " Borough", " Canton", " Emirate", " Atoll", " Wilaya", " Shi", " Sheng"},
}

// area adds the names of an area without the word that says what it is.
func (w *world) area(n int, name string) {
	w.Name(n, name, gazetteer.Alternate)
	for _, d := range designations.before {
		if rest, ok := strings.CutPrefix(name, d); ok {
			w.Name(n, rest, gazetteer.Alternate)
		}
	}
	for _, d := range designations.after {
		if rest, ok := strings.CutSuffix(name, d); ok && usableStem(rest) {
			w.Name(n, rest, gazetteer.Alternate)
		}
	}
}

func (w *world) settlement(r row) {
	p := gazetteer.Place{
		ID: r.int("geonameid"), Name: r.text("name"), Kind: gazetteer.Settlement, Country: r.text("country"),
		Admin1: r.text("admin1"), Admin2: r.text("admin2"), Lat: r.float("lat"), Lon: r.float("lon"), Located: true,
		Population: r.int("population"), Capital: r.text("feature_code") == "PPLC", Seat: r.text("feature_code") == "PPLA",
	}
	n := w.Add(p)
	w.Name(n, r.text("asciiname"), gazetteer.Main)
	names := list(r.text("alternatenames"), ",")
	if rest, ok := strings.CutSuffix(p.Name, " City"); ok && !p.Capital && !p.Seat && slices.Contains(names, rest) {
		w.Name(n, rest, gazetteer.Main) // New York is New York City's own name
	}
	for _, name := range names {
		if usable(name) && !isCode(name) {
			w.Name(n, name, gazetteer.Alternate)
		}
	}
}
