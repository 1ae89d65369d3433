package codebook

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/annals-project/annals/account"
)

// Columns that stand behind a codebook's own, so that a sheet leads back to the
// account.
const (
	KeyColumn  = "annals_key"  // the event, as judgements name it
	RefsColumn = "annals_refs" // "event_date=A2; fatalities=A2 B4": the sentences of each cell
)

// Header is the names of a sheet's columns.
func (c *Codebook) Header() []string {
	var out []string
	for _, column := range c.Columns {
		out = append(out, column.Name)
	}
	return append(out, KeyColumn, RefsColumn)
}

// Line is a row as a line of a sheet.
func (c *Codebook) Line(a *account.Account, row *Row) []string {
	var out, refs []string
	for i, cell := range row.Cells {
		out = append(out, disarm(cell.Value))
		var at []string
		for _, x := range a.Cite(cell.Statements) {
			at = append(at, a.Ref(x))
		}
		if cell.Value != "" && len(at) > 0 {
			refs = append(refs, c.Columns[i].Name+"="+strings.Join(at, " "))
		}
	}
	return append(out, row.Key.String(), strings.Join(refs, "; "))
}

// WriteCSV writes the rows of an account as a sheet.
func (c *Codebook) WriteCSV(w io.Writer, a *account.Account) error {
	out := csv.NewWriter(w)
	if err := out.Write(c.Header()); err != nil {
		return err
	}
	rows := c.Rows(a)
	for i := range rows {
		if err := out.Write(c.Line(a, &rows[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// begins are the characters by which a spreadsheet takes a cell for a formula.
const begins = "=+-@\t\r"

// disarm keeps a spreadsheet from running words of a report as a formula; a
// negative number is left as it is.
func disarm(s string) string {
	if s == "" || !strings.ContainsRune(begins, rune(s[0])) || isNumber(s) {
		return s
	}
	return "'" + s
}

// arm undoes disarm.
func arm(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune(begins, rune(s[1])) {
		return s[1:]
	}
	return s
}

// byteOrderMark is what spreadsheets put before UTF-8.
var byteOrderMark = []byte{0xEF, 0xBB, 0xBF}

// Sheet is a table as a spreadsheet saved it.
type Sheet struct {
	Header []string
	Lines  [][]string
}

// ReadSheet reads CSV as spreadsheets save it: with a byte order mark or not,
// parted by commas, semicolons or tabs.
func ReadSheet(r io.Reader) (*Sheet, error) {
	packed, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	packed = bytes.TrimPrefix(packed, byteOrderMark)
	in := csv.NewReader(bytes.NewReader(packed))
	in.Comma = comma(packed)
	in.FieldsPerRecord = -1
	lines, err := in.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("the sheet is no CSV: %w", err)
	}
	return NewSheet(lines)
}

// NewSheet takes the first of some lines for the header.
func NewSheet(lines [][]string) (*Sheet, error) {
	if len(lines) == 0 {
		return nil, errors.New("the sheet is empty")
	}
	s := &Sheet{Lines: lines[1:]}
	for _, name := range lines[0] {
		s.Header = append(s.Header, strings.TrimSpace(name))
	}
	if s.column(KeyColumn) < 0 {
		return nil, fmt.Errorf("the sheet has no column %s, by which its lines are known: export it again", KeyColumn)
	}
	return s, nil
}

// comma is what parts the fields of the first line.
func comma(packed []byte) rune {
	line, _, _ := bytes.Cut(packed, []byte("\n"))
	best, most := ',', 0
	for _, c := range ",;\t" {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// column is where a column of that name stands, or -1.
func (s *Sheet) column(name string) int {
	for i, h := range s.Header {
		if h == name {
			return i
		}
	}
	return -1
}

// Codebook is the shipped codebook whose columns the sheet has most of; "" none.
func (s *Sheet) Codebook() string {
	best, most := "", 0
	for _, name := range Names() {
		c, err := Load(name)
		if err != nil {
			continue
		}
		have := 0
		for _, column := range c.Columns {
			if s.column(column.Name) >= 0 {
				have++
			}
		}
		if share := 100 * have / len(c.Columns); share > most {
			best, most = name, share
		}
	}
	return best
}
