package account

import (
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/resolve"
)

// toll is one figure of a made-up report about the one attack all of them tell
// of: "killed 40 people", "killed 13- soldiers" (at least), "killed 200+ men"
// (up to); a leading ">" makes it part of the figure before.
type toll string

// told is one report: when it came out, its tolls, and who is quoted ("" itself).
type told struct {
	reported string
	by       string
	tolls    []toll
}

func reading(i int, x told) *annals.Reading {
	id := fmt.Sprintf("report %d", i)
	r := &annals.Reading{Document: &annals.Document{ID: id, URI: id, Text: id + " " + x.by}, Sentences: []annals.Span{{Start: 0, End: len(id)}}}
	if x.reported != "" {
		r.Document.Published = &annals.Published{EDTF: x.reported}
	}
	r.Mentions = []annals.Mention{{Text: "Kabul", Kind: annals.PlaceKind, Place: &annals.Place{Name: "Kabul", Country: "AF", Precision: annals.Settlement}}}
	r.Events = []annals.Event{{PLOVER: &annals.PLOVER{Type: "ASSAULT"}, Status: annals.Happened, EDTF: "2021-08-26", Place: 1}}
	if x.by != "" {
		r.Claims = []annals.Claim{{Source: annals.Span{Start: len(id) + 1, End: len(r.Document.Text)}}}
	}
	for _, t := range x.tolls {
		addToll(r, string(t), x.by != "")
	}
	return r
}

func addToll(r *annals.Reading, t string, claimed bool) {
	f := annals.Figure{Span: annals.Span{Start: len(r.Figures), End: len(r.Figures) + 1}, Measure: annals.Killed, Event: 1}
	if part, ok := strings.CutPrefix(t, ">"); ok {
		t, f.PartOf = part, annals.Ref(len(r.Figures))
	}
	if again, ok := strings.CutPrefix(t, "~"); ok {
		t, f.Rule = again, annals.ToldRule
	}
	number, who, _ := strings.Cut(t, " ")
	var n float64
	fmt.Sscan(strings.Trim(number, "+-"), &n)
	f.Value, f.Who = &n, who
	switch number[len(number)-1] {
	case '-':
		f.Low, f.Qualifier = &n, "at least"
	case '+':
		f.High, f.Qualifier = &n, "up to"
	}
	if claimed {
		f.Claim = 1
	}
	r.Figures = append(r.Figures, f)
	r.Statements = append(r.Statements, annals.Statement{ID: fmt.Sprint(r.Document.ID, len(r.Figures)), About: annals.AboutFigure,
		Ref: annals.Ref(len(r.Figures)), Claim: f.Claim, Evidence: []annals.Evidence{{Span: f.Span}}})
}

func derive(reports []told) *Account {
	var in Input
	for i, x := range reports {
		in.Readings = append(in.Readings, reading(i, x))
	}
	return Derive(in)
}

func TestTally(t *testing.T) {
	tests := []struct {
		name    string
		reports []told
		want    string
	}{
		{"one exact count", []told{{"2021-08-26", "", []toll{"40 people"}}}, "40 40 40"},
		{"a lower bound", []told{{"2021-08-26", "", []toll{"40- people"}}}, "40 40 40"},
		{"the later count is best, the earlier stays in the range", []told{{"2021-08-27", "", []toll{"60- people"}}, {"2021-08-30", "", []toll{"200 people"}}}, "60 200 200"},
		{"counts apart are added", []told{{"2021-08-30", "", []toll{"13 troops", "200+ civilians"}}}, "213 213 213 (213 = 13 + up to 200)"},
		{"a part is not added", []told{{"2021-08-27", "", []toll{"60- people", ">12 troops"}}}, "60 60 60"},
		{"one told of again is not added", []told{{"2021-08-27", "", []toll{"13 troops", "~1 pilot", "200 villagers"}}}, "213 213 213 (213 = 13 + 200)"},
		{"one told of again is no total", []told{{"2021-08-27", "", []toll{"13 troops", "~90 people"}}}, "13 13 13"},
		{"a stated total outranks a sum of the same day", []told{{"2021-08-30", "", []toll{"13 troops", "200+ civilians"}}, {"2021-08-30", "a doctor", []toll{"200 people"}}}, "200 200 213 (213 = 13 + up to 200)"},
		{"an undated report never outranks a dated one", []told{{"", "", []toll{"90 people"}}, {"2021-08-26", "", []toll{"40 people"}}}, "40 40 90"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := derive(test.reports)
			if len(a.Events) != 1 || len(a.Events[0].Tallies) != 1 {
				t.Fatalf("%d events, tallies %v", len(a.Events), a.Events)
			}
			x := a.Events[0].Tallies[0]
			got := fmt.Sprint(word(x.Low), " ", word(x.Best), " ", word(x.High))
			if len(x.Computed) > 0 {
				got += " (" + strings.Join(x.Computed, "; ") + ")"
			}
			if got != test.want {
				t.Errorf("low best high: %s, want %s", got, test.want)
			}
		})
	}
}

