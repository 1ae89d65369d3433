package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Redact puts clean readings in the place of a document's, or takes it out.
func (s *Store) Redact(ctx context.Context, t record.Tombstone, clean []*annals.Reading) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		if err := s.redact(ctx, tx, t, clean); err != nil {
			return err
		}
		return dropShelf(ctx, tx)
	})
	if err != nil {
		return fmt.Errorf("record: redaction of %s: %w", t.Document, err)
	}
	if err := s.dialect.Erase(ctx, s.db); err != nil {
		return fmt.Errorf("record: redaction of %s is done, but old bytes may remain in the database's files: %w", t.Document, err)
	}
	return nil
}

func (s *Store) redact(ctx context.Context, tx *sql.Tx, t record.Tombstone, clean []*annals.Reading) error {
	var version sql.NullString
	if err := tx.QueryRowContext(ctx, `SELECT version_of FROM documents WHERE id = $1`, t.Document).Scan(&version); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return record.ErrNotFound
		}
		return err
	}
	body, err := json.Marshal(&t)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO tombstones (id, document, whole, body) VALUES ($1, $2, $3, $4)`, t.ID, t.Document, t.Whole, body); err != nil {
		return err
	}
	if err := s.take(ctx, tx, t.Document, version, len(clean) > 0); err != nil {
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
	return nil
}

// take removes what the record holds of a document, but for its own row when
// that is to be written anew. A later version of it becomes one of its predecessor.
func (s *Store) take(ctx context.Context, tx *sql.Tx, document string, version sql.NullString, keep bool) error {
	if err := s.dialect.DropWords(ctx, tx, document); err != nil {
		return err
	}
	for _, q := range []string{
		`DELETE FROM statements WHERE document = $1`,
		`DELETE FROM readings WHERE document = $1`,
	} {
		if _, err := tx.ExecContext(ctx, q, document); err != nil {
			return err
		}
	}
	if keep {
		return nil
	}
	if _, err := tx.ExecContext(ctx, `UPDATE documents SET version_of = $1 WHERE version_of = $2`, version, document); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM documents WHERE id = $1`, document)
	return err
}

func (s *Store) rewriteDocument(ctx context.Context, tx *sql.Tx, d *annals.Document) error {
	raw, body, err := s.pack(d)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE documents SET uri = $1, raw = $2, body = $3 WHERE id = $4`, addressKey(d.URI), raw, body, d.ID); err != nil {
		return err
	}
	return s.dialect.IndexWords(ctx, tx, d)
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

// dropShelf empties the shelf, which may hold what is taken out.
func dropShelf(ctx context.Context, tx *sql.Tx) error {
	for _, q := range []string{`DELETE FROM shelf`, `DELETE FROM shelf_keys`} {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return incomplete(ctx, tx)
}
