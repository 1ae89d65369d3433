package account

import (
	"slices"
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/resolve"
)

// Event is one event as all reports together tell it.
type Event struct {
	Resolved   int // index into Resolution.Events
	ID         string
	Title      string
	PLOVER     *annals.PLOVER
	ACLED      *annals.ACLED
	UCDP       int
	Status     annals.Status
	Alleged    bool // only claims carry it
	Background bool // every report tells it as history
	EDTF       string
	Place      *annals.Place
	PlaceName  string // as written
	Parties    []Party
	Documents  []int // indices into Documents
	Sources    int   // distinct origins
	Grade      Grade // how well it is founded, by GradeRule
	GradeRule  string
	Grounds    Grounds
	Ledger     []Entry
	Tallies    []Tally
	Statements []resolve.StatementKey

	// Whole is the several events that it is one of, an index into Events, -1 for none;
	// Parts are those that are parts of it. Counted says whether it stands in sums,
	// series and codebooks: of a whole and its parts only the one or the others do.
	Whole   int
	Parts   []int
	Counted bool

	Mentions []annals.Key // where reports tell of it, by report; judgements name it by any of these

	days   map[string][]resolve.StatementKey // each day that reports give
	places map[string][]resolve.StatementKey // each town or finer that reports give
}

// Party is someone in a role.
type Party struct {
	Role       annals.Role
	Actor      int         // index into Actors; -1 for those without a name of their own
	Name       string      // the actor's name, else the words of the report
	Kind       annals.Kind // of the actor, else of the words
	Statements []resolve.StatementKey
}

func (a *Account) deriveEvents() {
	for i := range a.Resolution.Events {
		a.Events = append(a.Events, a.newEvent(i))
	}
	sort.SliceStable(a.Events, func(i, j int) bool { return a.earlier(&a.Events[i], &a.Events[j]) })
	a.eventAt = make([]int, len(a.Events))
	for i := range a.Events {
		a.eventAt[a.Events[i].Resolved] = i
	}
}

// EventOf is the index into Events of an event of the resolution.
func (a *Account) EventOf(resolved int) int { return a.eventAt[resolved] }

// earlier orders events by their time, those without one last.
func (a *Account) earlier(x, y *Event) bool {
	if x.EDTF != y.EDTF {
		return y.EDTF == "" || x.EDTF != "" && sortKey(x.EDTF) < sortKey(y.EDTF)
	}
	return x.ID < y.ID
}

// sortKey orders EDTF values by their earliest moment.
func sortKey(s string) string {
	v, err := edtf.Parse(s)
	if err != nil {
		return s
	}
	if from, ok := v.Earliest(); ok {
		return from.Format("2006-01-02T15:04:05") + s
	}
	return s
}

func (a *Account) newEvent(index int) Event {
	resolved := &a.Resolution.Events[index]
	e := Event{Resolved: index, ID: resolved.ID, Background: true,
		days: map[string][]resolve.StatementKey{}, places: map[string][]resolve.StatementKey{}}
	origins, documents := map[int]bool{}, map[int]bool{}
	for _, key := range resolved.Mentions {
		mention := &a.Reading(key.Reading).Events[key.Event-1]
		e.Mentions = append(e.Mentions, a.Resolution.EventKey(key))
		statements := a.statements(key.Reading, annals.AboutEvent, key.Event)
		for _, s := range statements {
			origins[a.Resolution.Origin(s)] = true
		}
		documents[a.documentAt[key.Reading]] = true
		e.Statements = append(e.Statements, statements...)
		e.take(a, key.Reading, mention, statements)
	}
	e.Alleged = a.alleged(resolved)
	for d := range documents {
		e.Documents = append(e.Documents, d)
	}
	sort.Ints(e.Documents)
	e.Sources = len(origins)
	e.Ledger = a.ledger(resolved)
	e.Tallies = a.tallies(e.Ledger)
	e.Title = a.title(&e)
	return e
}

