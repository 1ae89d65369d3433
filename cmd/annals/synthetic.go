package main

import (
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/evaluate/synthetic"
	"github.com/annals-project/annals/gazetteer"
	"github.com/annals-project/annals/pipeline"
)

type syntheticCommand struct {
	recordFlags
	Reports int `arg:"" help:"How many."`
	From    int `help:"Leave out those before this number; the world stays the same." placeholder:"N"`
}

// syntheticBatch is how many made-up readings go in together.
const syntheticBatch = 200

// Run fills a record with made-up readings.
func (c *syntheticCommand) Run(env *environment) error {
	places, err := gazetteer.Open()
	if err != nil {
		return err
	}
	store, err := c.open(env.ctx)
	if err != nil {
		return err
	}
	world := synthetic.New(c.Reports, places)
	var numbers iter.Seq[int] = func(yield func(int) bool) {
		for n := c.From; n < c.Reports && yield(n); n++ {
		}
	}
	progress := newProgress(env, "made up")
	batch := make([]*annals.Reading, 0, syntheticBatch)
	flush := func() error {
		_, err := store.AddAll(env.ctx, batch)
		batch = batch[:0]
		return err
	}
	for r := range pipeline.Ordered(env.ctx, runtime.GOMAXPROCS(0), numbers, world.Reading) {
		progress.step(len(r.Document.Text))
		if batch = append(batch, r); len(batch) == cap(batch) {
			if err := flush(); err != nil {
				return errors.Join(err, store.Close())
			}
		}
	}
	err = flush()
	progress.done()
	fmt.Fprintf(env.stdout, "%d made-up readings\n", c.Reports-c.From)
	return errors.Join(err, store.Close())
}
