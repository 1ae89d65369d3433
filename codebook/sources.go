package codebook

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/resolve"
)

// coding is one event on its way into a row.
type coding struct {
	*account.Account
	event *account.Event
	sides [2]side
	first time.Time // of the days it may lie on; zero unknown
	last  time.Time
}

func newCoding(a *account.Account, e *account.Event) *coding {
	c := &coding{Account: a, event: e}
	if v, err := edtf.Parse(e.EDTF); e.EDTF != "" && err == nil {
		c.first, _ = v.Earliest()
		c.last, _ = v.Latest()
	}
	c.sides = c.findSides()
	return c
}

// sources are what a column may draw on; README.md says what each gives.
var sources = map[string]func(*coding) value{
	"key":        func(c *coding) value { return value{words: one(c.event.ID), statements: c.event.Statements} },
	"happened":   happened,
	"status":     func(c *coding) value { return c.plain(string(c.event.Status), "status") },
	"title":      func(c *coding) value { return c.plain(c.event.Title, "") },
	"grade":      func(c *coding) value { return c.plain(string(c.event.Grade), "") },
	"alleged":    func(c *coding) value { return c.plain(flag(c.event.Alleged), "") },
	"notes":      func(c *coding) value { return c.notes() },
	"clarity":    func(c *coding) value { return c.plain(clarity(c), "") },
	"date.start": func(c *coding) value { return c.day(c.first) },
	"date.end":   func(c *coding) value { return c.day(c.last) },
	"date.year":  year,
	"date.days":  days,
	"type.acled": func(c *coding) value { return c.acled(func(x *annals.ACLED) string { return x.Type }) },
	"type.acled.sub": func(c *coding) value {
		return c.acled(func(x *annals.ACLED) string { return x.SubType })
	},
	"type.plover": func(c *coding) value { return c.plover(func(x *annals.PLOVER) []string { return one(x.Type) }, "type") },
	"type.plover.modes": func(c *coding) value {
		return c.plover(func(x *annals.PLOVER) []string { return modes(x) }, "mode")
	},
	"type.ucdp":            ucdp,
	"actor.1.name":         func(c *coding) value { return c.sides[0].name() },
	"actor.1.kind":         func(c *coding) value { return c.sides[0].kindWord() },
	"actor.1.others":       func(c *coding) value { return c.sides[0].othersWords() },
	"actor.2.name":         func(c *coding) value { return c.sides[1].name() },
	"actor.2.kind":         func(c *coding) value { return c.sides[1].kindWord() },
	"actor.2.others":       func(c *coding) value { return c.sides[1].othersWords() },
	"side.a":               func(c *coding) value { ab := c.ab(); return ab[0].name() },
	"side.b":               func(c *coding) value { ab := c.ab(); return ab[1].name() },
	"sides":                bothSides,
	"civilians.targeted":   civiliansTargeted,
	"country.code":         func(c *coding) value { return c.place(func(p *annals.Place) string { return p.Country }) },
	"country.name":         func(c *coding) value { return c.country(func(x country) string { return x.name }) },
	"country.number":       func(c *coding) value { return c.country(func(x country) string { return x.number }) },
	"country.acled_region": func(c *coding) value { return c.country(func(x country) string { return x.acled }) },
	"country.ucdp_region":  func(c *coding) value { return c.country(func(x country) string { return x.ucdp }) },
	"place.name":           placeName,
	"place.written":        func(c *coding) value { return c.plain(c.event.PlaceName, "") },
	"place.admin1":         func(c *coding) value { return c.place(func(p *annals.Place) string { return p.Admin1Nm }) },
	"place.admin2":         admin2,
	"place.lat":            func(c *coding) value { return c.coordinate(func(p *annals.Place) float64 { return p.Lat }) },
	"place.lon":            func(c *coding) value { return c.coordinate(func(p *annals.Place) float64 { return p.Lon }) },
	"place.point":          point,
	"place.grid":           grid,
	"place.precision":      precision,
	"deaths.best":          func(c *coding) value { return c.toll(annals.Killed, middle) },
	"deaths.low":           func(c *coding) value { return c.toll(annals.Killed, lower) },
	"deaths.high":          func(c *coding) value { return c.toll(annals.Killed, upper) },
	"deaths.one":           fatalities,
	"injured.best":         func(c *coding) value { return c.toll(annals.Injured, middle) },
	"deaths.a":             func(c *coding) value { return c.deathsOf(0) },
	"deaths.b":             func(c *coding) value { return c.deathsOf(1) },
	"deaths.civilians":     func(c *coding) value { return c.deathsOfCivilians() },
	"deaths.unknown":       func(c *coding) value { return c.deathsUnknown() },
	"reports.number":       func(c *coding) value { return c.plain(strconv.Itoa(len(c.event.Documents)), "") },
	"reports.origins":      func(c *coding) value { return c.plain(strconv.Itoa(c.event.Sources), "") },
	"reports.outlets":      func(c *coding) value { return c.reports(outlet) },
	"reports.dates":        func(c *coding) value { return c.reports(published) },
	"reports.titles":       func(c *coding) value { return c.reports(func(d *annals.Document) string { return d.Title }) },
	"reports.addresses":    func(c *coding) value { return c.reports(func(d *annals.Document) string { return d.URI }) },
}

