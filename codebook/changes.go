package codebook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
)

// Change is one cell of a sheet that differs from the account.
type Change struct {
	Line     int // of the sheet, the header being 1
	Column   string
	Was, Now string
	// Judgements keep the change: one coded, or one corrected for each mention
	// that says otherwise. They have neither author nor time yet.
	Judgements []annals.Judgement
}

// Refused is a line or cell of a sheet that could not be taken, and why.
type Refused struct {
	Line   int
	Column string
	Why    string
}

// Changes compares a sheet with the rows of an account. Columns that the sheet
// left out, and those that annals adds, are not looked at.
func (c *Codebook) Changes(a *account.Account, s *Sheet) ([]Change, []Refused) {
	rows := map[string]*Row{}
	all := c.Rows(a)
	for i := range all {
		for _, key := range a.Events[all[i].Event].Mentions {
			rows[key.String()] = &all[i]
		}
	}
	var changes []Change
	var refused []Refused
	for n, line := range s.Lines {
		if strings.Join(line, "") == "" {
			continue
		}
		key := field(line, s.column(KeyColumn))
		row := rows[key]
		if row == nil {
			refused = append(refused, Refused{n + 2, KeyColumn, fmt.Sprintf("%q is no row of this account", key)})
			continue
		}
		for i, column := range c.Columns {
			at := s.column(column.Name)
			if at < 0 {
				continue
			}
			change, why := c.change(a, row, i, arm(field(line, at)))
			switch {
			case why != "":
				refused = append(refused, Refused{n + 2, column.Name, why})
			case change != nil:
				change.Line = n + 2
				changes = append(changes, *change)
			}
		}
	}
	return changes, refused
}

func field(line []string, at int) string {
	if at >= len(line) {
		return ""
	}
	return strings.TrimSpace(line[at])
}

// change is what a cell's new value changes; nil when it is the old one in a
// spreadsheet's writing.
func (c *Codebook) change(a *account.Account, row *Row, column int, now string) (*Change, string) {
	cell := &row.Cells[column]
	if same(cell.Value, now) {
		return nil, ""
	}
	if isDay(cell.Value) && now != "" && !isDay(now) {
		return nil, fmt.Sprintf("%q is no date as 2021-08-26: day and month could be taken for one another", now)
	}
	change := &Change{Column: c.Columns[column].Name, Was: cell.Value, Now: now}
	if cell.Corrects() && now != "" {
		change.Judgements = corrections(a, &a.Events[row.Event], cell.Field, now)
	}
	if len(change.Judgements) == 0 {
		change.Judgements = []annals.Judgement{{Left: row.Key.String(), Verdict: annals.Coded, Field: c.Name + "/" + change.Column, Value: now}}
	}
	return change, ""
}

// corrections correct each mention of an event that gives another value, so that
// the reports no longer say otherwise.
func corrections(a *account.Account, e *account.Event, field, now string) []annals.Judgement {
	var out []annals.Judgement
	for i, k := range a.Resolution.Events[e.Resolved].Mentions {
		m := &a.Reading(k.Reading).Events[k.Event-1]
		was := ""
		switch field {
		case "edtf":
			was = m.EDTF
		case "status":
			was = string(m.Status)
		case "type":
			if m.PLOVER != nil {
				was = m.PLOVER.Type
			}
		case "mode":
			if m.PLOVER != nil {
				was = m.PLOVER.Mode
			}
		}
		if was != "" && was != now {
			out = append(out, annals.Judgement{Left: e.Mentions[i].String(), Verdict: annals.Corrected, Field: field, Value: now})
		}
	}
	return out
}

// same says whether a spreadsheet may have made one value of the other: space,
// line breaks, zeros behind the point, a date in another writing.
func same(was, now string) bool {
	was, now = strings.Join(strings.Fields(was), " "), strings.Join(strings.Fields(now), " ")
	if was == now {
		return true
	}
	x, errX := strconv.ParseFloat(was, 64)
	y, errY := strconv.ParseFloat(strings.Replace(now, ",", ".", 1), 64)
	if errX == nil && errY == nil {
		return x == y
	}
	return isDay(was) && rewritten(was, now)
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

var day = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

func isDay(s string) bool { return day.MatchString(s) }

// rewritten says whether a date is the old one as spreadsheets write it.
func rewritten(was, now string) bool {
	t, err := time.Parse(time.DateOnly, was)
	if err != nil {
		return false
	}
	for _, form := range []string{"2/1/2006", "02/01/2006", "1/2/2006", "01/02/2006", "2.1.2006", "02.01.2006", "2006/01/02", "2006-01-02 15:04:05",
		"2-1-2006", "02-01-2006", "1-2-2006", "01-02-2006", "02-Jan-06", "2-Jan-06", "2 January 2006", "1/2/06", "01-02-06", "2/1/06"} {
		if t.Format(form) == now {
			return true
		}
	}
	return false
}
