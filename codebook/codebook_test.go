package codebook

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// sample is one report of one attack: soldiers of a force and a villager killed
// by a group, at a village, over some days.
func sample(edtf string, precision annals.Precision) *annals.Reading {
	text := "Red Front fighters killed four Blue Army soldiers and one villager at Alun. Five people died."
	r := &annals.Reading{Document: &annals.Document{ID: "sha256:aa", URI: "a.txt", Title: "-- Fighting at Alun", Publisher: "Post", Text: text,
		Published: &annals.Published{EDTF: "2021-08-27"}}, Sentences: []annals.Span{{Start: 0, End: 76}, {Start: 77, End: len(text)}}}
	name := func(words string, kind annals.Kind, entity annals.Ref) {
		at := strings.Index(text, words)
		r.Mentions = append(r.Mentions, annals.Mention{Span: annals.Span{Start: at, End: at + len(words)}, Text: words, Form: annals.Name, Kind: kind, Entity: entity})
	}
	name("Red Front", annals.ArmedGroup, 1)
	name("Blue Army", annals.StateForce, 2)
	name("Alun", annals.PlaceKind, 0)
	r.Mentions[2].Place = &annals.Place{Name: "Alun", Country: "AF", Admin1Nm: "Kabul", Precision: precision, Lat: 34.25, Lon: 69.5, Located: true}
	r.Entities = []annals.Entity{{Name: "Red Front", Kind: annals.ArmedGroup, Mentions: []annals.Ref{1}}, {Name: "Blue Army", Kind: annals.StateForce, Mentions: []annals.Ref{2}}}
	r.Events = []annals.Event{{Trigger: annals.Span{Start: 19, End: 25}, Text: "killed", PLOVER: &annals.PLOVER{Type: "ASSAULT"}, UCDP: 1,
		ACLED: &annals.ACLED{Type: "Battles", SubType: "Armed clash"}, Status: annals.Happened, EDTF: edtf, Place: 3,
		Arguments: []annals.Argument{{Role: annals.Actor, Mention: 1}, {Role: annals.Victim, Mention: 2}}}}
	figure := func(words string, n float64, who, status string) {
		at := strings.Index(text, words)
		r.Figures = append(r.Figures, annals.Figure{Span: annals.Span{Start: at, End: at + len(words)}, Text: words, Measure: annals.Killed, Value: &n, Who: who,
			Victims: annals.Victims{Status: status}, Event: 1})
		r.Statements = append(r.Statements, annals.Statement{ID: words, Document: "sha256:aa", About: annals.AboutFigure, Ref: annals.Ref(len(r.Figures)),
			Evidence: []annals.Evidence{{Span: annals.Span{Start: at, End: at + len(words)}}}})
	}
	figure("four Blue Army soldiers", 4, "Blue Army soldiers", "combatant")
	figure("one villager", 1, "villager", "civilian")
	figure("Five people", 5, "people", "")
	r.Statements = append(r.Statements, annals.Statement{ID: "event", Document: "sha256:aa", About: annals.AboutEvent, Ref: 1, Evidence: []annals.Evidence{{Span: annals.Span{Start: 19, End: 25}}}})
	return r
}

