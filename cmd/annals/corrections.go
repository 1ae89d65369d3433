package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/codebook"
	"github.com/annals-project/annals/record"
)

type correctionsCommand struct {
	accountFlags
	author
	Sheet    string `arg:"" help:"A sheet that annals export wrote and a person changed: CSV or XLSX." type:"existingfile"`
	Codebook string `help:"The codebook of the sheet: a name or a file; found by its columns when not given." placeholder:"NAME"`
	DryRun   bool   `help:"Say what would be kept, and keep nothing."`
}

// Run keeps each changed cell of a sheet as a judgement. It wants the rule, the
// day and what was masked as the sheet was exported with.
func (c *correctionsCommand) Run(env *environment) error {
	sheet, err := readSheet(c.Sheet)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Sheet, err)
	}
	if c.Codebook == "" {
		c.Codebook = sheet.Codebook()
	}
	book, err := codebook.Load(c.Codebook)
	if err != nil {
		return err
	}
	store, err := c.openExisting(env.ctx)
	if err != nil {
		return err
	}
	err = c.keep(env, store, book, sheet)
	return errors.Join(err, store.Close())
}

func (c *correctionsCommand) keep(env *environment, store record.Store, book *codebook.Codebook, sheet *codebook.Sheet) error {
	in, err := input(env, store)
	if err != nil {
		return err
	}
	a, err := c.derive(env, in)
	if err != nil {
		return err
	}
	if a, err = c.share(env, a, true); err != nil { // as the sheet was exported
		return err
	}
	changes, refused := book.Changes(a, sheet)
	for _, x := range changes {
		for _, j := range x.Judgements {
			if err := c.check(&j); err != nil {
				refused = append(refused, codebook.Refused{Line: x.Line, Column: x.Column, Why: err.Error()})
				continue
			}
			if !c.DryRun {
				if err := store.Judge(env.ctx, annals.NewJudgement(j)); err != nil {
					return err
				}
			}
			fmt.Fprintf(env.stdout, "line %d, %s: %q, was %q (%s)\n", x.Line, x.Column, x.Now, clip(x.Was, 80), j.Verdict)
		}
	}
	for _, x := range refused {
		fmt.Fprintf(env.stderr, "annals: %s, line %d, %s: %s\n", c.Sheet, x.Line, x.Column, x.Why)
	}
	fmt.Fprintf(env.stdout, "%d cells changed, %d refused\n", len(changes), len(refused))
	if len(refused) > 0 {
		return errPartial
	}
	return nil
}

// check completes a judgement and says what is wrong with it.
func (c *correctionsCommand) check(j *annals.Judgement) error {
	j.By, j.Why, j.At = c.By, c.Why, now()
	if j.Why == "" {
		j.Why = "changed in " + c.Sheet
	}
	if j.Verdict != annals.Corrected {
		return nil
	}
	key, err := annals.ParseKey(j.Left)
	if err != nil {
		return err
	}
	return account.CheckCorrection(key.Kind, j.Field, j.Value)
}

func readSheet(path string) (*codebook.Sheet, error) {
	if strings.HasSuffix(strings.ToLower(path), ".xlsx") {
		f, err := excelize.OpenFile(path)
		if err != nil {
			return nil, err
		}
		lines, err := f.GetRows(f.GetSheetName(0))
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
		return codebook.NewSheet(lines)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	s, err := codebook.ReadSheet(f)
	return s, errors.Join(err, f.Close())
}
