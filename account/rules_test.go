package account

import (
	"fmt"
	"strings"
	"testing"

	"github.com/annals-project/annals"
)

func TestRules(t *testing.T) {
	days := []told{{"2021-08-27", "", []toll{"60- people"}}, {"2021-08-30", "a doctor", []toll{"200 people"}}, {"2021-08-30", "", []toll{"13 troops", "200+ civilians"}}}
	even := []told{{"2021-08-27", "", []toll{"40 people"}}, {"2021-08-27", "a doctor", []toll{"30 people"}}}
	tests := []struct {
		rule    string
		reports []told
		want    string
	}{
		{"independent-latest", days, "60 200 213"},
		{"acled-conservative", days, "60 60 60"},
		{"ucdp", days, "60 200 213"},
		{"airwars-range", days, "60 ? 213"},
		{"independent-latest", even, "30 40 40"},
		{"acled-conservative", even, "30 30 30"},
		{"ucdp", even, "30 30 40"},
		{"airwars-range", even, "30 ? 40"},
	}
	for _, test := range tests {
		t.Run(test.rule, func(t *testing.T) {
			rule, ok := RuleNamed(test.rule)
			if !ok || rule.Definition == "" {
				t.Fatalf("no rule %q with a definition", test.rule)
			}
			in := Input{Rule: rule}
			for i, x := range test.reports {
				in.Readings = append(in.Readings, reading(i, x))
			}
			x := Derive(in).Events[0].Tallies[0]
			if got := fmt.Sprint(word(x.Low), " ", word(x.Best), " ", word(x.High)); got != test.want || x.Rule != test.rule {
				t.Errorf("low best high by %s: %s, want %s", x.Rule, got, test.want)
			}
		})
	}
}

func TestAsOf(t *testing.T) {
	var in Input
	for i, reported := range []string{"2021-08-26", "2021-08-27T20:00:00Z", "2021-08-28", "2021-08", "", "2021-08-29"} {
		in.Readings = append(in.Readings, reading(i, told{reported, "", []toll{toll(fmt.Sprint(i+1, "0 people"))}}))
	}
	in.Versions = map[string]string{"report 5": "report 0"} // replaced on the 29th
	tests := []struct {
		date, want string
		left       int
		high       float64
	}{
		{"2021-08-26", "report 0", 5, 10},
		{"2021-08-27", "report 0, report 1", 4, 20},
		{"2021-08", "report 0, report 1, report 2, report 3, report 5", 1, 60},
		{"2021", "report 0, report 1, report 2, report 3, report 5", 1, 60},
	}
	for _, test := range tests {
		then, err := in.AsOf(test.date)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, r := range then.Readings {
			ids = append(ids, r.Document.ID)
		}
		if got := strings.Join(ids, ", "); got != test.want || len(then.LeftOut) != test.left {
			t.Errorf("as of %s: %s and %d left out, want %s and %d", test.date, got, len(then.LeftOut), test.want, test.left)
		}
		a := Derive(then)
		if got := *a.Events[0].Tallies[0].High; got != test.high {
			t.Errorf("as of %s: high %v, want %v", test.date, got, test.high)
		}
	}
	if then, _ := in.AsOf("2021-08-28"); len(then.Versions) != 0 {
		t.Error("a version is replaced before its successor came out")
	}
	if _, err := in.AsOf("last week"); err == nil {
		t.Error("a date that cannot be read is taken")
	}
}

// accused is a report that lays the attack at a group's door; said is whose word
// it is: the group's own when it equals the group, "" the report itself.
func accused(i int, group, said string, status annals.Status) *annals.Reading {
	r := reading(i, told{"2021-08-27", said, []toll{"40 people"}})
	r.Events[0].Status, r.Events[0].PLOVER.Mode = status, "suicide-attack"
	name := func(s string) annals.Ref {
		r.Mentions = append(r.Mentions, annals.Mention{Text: s, Form: annals.Name, Kind: annals.ArmedGroup, Entity: annals.Ref(len(r.Entities) + 1)})
		r.Entities = append(r.Entities, annals.Entity{Name: s, Kind: annals.ArmedGroup, Mentions: []annals.Ref{annals.Ref(len(r.Mentions))}})
		return annals.Ref(len(r.Mentions))
	}
	if group != "" {
		r.Events[0].Arguments = []annals.Argument{{Role: annals.Actor, Mention: name(group)}}
	}
	statement := annals.Statement{ID: r.Document.ID, About: annals.AboutEvent, Ref: 1, Evidence: []annals.Evidence{{Span: annals.Span{Start: 0, End: 1}}}}
	if said != "" {
		statement.Claim = 1
		if said == group {
			r.Claims[0].Speaker = 1
		}
	}
	r.Statements = append(r.Statements, statement)
	return r
}

