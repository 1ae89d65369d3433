package muc

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// TerroristIncident is the lowest confidence at which an event counts as an
// incident in the corpus's sense: it keeps terrorist acts and leaves out clashes
// between armies. Tuned on DEV by cross-validation.
const TerroristIncident = 0.5

// Templates reads the incidents of a report off its annotations: one a group of
// events said to be the same. See the package comment for what counts.
func Templates(a *annals.Annotations, least float64) []Template {
	var out []Template
	for _, group := range groups(a) {
		if t, ok := template(a, group, least); ok {
			out = append(out, t)
		}
	}
	return out
}

// groups are the events of a report that same_as ties together, each group and
// the list in the order of the text.
func groups(a *annals.Annotations) [][]*annals.Event {
	first := make([]int, len(a.Events))
	for i, e := range a.Events {
		first[i] = i
		for _, l := range e.Links {
			if l.Type == annals.SameAs && int(l.Event) <= i && l.Event > 0 {
				first[i] = first[l.Event-1]
			}
		}
	}
	by := map[int][]*annals.Event{}
	var order []int
	for i := range a.Events {
		if by[first[i]] == nil {
			order = append(order, first[i])
		}
		by[first[i]] = append(by[first[i]], &a.Events[i])
	}
	out := make([][]*annals.Event, 0, len(order))
	for _, f := range order {
		out = append(out, by[f])
	}
	return out
}

// counts says whether an event may be an incident at all.
func counts(e *annals.Event) bool {
	if e.PLOVER == nil || e.Status == annals.Denied || e.Status == annals.Hypothetical {
		return false
	}
	return e.PLOVER.Type == "ASSAULT" && e.PLOVER.Mode != "crowd-control" ||
		e.PLOVER.Type == "PROTEST" && e.PLOVER.Mode == "strike"
}

func template(a *annals.Annotations, group []*annals.Event, least float64) (t Template, ok bool) {
	best := 0.0
	var kept []*annals.Event
	for _, e := range group {
		if counts(e) {
			kept = append(kept, e)
			best = max(best, e.Confidence)
		}
	}
	if len(kept) == 0 || best < least {
		return t, false
	}
	t.Type = incidentType(kept)
	for _, e := range kept {
		for _, arg := range e.Arguments {
			if r, fits := role(a, arg); fits {
				add(&t.Roles[r], spelling(a, arg.Mention))
			}
		}
	}
	return t, true
}

// typeOf maps a mode, or where the ontology has none the word that tells, to an
// incident type, the more telling first.
var typeOf = []struct {
	mode     string
	word     *regexp.Regexp
	incident string
}{
	{mode: "abduct", incident: "kidnapping"},
	{mode: "explosives", incident: "bombing"},
	{mode: "suicide-attack", incident: "bombing"},
	{word: regexp.MustCompile(`(?i)^(set|torch|arson|burn|ablaze|incendiary|fires?$)`), incident: "arson"},
	{word: regexp.MustCompile(`(?i)^(rob|stole|steal|theft|loot|heist)`), incident: "robbery"},
	{mode: "strike", incident: "forced work stoppage"},
}

func incidentType(events []*annals.Event) string {
	for _, row := range typeOf {
		for _, e := range events {
			if row.word != nil && row.word.MatchString(e.Text) ||
				row.mode != "" && (e.PLOVER.Mode == row.mode || slices.Contains(e.PLOVER.Modes, row.mode)) {
				return row.incident
			}
		}
	}
	return "attack"
}

// role maps a contract role to a role slot.
func role(a *annals.Annotations, arg annals.Argument) (Role, bool) {
	if arg.Mention < 1 || int(arg.Mention) > len(a.Mentions) {
		return 0, false
	}
	m := &a.Mentions[arg.Mention-1]
	human := m.Kind == annals.Person || m.Kind == annals.Population
	switch arg.Role {
	case annals.Actor:
		if human || m.Form == annals.Nominal {
			return PerpInd, true
		}
		return PerpOrg, true
	case annals.Victim:
		return Victim, true
	case annals.Target:
		if human {
			return Victim, true
		}
		return Target, true
	case annals.WeaponRole:
		return Weapon, true
	}
	return 0, false
}

// spelling is the one string an entity gives: its first name in the report, else
// its first nominal; a leading article or number is no part of it.
func spelling(a *annals.Annotations, ref annals.Ref) string {
	m := &a.Mentions[ref-1]
	if m.Entity < 1 || int(m.Entity) > len(a.Entities) {
		return bare(m.Text)
	}
	mentions := slices.Clone(a.Entities[m.Entity-1].Mentions)
	rank := func(r annals.Ref) int {
		switch a.Mentions[r-1].Form {
		case annals.Name:
			return 0
		case annals.Nominal:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(mentions, func(x, y annals.Ref) int { return cmp.Compare(rank(x), rank(y)) })
	if len(mentions) == 0 {
		return bare(m.Text)
	}
	return bare(a.Mentions[mentions[0]-1].Text)
}

// articles are left out of fillers, as the keys do.
var articles = []string{"the ", "a ", "an ", "some ", "several ", "his ", "her ", "their ", "its "}

func bare(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	for _, a := range articles {
		s = strings.TrimPrefix(s, a)
	}
	return s
}

func add(entities *[]Entity, s string) {
	if s == "" || slices.ContainsFunc(*entities, func(e Entity) bool { return Normal(e[0]) == Normal(s) }) {
		return
	}
	*entities = append(*entities, Entity{s})
}
