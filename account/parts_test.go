package account_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/pipeline"
)

// TestParts holds what becomes of several events told as one here and one by one
// there: the ones are parts of the whole, and no sum takes both.
func TestParts(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// want is, an event a line, how many it killed at best, "of" the dead of the
	// whole it is a part of, and "-" where sums leave it out.
	check := func(name, want string, killed float64, reports ...string) {
		t.Helper()
		var in account.Input
		for i, text := range reports {
			in.Readings = append(in.Readings, p.Read(&annals.Document{ID: fmt.Sprint(i), URI: fmt.Sprint(i), Text: text, Language: "en",
				Published: &annals.Published{EDTF: "2021-03-05", Basis: []string{"given"}}}))
		}
		a := account.Derive(in)
		var got []string
		for i := range a.Events {
			if best := bestKilled(&a.Events[i]); best != "" {
				got = append(got, best+partWords(a, &a.Events[i]))
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: %s, want %s", name, s, want)
		}
		series, err := a.Series("country", "year")
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for _, point := range series.Points {
			sum += point.Killed.Best
		}
		if sum != killed {
			t.Errorf("%s: %v killed in sum, want %v", name, sum, killed)
		}
	}
	const (
		three = "Three bombings on Thursday killed 30 people in the Afghan city of Herat. The first bomb went off at a grain market and killed 17 people. " +
			"A second blast at a bus station killed nine people. A third bomb killed four people outside a mosque."
		market  = "A bomb exploded at a grain market in Herat on Thursday, killing 17 people."
		station = "A bomb killed nine people at a bus station in Herat on Thursday."
		mosque  = "A bombing outside a mosque in Herat killed four people on Thursday."
	)
	check("a report and those of its parts", "17 of 30, 30 -, 4 of 30, 9 of 30", 30, three, market, station, mosque)
	check("a report alone", "17 of 30, 30 -, 4 of 30, 9 of 30", 30, three)
	check("parts that do not come to the whole", "17 of 31 -, 31, 4 of 31 -, 9 of 31 -", 31, strings.Replace(three, "30", "31", 1), market)
	check("a whole without its parts, and one of them elsewhere", "30, 9 of 30 -", 30, "Three bombings on Thursday killed 30 people in the Afghan city of Herat.", station)
	check("several here, one there, and as many dead", "12", 12, "Two bombings killed 12 people in Herat on Thursday.", "A bomb attack killed 12 people in Herat on Thursday.")
	check("two bombs there, one after the other here", "12, 5 of 12 -, 7 of 12 -", 12, "Two car bombs exploded in Herat on Thursday, killing at least 12 people.",
		"A car bomb exploded near a bakery in Herat on Thursday, killing five civilians. A second car bomb went off outside a police post, killing seven policemen.")
	check("two places of one town", "17, 9", 26, market, station)
}

func bestKilled(e *account.Event) string {
	t, ok := e.Tally(annals.Killed)
	if !ok || t.Best == nil {
		return ""
	}
	return account.Number(*t.Best)
}

func partWords(a *account.Account, e *account.Event) string {
	words := ""
	if e.Whole >= 0 {
		words += " of " + bestKilled(&a.Events[e.Whole])
	}
	if !e.Counted {
		words += " -"
	}
	return words
}
