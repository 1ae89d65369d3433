package snapshot

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/annals-project/annals/edtf"
)

// Filter chooses things of a list. Its zero value chooses all.
type Filter struct {
	Since    string `query:"since" doc:"not before this date, EDTF" example:"2021-08"`
	Until    string `query:"until" doc:"not after this date, EDTF" example:"2021-12"`
	Actor    string `query:"actor" doc:"an actor's ID, or part of its name"`
	With     string `query:"with" doc:"a second actor, likewise"`
	Place    string `query:"place" doc:"part of a place's name"`
	Country  string `query:"country" doc:"ISO 3166-1 alpha-2" example:"AF"`
	Type     string `query:"type" doc:"PLOVER type or mode, ACLED type or sub-type; of actors, claims, conflicts and relations their kind" example:"ASSAULT"`
	Status   string `query:"status" doc:"happened, attempted, planned, feared, denied, hypothetical; of reports current, superseded, corrected, retracted"`
	Grade    string `query:"grade" doc:"confirmed, fair, weak, contested, discounted"`
	Conflict string `query:"conflict" doc:"1: only what reports disagree on"`
	Words    string `query:"q" doc:"words of the title or name"`
}

// field is one parameter of a filter with its value.
type field struct {
	name  string
	value *string
}

func (f *Filter) fields() []field {
	return []field{{"since", &f.Since}, {"until", &f.Until}, {"actor", &f.Actor}, {"with", &f.With}, {"place", &f.Place}, {"country", &f.Country},
		{"type", &f.Type}, {"status", &f.Status}, {"grade", &f.Grade}, {"conflict", &f.Conflict}, {"q", &f.Words}}
}

// FilterFrom reads a filter from the parameters of an address.
func FilterFrom(q url.Values) Filter {
	var f Filter
	for _, x := range f.fields() {
		*x.value = strings.TrimSpace(q.Get(x.name))
	}
	return f
}

// Query is the filter as parameters of an address, without those that are not set.
func (f Filter) Query() url.Values {
	q := url.Values{}
	for _, x := range f.fields() {
		if *x.value != "" {
			q.Set(x.name, *x.value)
		}
	}
	return q
}

// Check says what is wrong with a filter's dates.
func (f Filter) Check() error {
	for name, date := range map[string]string{"since": f.Since, "until": f.Until} {
		if date != "" && !edtf.Valid(date) {
			return fmt.Errorf("%s: %q is no date; write 2021, 2021-08 or 2021-08-26", name, date)
		}
	}
	return nil
}

// matcher is a filter made ready to be held against many things.
type matcher struct {
	Filter
	since, until  string // days
	actor, with   map[int]bool
	place, words  string
	onlyConflicts bool
}

func (s *Snapshot) matcher(f Filter) *matcher {
	m := &matcher{Filter: f, place: strings.ToLower(f.Place), words: strings.ToLower(f.Words), onlyConflicts: f.Conflict != "" && f.Conflict != "0"}
	m.since, _ = days(f.Since)
	_, m.until = days(f.Until)
	m.actor, m.with = s.actorsNamed(f.Actor), s.actorsNamed(f.With)
	return m
}

// actorsNamed are the actors under an ID or with a part of a name; nil for "".
func (s *Snapshot) actorsNamed(name string) map[int]bool {
	if name == "" {
		return nil
	}
	out := map[int]bool{}
	if i := s.ActorNamed(name); i >= 0 {
		out[i] = true
		return out
	}
	for _, i := range s.words.actors(strings.ToLower(name)) {
		out[i] = true
	}
	return out
}

// during says whether something that lies between two days may lie in the
// period. What has no date lies in none, unless the period is open at both ends.
func (m *matcher) during(start, end string) bool {
	if m.since == "" && m.until == "" {
		return true
	}
	if start == "" && end == "" {
		return false
	}
	return (m.since == "" || end == "" || end >= m.since) && (m.until == "" || start == "" || start <= m.until)
}

func anyOf(want map[int]bool, have []int) bool {
	if want == nil {
		return true
	}
	for _, i := range have {
		if want[i] {
			return true
		}
	}
	return false
}

