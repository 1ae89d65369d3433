package pipeline

import (
	"context"
	"slices"
	"testing"
)

func TestOrdered(t *testing.T) {
	numbers := func(yield func(int) bool) {
		for i := range 500 {
			if !yield(i) {
				return
			}
		}
	}
	square := func(i int) int { return i * i }
	var want []int
	for i := range 500 {
		want = append(want, i*i)
	}
	for _, workers := range []int{1, 3, 16} {
		if got := slices.Collect(Ordered(context.Background(), workers, numbers, square)); !slices.Equal(got, want) {
			t.Errorf("%d workers: results are not the squares in order", workers)
		}
	}
}

// TestOrderedStops ends the range early and by the context; goroutines that
// stayed behind would hang the test.
func TestOrderedStops(t *testing.T) {
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	same := func(i int) int { return i }
	for i := range Ordered(context.Background(), 2, endless, same) {
		if i == 10 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range Ordered(ctx, 2, endless, same) {
		if n++; n == 10 {
			cancel()
		}
	}
	if n > 50 {
		t.Errorf("%d items after the context ended", n)
	}
}
