package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Redact puts clean readings in the place of a document's, or takes it out.
func (s *Store) Redact(ctx context.Context, t record.Tombstone, clean []*annals.Reading) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("record: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if err := s.redact(ctx, tx, t, clean); err != nil {
		return fmt.Errorf("record: redaction of %s: %w", t.Document, err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("record: redaction of %s: %w", t.Document, err)
	}
	// Pages that were freed and the log still hold the old bytes until they are
	// written over.
	for _, q := range []string{`VACUUM`, `PRAGMA wal_checkpoint(TRUNCATE)`} {
		if _, err := s.db.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("record: redaction of %s is done, but the file could not be rewritten, so that old bytes may remain in it: %w", t.Document, err)
		}
	}
	return nil
}

func (s *Store) redact(ctx context.Context, tx *sql.Tx, t record.Tombstone, clean []*annals.Reading) error {
	var version sql.NullString
	if err := tx.QueryRowContext(ctx, `SELECT version_of FROM documents WHERE id = ?`, t.Document).Scan(&version); err != nil {
		return fmt.Errorf("%w: %w", record.ErrNotFound, err)
	}
	body, err := json.Marshal(&t)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO tombstones (id, document, whole, body) VALUES (?, ?, ?, ?)`, t.ID, t.Document, t.Whole, body); err != nil {
		return err
	}
	if err := take(ctx, tx, t.Document, version, len(clean) > 0); err != nil {
		return err
	}
	for i, r := range clean {
		if i == 0 {
			if err := s.rewriteDocument(ctx, tx, r.Document); err != nil {
				return err
			}
		}
		if _, err := s.addReading(ctx, tx, r); err != nil {
			return err
		}
	}
	return touch(ctx, tx)
}

// take removes what the record holds of a document, but for its own row when
// that is to be written anew. A later version of it becomes one of its predecessor.
func take(ctx context.Context, tx *sql.Tx, document string, version sql.NullString, keep bool) error {
	for _, q := range []string{
		`DELETE FROM words WHERE rowid = (SELECT rowid FROM documents WHERE id = ?)`,
		`DELETE FROM statements WHERE document = ?`,
		`DELETE FROM readings WHERE document = ?`,
	} {
		if _, err := tx.ExecContext(ctx, q, document); err != nil {
			return err
		}
	}
	if keep {
		return nil
	}
	if _, err := tx.ExecContext(ctx, `UPDATE documents SET version_of = ? WHERE version_of = ?`, version, document); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM documents WHERE id = ?`, document)
	return err
}

func (s *Store) rewriteDocument(ctx context.Context, tx *sql.Tx, d *annals.Document) error {
	raw, body, err := s.pack(d)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE documents SET uri = ?, raw = ?, body = ? WHERE id = ?`, d.URI, raw, body, d.ID); err != nil {
		return err
	}
	return indexWords(ctx, tx, d)
}

// Tombstones lists what was taken out, oldest first.
func (s *Store) Tombstones(ctx context.Context) ([]record.Tombstone, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT body FROM tombstones ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	defer rows.Close()
	var out []record.Tombstone
	for rows.Next() {
		var body []byte
		var t record.Tombstone
		if err := rows.Scan(&body); err != nil {
			return nil, fmt.Errorf("record: %w", err)
		}
		if err := json.Unmarshal(body, &t); err != nil {
			return nil, fmt.Errorf("record: a tombstone is damaged: %w", err)
		}
		out = append(out, t)
	}
	return out, rows.Err()
}
