// Package codebook turns an account into the rows that a data project codes:
// ACLED, UCDP GED, PLOVER, or a codebook of the user's own. A codebook is a data
// file that says for each column where its value comes from; README.md in this
// folder tells the language. Each cell leads to the statements it stands on, and
// what a codebook cannot hold is listed as lost.
package codebook

import (
	"bufio"
	"embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

//go:embed *.codebook
var shipped embed.FS

// extension ends the name of a codebook's file.
const extension = ".codebook"

// Codebook is the columns of a data project.
type Codebook struct {
	Name    string
	Title   string
	Needs   []pipeline // an event has a row when each of these has a value
	Columns []Column
	Notes   []string // what the codebook asks for that annals does not tell apart
}

// Column is one column: its name, where its value comes from, and what it holds.
type Column struct {
	Name   string
	Source string // as the file writes it
	About  string
	from   pipeline
}

// Names lists the codebooks that come with annals.
func Names() []string { return []string{"acled", "ucdp", "plover"} }

// Load reads a codebook that comes with annals, or the file of one.
func Load(name string) (*Codebook, error) {
	for _, n := range Names() {
		if n == name {
			f, err := shipped.Open(name + extension)
			if err != nil {
				return nil, err
			}
			return Read(name, f)
		}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("there is no codebook %q: name one of %s, or a file", name, strings.Join(Names(), ", "))
	}
	c, err := Read(strings.TrimSuffix(filepath.Base(name), extension), f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return c, err
}

// Read reads a codebook's file. name is what it is called where it does not say.
func Read(name string, r io.Reader) (*Codebook, error) {
	c := &Codebook{Name: name}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := c.line(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("codebook %s, line %d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(c.Columns) == 0 {
		return nil, fmt.Errorf("codebook %s: it has no column", name)
	}
	return c, nil
}

// line takes one line: a word that says what the line is, then its fields.
func (c *Codebook) line(fields []string) error {
	for len(fields) < 4 {
		fields = append(fields, "")
	}
	switch fields[0] {
	case "name":
		c.Name = fields[1]
	case "title":
		c.Title = fields[1]
	case "lost":
		c.Notes = append(c.Notes, fields[1])
	case "needs":
		p, err := parsePipeline(fields[1])
		if err != nil {
			return err
		}
		c.Needs = append(c.Needs, p)
	case "column":
		return c.column(Column{Name: fields[1], Source: fields[2], About: fields[3]})
	default:
		return fmt.Errorf("%q is none of name, title, needs, lost, column", fields[0])
	}
	return nil
}

func (c *Codebook) column(column Column) error {
	for _, have := range c.Columns {
		if have.Name == column.Name {
			return fmt.Errorf("column %s stands twice", column.Name)
		}
	}
	if column.Name == "" || column.Name == KeyColumn || column.Name == RefsColumn {
		return fmt.Errorf("a column cannot be called %q", column.Name)
	}
	var err error
	if column.from, err = parsePipeline(column.Source); err != nil {
		return fmt.Errorf("column %s: %w", column.Name, err)
	}
	c.Columns = append(c.Columns, column)
	return nil
}
