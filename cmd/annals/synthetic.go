package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

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

func (c *syntheticCommand) fill(env *environment, store record.Store, world *synthetic.World) error {
	start := time.Now()
	shelf, place := resolve.NewMemoryShelf(), resolve.NewIncremental(nil)
	progress := newProgress(env, "made up")
	batch := make([]*annals.Reading, 0, syntheticBatch)
	flush := func() error {
		_, err := store.AddAll(env.ctx, batch)
		batch = batch[:0]
		return err
	}
	for r := range pipeline.Ordered(env.ctx, runtime.GOMAXPROCS(0), numbers(0, c.Reports), world.Reading) {
		progress.step(len(r.Document.Text))
		if c.One > 0 {
			if _, err := place.Add(env.ctx, shelf, r); err != nil {
				return err
			}
		}
		if batch = append(batch, r); len(batch) == cap(batch) {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	err := flush()
	progress.done()
	if err != nil || c.One == 0 {
		return err
	}
	revision, err := store.Revision(env.ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%d made-up readings in %s\n", c.Reports, time.Since(start).Round(time.Second))
	return store.FillShelf(env.ctx, revision, shelf.All(), shelf.AllKeys())
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