func TestGrade(t *testing.T) {
	const happened, denied = annals.Happened, annals.Denied
	tests := []struct {
		name        string
		readings    []*annals.Reading
		reliability map[string]float64
		want        Grade
	}{
		{"one report", []*annals.Reading{accused(0, "", "", happened)}, nil, Weak},
		{"two reports", []*annals.Reading{accused(0, "", "", happened), accused(1, "", "", happened)}, nil, Fair},
		{"two reports, one of them distrusted", []*annals.Reading{accused(0, "", "", happened), accused(1, "", "a caller", happened)}, map[string]float64{"a caller": 0.5}, Weak},
		{"two groups are blamed", []*annals.Reading{accused(0, "Red Group", "", happened), accused(1, "Blue Group", "", happened)}, nil, Contested},
		{"the group says so", []*annals.Reading{accused(0, "Red Group", "Red Group", happened)}, nil, Confirmed},
		{"only denied", []*annals.Reading{accused(0, "Red Group", "Red Group", denied)}, nil, Discounted},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := Derive(Input{Readings: test.readings, Reliability: test.reliability})
			if len(a.Events) != 1 || a.Events[0].Grade != test.want || a.Events[0].GradeRule != OriginGrades.Name {
				t.Errorf("%d events, graded %s on %+v, want %s", len(a.Events), a.Events[0].Grade, a.Events[0].Grounds, test.want)
			}
		})
	}
	retracted := accused(0, "", "", happened)
	retracted.Document.Correction = "retracted"
	if got := Derive(Input{Readings: []*annals.Reading{retracted}}).Events[0].Grade; got != Discounted {
		t.Errorf("a retracted report leaves %s, want discounted", got)
	}
}

// TestRated wants a person's letter to weigh in an event's grade, for a quoted
// source and for an outlet, and to weigh no more once it is withdrawn.
func TestRated(t *testing.T) {
	rate := func(name, letter string) annals.Judgement {
		return annals.NewJudgement(annals.Judgement{Left: name, Verdict: annals.Rated, Value: letter, By: "coder"})
	}
	bad := rate("The Caller", "E")
	withdrawn := annals.NewJudgement(annals.Judgement{Left: bad.ID, Verdict: annals.Withdrawn, By: "coder"})
	tests := []struct {
		name       string
		judgements []annals.Judgement
		want       Grade
	}{
		{"nobody is rated", nil, Fair},
		{"the caller is unreliable", []annals.Judgement{bad}, Weak},
		{"the outlet is unreliable", []annals.Judgement{rate("morning post", "E")}, Weak},
		{"no judgement is lost to a later one of another", []annals.Judgement{bad, rate("Morning Post", "A")}, Weak},
		{"the later letter counts", []annals.Judgement{bad, rate("caller", "C")}, Fair},
		{"a withdrawn letter does not count", []annals.Judgement{bad, withdrawn}, Fair},
		{"a letter of no table does not count", []annals.Judgement{rate("caller", "Z")}, Fair},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			own, quoted := accused(0, "", "", annals.Happened), accused(1, "", "the caller", annals.Happened)
			own.Document.Publisher = "Morning Post"
			a := Derive(Input{Readings: []*annals.Reading{own, quoted}, Judgements: test.judgements})
			if a.Events[0].Grade != test.want {
				t.Errorf("graded %s on %+v, want %s; sources %+v", a.Events[0].Grade, a.Events[0].Grounds, test.want, a.Sources)
			}
		})
	}
}
