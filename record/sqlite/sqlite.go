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

	"github.com/klauspost/compress/zstd"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver, pure Go
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is a record in one file. It is safe for use by several goroutines.
type Store struct {
	db     *sql.DB
	packer *zstd.Encoder
	opener *zstd.Decoder
}

// Open opens the record at path, makes it where there is none, and brings an
// older one up to date.
func Open(ctx context.Context, path string) (*Store, error) {
	return open(ctx, path, "rwc")
}

// OpenExisting opens a record for reading; it never makes one. A missing file
// gives an error that wraps fs.ErrNotExist.
func OpenExisting(ctx context.Context, path string) (*Store, error) {
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

func open(ctx context.Context, path, mode string) (*Store, error) {
	query := url.Values{"mode": {mode}, "_txlock": {"immediate"},
		"_pragma": {busyTimeout, "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(1)", "secure_delete(1)"}}
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

func prepare(ctx context.Context, db *sql.DB) (*Store, error) {
	scripts, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, scripts)
	if err != nil {
		return nil, err
	}
	if _, err := provider.Up(ctx); err != nil {
		return nil, err
	}
	packer, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	opener, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, packer: packer, opener: opener}
	return s, s.indexOlder(ctx)
}

// Close lets go of the file.
func (s *Store) Close() error {
	s.opener.Close()
	return s.db.Close()
}
