package muc

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// OperatingPoint is the least salience at which events and arguments count. It
// leaves out what the corpus leaves out: clashes between armies, background, and
// people hurt who are not named.
// Further is asked of each argument of a role after the surest one: most incidents
// have one filler a role, told in several ways.
// Second is asked of each incident after the surest of its report, and Together
// puts those of one type into one.
type OperatingPoint struct {
	Incident, Second, Argument, Further float64
	Together                            bool
}

// Terrorism is the operating point of the measurement, tuned on DEV by
// cross-validation.
var Terrorism = OperatingPoint{Incident: 0.36, Second: 0.36, Argument: 0.23, Further: 0.33}

// Templates reads the incidents of a report off its annotations: one a group of
// events said to be the same. See the package comment for what counts.
func Templates(a *annals.Annotations, least OperatingPoint, spelling *Spelling) []Template {
	var out []Template
	for _, group := range incidents(a, least) {
		out = append(out, template(a, group, least, spelling))
	}
	return out
}

// incidents are the groups of events sure enough to count, those of one type put
// together where the operating point says so, the surest first.
func incidents(a *annals.Annotations, least OperatingPoint) [][]*annals.Event {
	var out [][]*annals.Event
	for _, group := range groups(a) {
		group = slices.DeleteFunc(group, func(e *annals.Event) bool { return !counts(e) })
		if sureness(group) < least.Incident {
			continue
		}
		same := slices.IndexFunc(out, func(o []*annals.Event) bool { return least.Together && incidentType(o) == incidentType(group) })
		if same >= 0 {
			out[same] = append(out[same], group...)
		} else {
			out = append(out, group)
		}
	}
	slices.SortStableFunc(out, func(x, y []*annals.Event) int { return cmp.Compare(sureness(y), sureness(x)) })
	for i := range out {
		if i > 0 && sureness(out[i]) < least.Second {
			return out[:i]
		}
	}
	return out
}

// sureness is the salience of the most salient event of a group; 0 for none.
func sureness(group []*annals.Event) float64 {
	best := 0.0
	for _, e := range group {
		best = max(best, e.Salience)
	}
	return best
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

func template(a *annals.Annotations, kept []*annals.Event, least OperatingPoint, spelling *Spelling) (t Template) {
	t.Type = incidentType(kept)
	var arguments []annals.Argument
	for _, e := range kept {
		arguments = append(arguments, e.Arguments...)
		arguments = append(arguments, e.Implied...)
	}
	slices.SortStableFunc(arguments, func(x, y annals.Argument) int { return cmp.Compare(y.Salience, x.Salience) })
	for _, arg := range arguments {
		if arg.Mention < 1 || int(arg.Mention) > len(a.Mentions) || arg.Salience < least.Argument {
			continue
		}
		m := Representative(a, arg.Mention)
		if m == nil {
			continue
		}
		m = fullest(a, m)
		if r, fits := slotOf(m, arg.Role); fits && (len(t.Roles[r]) == 0 || arg.Salience >= least.Further) {
			add(&t.Roles[r], spelling.Spell(a, m, r))
		}
	}
	return t
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

// slotOf maps a contract role of a mention to a role slot.
func slotOf(m *annals.Mention, r annals.Role) (Role, bool) {
	human := m.Kind == annals.Person || m.Kind == annals.Population
	switch r {
	case annals.Actor:
		if human || m.Form == annals.Nominal && !body(m) {
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

// bodies are nouns that name a body as it is called, though the corpus's capitals
// hide that: "the Salvadoran Army", "the Medellin cartel".
var bodies = words(`army navy force forces military government regime police cartel mafia mafias guard`)

// body says whether a phrase calls a force, a government or a ring as a whole by
// its designation.
func body(m *annals.Mention) bool {
	return !m.Head.Empty() && m.Head.End <= m.End && m.Head.Start >= m.Start && bodies[strings.ToLower(m.Text[m.Head.Start-m.Start:m.Head.End-m.Start])]
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

// longestName is how many words the name of a person has at most.
const longestName = 4

// fullest is the longest name in the report of the person a name stands for:
// "Hector Oqueli Colindres" for "Oqueli".
func fullest(a *annals.Annotations, m *annals.Mention) *annals.Mention {
	if m.Kind != annals.Person || m.Form != annals.Name {
		return m
	}
	words := strings.Fields(Normal(m.Text))
	best, most := m, len(words)
	for i := range a.Mentions {
		o := &a.Mentions[i]
		if o.Kind != annals.Person || o.Form != annals.Name {
			continue
		}
		longer := strings.Fields(Normal(o.Text))
		if len(longer) > most && len(longer) <= longestName && holds(longer, words) {
			best, most = o, len(longer)
		}
	}
	return best
}

// holds says whether all words stand in a list.
func holds(list, words []string) bool {
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(list, w) })
}

func add(entities *[]Entity, s string) {
	if s == "" || slices.ContainsFunc(*entities, func(e Entity) bool { return Normal(e[0]) == Normal(s) }) {
		return
	}
	*entities = append(*entities, Entity{s})
}
