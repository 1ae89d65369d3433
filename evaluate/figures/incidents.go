package figures

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/annals-project/annals/evaluate"
)

// gvaRow is an article with its incident's figures.
type gvaRow struct {
	ID, Published, Text string
	Killed, Injured     int
	Date                string
}

func readGVA(root string) ([]gvaRow, error) {
	return jsonLines[gvaRow](filepath.Join(root, "figures/gva_train.jsonl.gz"))
}

// count is right of all, over all rows and over those whose number is not 0.
type count struct{ right, all, rightSome, some int }

func (c *count) add(got, want float64) bool {
	ok := got == want
	c.all++
	if want != 0 {
		c.some++
	}
	if ok {
		c.right++
		if want != 0 {
			c.rightSome++
		}
	}
	return ok
}

// rows gives the share right, and the share right where the number is not 0.
func (c *count) rows(set, part, measure string, closes, goal float64) []evaluate.Row {
	return []evaluate.Row{
		{Set: set, Part: part, Measure: measure + " correct", Value: percent(c.right, c.all), N: c.all, Closes: closes, Goal: goal},
		{Set: set, Part: part, Measure: measure + " correct where not 0", Value: percent(c.rightSome, c.some), N: c.some},
	}
}

// miss notes a wrong number by its kind: none found, too few, too many, or told
// where there were none.
func (t *tally) miss(id, what string, got, want float64) {
	var kind string
	switch {
	case got == want:
		return
	case got == 0:
		kind = "none found"
	case want == 0:
		kind = "found where there are none"
	case got < want:
		kind = "too few"
	default:
		kind = "too many"
	}
	t.fail(what+": "+kind, fmt.Sprintf("%s: %g for %g", id, got, want))
}

func runGVA(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Killed and injured of the incident: Gun Violence Archive"}
	rubric, err := rubricOf("gva")
	if err != nil {
		return report, err
	}
	rows, err := readGVA(filepath.Join(env.Data, "data"))
	if err != nil {
		return report, err
	}
	errors := &tally{}
	killed, injured, dated := map[string]*count{}, map[string]*count{}, map[string]*count{}
	for _, p := range parts {
		killed[p], injured[p], dated[p] = &count{}, &count{}, &count{}
	}
	for _, row := range rows {
		p := part(row.ID)
		d := env.Read("", row.Text, row.Published)
		t := rubric.totals(d)
		okK := killed[p].add(t.Killed.Number, float64(row.Killed))
		okI := injured[p].add(t.Injured.Number, float64(row.Injured))
		date := mainDate(d)
		dated[p].all++
		if date == row.Date {
			dated[p].right++
		} else if p == "tuning" {
			report.Detail = append(report.Detail, fmt.Sprintf("%s\tdate %s for %s", row.ID, date, row.Date))
			errors.fail("date", fmt.Sprintf("%s: %s for %s", row.ID, date, row.Date))
		}
		if p == "tuning" && !(okK && okI) {
			report.Detail = append(report.Detail, fmt.Sprintf("%s\tkilled %g for %d\tinjured %g for %d", row.ID, t.Killed.Number, row.Killed, t.Injured.Number, row.Injured))
			errors.miss(row.ID, "killed", t.Killed.Number, float64(row.Killed))
			errors.miss(row.ID, "injured", t.Injured.Number, float64(row.Injured))
		}
	}
	for _, p := range parts {
		report.Rows = append(report.Rows, killed[p].rows("GVA", p, "killed", 89, 94)...)
		report.Rows = append(report.Rows, injured[p].rows("GVA", p, "injured", 77, 84)...)
		report.Rows = append(report.Rows, evaluate.Row{Set: "GVA", Part: p, Measure: "date correct", Value: percent(dated[p].right, dated[p].all), N: dated[p].all, Closes: 83, Goal: 91})
	}
	report.Notes = append(report.Notes, "71 rows share a text in 32 groups, 11 of them with different figures: no reader gets all right. Always 0 scores 79.7 killed and 61.2 injured. A report that tells no day is given the day it came out, the day before where it tells of an afternoon or night: that makes some three of a hundred dates right. "+
		"Of the dates of the tuning half that are wrong, more than a third cannot be read off the text: in 41 rows of 705 the label is in no word of it, mostly the day of publication where the text says \"Friday night\".", errorTable(errors))
	return report, nil
}

// listRow is an incident of the list; numbers are written as in the source.
type listRow struct {
	ID                                                               string `json:"id"`
	Year, Category, Country, Perpetrator, Injured, Dead, Description string
}

func runList(_ context.Context, env evaluate.Env) (evaluate.Report, error) {
	report := evaluate.Report{Title: "Dead and injured of attacks in a paragraph: list of incidents"}
	rubric, err := rubricOf("incident-list")
	if err != nil {
		return report, err
	}
	rows, err := jsonLines[listRow](filepath.Join(env.Data, "data/figures/wiki_terror_list.jsonl"))
	if err != nil {
		return report, err
	}
	errors := &tally{}
	dead, injured := map[string]*count{}, map[string]*count{}
	for _, p := range parts {
		dead[p], injured[p] = &count{}, &count{}
	}
	for _, row := range rows {
		p := part(row.ID)
		t := rubric.totals(env.Read("", row.Description, row.Year))
		okD := dead[p].add(t.Killed.Number, listed(row.Dead))
		okI := injured[p].add(t.Injured.Number, listed(row.Injured))
		if p == "tuning" && !(okD && okI) {
			errors.miss(row.ID, "dead", t.Killed.Number, listed(row.Dead))
			errors.miss(row.ID, "injured", t.Injured.Number, listed(row.Injured))
			report.Detail = append(report.Detail, fmt.Sprintf("%s\tdead %g for %s\tinjured %g for %s", row.ID, t.Killed.Number, row.Dead, t.Injured.Number, row.Injured))
		}
	}
	for _, p := range parts {
		report.Rows = append(report.Rows, dead[p].rows("incident list", p, "dead", 74, 82)...)
		report.Rows = append(report.Rows, injured[p].rows("incident list", p, "injured", 68, 74)...)
	}
	report.Notes = append(report.Notes, "The number in the list is not in its paragraph in some 16 (dead) and 24 (injured) of 100 rows. Rows whose number is 0 or stands somewhere in the paragraph: tuning 83.7 (dead) and 74.1 (injured) of 100, held out 79.7 and 70.3; in 5 to 6 (dead) and 4 to 5 (injured) more of 100 it is the sum of two numbers that stand there, by chance or not. "+
		"A careful reader, a large language model that knew neither the program nor the list was asked for both numbers of each of the 158 paragraphs held out: 79.1 of 100 of his dead are the list's, and 67.1 of his injured.", errorTable(errors))
	return report, nil
}

// listed is the first number of a cell of the list; none written is 0.
func listed(cell string) float64 {
	digits := strings.FieldsFunc(cell, func(c rune) bool { return c < '0' || c > '9' })
	if len(digits) == 0 {
		return 0
	}
	v, err := strconv.ParseFloat(digits[0], 64)
	if err != nil {
		return 0
	}
	return v
}
