package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Add takes a reading in, in one transaction.
func (s *Store) Add(ctx context.Context, r *annals.Reading) (record.Outcome, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return record.Unchanged, fmt.Errorf("record: %w", err)
	}
	outcome, err := s.add(ctx, tx, r)
	if err != nil || outcome == record.Unchanged || outcome == record.Refused {
		return outcome, errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return record.Unchanged, fmt.Errorf("record: %w", err)
	}
	return outcome, nil
}

func (s *Store) add(ctx context.Context, tx *sql.Tx, r *annals.Reading) (record.Outcome, error) {
	outcome, err := s.addDocument(ctx, tx, r.Document)
	if err != nil || outcome == record.Refused {
		return outcome, err
	}
	unread, err := s.addReading(ctx, tx, r)
	if err != nil {
		return record.Unchanged, err
	}
	if outcome == record.Unchanged && unread {
		outcome = record.Reread
	}
	return outcome, touch(ctx, tx)
}

// touch marks the record as changed.
func touch(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `UPDATE revision SET n = n + 1`)
	return err
}

// addDocument stores the report unless it is there. A report from an address
// that the record knows with other content is a new version of it.
func (s *Store) addDocument(ctx context.Context, tx *sql.Tx, d *annals.Document) (record.Outcome, error) {
	var found int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM documents WHERE id = ?`, d.ID).Scan(&found); err != nil || found > 0 {
		return record.Unchanged, err
	}
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM tombstones WHERE document = ? AND whole`, d.ID).Scan(&found); err != nil {
		return record.Unchanged, err
	}
	if found > 0 {
		return record.Refused, nil
	}
	var previous sql.NullString
	if d.URI != "" {
		const newest = `SELECT id FROM documents WHERE uri = ? AND id NOT IN
			(SELECT version_of FROM documents WHERE version_of IS NOT NULL) ORDER BY rowid DESC LIMIT 1`
		if err := tx.QueryRowContext(ctx, newest, d.URI).Scan(&previous); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return record.Unchanged, err
		}
	}
	raw, body, err := s.pack(d)
	if err != nil {
		return record.Unchanged, err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO documents (id, uri, version_of, raw, body) VALUES (?, ?, ?, ?, ?)`, d.ID, d.URI, previous, raw, body)
	if err != nil {
		return record.Unchanged, err
	}
	if err := indexWords(ctx, tx, d); err != nil {
		return record.Unchanged, err
	}
	if previous.Valid {
		return record.Revised, nil
	}
	return record.Added, nil
}

// pack gives what a document's row holds: its bytes as received, and the rest.
func (s *Store) pack(d *annals.Document) (raw, body []byte, err error) {
	rest := *d
	rest.Raw = nil
	plain, err := json.Marshal(&rest)
	if err != nil {
		return nil, nil, err
	}
	return s.packer.EncodeAll(d.Raw, nil), s.packer.EncodeAll(plain, nil), nil
}

// addReading stores what was read unless this version of annals has read the
// report before.
func (s *Store) addReading(ctx context.Context, tx *sql.Tx, r *annals.Reading) (bool, error) {
	body, err := json.Marshal(&readingBody{r.Annotations, r.Sentences})
	if err != nil {
		return false, err
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO readings (document, extractor, seq, annotations)
		SELECT ?1, ?2, (SELECT count(*) FROM readings WHERE document = ?1), ?3
		WHERE NOT EXISTS (SELECT 1 FROM readings WHERE document = ?1 AND extractor = ?2)`,
		r.Document.ID, r.Extractor, s.packer.EncodeAll(body, nil))
	if err != nil {
		return false, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	insert, err := tx.PrepareContext(ctx, `INSERT INTO statements (id, document, extractor, position, body) VALUES (?, ?, ?, ?, ?)`)
	if err != nil {
		return false, err
	}
	defer insert.Close()
	for i := range r.Statements {
		body, err := json.Marshal(&r.Statements[i])
		if err != nil {
			return false, err
		}
		if _, err := insert.ExecContext(ctx, r.Statements[i].ID, r.Document.ID, r.Extractor, i+1, body); err != nil {
			return false, err
		}
	}
	return true, nil
}

// readingBody is what of a reading has no table of its own.
type readingBody struct {
	annals.Annotations
	Sentences []annals.Span
}
