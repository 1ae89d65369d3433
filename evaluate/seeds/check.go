package seeds

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// statuses maps the gold's modality to the statuses that mean it.
var statuses = map[string][]annals.Status{
	"asserted":          {annals.Happened},
	"feared / possible": {annals.Feared, annals.Hypothetical, annals.Planned},
	"planned":           {annals.Planned, annals.Hypothetical},
	"threatened":        {annals.Planned, annals.Hypothetical, annals.Feared},
	"denied":            {annals.Denied},
}

// modes maps the gold's type of event to words one of which stands in the
// PLOVER mode or the ACLED sub-type.
var modes = map[string][]string{
	"suicide bombing / armed attack": {"suicide", "explosives", "firearms", "armed attack"},
	"air strike":                     {"air", "heavy-weapons"},
}

// event looks at every mention whose trigger stands in the evidence; values that
// one mention lacks may come from those it is joined with.
func (j *judge) event() bool {
	for i := range j.doc.Events {
		e := &j.doc.Events[i]
		if !e.Trigger.Overlaps(j.evidence) || e.PLOVER == nil {
			continue
		}
		if wrong := j.eventWrong(e); wrong != "" {
			j.miss("%q: %s", e.Text, wrong)
			continue
		}
		return true
	}
	return false
}

func (j *judge) eventWrong(e *annals.Event) string {
	if !slices.Contains(statuses[j.Modality], e.Status) {
		return "status " + string(e.Status)
	}
	if j.Date != nil && e.EDTF != *j.Date {
		return "date " + e.EDTF
	}
	if j.Place != "" && !j.names(j.Place, j.mention(e.Place).Text) {
		return "place " + j.mention(e.Place).Text
	}
	if p := j.mention(e.Place).Place; j.Country != "" && (p == nil || p.Country != j.Country) {
		return "country"
	}
	if j.Actor != "" && !j.hasActor(e) {
		return "actor"
	}
	if j.Type != "" && !typed(e, modes[j.Type]) {
		return "type " + e.PLOVER.Type + " " + e.PLOVER.Mode
	}
	return ""
}

