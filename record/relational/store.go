// Package relational keeps a record in the tables of a database. What the
// databases do alike stands here, once; what each does its own way is a Dialect.
package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Dialect is what a database does its own way.
type Dialect interface {
	// Lock makes a transaction that has just begun wait until it is the only
	// one that writes.
	Lock(ctx context.Context, tx *sql.Tx) error
	// IndexWords makes a stored document findable by the words of its title and text.
	IndexWords(ctx context.Context, tx *sql.Tx, d *annals.Document) error
	// DropWords takes a document out of what can be found.
	DropWords(ctx context.Context, tx *sql.Tx, document string) error
	// Find gives the query for the id and body of the documents that are found.
	Find(q record.Query, limit, offset int) Find
	// Erase makes the database write over what was deleted.
	Erase(ctx context.Context, db *sql.DB) error
}

// Find is a query for id and body of documents, best first.
type Find struct {
	Query string
	Args  []any
	// Words says that the query knows words but not whether they stand together,
	// and heeds neither limit nor offset.
	Words bool
}

// Store is a record in a database. It is safe for use by several goroutines.
type Store struct {
	db      *sql.DB
	dialect Dialect
	packer  *zstd.Encoder
	opener  *zstd.Decoder
}

// New gives the record in a database whose tables are there. Closing the store
// closes the database.
func New(db *sql.DB, dialect Dialect) (*Store, error) {
	packer, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	opener, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0))
	if err != nil {
		return nil, err
	}
	return &Store{db: db, dialect: dialect, packer: packer, opener: opener}, nil
}

// Close lets go of the database.
func (s *Store) Close() error {
	s.opener.Close()
	return s.db.Close()
}

// change runs do in a transaction in which nobody else writes. What do calls
// unchanged leaves nothing behind.
func (s *Store) change(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	err = s.dialect.Lock(ctx, tx)
	if err == nil {
		err = do(tx)
	}
	if err == nil {
		// One number that grows with every change.
		_, err = tx.ExecContext(ctx, `UPDATE revision SET n = n + 1`)
	}
	if err != nil {
		if undo := tx.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
			err = errors.Join(err, undo)
		}
		return err
	}
	return tx.Commit()
}

// errUnchanged ends a change that has nothing to change.
var errUnchanged = errors.New("nothing to change")

// fault says that it was the record that failed.
func fault(err error) error { return fmt.Errorf("record: %w", err) }

// addressKey is an address as it is looked up. Databases keep neither a zero
// byte nor what is no UTF-8.
func addressKey(uri string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(uri, "\x00", "\uFFFD"), "\uFFFD")
}
