package gazetteer

import (
	_ "embed"
	"fmt"
	"iter"
	"os"
	"strings"
	"sync"
)

//go:embed geonames.table
var geonamesTable []byte

//go:embed cities28-odbl.table
var cities28Table []byte

//go:embed adjectives.tsv
var adjectiveTable string

// Gazetteer is one table of places or more, looked up as one. It is safe for
// use by several goroutines.
type Gazetteer struct {
	tables    []*table
	countries map[string]Ref // ISO 3166-1 alpha-2
	capitals  map[string]Ref // by country
	areas     map[area]Ref   // first-level areas
}

// area names a first-level area.
type area struct{ country, code string }

var embedded = sync.OnceValues(func() (*Gazetteer, error) {
	g := &Gazetteer{countries: map[string]Ref{}, capitals: map[string]Ref{}, areas: map[area]Ref{}}
	for _, packed := range [][]byte{geonamesTable, cities28Table} {
		t, err := decode(packed)
		if err != nil {
			return nil, err
		}
		g.tables = append(g.tables, t)
	}
	g.findAreas()
	g.tables = append(g.tables, g.adjectives())
	return g, nil
})

// Open gives the embedded gazetteer with the user's tables, as AddFile writes
// them, laid over it.
func Open(userTables ...string) (*Gazetteer, error) {
	g, err := embedded()
	if err != nil {
		return nil, fmt.Errorf("embedded gazetteer: %w", err)
	}
	var tables []*table
	for _, path := range userTables {
		packed, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("user gazetteer: %w; make one with: annals gazetteer add", err)
		}
		t, err := decode(packed)
		if err != nil {
			return nil, fmt.Errorf("user gazetteer %s: %w", path, err)
		}
		tables = append(tables, t)
	}
	if tables == nil {
		return g, nil
	}
	with := *g
	with.tables = append(append([]*table{}, g.tables...), tables...)
	return &with, nil
}

// tableShift parts the number of a table from that of a place in a Ref.
const tableShift = 28

func ref(table, place int) Ref { return Ref(table<<tableShift | place) }

// Place is the place a Ref points to.
func (g *Gazetteer) Place(r Ref) Place {
	return g.tables[r>>tableShift].place(int(r & (1<<tableShift - 1)))
}

// Lookup appends to entries what a name may stand for: areas first, then
// settlements by population, the user's own tables last.
func (g *Gazetteer) Lookup(entries []Entry, hash uint64) []Entry {
	for n, t := range g.tables {
		for _, e := range t.of(hash) {
			entries = append(entries, Entry{ref(n, int(e>>useBits)), Use(e & (1<<useBits - 1))})
		}
	}
	return entries
}

func (g *Gazetteer) lookup(hash uint64) (known, longer bool) {
	for _, t := range g.tables {
		k, l := t.lookup(hash)
		known, longer = known || k, longer || l
	}
	return known, longer
}

// Country is the country of an ISO 3166-1 alpha-2 code.
func (g *Gazetteer) Country(code string) (Ref, bool) {
	r, ok := g.countries[code]
	return r, ok
}

// Capital is the capital of a country.
func (g *Gazetteer) Capital(country string) (Ref, bool) {
	r, ok := g.capitals[country]
	return r, ok
}

// Admin1 is the first-level area of a country's GeoNames code.
func (g *Gazetteer) Admin1(country, code string) (Ref, bool) {
	r, ok := g.areas[area{country, code}]
	return r, ok
}

// findAreas fills the maps from the first table, which is GeoNames'.
func (g *Gazetteer) findAreas() {
	t := g.tables[0]
	for i := range t.places {
		switch r := &t.places[i]; {
		case r.kind == Country:
			g.countries[string(r.country[:])] = ref(0, i)
		case r.kind == Admin1:
			g.areas[area{string(r.country[:]), t.codes[r.admin1]}] = ref(0, i)
		case r.flags&flagCapital != 0:
			g.capitals[string(r.country[:])] = ref(0, i)
		}
	}
}

// adjectives is a table of the adjectives and inhabitants of countries: rows of
// name, country and use.
func (g *Gazetteer) adjectives() *table {
	b := NewBuilder()
	number := map[string]int{}
	for line := range strings.Lines(adjectiveTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 3 {
			continue
		}
		r, ok := g.countries[f[1]]
		if !ok {
			continue
		}
		n, ok := number[f[1]]
		if !ok {
			n = b.addUnnamed(g.Place(r))
			number[f[1]] = n
		}
		b.Name(n, f[0], uses[f[2]])
	}
	return b.build()
}

var uses = map[string]Use{"adjective": Adjective, "inhabitants": Inhabitants}

// Places yields every place once, table by table.
func (g *Gazetteer) Places() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for _, t := range g.tables {
			for i := range t.places {
				if !yield(t.place(i)) {
					return
				}
			}
		}
	}
}
