package codebook

import "github.com/annals-project/annals/account"

// RowOf is the row of one event, by its index into Account.Events; false when
// the codebook has no line for it.
func (c *Codebook) RowOf(a *account.Account, event int) (Row, bool) {
	e := newCoding(a, &a.Events[event])
	if len(c.missing(e)) > 0 {
		return Row{}, false
	}
	return c.row(e, event, codedCells(a.Resolution.Judgements)), true
}

// ChangeOf is what a new value of one cell of a row changes; nil when it is the
// old one. why says why it cannot be taken.
func (c *Codebook) ChangeOf(a *account.Account, row *Row, column int, now string) (change *Change, why string) {
	return c.change(a, row, column, now)
}
