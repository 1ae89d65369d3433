package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/record/recordtest"
	"github.com/annals-project/annals/record/sqlite"
)

func TestStore(t *testing.T) {
	recordtest.Run(t, func(t *testing.T) record.Store {
		store, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "odd name?#%.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		})
		return store
	})
}
