package muc

import (
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// OperatingPoint is the least confidence at which events and arguments count. It
// leaves out what the corpus leaves out: clashes between armies, background, and
// people hurt who are not named.
type OperatingPoint struct{ Incident, Argument float64 }

// Terrorism is the operating point of the measurement, tuned on DEV by
// cross-validation.
var Terrorism = OperatingPoint{Incident: 0.5, Argument: 0.25}

// Templates reads the incidents of a report off its annotations: one a group of
// events said to be the same. See the package comment for what counts.
func Templates(a *annals.Annotations, least OperatingPoint) []Template {
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

func template(a *annals.Annotations, group []*annals.Event, least OperatingPoint) (t Template, ok bool) {
	best := 0.0
	var kept []*annals.Event
	for _, e := range group {
		if counts(e) {
			kept = append(kept, e)
			best = max(best, e.Confidence)
		}
	}
	if len(kept) == 0 || best < least.Incident {
		return t, false
	}
	t.Type = incidentType(kept)
	for _, e := range kept {
		for _, arg := range e.Arguments {
			if arg.Mention < 1 || int(arg.Mention) > len(a.Mentions) || arg.Confidence < least.Argument {
				continue
			}
			if m := Representative(a, arg.Mention); m != nil {
				if r, fits := role(m, arg.Role); fits {
					add(&t.Roles[r], Filler(m))
				}
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

// EventType is the incident type of one event; "attack" where nothing tells more.
func EventType(e *annals.Event) string { return incidentType([]*annals.Event{e}) }

func incidentType(events []*annals.Event) string {
	for _, row := range typeOf {
		for _, e := range events {
			if row.word != nil && row.word.MatchString(e.Text) || row.mode != "" && e.PLOVER != nil &&
				(e.PLOVER.Mode == row.mode || slices.Contains(e.PLOVER.Modes, row.mode)) {
				return row.incident
			}
		}
	}
	return "attack"
}

// role maps a contract role to a role slot.
func role(m *annals.Mention, r annals.Role) (Role, bool) {
	human := m.Kind == annals.Person || m.Kind == annals.Population
	switch r {
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

// Representative is the mention that stands for an entity: its first name in the
// report, else its first nominal. It is the mention itself where nothing is known
// of an entity, nil for a pronoun alone.
func Representative(a *annals.Annotations, ref annals.Ref) *annals.Mention {
	m := &a.Mentions[ref-1]
	if m.Entity >= 1 && int(m.Entity) <= len(a.Entities) {
		for _, form := range []annals.Form{annals.Name, annals.Nominal} {
			for _, r := range a.Entities[m.Entity-1].Mentions {
				if a.Mentions[r-1].Form == form {
					return &a.Mentions[r-1]
				}
			}
		}
	}
	if m.Form == annals.Pronoun {
		return nil
	}
	return m
}

// dropped are words the keys leave out before a filler.
var dropped = map[string]bool{"the": true, "a": true, "an": true, "some": true, "several": true, "his": true, "her": true, "their": true,
	"its": true, "our": true, "all": true, "other": true, "these": true, "those": true, "this": true, "that": true, "two": true, "three": true,
	"four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "another": true, "about": true,
	"approximately": true, "least": true, "more": true, "than": true, "one": true, "many": true, "dozen": true, "hundreds": true, "of": true}

// Filler is a mention the way the keys spell fillers: up to its head, in lower
// case, without article, quantity or possessive.
func Filler(m *annals.Mention) string {
	text := m.Text
	if m.Form == annals.Nominal && !m.Head.Empty() && m.Head.End <= m.End && m.Head.End > m.Start {
		text = m.Text[:m.Head.End-m.Start]
	}
	words := strings.Fields(strings.ToLower(text))
	counted := len(words) > 0 && bare[words[len(words)-1]]
	for len(words) > 1 && (articles[words[0]] || !counted && (dropped[words[0]] || words[0][0] >= '0' && words[0][0] <= '9')) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

var articles = map[string]bool{"the": true, "a": true, "an": true}

// bare are heads that say so little that the keys keep their number: "two men".
var bare = map[string]bool{"man": true, "men": true, "woman": true, "women": true, "individual": true, "individuals": true, "person": true,
	"persons": true, "people": true, "suspects": true, "youths": true}

func add(entities *[]Entity, s string) {
	if s == "" || slices.ContainsFunc(*entities, func(e Entity) bool { return Normal(e[0]) == Normal(s) }) {
		return
	}
	*entities = append(*entities, Entity{s})
}
