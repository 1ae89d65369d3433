package account

import (
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// attacks is an account of attacks by two groups on two days, the later of them
// told by two outlets, and of one whose date is known to the year alone.
func attacks() *Account {
	at := func(i int, group, day, outlet string, dead string) *annals.Reading {
		r := accused(i, group, "", annals.Happened)
		r.Document.Publisher, r.Document.Published.EDTF = outlet, day
		if len(day) < len("2021-08-26") {
			r.Document.Published = nil
		}
		r.Events[0].EDTF = day
		r.Figures = r.Figures[:0]
		r.Statements = r.Statements[1:]
		addToll(r, dead, false)
		return r
	}
	return Derive(Input{Readings: []*annals.Reading{at(0, "Red Group", "2021-08-26", "Post", "10 people"), at(1, "Blue Group", "2021-09-03", "Post", "4 people"),
		at(2, "Blue Group", "2021-09-03", "Wire", "6 people"), at(3, "Red Group", "2019", "", "1 people")}})
}

func TestSeries(t *testing.T) {
	tests := []struct{ by, period, want string }{
		{"actor", "day", "? Red Group 1 1/1/1; 2021-08-26 Red Group 1 10/10/10; 2021-09-03 Blue Group 1 4/4/6"},
		{"actor", "month", "? Red Group 1 1/1/1; 2021-08 Red Group 1 10/10/10; 2021-09 Blue Group 1 4/4/6"},
		{"country", "year", "2019 AF 1 1/1/1; 2021 AF 2 14/14/16"},
		{"place", "year", "2019 Kabul 1 1/1/1; 2021 Kabul 2 14/14/16"},
	}
	a := attacks()
	for _, test := range tests {
		t.Run(test.by+" "+test.period, func(t *testing.T) {
			s, err := a.Series(test.by, test.period)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range s.Points {
				when := p.Period
				if when == "" {
					when = "?"
				}
				got = append(got, fmt.Sprintf("%s %s %d %g/%g/%g", when, p.Name, len(p.Events), p.Killed.Low, p.Killed.Best, p.Killed.High))
				if p.Coverage.Reports == 0 || len(p.Coverage.Outlets) == 0 {
					t.Errorf("%s is counted without its coverage", p.Name)
				}
			}
			if x := strings.Join(got, "; "); x != test.want {
				t.Errorf("got %s\nwant %s", x, test.want)
			}
		})
	}
	if _, err := a.Series("colour", "day"); err == nil {
		t.Error("a series by colour")
	}
	if c := a.Coverage(a.all()); c.Reports != 4 || c.Undated != 1 || c.Outlets[0] != (Counted{"Post", 2}) || len(c.Months) != 2 {
		t.Errorf("coverage %+v", c)
	}
}

func TestIndex(t *testing.T) {
	weights, err := ReadWeights("mine", strings.NewReader("# mine\nincident 1\nkilled 2\nyears 1 0 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	x, err := attacks().Index("country", weights)
	if err != nil {
		t.Fatal(err)
	}
	// 2019: 1 attack, 1 killed: 3 of 2. 2021: 2 attacks, 14 killed, or up to 16: 30 to 34, and 3 of two years before, of 2.
	want := "2019 1.5/1.5/1.5; 2021 16.5/16.5/18.5"
	var got []string
	for _, r := range x.Rows {
		got = append(got, fmt.Sprintf("%d %g/%g/%g", r.Year, r.Score.Low, r.Score.Best, r.Score.High))
	}
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
	for _, bad := range []string{"killed", "killed many", "deaths 3", "killed -1", "years"} {
		if _, err := ReadWeights("bad", strings.NewReader(bad)); err == nil {
			t.Errorf("%q is taken for weights", bad)
		}
	}
	if f := GlobalTerrorism.Formula(); !strings.Contains(f, "3 × killed") || !strings.Contains(f, "16, 8, 4, 2, 1") {
		t.Errorf("formula %s", f)
	}
}

// TestNetwork wants groups tied by what reports state and by attacks, each with
// its time, and nobody without a tie.
func TestNetwork(t *testing.T) {
	r := accused(0, "Red Group", "", annals.Happened)
	for _, name := range []string{"Blue Group", "Grey Group"} {
		r.Mentions = append(r.Mentions, annals.Mention{Text: name, Form: annals.Name, Kind: annals.ArmedGroup, Entity: annals.Ref(len(r.Entities) + 1)})
		r.Entities = append(r.Entities, annals.Entity{Name: name, Kind: annals.ArmedGroup, Mentions: []annals.Ref{annals.Ref(len(r.Mentions))}})
	}
	r.Events[0].Arguments = append(r.Events[0].Arguments, annals.Argument{Role: annals.Target, Mention: annals.Ref(len(r.Mentions) - 1)})
	r.Times = []annals.Time{{EDTF: "2020"}, {EDTF: "2018"}}
	r.Relations = []annals.Relation{{Type: annals.AllyOf, From: 1, To: 2, Time: 1}, {Type: annals.AllyOf, From: 2, To: 1, Time: 2}}
	a := Derive(Input{Readings: []*annals.Reading{r}})
	n := a.Network()
	var got []string
	for _, tie := range n.Ties {
		got = append(got, fmt.Sprint(a.Actors[n.Nodes[tie.From].Actor].Name, " ", tie.Type, " ", a.Actors[n.Nodes[tie.To].Actor].Name, " ", tie.Times))
	}
	joined := strings.Join(got, "; ")
	if !strings.Contains(joined, "ally_of") || !strings.Contains(joined, "[2018 2020]") || !strings.Contains(joined, "Red Group attacked Blue Group [2021-08-26]") {
		t.Errorf("ties %s", joined)
	}
	if len(n.Nodes) != 2 {
		t.Errorf("%d nodes, want the two that are tied", len(n.Nodes))
	}
}
