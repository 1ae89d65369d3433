package export

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

func (w *recordWriter) event(e *account.Event) wireAccount {
	out := wireAccount{ID: e.ID, Title: e.Title, Status: string(e.Status), Alleged: e.Alleged, Background: e.Background, EDTF: e.EDTF,
		Place: wirePlaceOf(e.Place), PlaceName: e.PlaceName, Actors: []wireParty{}, Documents: w.documentIDs(e.Documents),
		Sources: e.Sources, Figures: collect(e.Tallies, w.tally), Ledger: collect(e.Ledger, w.number), Statements: w.statementIDs(e.Statements)}
	out.Grade = &wireGrade{string(e.Grade), e.GradeRule, e.Grounds.Origins, e.Grounds.Weight, e.Grounds.Admitted, e.Grounds.Contested, e.Grounds.Withdrawn}
	if e.PLOVER != nil {
		p := wirePLOVER(*e.PLOVER)
		out.PLOVER = &p
	}
	if e.ACLED != nil {
		x := wireACLED(*e.ACLED)
		out.ACLED = &x
	}
	if e.UCDP != 0 {
		out.UCDP = &wireUCDP{e.UCDP}
	}
	out.Places, out.Links, out.Elsewhere = w.places(e), w.links(e), !e.Counted
	for _, p := range e.Parties {
		party := wireParty{Name: p.Name, Role: string(p.Role)}
		if p.Actor >= 0 {
			party.Actor = w.Actors[p.Actor].ID
		}
		out.Actors = append(out.Actors, party)
	}
	return out
}

// places are all that reports place an event in, each once.
func (w *recordWriter) places(e *account.Event) []*wirePlace {
	var out []*wirePlace
	seen := map[string]bool{}
	for _, key := range w.Resolution.Events[e.Resolved].Mentions {
		r := w.Reading(key.Reading)
		for _, ref := range r.Events[key.Event-1].Places {
			p := r.Mentions[ref-1].Place
			if p == nil || seen[p.Name+p.Admin1+p.Country] {
				continue
			}
			seen[p.Name+p.Admin1+p.Country] = true
			out = append(out, wirePlaceOf(p))
		}
	}
	return out
}

// links are what an event is a part of, and what reports say it follows or answers.
func (w *recordWriter) links(e *account.Event) []wireLink {
	var out []wireLink
	if e.Whole >= 0 {
		out = append(out, wireLink{string(annals.PartOf), w.Events[e.Whole].ID})
	}
	for _, key := range w.Resolution.Events[e.Resolved].Mentions {
		for _, l := range w.Reading(key.Reading).Events[key.Event-1].Links {
			if l.Type != annals.ResponseTo && l.Type != annals.FollowUp {
				continue
			}
			to := w.Events[w.EventOf(w.Resolution.Event(resolve.EventKey{Reading: key.Reading, Event: l.Event}))].ID
			if link := (wireLink{string(l.Type), to}); to != e.ID && !slices.Contains(out, link) {
				out = append(out, link)
			}
		}
	}
	return out
}

func (w *recordWriter) tally(t *account.Tally) wireTally {
	return wireTally{Measure: string(t.Measure), Who: t.Who, Low: t.Low, Best: t.Best, High: t.High, Rule: t.Rule,
		Computed: t.Computed, Statements: w.statementIDs(t.Statements)}
}
