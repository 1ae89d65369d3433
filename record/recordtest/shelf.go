package recordtest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/annals-project/annals/record"
)

// shelf wants what place keeps to come and go with the report, and the shelf to
// know when it is behind.
func shelf(t *testing.T, s record.Store) {
	ctx := context.Background()
	isComplete := func(want bool, when string) {
		t.Helper()
		if got, err := s.ShelfComplete(ctx); err != nil || got != want {
			t.Errorf("%s the shelf is complete: %v, %v; want %v", when, got, err, want)
		}
	}
	isComplete(true, "in an empty record")
	placed := 0
	place := func(ctx context.Context, shelf record.Shelf) error {
		placed++
		keep := errors.Join(shelf.Put(ctx, -7, []byte("old")), shelf.Put(ctx, -7, []byte("new")), shelf.Put(ctx, 8, []byte{0}), shelf.Delete(ctx, 8))
		for _, id := range []int64{30, -10, 20, 20} {
			keep = errors.Join(keep, shelf.PutUnder(ctx, 5, id))
		}
		return errors.Join(keep, shelf.PutUnder(ctx, 6, 30), shelf.DeleteUnder(ctx, 5, 30))
	}
	if outcome, err := s.AddPlaced(ctx, sample("a", "a.txt", "annals 1"), place); err != nil || outcome != record.Added {
		t.Fatalf("outcome %d, %v", outcome, err)
	}
	isComplete(true, "after a report was placed")
	failed := errors.New("no place")
	_, err := s.AddPlaced(ctx, sample("b", "b.txt", "annals 1"), func(ctx context.Context, shelf record.Shelf) error {
		return errors.Join(shelf.Put(ctx, -7, []byte("lost")), failed)
	})
	if has, _ := s.Has(ctx, "sha256:b", "annals 1"); has || !errors.Is(err, failed) {
		t.Errorf("a report that could not be placed is there: %v, %v", has, err)
	}
	if hits, err := s.Search(ctx, "died", 10, 0); err != nil || len(hits) != 1 {
		t.Errorf("%d reports hold the word, want the one placed (%v)", len(hits), err)
	}
	if outcome, err := s.AddPlaced(ctx, sample("a", "a.txt", "annals 1"), place); err != nil || outcome != record.Unchanged || placed != 1 {
		t.Errorf("the same again: outcome %d, %v, placed %d times", outcome, err, placed)
	}
	_, err = s.AddPlaced(ctx, sample("c", "c.txt", "annals 1"), func(ctx context.Context, shelf record.Shelf) error {
		checkShelf(t, shelf)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, sample("d", "d.txt", "annals 1"), record.Added)
	isComplete(false, "after a report came without a place")
	fillShelf(t, s)
	isComplete(true, "after it was filled")
	if outcome, err := s.AddPlaced(ctx, sample("a", "a.txt", "annals 2"), place); err != nil || outcome != record.Reread {
		t.Errorf("read anew: outcome %d, %v", outcome, err)
	}
	isComplete(false, "after a report was read anew")
}

func checkShelf(t *testing.T, shelf record.Shelf) {
	t.Helper()
	ctx := context.Background()
	if body, err := shelf.Get(ctx, -7); err != nil || string(body) != "new" {
		t.Errorf("body %q, %v", body, err)
	}
	if body, err := shelf.Get(ctx, 8); err != nil || body != nil {
		t.Errorf("a body that was dropped: %q, %v", body, err)
	}
	for _, test := range []struct {
		key  int64
		most int
		want []int64
	}{{5, 0, []int64{-10, 20}}, {5, 1, []int64{-10}}, {6, 9, []int64{30}}, {7, 0, nil}} {
		got, err := shelf.Under(ctx, test.key, test.most)
		if diff := cmp.Diff(test.want, got); err != nil || diff != "" {
			t.Errorf("under %d, %v (-want +got):\n%s", test.key, err, diff)
		}
	}
}

func fillShelf(t *testing.T, s record.Store) {
	t.Helper()
	ctx := context.Background()
	const rows = 501
	bodies := func(yield func(int64, []byte) bool) {
		for i := int64(0); i < rows && yield(i, []byte{byte(i)}); i++ {
		}
	}
	keys := func(yield func(int64, int64) bool) {
		for i := int64(0); i < rows && yield(1, i); i++ {
		}
	}
	revision, err := s.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.FillShelf(ctx, revision-1, bodies, keys); !errors.Is(err, record.ErrChanged) {
		t.Errorf("filled from an older record: %v, want ErrChanged", err)
	}
	if err := s.FillShelf(ctx, revision, bodies, keys); err != nil {
		t.Fatal(err)
	}
	_, err = s.AddPlaced(ctx, sample("e", "e.txt", "annals 1"), func(ctx context.Context, shelf record.Shelf) error {
		old, errOld := shelf.Get(ctx, -7)
		ids, errIDs := shelf.Under(ctx, 1, 0)
		if body, err := shelf.Get(ctx, rows-1); err != nil || len(body) != 1 || old != nil || len(ids) != rows {
			t.Errorf("after it was filled: body %v, an old one %v, %d under a key", body, old, len(ids))
		}
		return errors.Join(errOld, errIDs)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Redact(ctx, record.Tombstone{ID: "t", Document: "sha256:e", Whole: true}, nil); err != nil {
		t.Fatal(err)
	}
	if complete, err := s.ShelfComplete(ctx); err != nil || complete {
		t.Errorf("after a redaction the shelf is complete: %v, %v", complete, err)
	}
	revision, _ = s.Revision(ctx)
	if err := s.FillShelf(ctx, revision, bodies, keys); err != nil {
		t.Fatal(err)
	}
}
