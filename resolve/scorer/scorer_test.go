package scorer

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct{ name, table, fault string }{
		{"a table", "# weights\nalways\t-2\n\nsame day\t1.5\n", ""},
		{"no tab", "same day 1.5\n", "line 1"},
		{"no number", "always\t-2\nsame day\tmuch\n", "line 2"},
		{"twice", "a\t1\na\t2\n", "twice"},
	}
	for _, test := range tests {
		w, err := Parse(test.table)
		if (err != nil) != (test.fault != "") || err != nil && !strings.Contains(err.Error(), test.fault) {
			t.Errorf("%s: %v, want a fault with %q", test.name, err, test.fault)
		}
		if err == nil {
			if again, _ := Parse(w.String()); again["same day"] != 1.5 || again[Always] != -2 {
				t.Errorf("%s: written and read again it is %v", test.name, again)
			}
		}
	}
}

func TestScoreAndWhy(t *testing.T) {
	w := Weights{Always: -2, "same day": 1.5, "same town": 1, "other actor": -0.8}
	reasons := []Reason{{"other actor", 1}, {"same town", 1}, {"same day", 1}, {"unheard of", 1}}
	if got := w.Score(reasons); got < -0.31 || got > -0.29 {
		t.Errorf("score %v, want -0.3", got)
	}
	if got, want := w.Why(reasons), "same day, same town, but other actor"; got != want {
		t.Errorf("why: %q, want %q", got, want)
	}
}

// TestLearn wants weights that tell the pairs apart, in which a reason that says
// nothing weighs little.
func TestLearn(t *testing.T) {
	var examples []Example
	for i := range 400 {
		e := Example{Same: i%2 == 0, Reasons: []Reason{{"noise", float64(i / 2 % 2)}}}
		if e.Same {
			e.Reasons = append(e.Reasons, Reason{"same day", 1})
		}
		examples = append(examples, e)
	}
	w := Learn(examples)
	if with, without := w.Score([]Reason{{"same day", 1}}), w.Score(nil); with <= 0 || without >= 0 {
		t.Errorf("scores %v with the reason and %v without", with, without)
	}
	if w["noise"] > w["same day"]/4 {
		t.Errorf("noise weighs %v beside %v", w["noise"], w["same day"])
	}
}
