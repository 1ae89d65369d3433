package main

import (
	"errors"

	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/export"
	"github.com/annals-project/annals/pipeline"
)

type reportCommand struct {
	intake
	derivation
	Format string `help:"md, json or html (one page that holds everything)." enum:"md,json,html" default:"md"`
}

// Run prints the account of the reports.
func (c *reportCommand) Run(env *environment) error {
	p, err := c.pipeline(env)
	if err != nil {
		return err
	}
	readings, partial := c.all(env, p)
	if partial != nil && !errors.Is(partial, errPartial) {
		return partial
	}
	known, err := pipeline.Aliases()
	if err != nil {
		return err
	}
	a, err := c.derive(env, account.Input{Readings: readings, Known: known})
	if err != nil {
		return err
	}
	switch c.Format {
	case "json":
		err = export.Record(env.stdout, a, now())
	case "html":
		err = export.Page(env.stdout, a)
	default:
		err = export.Markdown(env.stdout, a)
	}
	return errors.Join(err, partial)
}

type extractCommand struct {
	intake
	Format        string  `help:"jsonl: one JSON object a line." enum:"jsonl" default:"jsonl"`
	MinConfidence float64 `help:"Leave out what the reader is less certain of than this (0 to 1)." default:"0"`
}

// Run prints one line a document, in the order of the input.
func (c *extractCommand) Run(env *environment) error {
	p, err := c.pipeline(env)
	if err != nil {
		return err
	}
	var partial error
	progress := newProgress(env, "read")
	for r := range c.readings(env, p, nil) {
		progress.step(words(r.reading))
		if r.item.Err != nil {
			partial = errPartial
			progress.pause()
			complain(env, r.item)
			id := r.item.GivenID
			if id == "" {
				id = r.item.URI
			}
			err = export.Failure(env.stdout, id, string(r.item.Err.Code), r.item.Err.Error())
		} else {
			err = export.Annotations(env.stdout, confident(r.reading, c.MinConfidence))
		}
		if err != nil {
			return err
		}
	}
	progress.done()
	return partial
}
