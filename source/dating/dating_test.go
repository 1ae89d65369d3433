package dating_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals/source/dating"
)

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2021-08-25 Title of it":          "2021-08-25",
		"2021-08-25T10:00:00Z":            "2021-08-25",
		"2021/8/5":                        "2021-08-05",
		"Wed, 07 Dec 2022":                "2022-12-07",
		"Wednesday, December 7, 2022":     "2022-12-07",
		"3 JAN 90 (RADIO)":                "1990-01-03",
		"Sept. 21":                        "XXXX-09-21",
		"21st of March, 2014":             "2014-03-21",
		"August 30 (ANI)":                 "XXXX-08-30",
		"25/8/2021":                       "2021-08-25",
		"8/25/2021":                       "2021-08-25",
		"8/5/2021":                        "2021",
		"25.08.2021":                      "2021-08-25",
		"August 2021":                     "2021-08",
		"20210825":                        "2021-08-25",
		"3 de marzo de 2015":              "2015-03-03",
		"jueves, 27 de mayo de 2021":      "2021-05-27",
		"Donnerstag, 17. Mai 2012":        "2012-05-17",
		"vendredi 1er avril 2016":         "2016-04-01",
		"Tuesday the 3rd of May, 2016":    "2016-05-03",
		"17 Haziran 2015":                 "2015-06-17",
		"12 out of 30":                    "",
		"30 February 2021":                "",
		"31 people died":                  "",
		"two people":                      "",
		"Market 25":                       "",
		"2021-13-40":                      "",
		"Thu, 26 Aug 2021 18:30:00 +0000": "2021-08-26",
	} {
		w, _ := dating.Parse(in)
		check(t, in, w.EDTF(), want)
	}
}

func TestGiven(t *testing.T) {
	for in, want := range map[string]string{"2021-08": "2021-08", "2021": "2021", " 2021-08-30T10:00:00Z": "2021-08-30",
		"30 August 2021": "2021-08-30", "August 30": "", "yesterday": "", "": ""} {
		d, ok := dating.Given(in)
		if !ok {
			d = dating.Date{}
		}
		check(t, in, d.EDTF(), want)
	}
}

func TestReadDateline(t *testing.T) {
	for in, want := range map[string]string{
		"KABUL, Aug 30 (ANI): The":                               "KABUL, Aug 30 (ANI):|XXXX-08-30|ANI",
		"Washington DC [US], August 30 (ANI): In":                "Washington DC [US], August 30 (ANI):|XXXX-08-30|ANI",
		"KABUL (Reuters) - A bomb":                               "KABUL (Reuters) -||Reuters",
		"Kabul (AFP) – A bomb":                                   "Kabul (AFP) –||Agence France-Presse",
		"SAN SALVADOR, 3 JAN 90 (DOMESTIC SERVICE) -- [TEXT] A":  "SAN SALVADOR, 3 JAN 90 (DOMESTIC SERVICE) --|1990-01-03|DOMESTIC SERVICE",
		"MANAGUA (NICARAGUA), 13 APR 89 (RADIO SANDINO) -- A":    "MANAGUA (NICARAGUA), 13 APR 89 (RADIO SANDINO) --|1989-04-13|RADIO SANDINO",
		"CLANDESTINE, NO DATE (RADIO VENCEREMOS) -- A":           "CLANDESTINE, NO DATE (RADIO VENCEREMOS) --||RADIO VENCEREMOS",
		"KABUL, Afghanistan (Nov. 12, 2011) In":                  "KABUL, Afghanistan (Nov. 12, 2011)|2011-11-12|",
		"BOGOTA, 27 APR 90 [RADIO UNO) -- [TEXT] A":              "BOGOTA, 27 APR 90 [RADIO UNO) --|1990-04-27|RADIO UNO",
		"CHESTER, Pa. (WPVI) -- Police":                          "CHESTER, Pa. (WPVI) --||WPVI",
		"SAN FRANCISCO, CA — Three men":                          "SAN FRANCISCO, CA —||",
		"WASHINGTON — The president":                             "WASHINGTON —||",
		"August 30 (ANI): In the":                                "August 30 (ANI):|XXXX-08-30|ANI",
		"(Bamako, June 3, 2015) – Armed men":                     "(Bamako, June 3, 2015) –|2015-06-03|",
		"(Bamako) – Armed men":                                   "(Bamako) –||",
		"GAO, Mali, 3rd June 2015 – Armed men":                   "GAO, Mali, 3rd June 2015 –|2015-06-03|",
		"3 June 2015, Bamako — Armed men":                        "3 June 2015, Bamako —|2015-06-03|",
		"3 June 2015 – Armed men":                                "3 June 2015 –|2015-06-03|",
		"(A) – Armed men":                                        "",
		"3 June – Armed men":                                     "",
		"New Delhi, Mar 3, 2019 (PTI) The":                       "",
		"The army said on Tuesday (local time) - at last":        "",
		"Police said the man, 30, was shot":                      "",
		"ISIS-K — the local branch — is a danger":                "",
		"A GUERRILLA UNIT - THE THIRD THIS YEAR - WAS DESTROYED": "",
	} {
		d, ok := dating.ReadDateline(in)
		got := ""
		if ok {
			got = in[d.Start:d.End] + "|" + d.Date.EDTF() + "|" + d.Agency
		}
		check(t, in, got, want)
	}
}

