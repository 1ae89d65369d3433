package plain_test

import (
	"testing"

	"github.com/annals-project/annals/source/plain"
	"github.com/annals-project/annals/source/traced"
)

// TestMasthead: a date among other words above the article is the day of publication,
// but no day of what happened, and none that starts or ends something.
func TestMasthead(t *testing.T) {
	for line, want := range map[string]string{
		"Bamako, 3 June 2015":                                    "2015-06-03",
		"Lomé, Région Maritime, mercredi 3 juin 2015":            "2015-06-03",
		"As of 3 June 2015":                                      "2015-06-03",
		"As at 3 June 2015, 1800 hrs":                            "2015-06-03",
		"Issue 22/2015 - Wednesday, 3 June 2015 - Data to 0600Z": "2015-06-03",
		"Issue 22 - 3 June 2015":                                 "2015-06-03",
		"Period: 25-31 May | Issued Wednesday 3 June 2015":       "2015-06-03",
		"9:15 PM June 3, 2015":                                   "2015-06-03",
		"BAMAKO/GAO, June 3, 2015 21:15 GMT":                     "2015-06-03",
		"By Ada Okoro, Bamako, June 3, 2015":                     "2015-06-03",
		"By Ada Okoro | Updated: June 3, 2015 9.15 p.m. (GMT+1)": "2015-06-03",
		"Publicado el miércoles, 3 de junio de 2015":             "2015-06-03",
		"Weekly Bulletin of the River Forum: 3 June 2015":        "2015-06-03",
		"Wednesday 3 June 2015. All times are GMT":               "2015-06-03",
		"(Bamako, 3 June 2015)":                                  "2015-06-03",
		"Gao Market Attack, 3 June 2015":                         "",
		"The bridge was closed on 3 June 2015":                   "",
		"River Weekly | 28 May - 3 June 2015":                    "",
		"River Weekly | 1 - 3 June 2015":                         "",
		"Reporting period: 28 May to 3 June 2015":                "",
		"Week ending 3 June 2015":                                "",
		"Photo, 3 June 2015":                                     "",
	} {
		a := plain.Read(traced.Whole("RIVER FORUM PRESS OFFICE\n\n"+line+"\n\nClashes near the river go on\n\n"+one+"\n\n"+two), plain.Options{})
		got := ""
		if len(a.Dates) > 0 {
			got = a.Dates[0].EDTF()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestChronicle(t *testing.T) {
	first, second := "3 June 2015 – "+one, "5 June 2015 – "+two
	for in, want := range map[string]int{first + "\n\n" + two: 1, first + "\n\n" + second: 0} {
		if a := plain.Read(traced.Whole(in), plain.Options{}); len(a.Dates) != want {
			t.Errorf("%q: %v, want %d dates", in, a.Dates, want)
		}
	}
}

// TestFoot: below an article only a line that says outright when it came out counts.
func TestFoot(t *testing.T) {
	for line, want := range map[string]int{"First published on 3 June 2015": 1, "Date: 3 June 2015": 0, "Bamako, 3 June 2015": 0} {
		if a := plain.Read(traced.Whole(one+"\n\n"+two+"\n\n"+line), plain.Options{}); len(a.Dates) != want {
			t.Errorf("%q: %v, want %d dates", line, a.Dates, want)
		}
	}
}
