package account

import (
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

// TestCompare holds how two counts of one event stand to each other. Each side
// is a day of publication and a toll as in TestTally.
func TestCompare(t *testing.T) {
	tests := []struct {
		name   string
		x, y   told
		change func(x, y *annals.Figure)
		want   Fit
	}{
		{"two counts of one day", told{"2021-08-26", "", []toll{"40 people"}}, told{"2021-08-26", "", []toll{"90 people"}}, nil, Conflicts},
		{"a later day", told{"2021-08-26", "", []toll{"40 people"}}, told{"2021-08-28", "", []toll{"90 people"}}, nil, Update},
		{"at least, and just above", told{"2021-08-26", "", []toll{"40- people"}}, told{"2021-08-26", "", []toll{"42 people"}}, nil, Compatible},
		{"at least, and far above", told{"2021-08-26", "", []toll{"40- people"}}, told{"2021-08-26", "", []toll{"90 people"}}, nil, Update},
		{"soldiers beside civilians", told{"2021-08-26", "", []toll{"40 soldiers"}}, told{"2021-08-26", "", []toll{"90 civilians"}}, func(x, y *annals.Figure) {
			x.Victims.Status, y.Victims.Status = "combatant", "civilian"
		}, Compatible},
		{"women among people", told{"2021-08-26", "", []toll{"40 women"}}, told{"2021-08-26", "", []toll{"90 people"}}, func(x, _ *annals.Figure) {
			x.Victims.Sex = "female"
		}, PartTotal},
		{"one person among several", told{"2021-08-26", "", []toll{"1 mayor"}}, told{"2021-08-26", "", []toll{"5 people"}}, func(x, _ *annals.Figure) {
			x.Text = "the mayor"
		}, PartTotal},
		{"others", told{"2021-08-26", "", []toll{"40 people", "90 others"}}, told{}, func(_, y *annals.Figure) { y.Text = "90 others" }, Compatible},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			readings := []*annals.Reading{reading(0, test.x)}
			if len(test.y.tolls) > 0 {
				readings = append(readings, reading(1, test.y))
			}
			var figures []*annals.Figure
			for _, r := range readings {
				for i := range r.Figures {
					figures = append(figures, &r.Figures[i])
				}
			}
			if test.change != nil {
				test.change(figures[0], figures[1])
			}
			ledger := Derive(Input{Readings: readings}).Events[0].Ledger
			a := Derive(Input{Readings: readings})
			got, why := a.Compare(&ledger[0], &ledger[1])
			if got != test.want || why == "" {
				t.Errorf("%s (%s), want %s", got, why, test.want)
			}
			if back, _ := a.Compare(&ledger[1], &ledger[0]); back != got {
				t.Errorf("the other way round %s", back)
			}
		})
	}
}

// TestStake wants the conflict about more people first, and differences last.
func TestStake(t *testing.T) {
	conflicts := []Conflict{{Kind: Difference, Stake: 900}, {Kind: DateConflict, Stake: 5}, {Kind: FigureConflict, Stake: 50}, {Kind: DenialConflict, Stake: 5}}
	var got []string
	for len(conflicts) > 0 {
		first := 0
		for i := range conflicts {
			if conflicts[i].matters(&conflicts[first]) {
				first = i
			}
		}
		got = append(got, string(conflicts[first].Kind))
		conflicts = append(conflicts[:first], conflicts[first+1:]...)
	}
	if s := strings.Join(got, " "); s != "figure denial date difference" {
		t.Errorf("order %s", s)
	}
}
