package review

import (
	"errors"
	"slices"
	"testing"
)

// TestPlace leads through a queue from place to place, also from the place of what
// waits no more.
func TestPlace(t *testing.T) {
	items := []Item{{Title: "a", place: Place{2, "event:d1@4", "aa"}}, {Title: "b", place: Place{2, "event:d1@4", "bb"}}, {Title: "c", place: Place{1.5, "actor:d 0@0", "cc"}}}
	tests := []struct {
		after string
		next  int // the index of the one after it; -1 none
		at    int // its own; -1 it waits no more
		err   error
	}{
		{"2.0000 event:d1@4 aa", 1, 0, nil},
		{"2.0000 event:d1@4 bb", 2, 1, nil},
		{"2.0000 event:d1@3 zz", 0, -1, nil},
		{"1.7 event:d9@3 zz", 2, -1, nil},
		{"1.5000 actor:d 0@0 cc", -1, 2, nil},
		{"9.0000 other cc", 0, 2, nil}, // it is the same question, though it weighs less now
		{"", 0, 0, ErrNoPlace},
		{"x event:d1@4 aa", 0, 0, ErrNoPlace},
		{"2.0", 0, 0, ErrNoPlace},
	}
	for _, test := range tests {
		place, err := ParsePlace(test.after)
		if !errors.Is(err, test.err) {
			t.Errorf("%q: %v; want %v", test.after, err, test.err)
		}
		if err != nil {
			continue
		}
		if got := After(items, place); got != test.next {
			t.Errorf("after %q comes %d; want %d", test.after, got, test.next)
		}
		if got := At(items, place); got != test.at {
			t.Errorf("%q is at %d; want %d", test.after, got, test.at)
		}
	}
}

// TestQueueOrder wants the queue in the order of its places, each read back from
// its text as it was, and no place twice.
func TestQueueOrder(t *testing.T) {
	queue := Queue(small())
	if len(queue) == 0 {
		t.Fatal("nothing waits; the test needs something")
	}
	if !slices.IsSortedFunc(queue, func(x, y Item) int { return x.Place().Compare(y.Place()) }) {
		t.Error("the queue is not in the order of its places")
	}
	for i := range queue {
		place, err := ParsePlace(queue[i].Place().String())
		if err != nil || place != queue[i].Place() || At(queue, place) != i {
			t.Errorf("%s is read back as %s, %v", queue[i].Place(), place, err)
		}
	}
}

// FuzzParsePlace wants that what is read is written and read again the same.
func FuzzParsePlace(f *testing.F) {
	for _, seed := range []string{"2.0000 event:d@4 ab", "NaN x y", "1e300  ", "-0 a b", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		place, err := ParsePlace(s)
		if err != nil {
			return
		}
		again, err := ParsePlace(place.String())
		if err != nil || again.Key != place.Key || again.ID != place.ID {
			t.Errorf("%q is read as %v, and that as %v, %v", s, place, again, err)
		}
	})
}