func word(x *float64) string {
	if x == nil {
		return "?"
	}
	return Number(*x)
}

func TestConflicts(t *testing.T) {
	tests := []struct {
		name    string
		reports []told
		want    ConflictKind
	}{
		{"two counts of one day", []told{{"2021-08-26", "", []toll{"40 people"}}, {"2021-08-26", "a doctor", []toll{"90 people"}}}, FigureConflict},
		{"a lower bound and a count above it", []told{{"2021-08-26", "", []toll{"40- people"}}, {"2021-08-26", "a doctor", []toll{"90 people"}}}, ""},
		{"a later count is an update", []told{{"2021-08-26", "", []toll{"40 people"}}, {"2021-08-28", "", []toll{"90 people"}}}, ""},
		{"undated counts are not compared", []told{{"", "", []toll{"40 people"}}, {"", "", []toll{"90 people"}}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got ConflictKind
			if a := derive(test.reports); len(a.Conflicts) > 0 {
				got = a.Conflicts[0].Kind
			}
			if got != test.want {
				t.Errorf("conflict %q, want %q", got, test.want)
			}
		})
	}
}

// TestSuperseded wants a replaced version shown and not counted.
func TestSuperseded(t *testing.T) {
	old, revised := reading(0, told{"2021-08-26", "", []toll{"90 people"}}), reading(1, told{"2021-08-26", "", []toll{"40 people"}})
	a := Derive(Input{Readings: []*annals.Reading{old, revised}, Versions: map[string]string{revised.Document.ID: old.Document.ID}})
	e := a.Events[0]
	if got := *e.Tallies[0].High; got != 40 {
		t.Errorf("high %v: the replaced count still counts", got)
	}
	if len(e.Ledger) != 2 {
		t.Errorf("%d lines in the ledger, want both", len(e.Ledger))
	}
}

func TestStrength(t *testing.T) {
	strength := func(i int, reported string, low, high float64) *annals.Reading {
		r := reading(i, told{reported: reported})
		r.Events, r.Mentions = nil, []annals.Mention{{Text: "ISIS-K", Form: annals.Name, Kind: annals.ArmedGroup, Entity: 1}}
		r.Entities = []annals.Entity{{Name: "ISIS-K", Kind: annals.ArmedGroup, Mentions: []annals.Ref{1}}}
		r.Figures = []annals.Figure{{Span: annals.Span{Start: 0, End: 1}, Measure: annals.Strength, Low: &low, High: &high, Subject: 1}}
		r.Statements = []annals.Statement{{ID: r.Document.ID, About: annals.AboutFigure, Ref: 1, Evidence: []annals.Evidence{{Span: annals.Span{Start: 0, End: 1}}}}}
		return r
	}
	tests := []struct {
		reported  string
		low, high float64
		want      ConflictKind
	}{{"2021-08-30", 1500, 2000, Difference}, {"2021-08-30", 4000, 5000, FigureConflict}, {"2021-08-30", 1500, 2200, ""},
		{"", 4000, 5000, FigureConflict}, {"2022-06", 4000, 5000, FigureConflict}, {"2019-01-30", 4000, 5000, ""}}
	for _, test := range tests {
		a := Derive(Input{Readings: []*annals.Reading{strength(0, "2021-08-30", 1500, 2200), strength(1, test.reported, test.low, test.high)}})
		var got ConflictKind
		if len(a.Conflicts) > 0 {
			got = a.Conflicts[0].Kind
		}
		if got != test.want {
			t.Errorf("1500–2200 beside %v–%v of %q: %q, want %q", test.low, test.high, test.reported, got, test.want)
		}
	}
}

func TestLabel(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := label(i); got != want {
			t.Errorf("label(%d) = %s, want %s", i, got, want)
		}
	}
}

// TestCite wants the sentence that holds a span, counted from one.
func TestCite(t *testing.T) {
	r := reading(0, told{reported: "2021", tolls: []toll{"1 man"}})
	r.Document.Text = "One. Two. Three."
	r.Sentences = []annals.Span{{Start: 0, End: 4}, {Start: 5, End: 9}, {Start: 10, End: 16}}
	r.Statements[0].Evidence[0].Span = annals.Span{Start: 6, End: 8}
	a := Derive(Input{Readings: []*annals.Reading{r}})
	c := a.Cite([]resolve.StatementKey{{}})
	if len(c) != 1 || a.Ref(c[0]) != "A2" || a.Text(c[0]) != "Two." {
		t.Errorf("cited %v: %s %q", c, a.Ref(c[0]), a.Text(c[0]))
	}
}
