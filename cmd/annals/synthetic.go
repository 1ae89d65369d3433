package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/synthetic"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/resolve"
)

type syntheticCommand struct {
	recordFlags
	Reports int `arg:"" help:"How many."`
	One     int `help:"Then add this many more one by one, as annals add does, and say how long each took." placeholder:"N"`
}

// syntheticBatch is how many made-up readings go in together.
const syntheticBatch = 200

// Run fills an empty record with made-up readings.
func (c *syntheticCommand) Run(env *environment) error {
	places, err := gazetteer.Open()
	if err != nil {
		return err
	}
	store, err := c.open(env.ctx)
	if err != nil {
		return err
	}
	world := synthetic.New(c.Reports+c.One, places)
	err = c.fill(env, store, world)
	if err == nil && c.One > 0 {
		err = c.oneByOne(env, store, world)
	}
	return errors.Join(err, store.Close())
}

// fill stores batches while the next are made and placed.
func (c *syntheticCommand) fill(env *environment, store record.Store, world *synthetic.World) error {
	start := time.Now()
	shelf := resolve.NewMemoryShelf()
	batches := make(chan []*annals.Reading)
	work, ctx := errgroup.WithContext(env.ctx)
	work.Go(func() error {
		defer close(batches)
		return c.make(ctx, env, world, shelf, batches)
	})
	work.Go(func() error {
		for batch := range batches {
			if _, err := store.AddAll(ctx, batch); err != nil {
				return err
			}
		}
		return nil
	})
	if err := work.Wait(); err != nil || c.One == 0 {
		return err
	}
	revision, err := store.Revision(env.ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%d made-up readings in %s\n", c.Reports, time.Since(start).Round(time.Second))
	return store.FillShelf(env.ctx, revision, shelf.All(), shelf.AllKeys())
}

// make makes the readings up and, where more are to be added one by one, places
// them on the shelf.
func (c *syntheticCommand) make(ctx context.Context, env *environment, world *synthetic.World, shelf *resolve.MemoryShelf, batches chan<- []*annals.Reading) error {
	place := resolve.NewIncremental(nil)
	progress := newProgress(env, "made up")
	defer progress.done()
	var batch []*annals.Reading
	send := func() error {
		select {
		case batches <- batch:
		case <-ctx.Done():
			return ctx.Err()
		}
		batch = nil
		return nil
	}
	for r := range pipeline.Ordered(ctx, runtime.GOMAXPROCS(0), numbers(0, c.Reports), world.Reading) {
		progress.step(len(r.Document.Text))
		if c.One > 0 {
			if _, err := place.Add(ctx, shelf, r); err != nil {
				return err
			}
		}
		if batch = append(batch, r); len(batch) == syntheticBatch {
			if err := send(); err != nil {
				return err
			}
		}
	}
	return send()
}

// oneByOne adds further readings as annals add does once it has read them.
func (c *syntheticCommand) oneByOne(env *environment, store record.Store, world *synthetic.World) error {
	p, err := newPlacer(env, store)
	if err != nil {
		return err
	}
	took := make([]time.Duration, 0, c.One)
	for n := range numbers(c.Reports, c.Reports+c.One) {
		r := world.Reading(n)
		start := time.Now()
		if _, err := p.add(env.ctx, r); err != nil {
			return err
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	fmt.Fprintf(env.stdout, "%d more, each in: median %s, nine in ten under %s, at most %s\n%s\n", c.One,
		took[len(took)/2], took[len(took)*9/10], took[len(took)-1], p)
	return nil
}