func TestSettle(t *testing.T) {
	date := func(y, m, d int) dating.Date { return dating.Date{Year: y, Month: m, Day: d} }
	line := dating.Evidence{Date: date(0, 8, 30), Basis: "dateline"}
	crawl := dating.Evidence{Date: date(2022, 12, 7), Basis: "header", Crawl: true}
	near := dating.Evidence{Date: date(2021, 8, 31), Basis: "header"}
	given := dating.Evidence{Date: date(2020, 5, 1), Basis: "given"}
	for _, c := range []struct {
		name     string
		evidence []dating.Evidence
		years    []int
		want     string
	}{
		{"nothing", nil, nil, ""},
		{"a bare date alone", []dating.Evidence{crawl}, nil, "2022-12-07 header"},
		{"a dateline and the day after", []dating.Evidence{line, near}, nil, "2021-08-30 dateline header"},
		{"a dateline against a crawl date", []dating.Evidence{crawl, line}, []int{2021, 2022}, "2021-08-30 dateline inferred"},
		{"a dateline and one year that fits", []dating.Evidence{crawl, line}, []int{2021}, "2021-08-30 dateline inferred"},
		{"a dateline alone", []dating.Evidence{line}, nil, "XXXX-08-30 dateline"},
		{"what the giver says", []dating.Evidence{given, line, near}, nil, "2020-05-01 given"},
	} {
		p := dating.Settle(c.evidence, func(_, _ dating.Date) []int { return c.years })
		got := ""
		if p != nil {
			got = p.EDTF + " " + strings.Join(p.Basis, " ")
		}
		check(t, c.name, got, c.want)
	}
}

func TestNumbered(t *testing.T) {
	check := func(text string, month, day, want int) {
		t.Helper()
		got, ok := dating.Numbered(text, dating.Date{Month: month, Day: day})
		if ok != (want != 0) || ok && got != want {
			t.Errorf("%q: %d %v, want %d", text, got, ok, want)
		}
	}
	check("Joint Command\n2010-09-CA-223\nKABUL (Sept. 21)", 9, 21, 2010)
	check("Joint Command\n2010-09-CA-223\nKABUL (Oct. 1)", 10, 1, 0)
	check("Joint Command\n2011-02-S-007\nKABUL (Feb. 29)", 2, 29, 0)
	check("Call 2010-09-223.", 9, 21, 0)
}

func TestHeaded(t *testing.T) {
	check := func(text, want string) {
		t.Helper()
		got := ""
		if w, ok := dating.Headed(text); ok {
			got = w.EDTF()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	check("Apr. 12: Operations in the East\nJoint Command\n2010-04-CA-033\nYesterday troops met.", "2010-04-12")
	check("Update, July 16\n2010-07-CA-097", "2010-07-16")
	check("Apr. 12: Operations in the East\nYesterday troops met.", "")
	check("Operations in the East\n2010-04-CA-033\nOn Apr. 11 troops met.", "")
}

func TestYears(t *testing.T) {
	line := dating.Date{Month: 8, Day: 30}
	for _, c := range []struct {
		name, text, weekday string
		latest              dating.Date
		want                []int
	}{
		{"nothing bounds it", "A bomb went off.", "", dating.Date{}, nil},
		{"a full date days before", "The raid of August 26, 2017 was the third.", "", dating.Date{}, []int{2017}},
		{"between a past month and the crawl", "It has had a new leader since June 2020.", "", dating.Date{Year: 2022, Month: 12, Day: 7}, []int{2021, 2022, 2020}},
		{"only one year left", "It lost ground during 2020.", "", dating.Date{Year: 2020, Month: 12, Day: 7}, []int{2020}},
		{"a weekday decides", "It lost ground during 2020. On Thursday, August 26 it struck.", "", dating.Date{Year: 2022, Month: 12, Day: 7}, []int{2021}},
		{"the future bounds nothing", "It will be built in 2030.", "", dating.Date{Year: 2022, Month: 12, Day: 7}, nil},
	} {
		got := dating.Years(c.text, line, c.weekday, c.latest)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2021-08-25", "Wed, 07 Dec 2022", "3 JAN 90", "29 February 2021", "99999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range dating.Find(s) {
			if w.Start < 0 || w.End > len(s) || w.Empty() || w.EDTF() == "" {
				t.Errorf("%q gives %v", s, w)
			}
		}
		dating.Parse(s)
		dating.Years(s, dating.Date{Month: 2, Day: 29}, "mon", dating.Date{Year: 2022, Month: 1, Day: 1})
	})
}

func FuzzReadDateline(f *testing.F) {
	for _, s := range []string{"KABUL, Aug 30 (ANI): The", "SAN SALVADOR, 3 JAN 90 -- [TEXT]", "WASHINGTON — The", "É, 1 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := dating.ReadDateline(s); ok && (d.End > len(s) || d.DateSpan.End > len(s)) {
			t.Errorf("%q gives %+v", s, d)
		}
	})
}