func book(t *testing.T, name string) *Codebook {
	t.Helper()
	c, err := Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func cells(t *testing.T, name string, r *annals.Reading, judgements ...annals.Judgement) map[string]Cell {
	t.Helper()
	c := book(t, name)
	rows := c.Rows(account.Derive(account.Input{Readings: []*annals.Reading{r}, Judgements: judgements}))
	if len(rows) != 1 {
		t.Fatalf("%d rows, want 1", len(rows))
	}
	out := map[string]Cell{}
	for i, cell := range rows[0].Cells {
		out[c.Columns[i].Name] = cell
	}
	return out
}

func TestRows(t *testing.T) {
	day, month := sample("2021-08-26", annals.Settlement), sample("2021-08", annals.Admin1)
	tests := []struct {
		book, column, want, lost string
		reading                  *annals.Reading
	}{
		{"acled", "event_date", "2021-08-26", "", day},
		{"acled", "time_precision", "1", "", day},
		{"acled", "time_precision", "3", "", month},
		{"acled", "event_date", "2021-08-01", "the reports say 2021-08", month},
		{"acled", "geo_precision", "1", "", day},
		{"acled", "geo_precision", "3", "", month},
		{"acled", "latitude", "34.25", "a point that stands for the admin1 Alun", month},
		{"acled", "disorder_type", "Political violence", "", day},
		{"acled", "actor1", "Red Front", "", day},
		{"acled", "inter1", "2", "", day},
		{"acled", "interaction", "12", "", day},
		{"acled", "civilian_targeting", "", "", day},
		{"acled", "iso", "4", "", day},
		{"acled", "region", "South Asia", "", day},
		{"acled", "fatalities", "5", "", day},
		{"acled", "source_scale", "", "how widely an outlet reports is not known; a person codes it", day},
		{"ucdp", "side_a", "Blue Army", "", day},
		{"ucdp", "side_b", "Red Front", "", day},
		{"ucdp", "dyad_name", "Blue Army - Red Front", "", day},
		{"ucdp", "deaths_a", "4", "", day},
		{"ucdp", "deaths_b", "", "", day},
		{"ucdp", "deaths_civilians", "1", "", day},
		{"ucdp", "deaths_unknown", "0", "", day},
		{"ucdp", "best", "5", "", day},
		{"ucdp", "where_prec", "1", "", day},
		{"ucdp", "where_prec", "4", "", month},
		{"ucdp", "date_prec", "4", "", month},
		{"ucdp", "date_end", "2021-08-31", "the reports say 2021-08", month},
		{"ucdp", "region", "Asia", "", day},
		{"ucdp", "priogrid_gid", "179060", "", day},
		{"plover", "event", "ASSAULT", "", day},
		{"plover", "quad_code", "4", "", day},
		{"plover", "recipient_sector", "MIL", "", day},
	}
	for _, test := range tests {
		t.Run(test.book+" "+test.column+" "+test.want, func(t *testing.T) {
			got := cells(t, test.book, test.reading)[test.column]
			if got.Value != test.want || got.Lost != test.lost {
				t.Errorf("%q, lost %q; want %q, lost %q", got.Value, got.Lost, test.want, test.lost)
			}
			if got.Value != "" && got.Value != "0" && len(got.Statements) == 0 {
				t.Error("the cell stands on no statement")
			}
		})
	}
	notes := cells(t, "acled", day)["notes"].Value
	for _, want := range []string{"On 26 August 2021, armed clash at Alun (Kabul, Afghanistan), attributed to Red Front, against Blue Army.", "Killed: 5.", "Post, 27 August 2021 [A1]"} {
		if !strings.Contains(notes, want) {
			t.Errorf("notes %q lack %q", notes, want)
		}
	}
}

// TestCoded wants a coder's cell in place of the draft, whether one cell or a
// whole row was kept, and gone when it is withdrawn.
func TestCoded(t *testing.T) {
	const key = "event:sha256:aa@19"
	cell := annals.NewJudgement(annals.Judgement{Left: key, Verdict: annals.Coded, Field: "acled/fatalities", Value: "9", By: "Ada"})
	row := annals.NewJudgement(annals.Judgement{Left: key, Verdict: annals.Coded, Field: "acled", Value: `{"fatalities":"8","tags":"armed"}`, By: "Ada"})
	undo := annals.NewJudgement(annals.Judgement{Left: cell.ID, Verdict: annals.Withdrawn, By: "Ada"})
	tests := []struct {
		log  []annals.Judgement
		want string
	}{{nil, "5"}, {[]annals.Judgement{cell}, "9"}, {[]annals.Judgement{row}, "8"}, {[]annals.Judgement{row, cell}, "9"}, {[]annals.Judgement{cell, undo}, "5"}}
	for _, test := range tests {
		got := cells(t, "acled", sample("2021-08-26", annals.Settlement), test.log...)["fatalities"]
		if got.Value != test.want || (got.Coded != nil) != (test.want != "5") {
			t.Errorf("after %d judgements %q (%v), want %q", len(test.log), got.Value, got.Coded, test.want)
		}
	}
}

// TestRoundTrip writes a sheet, changes it as a spreadsheet and its user would,
// and wants only what the user changed.
func TestRoundTrip(t *testing.T) {
	tests := []struct {
		name string
		edit func(string) string
		want []string // column=value verdict field, or "refused column"
	}{
		{"saved again", func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") }, nil},
		{"dates as the spreadsheet writes them", func(s string) string { return strings.ReplaceAll(s, ",2021-08-26,", ",26/08/2021,") }, nil},
		{"a number with a point", func(s string) string { return strings.Replace(s, ",34.25,", ",34.250,", 1) }, nil},
		{"semicolons", semicolons, nil},
		{"a code", func(s string) string { return strings.Replace(s, ",Battles,", ",Riots,", 1) }, []string{"event_type=Riots coded acled/event_type"}},
		{"a date", func(s string) string { return strings.Replace(s, ",2021-08-26,", ",2021-08-25,", 1) }, []string{"event_date=2021-08-25 corrected edtf"}},
		{"a date of which day and month are unclear", func(s string) string { return strings.Replace(s, ",2021-08-26,", ",05/08/2021,", 1) }, []string{"refused event_date"}},
		{"another event's key", func(s string) string { return strings.Replace(s, "@19", "@77", 1) }, []string{"refused annals_key"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := book(t, "acled")
			a := account.Derive(account.Input{Readings: []*annals.Reading{sample("2021-08-26", annals.Settlement)}})
			var b strings.Builder
			if err := c.WriteCSV(&b, a); err != nil {
				t.Fatal(err)
			}
			sheet, err := ReadSheet(strings.NewReader(test.edit(b.String())))
			if err != nil {
				t.Fatal(err)
			}
			if got := sheet.Codebook(); got != "acled" {
				t.Errorf("the sheet is taken for %q", got)
			}
			var got []string
			changes, refused := c.Changes(a, sheet)
			for _, x := range changes {
				for _, j := range x.Judgements {
					got = append(got, x.Column+"="+x.Now+" "+j.Verdict+" "+j.Field)
				}
			}
			for _, x := range refused {
				got = append(got, "refused "+x.Column)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// semicolons parts a sheet as spreadsheets of some countries do.
func semicolons(s string) string {
	lines, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	out := csv.NewWriter(&b)
	out.Comma = ';'
	if err := out.WriteAll(lines); err != nil {
		return err.Error()
	}
	return b.String()
}

// TestDisarm wants words of a report never run as a formula, and read back whole.
func TestDisarm(t *testing.T) {
	for _, s := range []string{"=SUM(A1)", "+1 dead", "-- Fighting", "@home", "-3.5", "plain", ""} {
		d := disarm(s)
		if d != "" && strings.ContainsRune("=@", rune(d[0])) || d == "+1 dead" || arm(d) != s {
			t.Errorf("%q became %q and then %q", s, d, arm(d))
		}
	}
}

func TestRead(t *testing.T) {
	tests := []struct{ file, fault string }{
		{"column\ta\tdate.start\tx\n", ""},
		{"column\ta\tno.such\tx\n", `no source "no.such"`},
		{"column\ta\tdate.start | shout\tx\n", `no filter "shout"`},
		{"column\ta\tkey\tx\ncolumn\ta\tkey\tx\n", "stands twice"},
		{"column\tannals_key\tkey\tx\n", "cannot be called"},
		{"colum\ta\tkey\tx\n", "is none of"},
		{"# nothing\n", "no column"},
	}
	for _, test := range tests {
		_, err := Read("mine", strings.NewReader(test.file))
		if (err == nil) != (test.fault == "") || err != nil && !strings.Contains(err.Error(), test.fault) {
			t.Errorf("%q: %v, want %q", test.file, err, test.fault)
		}
	}
}