// take adds what one mention says to the event.
func (e *Event) take(a *Account, reading int, m *annals.Event, statements []resolve.StatementKey) {
	if m.PLOVER != nil && (e.PLOVER == nil || e.PLOVER.Mode == "" && m.PLOVER.Mode != "") {
		e.PLOVER, e.ACLED, e.UCDP = m.PLOVER, m.ACLED, m.UCDP
	}
	if e.Status == "" || m.Status == annals.Happened {
		e.Status = m.Status
	}
	e.Background = e.Background && m.Background
	if finerDate(m.EDTF, e.EDTF) {
		e.EDTF = m.EDTF
	}
	if len(m.EDTF) == len("2006-01-02") {
		e.days[m.EDTF] = append(e.days[m.EDTF], statements...)
	}
	e.takePlaces(a.Reading(reading), m, statements)
	for _, arg := range m.Arguments {
		e.takeParty(a, reading, arg, statements)
	}
}

func (e *Event) takePlaces(r *annals.Reading, m *annals.Event, statements []resolve.StatementKey) {
	for _, ref := range slices.Compact(append([]annals.Ref{m.Place}, m.Places...)) {
		if ref == 0 {
			continue
		}
		mention := &r.Mentions[ref-1]
		if mention.Place == nil {
			if e.PlaceName == "" {
				e.PlaceName = mention.Text
			}
			continue
		}
		if e.Place == nil || finerPlace(mention, e) {
			e.Place, e.PlaceName = mention.Place, mention.Text
		}
		if mention.Place.Precision == annals.Settlement {
			e.places[mention.Place.Name] = append(e.places[mention.Place.Name], statements...)
		}
	}
}

var precisions = []annals.Precision{annals.Point, annals.Settlement, annals.Admin2, annals.Admin1, annals.Country, annals.Region}

// finerPlace prefers the finer of two places and, of two as fine, the facility.
func finerPlace(m *annals.Mention, e *Event) bool {
	x, y := slices.Index(precisions, m.Place.Precision), slices.Index(precisions, e.Place.Precision)
	if x != y {
		return x < y
	}
	return m.Kind == annals.Facility && !strings.Contains(e.PlaceName, " ")
}

// finerDate says whether EDTF value s is known more finely than t.
func finerDate(s, t string) bool {
	if s == "" || t == "" {
		return t == "" && s != ""
	}
	x, errX := edtf.Parse(s)
	y, errY := edtf.Parse(t)
	if errX != nil || errY != nil {
		return errX == nil
	}
	return x.Precision() < y.Precision()
}

func (e *Event) takeParty(a *Account, reading int, arg annals.Argument, statements []resolve.StatementKey) {
	m := &a.Reading(reading).Mentions[arg.Mention-1]
	key := resolve.EntityKey{Reading: reading, Entity: m.Entity}
	party := Party{Role: arg.Role, Actor: a.ActorOf(key), Name: m.Text, Kind: m.Kind, Statements: statements}
	if party.Actor >= 0 {
		party.Name, party.Kind = a.Actors[party.Actor].Name, a.Actors[party.Actor].Kind
	}
	if m.Form == annals.Pronoun && party.Actor < 0 {
		if party.Name = a.NameOf(key); m.Entity == 0 || a.entity(key).Name == m.Text {
			return // "it", and nothing says who that is
		}
	}
	for i := range e.Parties {
		p := &e.Parties[i]
		if p.Role == party.Role && (p.Actor >= 0 && p.Actor == party.Actor || strings.EqualFold(p.Name, party.Name)) {
			p.Statements = append(p.Statements, statements...)
			return
		}
	}
	e.Parties = append(e.Parties, party)
}

// alleged says whether every mention of the event stands inside a claim.
func (a *Account) alleged(resolved *resolve.Event) bool {
	for _, key := range resolved.Mentions {
		if a.Reading(key.Reading).Events[key.Event-1].Claim == 0 {
			return false
		}
	}
	return true
}

// title names an event by its kind, place and first actor.
func (a *Account) title(e *Event) string {
	kind := a.Kind(e)
	words := []string{strings.ToUpper(kind[:1]) + kind[1:]}
	if e.PlaceName != "" {
		words = append(words, "at", strings.TrimPrefix(strings.TrimPrefix(e.PlaceName, "the "), "The "))
	}
	for _, p := range e.Parties {
		if p.Role == annals.Actor && p.Actor >= 0 {
			words = append(words, "by", p.Name)
			break
		}
	}
	return strings.Join(words, " ")
}

// Kind says what kind of event it is: in the words of the codebooks, else in
// the report's.
func (a *Account) Kind(e *Event) string {
	if kind := kindWords(e); kind != "" {
		return kind
	}
	first := a.Resolution.Events[e.Resolved].Mentions[0]
	return a.Reading(first.Reading).Events[first.Event-1].Text
}
