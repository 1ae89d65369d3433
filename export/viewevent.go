package export

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// event lays out one event, among what happened or among what did not.
func (w *viewer) event(v *view, e *account.Event) {
	if e.PLOVER == nil && len(e.Ledger) == 0 && e.EDTF == "" {
		return // a word for something done, of no known kind, time or toll
	}
	x := eventView{When: e.EDTF, Title: e.Title, Refs: w.refs(e.Statements)}
	if x.When == "" {
		x.When = "undated"
	}
	details := []string{string(e.Status)}
	if e.Alleged {
		details = append(details, "alleged")
	}
	if e.Background {
		details = append(details, "told as history")
	}
	if e.Place != nil {
		details = append(details, placeWords(e))
	}
	details = append(details, count(len(e.Documents), "report"), count(e.Sources, "independent source"))
	details = append(details, "grade: "+string(e.Grade))
	x.Detail = strings.Join(details, "; ")
	for _, p := range e.Parties {
		x.Parties = append(x.Parties, fmt.Sprintf("%s: %s", p.Role, oneLine(p.Name)))
	}
	x.Tallies = w.tallies(e)
	x.Series = w.series(e)
	switch {
	case e.Status != annals.Happened:
		v.Unreal = append(v.Unreal, x)
	case e.EDTF == "" && len(e.Ledger) == 0 && len(e.Documents) == 1:
		v.Mentioned = append(v.Mentioned, line{x.Title + partyWords(x.Parties), x.Refs})
	default:
		v.Events = append(v.Events, x)
	}
}

// series says what an event is a part of, or what its parts are, and what it may be
// the same as.
func (w *viewer) series(e *account.Event) []string {
	var out []string
	if e.Whole >= 0 {
		out = append(out, "one of several: "+w.named(e.Whole)+"; "+w.Resolution.Events[e.Resolved].WholeWhy)
	}
	for _, p := range e.Parts {
		out = append(out, "of these: "+w.named(p))
	}
	for _, k := range w.Resolution.Events[e.Resolved].Undated {
		out = append(out, "may be the same as "+w.named(w.EventOf(k.Event))+": "+k.Why)
	}
	switch {
	case e.Whole >= 0 && !e.Counted:
		out = append(out, "sums count it there, not by itself")
	case len(e.Parts) > 0 && !e.Counted:
		out = append(out, "sums count its parts, not it")
	}
	return out
}

// named is another event by its day and title.
func (w *viewer) named(event int) string {
	e := &w.Events[event]
	return strings.TrimSpace(e.EDTF + " " + e.Title)
}

func partyWords(parties []string) string {
	if len(parties) == 0 {
		return ""
	}
	return " (" + strings.Join(parties, "; ") + ")"
}

// placeWords names a place with how finely it is known.
func placeWords(e *account.Event) string {
	parts := []string{e.Place.Name}
	if e.Place.Admin1Nm != "" && e.Place.Admin1Nm != e.Place.Name {
		parts = append(parts, e.Place.Admin1Nm)
	}
	if e.Place.Country != "" {
		parts = append(parts, e.Place.Country)
	}
	words := strings.Join(parts, ", ")
	if e.Place.Relation != "" && e.Place.Relation != "in" {
		words = e.Place.Relation + " " + words
	}
	return words + " (known to the " + string(e.Place.Precision) + ")"
}

// tallies shows low, best and high of each measure with every report's own
// number beside it.
func (w *viewer) tallies(e *account.Event) []tallyView {
	var out []tallyView
	shown := map[annals.Measure]bool{}
	for i := range e.Tallies {
		t := &e.Tallies[i]
		shown[t.Measure] = true
		out = append(out, tallyView{
			Measure:  string(t.Measure),
			Range:    fmt.Sprintf("low %s, best %s, high %s", known(t.Low), known(t.Best), known(t.High)),
			Computed: strings.Join(t.Computed, "; "),
			Entries:  w.entries(e.Ledger, t.Measure),
		})
	}
	for _, entry := range e.Ledger {
		if m := entry.Figure.Measure; !shown[m] {
			shown[m] = true
			out = append(out, tallyView{Measure: string(m), Entries: w.entries(e.Ledger, m)})
		}
	}
	return out
}

func known(x *float64) string {
	if x == nil {
		return "unknown"
	}
	return account.Number(*x)
}

func (w *viewer) entries(ledger []account.Entry, m annals.Measure) []line {
	var out []line
	for i := range ledger {
		if ledger[i].Figure.Measure == m {
			out = append(out, w.entry(&ledger[i]))
		}
	}
	return out
}

// whose says that words for those counted begin by telling whose they are: "his brother".
func whose(who string) bool {
	first, _, _ := strings.Cut(strings.ToLower(who), " ")
	switch first {
	case "his", "her", "its", "their", "my", "our", "your":
		return true
	}
	return false
}

// entry is one report's number: the number, whom it counts, when it was
// reported and by whom it is said.
func (w *viewer) entry(e *account.Entry) line {
	words := []string{e.Numeral()}
	if u := e.Figure.Unit; u != "" && u != "person" && !strings.Contains(strings.ToLower(e.Figure.Who+" "+string(e.Figure.Measure)), u) {
		words = append(words, u)
	}
	if e.Figure.Per != "" {
		words = append(words, "a "+e.Figure.Per)
	}
	if who := oneLine(e.Figure.Who); whose(who) {
		words = append(words, "("+who+")") // "1 (his brother)"
	} else if who != "" {
		words = append(words, who)
	}
	if e.Figure.PartOf != 0 {
		words = append(words, "(part of another number)")
	}
	if e.EDTF != "" {
		words = append(words, "for "+e.EDTF)
	}
	reported := e.Reported
	if reported == "" {
		reported = "undated report"
	}
	text := strings.Join(words, " ") + "; " + reported
	if e.Speaker != "" {
		text += ", says " + oneLine(e.Speaker)
	}
	if !w.Documents[e.Document].Counts() {
		text += ", " + w.Documents[e.Document].Status + ", not counted"
	}
	return line{text, w.refs(e.Statements)}
}
