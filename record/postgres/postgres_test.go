package postgres_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/record/postgres"
	"github.com/annals-project/annals/record/postgres/postgrestest"
	"github.com/annals-project/annals/record/recordtest"
)

func TestStore(t *testing.T) {
	recordtest.Run(t, func(t *testing.T) (record.Store, recordtest.Damage) {
		address := postgrestest.Address(t)
		return open(t, address), func(t *testing.T, table, column string, with []byte) {
			db, err := sql.Open("pgx", address)
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

func open(t *testing.T, address string) record.Store {
	t.Helper()
	store, err := postgres.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// TestOpenAtOnce wants several processes that make one record to find it made.
func TestOpenAtOnce(t *testing.T) {
	address := postgrestest.Address(t)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			store, err := postgres.Open(context.Background(), address)
			if err != nil {
				t.Error(err)
				return
			}
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestOpenExisting(t *testing.T) {
	address := postgrestest.Address(t)
	if _, err := postgres.OpenExisting(context.Background(), address); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a database without a record: %v", err)
	}
	open(t, address)
	store, err := postgres.OpenExisting(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
}

// TestNoServer wants one line that does not tell the password.
func TestNoServer(t *testing.T) {
	_, err := postgres.Open(context.Background(), "postgres://me:secret@127.0.0.1:1/nowhere")
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("error %v, want one without the password", err)
	}
}
