package account_test

import (
	"testing"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
)

// TestTold holds how two counts stand by what their sentences tell, through the
// whole chain.
func TestTold(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, left, right string, x, y string, want account.Fit) {
		t.Helper()
		reports, in := []published{{"2021-03-04", left, ""}}, 0
		if right != "" {
			reports, in = append(reports, published{"2021-03-04", right, ""}), 1
		}
		a := chain(t, p, reports)
		one, other := entry(t, a, at{0, x}), entry(t, a, at{in, y})
		if got, why := a.Compare(&one, &other); got != want {
			t.Errorf("%s: %s (%s), want %s", name, got, why, want)
		}
	}
	check("parts that add up", "A shell killed nine people at a mill in Herat on Wednesday.",
		"A shell killed five weavers and four dyers at a mill in Herat on Wednesday.", "nine", "five", account.PartTotal)
	check("parts that do not add up", "A shell killed nine weavers at a mill in Herat on Wednesday.",
		"A shell killed five weavers and three dyers at a mill in Herat on Wednesday.", "nine", "five", account.Conflicts)
	check("those by whom a toll rose", "The death toll of a blast in Herat rose to 14 on Wednesday. Two more bodies were found under the roof of a mill.",
		"", "14", "Two", account.PartTotal)
	check("what was reported at first", "Officials originally reported that seven people had been killed at a mill in Herat on Wednesday.",
		"A shell killed five people at a mill in Herat on Wednesday.", "seven", "five", account.Update)
	check("another development", "Gunmen kidnapped a law student in Herat on Wednesday. In another development, police sought six kidnapped students.",
		"", "student", "six", account.Compatible)
	check("one of a sweep", "A cook was arrested in a raid in Herat on Wednesday.",
		"Police arrested 60 people in a raid across Herat on Wednesday.", "cook", "60", account.PartTotal)
	check("an arrest and a kidnapping", "The police arrested 21 men in Herat on Wednesday.",
		"Gunmen kidnapped 20 engineers in Herat on Wednesday.", "21", "20", account.Compatible)
	check("a quiet death and killings", "The old rebel chief Omid Farahi died in prison on Wednesday, aged 81.",
		"Rebels murdered six shepherds.", "Farahi", "six", account.Compatible)
	check("a breakdown after a dash", "Five people - one with burns, four with cuts - were wounded in Herat on Wednesday.", "", "Five", "four", account.PartTotal)
	check("two sorts in one number", "More than 90 soldiers and guerrillas were killed in clashes around Herat on Wednesday.",
		"Clashes around Herat killed about 40 army troops on Wednesday.", "90", "40", account.PartTotal)
}
