package sqlite_test

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"testing"

	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/record/recordtest"
	"github.com/annals-project/annals/record/sqlite"
)

func TestStore(t *testing.T) {
	recordtest.Run(t, func(t *testing.T) (record.Store, recordtest.Damage) {
		path := filepath.Join(t.TempDir(), "odd name?#%.db")
		store, err := sqlite.Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		})
		return store, func(t *testing.T, table, column string, with []byte) {
			db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath())
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.ExecContext(context.Background(), `UPDATE `+table+` SET `+column+` = $1`, append([]byte{}, with...)); err != nil {
				t.Fatal(err)
			}
		}
	})
}
