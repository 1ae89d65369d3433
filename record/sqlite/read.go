package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

const newestReadings = `
SELECT d.id, d.raw, d.body, r.extractor, r.annotations
FROM documents d JOIN readings r ON r.document = d.id
WHERE r.seq = (SELECT max(seq) FROM readings WHERE document = d.id)`

// Readings yields the newest reading of every document, by document ID.
func (s *Store) Readings(ctx context.Context) iter.Seq2[*annals.Reading, error] {
	return func(yield func(*annals.Reading, error) bool) {
		rows, err := s.db.QueryContext(ctx, newestReadings+` ORDER BY d.id`)
		if err != nil {
			yield(nil, fmt.Errorf("record: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			r, err := s.scan(ctx, rows)
			if !yield(r, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, fmt.Errorf("record: %w", err))
		}
	}
}

// Reading gives the newest reading of one document.
func (s *Store) Reading(ctx context.Context, document string) (*annals.Reading, error) {
	rows, err := s.db.QueryContext(ctx, newestReadings+` AND d.id = ?`, document)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, errors.Join(record.ErrNotFound, rows.Err())
	}
	return s.scan(ctx, rows)
}

// Revision is a number that grows with every change of the record.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	var n int64
	if err := s.db.QueryRowContext(ctx, `SELECT n FROM revision`).Scan(&n); err != nil {
		return 0, fmt.Errorf("record: %w", err)
	}
	return n, nil
}

func (s *Store) scan(ctx context.Context, rows *sql.Rows) (*annals.Reading, error) {
	var id, extractor string
	var raw, document, annotations []byte
	if err := rows.Scan(&id, &raw, &document, &extractor, &annotations); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	r := &annals.Reading{Document: &annals.Document{}, Extractor: extractor}
	var body readingBody
	var err error
	if r.Document.Raw, err = s.opener.DecodeAll(raw, nil); err != nil {
		return nil, fmt.Errorf("record: document %s is damaged: %w", id, err)
	}
	received := r.Document.Raw
	if err := errors.Join(s.unpack(document, r.Document), s.unpack(annotations, &body)); err != nil {
		return nil, fmt.Errorf("record: document %s is damaged: %w", id, err)
	}
	r.Document.Raw = received
	r.Annotations, r.Sentences = body.Annotations, body.Sentences
	r.Statements, err = s.statements(ctx, id, extractor)
	return r, err
}

func (s *Store) unpack(packed []byte, into any) error {
	plain, err := s.opener.DecodeAll(packed, nil)
	if err != nil {
		return err
	}
	return json.Unmarshal(plain, into)
}

func (s *Store) statements(ctx context.Context, document, extractor string) ([]annals.Statement, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT body FROM statements WHERE document = ? AND extractor = ? ORDER BY position`, document, extractor)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	defer rows.Close()
	var out []annals.Statement
	for rows.Next() {
		var body []byte
		var statement annals.Statement
		if err := rows.Scan(&body); err != nil {
			return nil, fmt.Errorf("record: %w", err)
		}
		if err := json.Unmarshal(body, &statement); err != nil {
			return nil, fmt.Errorf("record: statements of %s are damaged: %w", document, err)
		}
		out = append(out, statement)
	}
	return out, rows.Err()
}

// Has says whether the record holds a document as read by an extractor.
func (s *Store) Has(ctx context.Context, document, extractor string) (bool, error) {
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM readings WHERE document = ? AND extractor = ?`, document, extractor).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("record: %w", err)
	}
	return n > 0, nil
}

// Statement gives one statement, as a position in its reading's Statements
// counted from 1, with that reading. An older reading's statement is found too.
func (s *Store) Statement(ctx context.Context, id string) (*annals.Reading, annals.Ref, error) {
	const find = `SELECT d.id, d.raw, d.body, r.extractor, r.annotations
		FROM statements t JOIN readings r ON r.document = t.document AND r.extractor = t.extractor
		JOIN documents d ON d.id = t.document WHERE t.id = ? LIMIT 1`
	rows, err := s.db.QueryContext(ctx, find, id)
	if err != nil {
		return nil, 0, fmt.Errorf("record: %w", err)
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, 0, errors.Join(record.ErrNotFound, rows.Err())
	}
	r, err := s.scan(ctx, rows)
	if err != nil {
		return nil, 0, err
	}
	for i := range r.Statements {
		if r.Statements[i].ID == id {
			return r, annals.Ref(i + 1), nil
		}
	}
	return nil, 0, record.ErrNotFound
}

// Versions maps each document to the one it replaced.
func (s *Store) Versions(ctx context.Context) (map[string]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, version_of FROM documents WHERE version_of IS NOT NULL`)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var id, previous string
		if err := rows.Scan(&id, &previous); err != nil {
			return nil, fmt.Errorf("record: %w", err)
		}
		out[id] = previous
	}
	return out, rows.Err()
}
