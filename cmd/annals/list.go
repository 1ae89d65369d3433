package main

import (
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

type documentsCommand struct{ listing }

// Run lists reports.
func (c *documentsCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	var items []item
	for i := range a.Documents {
		d := &a.Documents[i]
		doc := a.Reading(d.Reading).Document
		x := item{types: []string{d.Status}}
		group := ""
		if d.Group >= 0 {
			group = a.Resolution.Groups[d.Group].ID
		}
		if doc.Published != nil {
			x.edtf = doc.Published.EDTF
		}
		x.cells = []string{d.Label, doc.ID, x.edtf, doc.Title, doc.Publisher, d.Status, group, doc.URI}
		items = append(items, x)
	}
	return c.print(env, []string{"label", "id", "published", "title", "publisher", "status", "copies", "uri"}, items)
}

type actorsCommand struct{ listing }

// Run lists actors.
func (c *actorsCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	var items []item
	for i := range a.Actors {
		actor := &a.Actors[i]
		var names []string
		for _, n := range actor.Aliases {
			names = append(names, n.Name)
		}
		items = append(items, item{actors: append(names, actor.Name), types: []string{string(actor.Kind)}, cells: []string{actor.ID, actor.Name,
			string(actor.Kind), strconv.Itoa(actor.Mentions), strconv.Itoa(len(actor.Documents)), strings.Join(names, "; ")}})
	}
	return c.print(env, []string{"id", "name", "kind", "mentions", "reports", "names"}, items)
}

type eventsCommand struct{ listing }

// Run lists events.
func (c *eventsCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	return c.print(env, eventHeader, eventItems(a, func(*account.Event) bool { return true }))
}

type timelineCommand struct{ listing }

// Run lists what happened and when, in the order of time.
func (c *timelineCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	return c.print(env, eventHeader, eventItems(a, func(e *account.Event) bool {
		return e.EDTF != "" && e.Status == annals.Happened && e.PLOVER != nil
	}))
}

var eventHeader = []string{"id", "date", "status", "alleged", "grade", "type", "title", "place", "country", "actors", "killed", "injured", "reports", "sources", "refs"}

func eventItems(a *account.Account, want func(*account.Event) bool) []item {
	var items []item
	for i := range a.Events {
		e := &a.Events[i]
		if !want(e) {
			continue
		}
		x := item{edtf: e.EDTF, types: []string{string(e.Status), string(e.Grade)}, places: []string{e.PlaceName}}
		kind, place, country := "", e.PlaceName, ""
		if e.PLOVER != nil {
			kind = e.PLOVER.Type
			x.types = append(x.types, kind, e.PLOVER.Mode)
		}
		if e.Place != nil {
			country = e.Place.Country
			x.places = append(x.places, e.Place.Name, e.Place.Admin1Nm, country)
		}
		var actors []string
		for _, p := range e.Parties {
			x.actors = append(x.actors, p.Name)
			if p.Role == annals.Actor {
				actors = append(actors, p.Name)
			}
		}
		x.cells = []string{e.ID, e.EDTF, string(e.Status), alleged(e), string(e.Grade), kind, e.Title, place, country, strings.Join(actors, "; "), tally(e, annals.Killed),
			tally(e, annals.Injured), strconv.Itoa(len(e.Documents)), strconv.Itoa(e.Sources), refs(a, e.Statements)}
		items = append(items, x)
	}
	return items
}

// alleged marks an event that only claims carry.
func alleged(e *account.Event) string {
	if e.Alleged {
		return "alleged"
	}
	return ""
}

// tally is "60/200/213": low, best and high; "?" where a bound is unknown.
func tally(e *account.Event, m annals.Measure) string {
	for i := range e.Tallies {
		if t := &e.Tallies[i]; t.Measure == m {
			return known(t.Low) + "/" + known(t.Best) + "/" + known(t.High)
		}
	}
	return ""
}

func known(x *float64) string {
	if x == nil {
		return "?"
	}
	return account.Number(*x)
}

// refs are the short references of the sentences that bear statements.
func refs(a *account.Account, keys []resolve.StatementKey) string {
	var out []string
	for _, c := range a.Cite(keys) {
		out = append(out, a.Ref(c))
	}
	return strings.Join(out, " ")
}

type figuresCommand struct{ listing }

// Run lists every number, as each report gives it.
func (c *figuresCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	var items []item
	for _, d := range a.Documents {
		for i := range a.Reading(d.Reading).Figures {
			items = append(items, figureItem(a, d.Reading, annals.Ref(i+1)))
		}
	}
	return c.print(env, []string{"measure", "number", "low", "high", "unit", "who", "subject", "for", "reported", "said by", "refs"}, items)
}

func figureItem(a *account.Account, reading int, ref annals.Ref) item {
	r := a.Reading(reading)
	e := a.Entry(reading, ref)
	f := e.Figure
	subject := ""
	if f.Subject != 0 {
		subject = a.NameOf(resolve.EntityKey{Reading: reading, Entity: f.Subject})
	}
	x := item{edtf: e.EDTF, actors: []string{subject}, types: []string{string(f.Measure)}}
	if x.edtf == "" {
		x.edtf = e.Reported
	}
	if f.Place != 0 {
		x.places = []string{r.Mentions[f.Place-1].Text}
	}
	x.cells = []string{string(f.Measure), e.Numeral(), optional(f.Low), optional(f.High), f.Unit, f.Who, subject, e.EDTF, e.Reported, e.Speaker,
		refs(a, e.Statements)}
	return x
}

func optional(x *float64) string {
	if x == nil {
		return ""
	}
	return account.Number(*x)
}

type claimsCommand struct{ listing }

// Run lists claims.
func (c *claimsCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	var items []item
	for i := range a.Claims {
		claim := &a.Claims[i]
		items = append(items, item{edtf: claim.EDTF, actors: append(claim.Via, claim.Speaker), types: []string{string(claim.Kind), claim.SpeakerType},
			cells: []string{claim.Speaker, claim.SpeakerType, strings.Join(claim.Via, "; "), string(claim.Kind), claim.EDTF, claim.Content, refs(a, claim.Statements)}})
	}
	return c.print(env, []string{"speaker", "speaker type", "via", "kind", "said", "content", "refs"}, items)
}

type relationsCommand struct{ listing }

// Run lists relations.
func (c *relationsCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	var items []item
	for i := range a.Relations {
		r := &a.Relations[i]
		x := item{actors: []string{r.From, r.To}, types: []string{string(r.Type)}}
		if len(r.EDTF) > 0 {
			x.edtf = r.EDTF[0]
		}
		x.cells = []string{r.ID, r.From, string(r.Type), r.To, strings.Join(r.EDTF, "; "), strings.Join(r.Speakers, "; "), strconv.Itoa(r.Origins), refs(a, r.Statements)}
		items = append(items, x)
	}
	return c.print(env, []string{"id", "from", "relation", "to", "when", "said by", "sources", "refs"}, items)
}

type conflictsCommand struct{ listing }

// Run lists where reports disagree.
func (c *conflictsCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	var items []item
	for i := range a.Conflicts {
		x := &a.Conflicts[i]
		var where, said []string
		for _, s := range x.Sentences {
			where = append(where, a.Ref(s))
			said = append(said, strings.Join(strings.Fields(a.Text(s)), " "))
		}
		items = append(items, item{actors: []string{x.Message}, places: []string{x.Message}, types: []string{string(x.Kind)},
			cells: []string{x.ID, string(x.Kind), account.Number(x.Stake), x.Message, strings.Join(where, " "), strings.Join(said, " | ")}})
	}
	return c.print(env, []string{"id", "kind", "people", "message", "refs", "sentences"}, items)
}