func (m *matcher) event(e *Event, actors []int) bool {
	return m.during(e.Start, e.End) && m.eventType(e) && m.eventPlace(e) &&
		(m.Status == "" || e.Status == m.Status) && (m.Grade == "" || e.Grade == m.Grade) &&
		(!m.onlyConflicts || e.Conflicts > 0) &&
		(m.words == "" || strings.Contains(strings.ToLower(e.Title), m.words)) &&
		anyOf(m.actor, actors) && anyOf(m.with, actors)
}

func (m *matcher) eventType(e *Event) bool {
	t := m.Type
	return t == "" || strings.EqualFold(e.Type, t) || strings.EqualFold(e.Mode, t) ||
		e.ACLED != nil && (strings.EqualFold(e.ACLED.Type, t) || strings.EqualFold(e.ACLED.SubType, t))
}

func (m *matcher) eventPlace(e *Event) bool {
	if m.Country != "" && !strings.EqualFold(e.Country, m.Country) {
		return false
	}
	if m.place == "" {
		return true
	}
	for _, name := range []string{e.Place.Place, e.Written, e.Admin1Nm} {
		if strings.Contains(strings.ToLower(name), m.place) {
			return true
		}
	}
	return false
}

// EventsBy are the indices of the events that a filter chooses, in their order.
func (s *Snapshot) EventsBy(f Filter) []int {
	m := s.matcher(f)
	out := []int{}
	for i := range s.Events {
		if m.event(&s.Events[i], s.actorsOfEvent[i]) {
			out = append(out, i)
		}
	}
	return out
}

// ActorsBy are the indices of the actors that a filter chooses.
func (s *Snapshot) ActorsBy(f Filter) []int {
	named := s.actorsNamed(f.Words)
	out := []int{}
	for i := range s.Actors {
		if (f.Type == "" || s.Actors[i].Kind == f.Type) && (named == nil || named[i]) {
			out = append(out, i)
		}
	}
	return out
}

// DocumentsBy are the indices of the reports that a filter chooses.
func (s *Snapshot) DocumentsBy(f Filter) []int {
	m := s.matcher(f)
	out := []int{}
	for i := range s.Documents {
		d := &s.Documents[i]
		if m.during(d.Start, d.End) && (f.Status == "" || d.Status == f.Status || d.Relevance == f.Status) &&
			(m.words == "" || strings.Contains(strings.ToLower(d.Title+" "+d.Publisher+" "+d.URI), m.words)) {
			out = append(out, i)
		}
	}
	return out
}

// ClaimsBy are the indices of the claims that a filter chooses.
func (s *Snapshot) ClaimsBy(f Filter) []int {
	m := s.matcher(f)
	out := []int{}
	for i := range s.Account.Claims {
		c := &s.Account.Claims[i]
		if m.actor != nil && !m.actor[c.Actor] && !strings.Contains(strings.ToLower(c.Speaker), strings.ToLower(f.Actor)) {
			continue
		}
		if (f.Type == "" || string(c.Kind) == f.Type || c.SpeakerType == f.Type) &&
			(m.words == "" || strings.Contains(strings.ToLower(c.Content), m.words)) && m.during(days(c.EDTF)) {
			out = append(out, i)
		}
	}
	return out
}

// RelationsBy are the indices of the relations that a filter chooses.
func (s *Snapshot) RelationsBy(f Filter) []int {
	actors := s.actorsNamed(f.Actor)
	out := []int{}
	for i := range s.Account.Relations {
		r := &s.Account.Relations[i]
		if (f.Type == "" || string(r.Type) == f.Type) && anyOf(actors, []int{r.FromActor, r.ToActor}) {
			out = append(out, i)
		}
	}
	return out
}

// ConflictsBy are the indices of the conflicts that a filter chooses.
func (s *Snapshot) ConflictsBy(f Filter) []int {
	words := strings.ToLower(f.Words)
	out := []int{}
	for i := range s.Account.Conflicts {
		c := &s.Account.Conflicts[i]
		if (f.Type == "" || string(c.Kind) == f.Type) && (words == "" || strings.Contains(strings.ToLower(c.Message), words)) {
			out = append(out, i)
		}
	}
	return out
}
