package pipeline

import (
	"context"
	"iter"
	"sync"
)

// Ordered maps work over items with a number of workers and yields the results
// in the order of the items. At most twice as many items as workers are held at
// a time, so that memory does not grow with the length of items. It stops when
// ctx ends or the caller stops ranging.
func Ordered[T, U any](ctx context.Context, workers int, items iter.Seq[T], work func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		ctx, stop := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer stop()
		type job struct {
			item   T
			result chan U
		}
		jobs := make(chan job)
		queue := make(chan chan U, workers)
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.result <- work(j.item)
				}
			})
		}
		running.Go(func() {
			defer close(queue)
			defer close(jobs)
			for item := range items {
				result := make(chan U, 1)
				select {
				case queue <- result:
				case <-ctx.Done():
					return
				}
				select {
				case jobs <- job{item, result}:
				case <-ctx.Done():
					close(result)
					return
				}
			}
		})
		for result := range queue {
			if u, ok := <-result; !ok || !yield(u) {
				return
			}
		}
	}
}
