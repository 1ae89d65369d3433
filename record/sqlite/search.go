package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/record/relational"
)

// Find asks the FTS5 table, which knows what stands together.
func (dialect) Find(q record.Query, limit, offset int) relational.Find {
	return relational.Find{Query: `SELECT d.id, d.body FROM words JOIN documents d ON d.rowid = words.rowid
		WHERE words MATCH $1 ORDER BY rank, d.id LIMIT $2 OFFSET $3`, Args: []any{match(q), limit, offset}}
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

// IndexWords makes a document findable.
func (dialect) IndexWords(ctx context.Context, tx *sql.Tx, d *annals.Document) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO words (rowid, title, text) SELECT rowid, $1, $2 FROM documents WHERE id = $3`, d.Title, d.Text, d.ID)
	return err
}

// DropWords takes a document out of what can be found.
func (dialect) DropWords(ctx context.Context, tx *sql.Tx, document string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM words WHERE rowid = (SELECT rowid FROM documents WHERE id = $1)`, document)
	return err
}

// indexOlder makes documents findable that were stored before there was an index.
func indexOlder(ctx context.Context, tx *sql.Tx) error {
	opener, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer opener.Close()
	rows, err := tx.QueryContext(ctx, `SELECT body FROM documents WHERE rowid NOT IN (SELECT rowid FROM words)`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return err
		}
		plain, err := opener.DecodeAll(body, nil)
		if err != nil {
			return err
		}
		var d annals.Document
		if err := json.Unmarshal(plain, &d); err != nil {
			return err
		}
		if err := (dialect{}).IndexWords(ctx, tx, &d); err != nil {
			return err
		}
	}
	return rows.Err()
}
