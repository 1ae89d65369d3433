package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/record"
)

// now is the clock; what it says is never taken for the date of a report.
func now() time.Time { return time.Now() }

type addCommand struct {
	recordFlags
	intake
}

// Run reads reports into the record, each in one transaction.
func (c *addCommand) Run(env *environment) error {
	p, err := c.pipeline(env)
	if err != nil {
		return err
	}
	store, err := c.open(env.ctx)
	if err != nil {
		return err
	}
	redacted, err := tombstoned(env, store)
	if err != nil {
		return errors.Join(err, store.Close())
	}
	known := func(d *annals.Document) bool {
		if redacted[d.ID] {
			return true // the bytes at hand still hold what was taken out
		}
		has, err := store.Has(env.ctx, d.ID, p.Extractor())
		return err == nil && has
	}
	place, err := newPlacer(env, store)
	if err != nil {
		return errors.Join(err, store.Close())
	}
	err = c.add(env, p, place, known)
	return errors.Join(err, store.Close())
}

// tombstoned are the documents that something was taken out of.
func tombstoned(env *environment, store record.Store) (map[string]bool, error) {
	stones, err := store.Tombstones(env.ctx)
	out := map[string]bool{}
	for _, t := range stones {
		out[t.Document] = true
	}
	return out, err
}

func (c *addCommand) add(env *environment, p *pipeline.Pipeline, place *placer, known func(*annals.Document) bool) error {
	counts := map[record.Outcome]int{}
	failed := 0
	progress := newProgress(env, "added")
	for r := range c.readings(env, p, known) {
		progress.step(words(r.reading))
		switch {
		case r.item.Err != nil:
			failed++
			progress.pause()
			complain(env, r.item)
		case r.reading == nil:
			counts[record.Unchanged]++
		default:
			outcome, err := place.add(env.ctx, r.reading)
			if err != nil {
				return err
			}
			counts[outcome]++
		}
	}
	progress.done()
	fmt.Fprintf(env.stdout, "%d added, %d revised, %d read anew, %d unchanged, %d failed\n",
		counts[record.Added], counts[record.Revised], counts[record.Reread], counts[record.Unchanged], failed)
	if place.placed.Events > 0 {
		fmt.Fprintln(env.stdout, place)
	}
	if failed > 0 {
		return errPartial
	}
	return nil
}

type rereadCommand struct{ recordFlags }

// Run reads every stored report again, as new readings beside the old.
func (c *rereadCommand) Run(env *environment) error {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		return err
	}
	store, err := c.openExisting(env.ctx)
	if err != nil {
		return err
	}
	n, err := reread(env, p, store)
	fmt.Fprintf(env.stdout, "%d reports read anew by %s\n", n, p.Extractor())
	return errors.Join(err, store.Close())
}

func reread(env *environment, p *pipeline.Pipeline, store record.Store) (int, error) {
	n := 0
	progress := newProgress(env, "read anew")
	var old []*annals.Document
	for r, err := range store.Readings(env.ctx) {
		if err != nil {
			return 0, err
		}
		if r.Extractor != p.Extractor() {
			old = append(old, r.Document)
		}
	}
	for _, d := range old {
		if env.ctx.Err() != nil {
			break
		}
		if _, err := store.Add(env.ctx, p.Read(d)); err != nil {
			return n, err
		}
		n++
		progress.step(0)
	}
	progress.done()
	return n, nil
}
