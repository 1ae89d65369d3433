// Package sqlite keeps a record in one SQLite file.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver, pure Go

	"github.com/annals-project/annals/record/relational"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Open opens the record at path, makes it where there is none, and brings an
// older one up to date.
func Open(ctx context.Context, path string) (*relational.Store, error) {
	return open(ctx, path, "rwc")
}

// OpenExisting opens a record for reading; it never makes one. A missing file
// gives an error that wraps fs.ErrNotExist.
func OpenExisting(ctx context.Context, path string) (*relational.Store, error) {
	if _, err := os.Stat(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("no record at %s: make one with `annals add`, or name another with --db: %w", path, fs.ErrNotExist)
		}
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	return open(ctx, path, "rw")
}

// A writer waits this long for another to finish before it gives up.
const busyTimeout = "busy_timeout(10000)"

// cache is how much of the file a connection keeps at hand: 64 MiB, in KiB. What
// is stored goes under hashes, all over the file, and with SQLite's own 2 MiB
// each page is written out and read back many times.
const cache = "cache_size(-65536)"

func open(ctx context.Context, path, mode string) (*relational.Store, error) {
	query := url.Values{"mode": {mode}, "_txlock": {"immediate"},
		"_pragma": {busyTimeout, cache, "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(1)", "secure_delete(1)"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+query.Encode())
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	store, err := prepare(ctx, db)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("record %s cannot be opened (is it an annals record?): %w", path, err), db.Close())
	}
	return store, nil
}

func prepare(ctx context.Context, db *sql.DB) (*relational.Store, error) {
	scripts, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	older := goose.NewGoMigration(3, &goose.GoFunc{RunTx: indexOlder}, nil)
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, scripts, goose.WithGoMigrations(older))
	if err != nil {
		return nil, err
	}
	if _, err := provider.Up(ctx); err != nil {
		return nil, err
	}
	return relational.New(db, dialect{})
}

// dialect is what SQLite does its own way.
type dialect struct{}

// Lock does nothing: a transaction that may write is begun as the only one.
func (dialect) Lock(context.Context, *sql.Tx) error { return nil }

// Erase merges the index of words, which still holds those of what was deleted
// from it, and rewrites the file: pages that were freed, and the log, hold the
// old bytes until they are written over.
func (dialect) Erase(ctx context.Context, db *sql.DB) error {
	for _, q := range []string{`INSERT INTO words (words) VALUES ('optimize')`, `VACUUM`, `PRAGMA wal_checkpoint(TRUNCATE)`} {
		if _, err := db.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
}
