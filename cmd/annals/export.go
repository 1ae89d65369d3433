package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/codebook"
	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/pipeline"
)

type exportCommand struct {
	accountFlags
	Format   string `help:"json: the record's public form; geojson: events on a map; acled, ucdp, plover: a codebook's columns as CSV." enum:"json,geojson,acled,ucdp,plover" default:"json"`
	Codebook string `help:"A codebook of your own (codebook/README.md); CSV is written." type:"existingfile" placeholder:"FILE"`
	XLSX     string `name:"xlsx" help:"Write the codebook's rows into this workbook instead." placeholder:"FILE"`
	Losses   bool   `help:"List on standard error what the codebook cannot hold."`
}

// Run writes the account of the record.
func (c *exportCommand) Run(env *environment) error {
	a, err := c.whole(env)
	if err != nil {
		return err
	}
	if a, err = c.share(env, a, true); err != nil {
		return err
	}
	switch name := c.codebook(); {
	case name != "":
		return c.sheet(env, a, name)
	case c.XLSX != "":
		return usage("--xlsx goes with a codebook: --format acled, ucdp or plover, or --codebook FILE")
	case c.Format == "geojson":
		return export.GeoJSON(env.stdout, a)
	}
	return export.Record(env.stdout, a, now())
}

// codebook is the codebook asked for, by name or file; "" none.
func (c *exportCommand) codebook() string {
	switch {
	case c.Codebook != "":
		return c.Codebook
	case c.Format == "json" || c.Format == "geojson":
		return ""
	}
	return c.Format
}

// sheet writes a codebook's rows, and tells what they lose.
func (c *exportCommand) sheet(env *environment, a *account.Account, name string) error {
	book, err := codebook.Load(name)
	if err != nil {
		return err
	}
	losses := book.Losses(a)
	if c.Losses {
		for _, l := range losses {
			fmt.Fprintln(env.stderr, "lost:", lossWords(l))
		}
	} else if len(losses) > 0 {
		fmt.Fprintf(env.stderr, "annals: %d things are lost on the way into %s; --losses lists them\n", len(losses), book.Name)
	}
	if c.XLSX != "" {
		return writeWorkbook(c.XLSX, book, a)
	}
	return book.WriteCSV(env.stdout, a)
}

func lossWords(l codebook.Loss) string {
	where := ""
	if l.Event != "" {
		where = l.Event + " "
	}
	if l.Column != "" {
		where += l.Column + ": "
	}
	return where + l.Why
}

// writeWorkbook writes the rows as text cells, so that a spreadsheet changes
// neither dates nor codes.
func writeWorkbook(path string, book *codebook.Codebook, a *account.Account) error {
	f := excelize.NewFile()
	sheet := f.GetSheetName(0)
	lines := [][]string{book.Header()}
	rows := book.Rows(a)
	for i := range rows {
		lines = append(lines, book.Line(a, &rows[i]))
	}
	for i, line := range lines {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := f.SetSheetRow(sheet, cell, &line); err != nil {
			return err
		}
	}
	if err := f.SaveAs(path); err != nil {
		return err
	}
	return f.Close()
}

type versionCommand struct{}

// Run prints the version that stands in every statement.
func (c *versionCommand) Run(env *environment) error {
	_, err := fmt.Fprintln(env.stdout, pipeline.Extractor)
	return err
}
