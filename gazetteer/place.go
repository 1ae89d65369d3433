package gazetteer

// Kind is what sort of place an entry is.
type Kind uint8

// Kinds, coarsest first.
const (
	Region  Kind = iota // no administration: a continent, a sea, the Sahel
	Country             // or a dependent territory with an ISO 3166 code
	Admin1
	Admin2
	Settlement
	Spot // an airport, a base, a hill: user gazetteers only
)

// Place is an entry. Lat and Lon are degrees; for an area they are one
// representative point inside it.
type Place struct {
	ID         int // GeoNames id; 0 unknown
	Name       string
	Kind       Kind
	Country    string // ISO 3166-1 alpha-2; "" for what lies in several
	Admin1     string // GeoNames admin1 code; "" unknown
	Admin2     string // GeoNames admin2 code; "" unknown
	Lat, Lon   float64
	Located    bool // Lat and Lon are known
	Population int  // 0 unknown
	Capital    bool // of its country
	Seat       bool // of its first-level area
}

// Use says how a name stands for its place.
type Use uint8

// Uses of a name.
const (
	Main        Use = iota // the place's own name
	Alternate              // another name or spelling
	Short                  // an abbreviation that needs a place before it: "Ill."
	Acronym                // an abbreviation that stands alone: "UK"
	Adjective              // "Afghan"
	Inhabitants            // "Afghans"
)

// Ref points to a place in a Gazetteer. Refs are stable while the program runs.
type Ref uint32

// Entry is a place a name may stand for, and how.
type Entry struct {
	Place Ref
	Use   Use
}
