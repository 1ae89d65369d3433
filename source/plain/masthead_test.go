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
		"Bamako, 3 June 2015":                                            "2015-06-03",
		"Lomé, Région Maritime, mercredi 3 juin 2015":                    "2015-06-03",
		"As of 3 June 2015":                                              "2015-06-03",
		"As at 3 June 2015, 1800 hrs":                                    "2015-06-03",
		"Issue 22/2015 - Wednesday, 3 June 2015 - Data to 0600Z":         "2015-06-03",
		"Issue 22 - 3 June 2015":                                         "2015-06-03",
		"Period: 25-31 May | Issued Wednesday 3 June 2015":               "2015-06-03",
		"9:15 PM June 3, 2015":                                           "2015-06-03",
		"BAMAKO/GAO, June 3, 2015 21:15 GMT":                             "2015-06-03",
		"By Ada Okoro, Bamako, June 3, 2015":                             "2015-06-03",
		"By Ada Okoro | Updated: June 3, 2015 9.15 p.m. (GMT+1)":         "2015-06-03",
		"Publicado el miércoles, 3 de junio de 2015":                     "2015-06-03",
		"Weekly Bulletin of the River Forum: 3 June 2015":                "2015-06-03",
		"Wednesday 3 June 2015. All times are GMT":                       "2015-06-03",
		"Wednesday 3 June 2015, 16 Shaban 1436 AH":                       "2015-06-03",
		"Diário do Rio, Lomé, 3 of June of 2015":                         "2015-06-03",
		"Posted: Wednesday, June 3, 2015 9:15 pm  Last updated: 9:40 pm": "2015-06-03",
		"[Machine translation from German — originally published in Rio Blatt, Lomé, the 3 June 2015]": "2015-06-03",
		"Text translated by machine from Spanish. Lomé, 3 June 2015":                                   "2015-06-03",
		"(Bamako, 3 June 2015)":                   "2015-06-03",
		"Gao Market Attack, 3 June 2015":          "",
		"The bridge was closed on 3 June 2015":    "",
		"River Weekly | 28 May - 3 June 2015":     "",
		"River Weekly | 1 - 3 June 2015":          "",
		"Reporting period: 28 May to 3 June 2015": "",
		"Week ending 3 June 2015":                 "",
		"Photo, 3 June 2015":                      "",
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

// TestEdges: what stands above and below an article and is no part of it.
func TestEdges(t *testing.T) {
	body := one + "\n\n" + two + "\n\n" + one
	for _, line := range []string{
		"For further information, please contact: River Office, press@river.example",
		"Media enquiries: +44 (0) 700 000 000", "www.river.example | www.forum.example", "-30-", "###", "ENDS",
		"To be removed from this list, write to the address above.", "You are receiving this bulletin because you asked for it.",
		"DISCLAIMER: The Forum is not liable for what is told here.", "Tel: +223 20 00 00 00", "PO Box 12, Bamako",
		"Have you seen the flood? Write to us.", "Also available in French.", "Comments are moderated.",
		"Get river news by SMS: text RIVER to 20440", "Any unauthorised reproduction is prohibited.",
		"Donate now to help us go on.", "Additional reporting by Jan Smit and Ada Okoro", "RELATED CONTENT: A river in flood",
		"Share | Copy link | 1,204 viewing this page", "5 min read · Share · Print", "This report is intended solely for the one it is sent to.",
		"The views expressed in this article are those of its author.", "Photo courtesy of the River Office",
	} {
		a := plain.Read(traced.Whole(body+"\n\n"+line), plain.Options{})
		if a.Text.String != body {
			t.Errorf("%q stays below: %q", line, a.Text.String[len(body):])
		}
	}
	for _, line := range []string{
		"Home > Africa > Mali", "River News / Mali", "LATEST | REGIONS | NORTH", "APO AE 09001", "NOT FOR PUBLIC DISTRIBUTION",
		"UNCLASSIFIED / FOR PUBLIC RELEASE", "RELEASE No. 2015-06-03/4", "TLP:AMBER",
	} {
		if a := plain.Read(traced.Whole(line+"\n\n"+body), plain.Options{}); a.Text.String != body {
			t.Errorf("%q stays above: %q", line, a.Text.String)
		}
	}
	for _, line := range []string{
		"To be removed from the list of armed groups, the front must lay down its arms.", "Reporting by doctors shows that more died.",
		"The information was provided by officers in the town.", "The report was distributed to members of parliament.",
		"“Donate blood,” the mayor said.", "Photos by residents show burned houses.", "Spokesman: we hold the bridge",
		"To report from the town is not safe.", "BAMAKO | Soldiers hold the bridge",
	} {
		for _, in := range []string{line + "\n\n" + body, body + "\n\n" + line} {
			if a := plain.Read(traced.Whole(in), plain.Options{}); len(a.Text.String) != len(in) {
				t.Errorf("%q goes: %q", line, a.Text.String)
			}
		}
	}
}
