package snapshot

import (
	"net/url"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// Told is an event link of one report: "part of", with the event it leads to.
type Told struct {
	Type string `json:"type"`
	Link
	Evidence string `json:"evidence"`
	Why      string `json:"why,omitempty"` // why annals takes it so; "" where the report says it
}

// EventDetail is one event with all that is known of it.
type EventDetail struct {
	Event
	Parties   []Party       `json:"actors"`
	Ledger    Ledger        `json:"ledger"`
	Links     []Told        `json:"links"`
	Why       []string      `json:"why" doc:"the reasons for taking the reports to tell of one event"`
	Rule      string        `json:"rule" doc:"how low, best and high are worked out"`
	GradeRule string        `json:"grade_rule" doc:"how the grade is worked out"`
	Grounds   Grounds       `json:"grounds" doc:"what the grade stands on"`
	Tellings  []Telling     `json:"tellings" doc:"what each report's mention of it is named by, for splitting"`
	Evidence  []Evidence    `json:"evidence"`
	Conflict  []Conflict    `json:"conflict_list"`
	Documents []DocumentRef `json:"documents"`
}

// Grounds are what an event is graded on.
type Grounds struct {
	Origins   int     `json:"origins"`
	Weight    float64 `json:"weight"`
	Admitted  bool    `json:"admitted"`
	Contested bool    `json:"contested"`
	Withdrawn bool    `json:"withdrawn"`
}

// Telling is one mention of an event, or one entity of an actor: what is joined,
// and can be set apart.
type Telling struct {
	Key      string      `json:"key"`
	Text     string      `json:"text"`
	Document DocumentRef `json:"document"`
}

// Event gives one event with its details.
func (s *Snapshot) Event(i int) EventDetail {
	a := s.Account
	x := &a.Events[i]
	resolved := &a.Resolution.Events[x.Resolved]
	out := EventDetail{Event: s.Events[i], Why: slices.Compact(slices.Sorted(slices.Values(resolved.Why))), Rule: a.Rule.Name + ": " + a.Rule.Definition,
		GradeRule: gradeDefinition(x.GradeRule), Grounds: Grounds(x.Grounds), Evidence: s.Evidence(x.Statements), Ledger: s.EventLedger(i),
		Links: []Told{}, Conflict: s.conflicts(s.conflictsOfEvent[i]), Documents: []DocumentRef{}, Parties: []Party{}}
	for _, p := range x.Parties {
		party := Party{Role: string(p.Role), Name: oneLine(p.Name), Why: "/evidence/event/" + x.ID + "/" + string(p.Role) + "/" + url.PathEscape(p.Name)}
		if p.Actor >= 0 {
			party.Actor, party.Href = a.Actors[p.Actor].ID, s.Actors[p.Actor].Href
		}
		out.Parties = append(out.Parties, party)
	}
	for _, d := range x.Documents {
		out.Documents = append(out.Documents, s.DocumentRef(d))
	}
	for _, m := range resolved.Mentions {
		mention := &a.Reading(m.Reading).Events[m.Event-1]
		out.Tellings = append(out.Tellings, Telling{a.Resolution.EventKey(m).String(), oneLine(mention.Text), s.DocumentRef(s.documentOf(m.Reading))})
		for _, l := range mention.Links {
			if l.Type != annals.PartOf { // the account knows of more than one report's
				out.Links = s.addLink(out.Links, i, m, l)
			}
		}
	}
	if x.Whole >= 0 {
		told := s.told("part of", i, x.Whole)
		told.Why = resolved.WholeWhy
		out.Links = append(out.Links, told)
	}
	for _, p := range x.Parts {
		out.Links = append(out.Links, s.told("has as a part", i, p))
	}
	for _, k := range resolved.Undated {
		told := s.told("may be the same as", i, a.EventOf(k.Event))
		told.Why = k.Why
		out.Links = append(out.Links, told)
	}
	return out
}

func gradeDefinition(name string) string {
	if name == account.OriginGrades.Name {
		return name + ": " + account.OriginGrades.Definition
	}
	return name
}

func (s *Snapshot) documentOf(reading int) int {
	return s.documentAt[s.Account.Reading(reading).Document.ID]
}

func (s *Snapshot) addLink(links []Told, from int, m resolve.EventKey, l annals.Link) []Told {
	r := s.Account.Resolution
	to := s.EventNamed(r.EventKey(resolve.EventKey{Reading: m.Reading, Event: l.Event}).Short("x"))
	if to < 0 || to == from {
		return links
	}
	told := s.told(strings.ReplaceAll(string(l.Type), "_", " "), from, to)
	if slices.Contains(links, told) {
		return links
	}
	return append(links, told)
}

func (s *Snapshot) told(how string, from, to int) Told {
	return Told{Type: how, Link: Link{s.Events[to].Title, s.Events[to].Href}, Evidence: "/evidence/event/" + s.Events[from].ID}
}

// EventStatements are the statements that bear one field of an event: "" all of
// them, "date", "place", "type", a measure, or a role with a name. False when
// the event has no such field.
func (s *Snapshot) EventStatements(i int, field, name string) ([]resolve.StatementKey, bool) {
	a := s.Account
	x := &a.Events[i]
	switch field {
	case "":
		return x.Statements, true
	case "date":
		return s.tellings(x, func(_ *annals.Reading, m *annals.Event) bool { return m.EDTF != "" }, func(_ *annals.Reading, m *annals.Event) bool { return m.EDTF == x.EDTF }), x.EDTF != ""
	case "place":
		return s.tellings(x, func(_ *annals.Reading, m *annals.Event) bool { return m.Place != 0 }, func(r *annals.Reading, m *annals.Event) bool {
			return m.Place != 0 && oneLine(r.Mentions[m.Place-1].Text) == oneLine(x.PlaceName)
		}), x.PlaceName != ""
	case "type":
		return s.tellings(x, func(_ *annals.Reading, m *annals.Event) bool { return m.PLOVER != nil }, func(_ *annals.Reading, m *annals.Event) bool {
			return m.PLOVER != nil && x.PLOVER != nil && m.PLOVER.Type == x.PLOVER.Type && m.PLOVER.Mode == x.PLOVER.Mode
		}), x.PLOVER != nil
	}
	if name != "" {
		keys := s.partyStatements(x, annals.Role(field), name)
		return keys, len(keys) > 0
	}
	for t := range x.Tallies {
		if string(x.Tallies[t].Measure) == field {
			return x.Tallies[t].Statements, true
		}
	}
	var keys []resolve.StatementKey
	for l := range x.Ledger {
		if string(x.Ledger[l].Figure.Measure) == field {
			keys = append(keys, x.Ledger[l].Statements...)
		}
	}
	return keys, len(keys) > 0
}

// tellings are the statements whose mention passes best, or, where none does,
// those that pass at all.
func (s *Snapshot) tellings(x *account.Event, some, best func(*annals.Reading, *annals.Event) bool) []resolve.StatementKey {
	var first, second []resolve.StatementKey
	for _, k := range x.Statements {
		r := s.Account.Reading(k.Reading)
		m := &r.Events[s.Account.Statement(k).Ref-1]
		if best(r, m) {
			first = append(first, k)
		}
		if some(r, m) {
			second = append(second, k)
		}
	}
	if len(first) > 0 {
		return first
	}
	return second
}

func (s *Snapshot) partyStatements(x *account.Event, role annals.Role, name string) []resolve.StatementKey {
	a := s.Account
	var out []resolve.StatementKey
	for _, k := range x.Statements {
		r := a.Reading(k.Reading)
		for _, arg := range r.Events[a.Statement(k).Ref-1].Arguments {
			m := &r.Mentions[arg.Mention-1]
			if arg.Role == role && (strings.EqualFold(m.Text, name) || a.NameOf(resolve.EntityKey{Reading: k.Reading, Entity: m.Entity}) == name) {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

func (s *Snapshot) conflicts(indices []int) []Conflict {
	out := []Conflict{}
	for _, i := range indices {
		out = append(out, s.Conflict(i))
	}
	return out
}

// Conflict gives one conflict, both sides of it.
func (s *Snapshot) Conflict(i int) Conflict {
	c := &s.Account.Conflicts[i]
	out := Conflict{ID: c.ID, Href: "/conflicts/" + c.ID, Kind: string(c.Kind), Message: oneLine(c.Message), About: s.aboutConflict[i], Evidence: s.Evidence(c.Statements)}
	if len(out.Evidence) == 0 {
		out.Evidence = s.Sentences(c.Sentences)
	}
	return out
}

// Blind names an event by the words of one report alone, for a coder who is not
// to see what annals makes of it.
func (s *Snapshot) Blind(event, document int) Event {
	a := s.Account
	out := Event{ID: s.Events[event].ID, Href: s.Documents[document].Href, Title: "the event"}
	for _, m := range a.Resolution.Events[a.Events[event].Resolved].Mentions {
		if s.documentOf(m.Reading) == document {
			mention := &a.Reading(m.Reading).Events[m.Event-1]
			c := a.CitationOf(m.Reading, mention.Trigger)
			out.Title = "“" + oneLine(mention.Text) + "” in " + a.Ref(c)
			out.Href = "#s" + strings.TrimPrefix(a.Ref(c), s.Documents[document].Label)
			break
		}
	}
	return out
}
