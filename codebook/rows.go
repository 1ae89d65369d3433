package codebook

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/resolve"
)

// Row is one event as a codebook's line.
type Row struct {
	Key   annals.Key // the event, as judgements name it
	Event int        // index into Account.Events
	Cells []Cell     // one a column
}

// Cell is one value of a row.
type Cell struct {
	Value      string
	Statements []resolve.StatementKey
	Lost       string // what the value leaves out, or why there is none; "" nothing

	// Field is what a change of the cell sets: a field of the event ("edtf"),
	// else the cell of this codebook ("acled/fatalities").
	Field string
	Coded *annals.Judgement // the person's judgement that it shows; nil annals' own
}

// Corrects says whether a change of the cell corrects the event itself, and not
// this codebook's cell alone.
func (c *Cell) Corrects() bool { return c.Field != "" && !strings.Contains(c.Field, "/") }

// Rows are the events of an account that the codebook has a line for, in the
// account's order. What persons coded stands in place of what annals drafts.
func (c *Codebook) Rows(a *account.Account) []Row {
	var out []Row
	coded := codedCells(a.Resolution.Judgements)
	for i := range a.Events {
		e := newCoding(a, &a.Events[i])
		if len(c.missing(e)) > 0 || !a.Events[i].Counted {
			continue
		}
		out = append(out, c.row(e, i, coded))
	}
	return out
}

// missing names the needs of the codebook that an event does not meet.
func (c *Codebook) missing(e *coding) []string {
	var out []string
	for _, need := range c.Needs {
		if strings.Join(need.of(e, nil).words, "") == "" {
			out = append(out, need.source)
		}
	}
	return out
}

func (c *Codebook) row(e *coding, index int, coded map[string]annals.Judgement) Row {
	row := Row{Key: e.event.Mentions[0], Event: index}
	cells := map[string]Cell{}
	for _, column := range c.Columns {
		v := column.from.of(e, cells)
		v.words = slices.DeleteFunc(v.words, func(w string) bool { return w == "" })
		cell := Cell{Value: strings.Join(v.words, "; "), Statements: v.statements, Lost: v.lost, Field: v.field}
		if cell.Field == "" {
			cell.Field = c.Name + "/" + column.Name
		}
		for _, key := range e.event.Mentions {
			if j, ok := coded[key.String()+" "+c.Name+"/"+column.Name]; ok {
				cell.Value, cell.Coded, cell.Lost = j.Value, &j, ""
			}
		}
		cells[column.Name] = cell
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// codedCells are the standing coded judgements, by event and cell; the latest of
// each. A judgement may give one cell, or a row as a JSON object by column.
func codedCells(judgements []annals.Judgement) map[string]annals.Judgement {
	out := map[string]annals.Judgement{}
	for _, j := range annals.Standing(judgements) {
		if j.Verdict != annals.Coded {
			continue
		}
		if strings.Contains(j.Field, "/") {
			out[j.Left+" "+j.Field] = j
			continue
		}
		var row map[string]string
		if json.Unmarshal([]byte(j.Value), &row) != nil {
			continue // a row in a form that is not ours
		}
		for column, v := range row {
			cell := j
			cell.Value = v
			out[j.Left+" "+j.Field+"/"+column] = cell
		}
	}
	return out
}
