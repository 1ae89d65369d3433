package snapshot

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

func (s *Snapshot) listActors() {
	a := s.Account
	s.Actors = make([]Actor, len(a.Actors))
	for i := range a.Actors {
		x := &a.Actors[i]
		resolved := &a.Resolution.Actors[x.Resolved]
		out := Actor{ID: x.ID, Name: oneLine(x.Name), Href: "/actors/" + x.ID, Kind: string(x.Kind), Role: oneLine(x.Role),
			Mentions: x.Mentions, Reports: len(x.Documents), Key: a.Resolution.EntityKey(resolved.Entities[0]).String()}
		for _, alias := range x.Aliases {
			if alias.Name != x.Name {
				out.Aliases = append(out.Aliases, oneLine(alias.Name))
			}
		}
		for _, l := range resolved.PossiblySame {
			if a.ActorOf(a.Resolution.Actors[l.Actor].Entities[0]) >= 0 {
				out.Open++
			}
		}
		s.Actors[i] = out
	}
}

func (s *Snapshot) listEvents() {
	a := s.Account
	s.Events = make([]Event, len(a.Events))
	s.actorsOfEvent = make([][]int, len(a.Events))
	s.eventsOfActor = make([][]int, len(a.Actors))
	s.eventsOfDocument = make([][]int, len(a.Documents))
	for i := range a.Events {
		x := &a.Events[i]
		s.Events[i] = s.newEvent(x)
		seen := map[int]bool{}
		for _, p := range x.Parties {
			if p.Actor >= 0 && !seen[p.Actor] {
				seen[p.Actor] = true
				s.actorsOfEvent[i] = append(s.actorsOfEvent[i], p.Actor)
				s.eventsOfActor[p.Actor] = append(s.eventsOfActor[p.Actor], i)
				s.Actors[p.Actor].Events++
			}
		}
		for _, d := range x.Documents {
			s.eventsOfDocument[d] = append(s.eventsOfDocument[d], i)
		}
	}
}

func (s *Snapshot) newEvent(x *account.Event) Event {
	out := Event{ID: x.ID, Title: oneLine(x.Title), Href: "/events/" + x.ID, EDTF: x.EDTF, UCDP: x.UCDP, Status: string(x.Status),
		Alleged: x.Alleged, Background: x.Background, Grade: string(x.Grade), Sources: x.Sources, Reports: len(x.Documents),
		Place: placeOf(x), Key: x.Mentions[0].String()}
	out.Start, out.End = days(x.EDTF)
	if x.PLOVER != nil {
		out.Type, out.Mode = x.PLOVER.Type, x.PLOVER.Mode
	}
	if x.ACLED != nil {
		out.ACLED = &ACLED{x.ACLED.Type, x.ACLED.SubType}
	}
	for i := range x.Tallies {
		t := &x.Tallies[i]
		switch t.Measure {
		case annals.Killed:
			out.Killed = &Tally{t.Low, t.Best, t.High}
		case annals.Injured:
			out.Injured = &Tally{t.Low, t.Best, t.High}
		}
	}
	return out
}

func placeOf(x *account.Event) Place {
	out := Place{Written: oneLine(x.PlaceName)}
	p := x.Place
	if p == nil {
		return out
	}
	out.Place, out.Country, out.Admin1, out.Admin1Nm, out.GeoNames = p.Name, p.Country, p.Admin1, p.Admin1Nm, p.GeoNames
	out.Precision, out.Relation = string(p.Precision), p.Relation
	if p.Located {
		lat, lon := p.Lat, p.Lon
		out.Lat, out.Lon = &lat, &lon
	}
	return out
}

func (s *Snapshot) listDocuments() {
	a := s.Account
	s.Documents = make([]Document, len(a.Documents))
	for i := range a.Documents {
		d := &a.Documents[i]
		r := a.Reading(d.Reading)
		doc := r.Document
		out := Document{ID: doc.ID, Label: d.Label, Href: "/documents/" + doc.ID, Title: oneLine(doc.Title), Publisher: oneLine(doc.Publisher), URI: doc.URI,
			Status: d.Status, Events: len(s.eventsOfDocument[i])}
		if out.Title == "" {
			out.Title, out.Opening = opening(r), true
		}
		if doc.Published != nil {
			out.Published, out.Basis = doc.Published.EDTF, strings.Join(doc.Published.Basis, ", ")
			out.Start, out.End = days(doc.Published.EDTF)
		}
		if d.Group >= 0 {
			out.Group = a.Resolution.Groups[d.Group].ID
		}
		for _, notes := range [][]annals.Note{doc.Notes, r.Notes} {
			for _, n := range notes {
				if n.Kind == annals.DamagedText || n.Kind == annals.RepairedText {
					out.Damaged++
				}
			}
		}
		s.Documents[i] = out
	}
	s.stage()
}

// staging are the judgements that say how far persons are with a report.
func staging(standing []annals.Judgement) []annals.Judgement {
	var out []annals.Judgement
	for _, j := range standing {
		switch j.Verdict {
		case annals.Relevant, annals.Irrelevant, annals.Assigned:
			out = append(out, j)
		case annals.Coded:
			if !strings.Contains(j.Field, "/") { // else it is one cell of a row
				out = append(out, j)
			}
		}
	}
	return out
}

// stage says of every report how far persons are with it.
func (s *Snapshot) stage() {
	for i := range s.Documents {
		d := &s.Documents[i]
		d.Relevance, d.Assigned, d.Coders = "", "", nil
	}
	for _, j := range staging(s.Standing) {
		key, err := annals.ParseKey(j.Left)
		i := s.DocumentNamed(key.Document)
		if err != nil || key.Kind != annals.DocumentKey || i < 0 {
			continue
		}
		switch d := &s.Documents[i]; j.Verdict {
		case annals.Assigned:
			d.Assigned = j.Value
		case annals.Coded:
			d.Coders = appendNew(d.Coders, j.By)
		default:
			d.Relevance = j.Verdict
		}
	}
}

// DocumentKey is what judgements name a report by.
func DocumentKey(id string) string {
	return annals.Key{Kind: annals.DocumentKey, Document: id}.String()
}

// openingWords is how many words of a report without a headline stand for one.
const openingWords = 12

// opening is the first words of a report, for one without a headline.
func opening(r *annals.Reading) string {
	words := strings.Fields(r.Document.Text[:min(len(r.Document.Text), 40*openingWords)])
	if len(words) > openingWords {
		return strings.ToValidUTF8(strings.Join(words[:openingWords], " "), "") + " …"
	}
	return strings.ToValidUTF8(strings.Join(words, " "), "")
}

// oneLine puts text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
