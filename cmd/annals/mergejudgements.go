package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/annals-project/annals/record/sqlite"
	"github.com/annals-project/annals/review"
)

type mergeJudgementsCommand struct {
	recordFlags
	Other  string `arg:"" help:"Another copy of this record, whose judgements join this one's." type:"existingfile"`
	Format string `help:"table, csv or json." enum:"table,csv,json" default:"table"`
}

// Run joins another copy's log into this record and prints how far the coders
// agree. The other copy is only read.
func (c *mergeJudgementsCommand) Run(env *environment) error {
	other, err := sqlite.OpenExisting(env.ctx, c.Other)
	if err != nil {
		return err
	}
	theirs, err := other.Judgements(env.ctx)
	if err = errors.Join(err, other.Close()); err != nil {
		return err
	}
	store, err := c.openExisting(env.ctx)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // every judgement is kept by a transaction of its own
	log, err := store.Judgements(env.ctx)
	if err != nil {
		return err
	}
	added, err := review.Union(log, theirs)
	if err != nil {
		return err
	}
	for _, j := range added {
		if err := store.Judge(env.ctx, j); err != nil {
			return err
		}
	}
	fmt.Fprintf(env.stderr, "annals: %d judgements added, %d were here\n", len(added), len(theirs)-len(added))
	header := []string{"verdicts on", "coders", "items compared", "alpha"}
	var rows [][]string
	for _, x := range review.Agreements(append(log, added...)) {
		alpha := ""
		if x.Known {
			alpha = fmt.Sprintf("%.3f", x.Alpha)
		}
		rows = append(rows, []string{x.Family, strings.Join(x.Coders, "; "), strconv.Itoa(x.Items), alpha})
	}
	switch c.Format {
	case "csv":
		return writeCSV(env.stdout, header, rows)
	case "json":
		return writeJSON(env.stdout, header, rows)
	}
	return writeTable(env.stdout, header, rows)
}
