// Package postgres keeps a record in a PostgreSQL database, version 15 or later.
package postgres

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver, pure Go
	"github.com/pressly/goose/v3"

	"github.com/annals-project/annals/record/relational"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Names says whether a record's name is the address of a PostgreSQL database.
func Names(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// Open opens the record at an address, postgres://user@host/database, makes its
// tables where there are none, and brings older ones up to date. The tables
// stand in the first schema of the search path, which the address may set:
// ?search_path=name.
func Open(ctx context.Context, address string) (*relational.Store, error) {
	return open(ctx, address, migrate)
}

// OpenExisting opens a record that is there. A database without one gives an
// error that wraps fs.ErrNotExist.
func OpenExisting(ctx context.Context, address string) (*relational.Store, error) {
	return open(ctx, address, func(ctx context.Context, db *sql.DB) error {
		var there bool
		if err := db.QueryRowContext(ctx, `SELECT to_regclass('documents') IS NOT NULL`).Scan(&there); err != nil {
			return err
		}
		if !there {
			return fmt.Errorf("the database holds no record: make one with `annals add`, or name another with --db: %w", fs.ErrNotExist)
		}
		return migrate(ctx, db)
	})
}

// mostConnections bounds what one process takes of a server that others share.
const mostConnections = 8

func open(ctx context.Context, address string, prepare func(context.Context, *sql.DB) error) (*relational.Store, error) {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", hidePassword(address), err)
	}
	db.SetMaxOpenConns(mostConnections)
	if err := prepare(ctx, db); err != nil {
		return nil, errors.Join(fmt.Errorf("record %s cannot be opened: %w", hidePassword(address), err), db.Close())
	}
	return relational.New(db, dialect{})
}

// hidePassword is an address that may be shown.
func hidePassword(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	return u.Redacted()
}

// Two processes that make the tables at one moment get into each other's way;
// the one that comes second tries again, and finds them made.
const (
	migrationTries = 5
	migrationPause = 200 * time.Millisecond
)

func migrate(ctx context.Context, db *sql.DB) error {
	scripts, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	for try := 1; ; try++ {
		provider, err := goose.NewProvider(goose.DialectPostgres, db, scripts)
		if err != nil {
			return err
		}
		_, err = provider.Up(ctx)
		if err == nil || try == migrationTries || ctx.Err() != nil || !answers(ctx, db) {
			return err
		}
		time.Sleep(time.Duration(try) * migrationPause)
	}
}

// answers says whether the server can be reached at all.
func answers(ctx context.Context, db *sql.DB) bool { return db.PingContext(ctx) == nil }

// dialect is what PostgreSQL does its own way.
type dialect struct{}

// Lock takes hold of the one row that every change writes.
func (dialect) Lock(ctx context.Context, tx *sql.Tx) error {
	var n int64
	return tx.QueryRowContext(ctx, `SELECT n FROM revision FOR UPDATE`).Scan(&n)
}

// Erase rewrites the tables. The server's log and its backups are its keeper's.
func (dialect) Erase(ctx context.Context, db *sql.DB) error {
	for _, table := range []string{"documents", "readings", "statements", "words", "shelf", "shelf_keys"} {
		if _, err := db.ExecContext(ctx, `VACUUM (FULL) `+table); err != nil {
			return err
		}
	}
	return nil
}
