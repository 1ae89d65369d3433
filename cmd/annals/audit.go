package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/review"
)

type undoCommand struct {
	coderFlags
	IDs []string `arg:"" name:"id" help:"Judgements, by the beginning of their IDs (annals audit lists them); an undone one may be redone by undoing what undid it."`
}

// Run withdraws judgements. All are found before any is withdrawn.
func (c *undoCommand) Run(env *environment) error {
	return c.judge(env, func(b *bench, _ *account.Account) error {
		var found []annals.Judgement
		for _, id := range c.IDs {
			j, err := review.Withdrawal(b.log, id)
			switch {
			case errors.Is(err, review.ErrNotFound):
				return notFound("%w; annals audit lists them", err)
			case err != nil:
				return usage("%w", err)
			}
			if !slices.ContainsFunc(found, func(o annals.Judgement) bool { return o.ID == j.ID }) {
				found = append(found, j)
			}
		}
		for _, j := range found {
			w, err := b.keep(annals.Judgement{Left: j.ID, Verdict: annals.Withdrawn})
			if err != nil {
				return err
			}
			b.say([]annals.Judgement{w}, "withdrawn: %s, %s", shortID(j.ID), j.Verdict)
		}
		return nil
	})
}

type auditCommand struct {
	accountFlags
	Format string `help:"table, csv or json." enum:"table,csv,json" default:"table"`
}

// Run lists all that was judged, oldest first, with what stands.
func (c *auditCommand) Run(env *environment) error {
	a, err := c.load(env)
	if err != nil {
		return err
	}
	header := []string{"id", "at", "by", "verdict", "what", "and", "field", "value", "why", "stands"}
	var rows [][]string
	for _, e := range review.Log(a, a.Resolution.Judgements) {
		stands := "yes"
		if !e.Stands {
			stands = "withdrawn"
		}
		left := e.Left
		if e.Verdict == annals.Withdrawn {
			left = shortID(left)
		}
		rows = append(rows, []string{shortID(e.ID), e.At.Format("2006-01-02T15:04:05Z"), e.By, e.Verdict, left, e.Right, e.Field, e.Value, e.Why, stands})
	}
	switch c.Format {
	case "csv":
		return writeCSV(env.stdout, header, rows)
	case "json":
		return writeJSON(env.stdout, header, rows)
	}
	if len(rows) == 0 {
		fmt.Fprintln(env.stderr, "annals: nobody has judged anything yet")
		return nil
	}
	return writeTable(env.stdout, header, rows)
}
