package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/pipeline"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/resolve"
)

// placer puts reports where they belong among those of a record as they come in.
type placer struct {
	store   record.Store
	resolve *resolve.Incremental
	placed  resolve.Placement // of all reports since it was made
	copies  int               // reports that are copies
}

// newPlacer readies a record for reports to be placed. One whose shelf is behind,
// since its reports were read anew or some came in another way, is gone through.
func newPlacer(env *environment, store record.Store) (*placer, error) {
	known, err := pipeline.Aliases()
	if err != nil {
		return nil, err
	}
	p := &placer{store: store, resolve: resolve.NewIncremental(known)}
	complete, err := store.ShelfComplete(env.ctx)
	if err != nil || complete {
		return p, err
	}
	return p, p.placeAll(env)
}

func (p *placer) placeAll(env *environment) error {
	revision, err := p.store.Revision(env.ctx)
	if err != nil {
		return err
	}
	shelf := resolve.NewMemoryShelf()
	progress := newProgress(env, "placed")
	for r, err := range p.store.Readings(env.ctx) {
		if err != nil {
			return err
		}
		if _, err := p.resolve.Add(env.ctx, shelf, r); err != nil {
			return err
		}
		progress.step(words(r))
	}
	progress.done()
	return p.store.FillShelf(env.ctx, revision, shelf.All(), shelf.AllKeys())
}

// add takes a reading in and places it.
func (p *placer) add(ctx context.Context, r *annals.Reading) (record.Outcome, error) {
	return p.store.AddPlaced(ctx, r, func(ctx context.Context, shelf record.Shelf) error {
		found, err := p.resolve.Add(ctx, shelf, r)
		if found.Copies > 0 {
			p.copies++
		}
		p.placed.Actors += found.Actors
		p.placed.Known += found.Known
		p.placed.Events += found.Events
		p.placed.Joined += found.Joined
		return err
	})
}

// String says what was known already of what came in.
func (p *placer) String() string {
	return fmt.Sprintf("%d are copies; of %d events told, %d were known; of %d named actors, %d were known",
		p.copies, p.placed.Events, p.placed.Joined, p.placed.Actors, p.placed.Known)
}

// numbers yields the whole numbers from one up to another, which is left out.
func numbers(from, to int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := from; n < to && yield(n); n++ {
		}
	}
}