func typed(e *annals.Event, words []string) bool {
	text := strings.ToLower(strings.Join(append(e.PLOVER.Modes, e.PLOVER.Mode), " "))
	if e.ACLED != nil {
		text += " " + strings.ToLower(e.ACLED.SubType)
	}
	return e.PLOVER.Type == "ASSAULT" && slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

func (j *judge) hasActor(e *annals.Event) bool {
	for _, a := range e.Arguments {
		m := j.mention(a.Mention)
		if a.Role == annals.Actor && (j.is(j.Actor, m.Entity) || j.names(j.Actor, m.Text)) {
			return true
		}
	}
	return false
}

func (j *judge) figure() bool {
	for i := range j.doc.Figures {
		f := &j.doc.Figures[i]
		if !f.Overlaps(j.evidence) {
			continue
		}
		if wrong := j.figureWrong(f); wrong != "" {
			j.miss("%q: %s", f.Text, wrong)
			continue
		}
		return true
	}
	return false
}

func (j *judge) figureWrong(f *annals.Figure) string {
	switch {
	case string(f.Measure) != j.What:
		return "measure " + string(f.Measure)
	case !j.numberRight(f):
		return "number"
	case j.Who != "" && !sameWords(j.Who, f.Who):
		return "who " + f.Who
	case j.Event != "" && f.Event == 0:
		return "no event"
	case j.Subject != "" && !j.is(j.Subject, f.Subject):
		return "subject"
	case j.By != "" && !j.said(j.By, f.Claim):
		return "speaker"
	case j.Place != "" && !j.placed(f.Place):
		return "place"
	case j.Date != nil && j.timeOf(f.Time) != *j.Date:
		return "date " + j.timeOf(f.Time)
	case j.Since != "" && !strings.HasPrefix(j.timeOf(f.Time), j.Since):
		return "since " + j.timeOf(f.Time)
	case j.PartOf != "" && !j.partRight(f):
		return "part of"
	}
	return ""
}

func (j *judge) numberRight(f *annals.Figure) bool {
	if j.Low != nil || j.High != nil {
		return same(j.Low, f.Low) && same(j.High, f.High)
	}
	if !same(j.Value, f.Value) {
		return false
	}
	switch {
	case strings.Contains(j.Qualifier, "lower bound"):
		return same(j.Value, f.Low) && f.High == nil
	case strings.Contains(j.Qualifier, "upper bound"):
		return same(j.Value, f.High) && f.Low == nil
	case j.Qualifier == "exact":
		return f.Qualifier == ""
	}
	return true
}

func same(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }

// placed asks for the place by name, or by what it resolves to.
func (j *judge) placed(m annals.Ref) bool {
	mention := j.mention(m)
	return j.names(j.Place, mention.Text) || mention.Place != nil && j.names(j.Place, mention.Place.Name)
}

func (j *judge) timeOf(t annals.Ref) string {
	if t == 0 {
		return ""
	}
	return j.doc.Times[t-1].EDTF
}

func (j *judge) partRight(f *annals.Figure) bool {
	return f.PartOf != 0 && j.doc.Figures[f.PartOf-1].Overlaps(locate(j.doc.Doc, j.PartOf))
}

func (j *judge) claim() bool {
	for i := range j.doc.Claims {
		c := &j.doc.Claims[i]
		if !slices.ContainsFunc(c.Content, j.evidence.Overlaps) {
			continue
		}
		switch {
		case !j.said(j.Speaker, annals.Ref(i+1)):
			j.miss("said by %q", c.Source.In(j.doc.Doc.Text))
		case j.Date != nil && j.timeOf(c.Time) != *j.Date:
			j.miss("said on %s", j.timeOf(c.Time))
		case j.Via != "" && !j.through(c):
			j.miss("not via %s", j.Via)
		default:
			return true
		}
	}
	return false
}

// through says whether a claim came through what the gold names: an actor that passed
// it on, or the words for what it was said in.
func (j *judge) through(c *annals.Claim) bool {
	return slices.ContainsFunc(c.Via, func(e annals.Ref) bool { return j.is(j.Via, e) }) ||
		!c.Medium.Empty() && j.names(j.Via, c.Medium.In(j.doc.Doc.Text))
}

// profile is a leader, with since when, or a founding, with when and where.
func (j *judge) profile() bool {
	if j.Leader != "" {
		for _, r := range j.doc.Relations {
			if r.Type == annals.LeaderOf && r.Overlaps(j.evidence) && j.is(j.Leader, r.From) && j.is(j.Actor, r.To) {
				if strings.HasPrefix(j.timeOf(r.Time), j.Since) && (j.By == "" || j.said(j.By, r.Claim)) {
					return true
				}
				j.miss("leader since %q", j.timeOf(r.Time))
			}
		}
		return false
	}
	for i := range j.doc.Events {
		e := &j.doc.Events[i]
		if !strings.HasPrefix(e.Rule, "founded") || !e.Trigger.Overlaps(j.evidence) {
			continue
		}
		if e.EDTF == j.Founded && (j.Place == "" || j.placed(e.Place)) && j.targets(e) {
			return true
		}
		j.miss("founded %s at %q", e.EDTF, j.mention(e.Place).Text)
	}
	return false
}

func (j *judge) targets(e *annals.Event) bool {
	return slices.ContainsFunc(e.Arguments, func(a annals.Argument) bool {
		return a.Role == annals.Target && j.is(j.Actor, j.mention(a.Mention).Entity)
	})
}

// relationTypes maps the first word of the gold's relation.
var relationTypes = map[string]annals.RelationType{
	"affiliate": annals.AffiliateOf, "rival": annals.HostileTo, "hostile": annals.HostileTo, "allied": annals.AllyOf,
}

// relation asks for every pair of the ends; a list of ends is pairwise.
func (j *judge) relation() bool {
	want := relationTypes[strings.Fields(j.Relation)[0]]
	ends := append([]string{j.A}, strings.Split(j.B, ", ")...)
	for a := range ends {
		for b := a + 1; b < len(ends); b++ {
			if !j.related(want, ends[a], ends[b]) {
				return false
			}
		}
	}
	return true
}

func (j *judge) related(want annals.RelationType, a, b string) bool {
	for _, r := range j.doc.Relations {
		if r.Type != want || !r.Overlaps(j.evidence) {
			continue
		}
		if (j.is(a, r.From) && j.is(b, r.To) || want != annals.AffiliateOf && j.is(a, r.To) && j.is(b, r.From)) &&
			(j.By == "" || j.said(j.By, r.Claim)) {
			return true
		}
		j.miss("%s %s %s", j.doc.Entities[r.From-1].Name, r.Type, j.doc.Entities[r.To-1].Name)
	}
	return false
}
