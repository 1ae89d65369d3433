package snapshot

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// EventLedger is every number that reports give for an event.
func (s *Snapshot) EventLedger(i int) Ledger {
	x, e := &s.Account.Events[i], &s.Events[i]
	out := Ledger{ID: e.ID, Title: e.Title, EDTF: e.EDTF, Href: e.Href, Measures: s.measures(x.Ledger)}
	for m := range out.Measures {
		for t := range x.Tallies {
			if tally := &x.Tallies[t]; string(tally.Measure) == out.Measures[m].Measure {
				out.Measures[m].Tally = &LedgerTally{Tally{tally.Low, tally.Best, tally.High}, tally.Rule, tally.Computed,
					"/evidence/event/" + e.ID + "/" + string(tally.Measure)}
			}
		}
	}
	return out
}

// ActorLedger is every number that reports give of an actor itself: its
// strength, attacks, money, losses.
func (s *Snapshot) ActorLedger(i int) Ledger {
	return Ledger{ID: s.Actors[i].ID, Title: s.Actors[i].Name, Href: s.Actors[i].Href, Measures: s.measures(s.Account.Actors[i].Profile.Figures)}
}

// measures sorts ledger lines by what they count, in the order in which each
// measure comes first.
func (s *Snapshot) measures(lines []account.Entry) []Measure {
	out := []Measure{}
	at := map[annals.Measure]int{}
	for i := range lines {
		measure := lines[i].Figure.Measure
		n, ok := at[measure]
		if !ok {
			n = len(out)
			at[measure] = n
			out = append(out, Measure{Measure: string(measure)})
		}
		out[n].Entries = append(out[n].Entries, s.Entry(&lines[i]))
	}
	return out
}

// Entry is one ledger line.
func (s *Snapshot) Entry(x *account.Entry) Entry {
	a, f := s.Account, x.Figure
	c := a.CitationOf(x.Reading, f.Span)
	out := Entry{Ref: a.Ref(c), Measure: string(f.Measure), Numeral: x.Numeral(), Value: f.Value, Low: f.Low, High: f.High, Unit: f.Unit, Per: f.Per,
		Who: oneLine(f.Who), Total: x.Total, Part: f.PartOf != 0, Counts: a.Documents[x.Document].Counts(), EDTF: x.EDTF, Reported: x.Reported,
		Speaker: oneLine(x.Speaker), Document: s.DocumentRef(x.Document), Sentence: oneLine(a.Text(c)),
		Key: s.figureKey(x)}
	out.Start, out.End = days(x.EDTF)
	out.ReportedStart, out.ReportedEnd = days(x.Reported)
	out.Href = out.Document.Href
	if len(x.Statements) > 0 {
		out.Statement = a.Statement(x.Statements[0]).ID
		out.Href = "/evidence/" + out.Statement
	}
	if x.Origin >= 0 {
		out.Origin, out.OriginName = a.Resolution.Origins[x.Origin].ID, oneLine(a.OriginName(&a.Resolution.Origins[x.Origin]))
	}
	return out
}

// figureKey is what judgements name a ledger line by.
func (s *Snapshot) figureKey(x *account.Entry) string {
	if len(x.Statements) > 0 {
		return s.KeyOf(x.Statements[0])
	}
	return annals.Key{Kind: annals.FigureKey, Document: s.Account.Reading(x.Reading).Document.ID, At: x.Figure.Start}.String()
}