// plain is a value that all of the event's statements bear.
func (c *coding) plain(word, field string) value {
	return value{words: one(word), statements: c.event.Statements, field: field}
}

func flag(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func happened(c *coding) value { return c.plain(flag(c.event.Status == annals.Happened), "") }

// bearing are the event's statements whose mention says something.
func (c *coding) bearing(says func(*annals.Reading, *annals.Event) bool) []resolve.StatementKey {
	var out []resolve.StatementKey
	for _, s := range c.event.Statements {
		r := c.Reading(s.Reading)
		if says(r, &r.Events[c.Statement(s).Ref-1]) {
			out = append(out, s)
		}
	}
	return out
}

func (c *coding) dated() []resolve.StatementKey {
	return c.bearing(func(_ *annals.Reading, m *annals.Event) bool { return m.EDTF == c.event.EDTF })
}

func (c *coding) day(t time.Time) value {
	if t.IsZero() {
		return value{lost: c.noDay()}
	}
	v := value{words: one(t.Format(time.DateOnly)), statements: c.dated()}
	if v.words[0] == c.event.EDTF {
		v.field = "edtf"
	} else {
		v.lost = "the reports say " + c.event.EDTF
	}
	return v
}

func (c *coding) noDay() string {
	if c.event.EDTF == "" {
		return "no report says when"
	}
	return c.event.EDTF + " has no such end"
}

func year(c *coding) value {
	if c.first.IsZero() {
		return value{lost: c.noDay()}
	}
	return value{words: one(c.first.Format("2006")), statements: c.dated()}
}

// span is how many days an event may lie on; 0 unknown.
func (c *coding) span() int {
	if c.first.IsZero() || c.last.IsZero() {
		return 0
	}
	return int(math.Floor(c.last.Sub(c.first).Hours()/24)) + 1
}

func days(c *coding) value {
	if c.span() == 0 {
		return value{lost: c.noDay()}
	}
	return value{words: one(strconv.Itoa(c.span())), statements: c.dated()}
}

// clarity is UCDP's: 1 an event of its own, 2 one that may be several in a row.
func clarity(c *coding) string {
	if c.span() == 1 {
		return "1"
	}
	return "2"
}

func (c *coding) acled(part func(*annals.ACLED) string) value {
	if c.event.ACLED == nil || part(c.event.ACLED) == "" {
		return value{lost: "ACLED has no type for it, or the reports do not tell enough"}
	}
	return value{words: one(part(c.event.ACLED)), statements: c.typed()}
}

func (c *coding) plover(part func(*annals.PLOVER) []string, field string) value {
	if c.event.PLOVER == nil {
		return value{lost: "PLOVER has no type for it"}
	}
	return value{words: part(c.event.PLOVER), statements: c.typed(), field: field}
}

func modes(p *annals.PLOVER) []string {
	var out []string
	for _, m := range append(one(p.Mode), p.Modes...) {
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

func (c *coding) typed() []resolve.StatementKey {
	return c.bearing(func(_ *annals.Reading, m *annals.Event) bool {
		return m.PLOVER != nil && c.event.PLOVER != nil && m.PLOVER.Type == c.event.PLOVER.Type
	})
}

func ucdp(c *coding) value {
	if c.event.UCDP == 0 {
		return value{lost: "no type of organised violence follows from the reports"}
	}
	return value{words: one(strconv.Itoa(c.event.UCDP)), statements: c.typed()}
}

// reports gives one word a report, each word once.
func (c *coding) reports(word func(*annals.Document) string) value {
	v := value{statements: c.event.Statements}
	for _, d := range c.event.Documents {
		if w := word(c.Reading(c.Documents[d].Reading).Document); w != "" && !slices.Contains(v.words, w) {
			v.words = append(v.words, strings.Join(strings.Fields(w), " "))
		}
	}
	if len(v.words) == 0 {
		v.lost = fmt.Sprintf("not known of any of %d reports", len(c.event.Documents))
	}
	return v
}

func outlet(d *annals.Document) string { return d.Publisher }

func published(d *annals.Document) string {
	if d.Published == nil {
		return ""
	}
	return d.Published.EDTF
}
