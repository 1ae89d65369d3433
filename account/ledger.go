package account

import (
	"sort"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// Entry is one number that one report gives: a line of a ledger.
type Entry struct {
	Figure     *annals.Figure
	Ref        annals.Ref // of the figure, into the reading's Figures
	Reading    int
	Document   int // index into Documents
	Reported   string
	EDTF       string // the time the number is for; "" not said
	Origin     int    // index into Resolution.Origins
	Speaker    string // who says so, "" the report itself
	Total      bool   // counts all those harmed, not a part or one side
	Statements []resolve.StatementKey
}

// ledger lists every number that reports give for an event, oldest report
// first. Those whom they tell of without counting them are in no line of it.
func (a *Account) ledger(event *resolve.Event) []Entry {
	var out []Entry
	for _, reading := range readingsOf(event) {
		r := a.Reading(reading)
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Event != 0 && !f.Told() && a.Resolution.Event(resolve.EventKey{Reading: reading, Event: f.Event}) == a.Resolution.Event(event.Mentions[0]) {
				out = append(out, a.Entry(reading, annals.Ref(i+1)))
			}
		}
	}
	sortEntries(out)
	return out
}

func readingsOf(event *resolve.Event) []int {
	var out []int
	for _, m := range event.Mentions {
		if len(out) == 0 || out[len(out)-1] != m.Reading {
			out = append(out, m.Reading)
		}
	}
	return out
}

// Entry is one figure of one reading as a ledger line.
func (a *Account) Entry(reading int, ref annals.Ref) Entry {
	r := a.Reading(reading)
	f := &r.Figures[ref-1]
	e := Entry{Figure: f, Ref: ref, Reading: reading, Document: a.documentAt[reading], Reported: a.reported(reading), Origin: -1,
		Total: countsAll(f), Statements: a.statements(reading, annals.AboutFigure, ref)}
	if f.Time != 0 {
		e.EDTF = r.Times[f.Time-1].EDTF
	}
	if len(e.Statements) > 0 {
		e.Origin = a.Resolution.Origin(e.Statements[0])
	}
	if f.Claim != 0 {
		e.Speaker = a.speaker(reading, &r.Claims[f.Claim-1])
	}
	return e
}

func sortEntries(entries []Entry) {
	sort.SliceStable(entries, func(i, j int) bool {
		x, y := &entries[i], &entries[j]
		if x.Document != y.Document {
			return x.Document < y.Document
		}
		return x.Figure.Start < y.Figure.Start
	})
}

// countsAll says whether a figure counts everyone harmed: it is no part of
// another, and those counted are people without a side or a trade.
func countsAll(f *annals.Figure) bool {
	if f.PartOf != 0 {
		return false
	}
	who, _, _ := strings.Cut(strings.ToLower(f.Who), "includ")
	if who == "" || !f.WhoSpan.Empty() && !f.Overlaps(f.WhoSpan) { // told by the noun of another figure, if at all
		return true
	}
	for _, w := range strings.Fields(who) {
		if anyone[strings.Trim(w, ",.")] {
			return true
		}
	}
	return false
}

var anyone = map[string]bool{"people": true, "person": true, "persons": true, "dead": true, "deaths": true, "lives": true,
	"victims": true, "casualties": true, "fatalities": true, "bodies": true, "others": true, "individuals": true}

// Observation is what one origin says of one measure of one event: its latest
// total, or the sum of what it counts apart.
type Observation struct {
	Low, Best, High *float64
	Reported        string
	Origin          int
	Computed        string // "213 = 13 + nearly 200"; "" for a stated total
	Side            bool   // counts some of those harmed alone, those of one side or trade
	Entries         []Entry
	Statements      []resolve.StatementKey
}

// observations works out each origin's own count from its ledger lines.
func (a *Account) observations(ledger []Entry, measure annals.Measure) []Observation {
	byOrigin := map[int][]Entry{}
	var origins []int
	for _, e := range ledger {
		if e.Figure.Measure != measure || e.Figure.PartOf != 0 || e.Figure.Cumulative || !a.Documents[e.Document].Counts() {
			continue
		}
		if byOrigin[e.Origin] == nil {
			origins = append(origins, e.Origin)
		}
		byOrigin[e.Origin] = append(byOrigin[e.Origin], e)
	}
	var out []Observation
	for _, o := range origins {
		if total, ok := latestTotal(byOrigin[o]); ok {
			out = append(out, observe(total))
			continue
		}
		if sum, ok := a.sum(byOrigin[o]); ok {
			out = append(out, sum)
		}
	}
	return out
}

// latestTotal is the last total an origin gives; of one report's totals, the
// largest, since the smaller are mostly earlier counts it retells.
func latestTotal(entries []Entry) (Entry, bool) {
	var best Entry
	found := false
	for _, e := range entries {
		if !e.Total || best.Figure != nil && e.Document == best.Document && size(e.Figure) <= size(best.Figure) {
			continue
		}
		best, found = e, true
	}
	return best, found
}

// size is a figure's value, or the middle of its range.
func size(f *annals.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Low != nil && f.High != nil:
		return (*f.Low + *f.High) / 2
	case f.Low != nil:
		return *f.Low
	case f.High != nil:
		return *f.High
	}
	return 0
}

func observe(e Entry) Observation {
	f := e.Figure
	o := Observation{Low: f.Low, Best: f.Value, High: f.High, Reported: e.Reported, Origin: e.Origin, Entries: []Entry{e}, Statements: e.Statements}
	if f.Value != nil && f.Low == nil && f.High == nil { // an exact number
		o.Low, o.High = f.Value, f.Value
	}
	if o.Best == nil {
		middle := size(f)
		o.Best = &middle
	}
	return o
}

// sum adds the figures that an origin counts apart in one sentence: "13
// soldiers and nearly 200 civilians". Figures of different sentences may
// overlap and are never added; the largest of them stands alone.
func (a *Account) sum(entries []Entry) (Observation, bool) {
	bySentence := map[Citation][]Entry{}
	var largest Observation
	for _, e := range entries {
		if e.Total {
			continue
		}
		c := a.CitationOf(e.Reading, e.Figure.Span)
		bySentence[c] = append(bySentence[c], e)
	}
	for _, c := range sortedCitations(bySentence) {
		o := add(bySentence[c])
		if largest.Best == nil || *o.Best > *largest.Best {
			largest = o
		}
	}
	return largest, largest.Best != nil
}

func sortedCitations(m map[Citation][]Entry) []Citation {
	var out []Citation
	for c := range m {
		out = append(out, c)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].Document < out[j].Document || out[i].Document == out[j].Document && out[i].Sentence < out[j].Sentence
	})
	return out
}

func add(entries []Entry) Observation {
	sum := observe(entries[0])
	terms := []string{numeral(entries[0].Figure)}
	for _, e := range entries[1:] {
		o := observe(e)
		sum.Low, sum.Best, sum.High = plus(sum.Low, o.Low), plus(sum.Best, o.Best), plus(sum.High, o.High)
		sum.Entries, sum.Statements = append(sum.Entries, e), append(sum.Statements, o.Statements...)
		terms = append(terms, numeral(e.Figure))
	}
	sum.Side = len(entries) == 1
	if len(entries) > 1 {
		sum.Computed = Number(*sum.Best) + " = " + strings.Join(terms, " + ")
	}
	return sum
}

// plus adds two numbers; an unknown makes the sum unknown.
func plus(x, y *float64) *float64 {
	if x == nil || y == nil {
		return nil
	}
	z := *x + *y
	return &z
}
