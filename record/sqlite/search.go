package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Search gives the reports that hold all the words of a query, best first.
func (s *Store) Search(ctx context.Context, query string, limit, offset int) ([]record.Hit, error) {
	q := record.ParseQuery(query)
	if len(q) == 0 {
		return nil, nil
	}
	const find = `SELECT d.id, d.body FROM words JOIN documents d ON d.rowid = words.rowid
		WHERE words MATCH ? ORDER BY rank, d.id LIMIT ? OFFSET ?`
	rows, err := s.db.QueryContext(ctx, find, match(q), limit, offset)
	if err != nil {
		return nil, fmt.Errorf("record: search: %w", err)
	}
	defer rows.Close()
	var out []record.Hit
	for rows.Next() {
		var id string
		var body []byte
		var d annals.Document
		if err := rows.Scan(&id, &body); err != nil {
			return nil, fmt.Errorf("record: search: %w", err)
		}
		if err := s.unpack(body, &d); err != nil {
			return nil, fmt.Errorf("record: document %s is damaged: %w", id, err)
		}
		out = append(out, record.Hit{Document: id, Spans: q.Find(d.Text)})
	}
	return out, rows.Err()
}

// match writes a query as FTS5 reads it: every phrase in quotes, so that no
// word is taken for an operator.
func match(q record.Query) string {
	var phrases []string
	for _, words := range q {
		phrases = append(phrases, `"`+strings.Join(words, " ")+`"`)
	}
	return strings.Join(phrases, " AND ")
}

// indexWords makes a document findable.
func indexWords(ctx context.Context, tx *sql.Tx, d *annals.Document) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO words (rowid, title, text) SELECT rowid, ?, ? FROM documents WHERE id = ?`, d.Title, d.Text, d.ID)
	return err
}

// indexOlder makes documents findable that were stored before there was an index.
func (s *Store) indexOlder(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	rows, err := tx.QueryContext(ctx, `SELECT body FROM documents WHERE rowid NOT IN (SELECT rowid FROM words)`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var older []annals.Document
	for rows.Next() {
		var body []byte
		var d annals.Document
		if err := rows.Scan(&body); err != nil {
			return err
		}
		if err := s.unpack(body, &d); err != nil {
			return err
		}
		older = append(older, d)
	}
	if err := rows.Err(); err != nil || len(older) == 0 {
		return err
	}
	for i := range older {
		if err := indexWords(ctx, tx, &older[i]); err != nil {
			return err
		}
	}
	return tx.Commit()
}
