package codebook

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals/account"
)

// Loss is something the account knows that the codebook's rows do not show, or
// a cell that they cannot fill.
type Loss struct {
	Event  string // the event's ID; "" for every row
	Column string // several that lose the same stand together; "" for a whole event, or what the codebook asks for throughout
	Why    string
}

// Losses lists what is lost on the way from an account to its rows: what is lost
// in every row first, then row by row, then the events that have none.
func (c *Codebook) Losses(a *account.Account) []Loss {
	var out []Loss
	for _, note := range c.Notes {
		out = append(out, Loss{Why: note})
	}
	for _, column := range c.Columns {
		if column.from.source == "nothing" {
			out = append(out, Loss{Column: column.Name, Why: strings.Join(column.from.words, " ")})
		}
	}
	for _, row := range c.Rows(a) {
		for i, cell := range row.Cells {
			if cell.Lost == "" || c.Columns[i].from.source == "nothing" {
				continue
			}
			loss := Loss{a.Events[row.Event].ID, c.Columns[i].Name, cell.Lost}
			if last := len(out) - 1; last >= 0 && out[last].Event == loss.Event && out[last].Why == loss.Why {
				out[last].Column += ", " + loss.Column
				continue
			}
			out = append(out, loss)
		}
	}
	for i := range a.Events {
		e := &a.Events[i]
		missing := c.missing(newCoding(a, e))
		switch {
		case len(missing) > 0:
			out = append(out, Loss{Event: e.ID, Why: fmt.Sprintf("no row for %q: it has no %s", e.Title, strings.Join(missing, ", no "))})
		case !e.Counted && e.Whole >= 0:
			out = append(out, Loss{Event: e.ID, Why: fmt.Sprintf("no row for %q: it is a part of %s, whose row counts it", e.Title, a.Events[e.Whole].ID)})
		case !e.Counted:
			out = append(out, Loss{Event: e.ID, Why: fmt.Sprintf("no row for %q: its %d parts have rows", e.Title, len(e.Parts))})
		}
	}
	return out
}
