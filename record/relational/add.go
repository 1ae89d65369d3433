package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Add takes a reading in, in one transaction.
func (s *Store) Add(ctx context.Context, r *annals.Reading) (record.Outcome, error) {
	outcomes, err := s.AddAll(ctx, []*annals.Reading{r})
	if err != nil {
		return record.Unchanged, err
	}
	return outcomes[0], nil
}

// AddAll takes readings in, all or none, in one transaction.
func (s *Store) AddAll(ctx context.Context, readings []*annals.Reading) ([]record.Outcome, error) {
	outcomes := make([]record.Outcome, len(readings))
	err := s.change(ctx, func(tx *sql.Tx) error {
		changed := false
		for i, r := range readings {
			var err error
			if outcomes[i], err = s.add(ctx, tx, r); err != nil {
				return fmt.Errorf("document %s: %w", r.Document.ID, err)
			}
			changed = changed || outcomes[i] != record.Unchanged && outcomes[i] != record.Refused
		}
		if !changed {
			return errUnchanged
		}
		return incomplete(ctx, tx)
	})
	if err != nil && !errors.Is(err, errUnchanged) {
		return nil, fault(err)
	}
	return outcomes, nil
}

func (s *Store) add(ctx context.Context, tx *sql.Tx, r *annals.Reading) (record.Outcome, error) {
	outcome, err := s.addDocument(ctx, tx, r.Document)
	if err != nil || outcome == record.Refused {
		return outcome, err
	}
	unread, err := s.addReading(ctx, tx, r)
	if outcome == record.Unchanged && unread {
		outcome = record.Reread
	}
	return outcome, err
}

// addDocument stores the report unless it is there. A report from an address
// that the record knows with other content is a new version of it.
func (s *Store) addDocument(ctx context.Context, tx *sql.Tx, d *annals.Document) (record.Outcome, error) {
	var found int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM documents WHERE id = $1`, d.ID).Scan(&found); err != nil || found > 0 {
		return record.Unchanged, err
	}
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM tombstones WHERE document = $1 AND whole`, d.ID).Scan(&found); err != nil {
		return record.Unchanged, err
	}
	if found > 0 {
		return record.Refused, nil
	}
	var previous sql.NullString
	if d.URI != "" {
		const newest = `SELECT id FROM documents d WHERE uri = $1
			AND NOT EXISTS (SELECT 1 FROM documents later WHERE later.version_of = d.id) ORDER BY rowid DESC LIMIT 1`
		if err := tx.QueryRowContext(ctx, newest, addressKey(d.URI)).Scan(&previous); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return record.Unchanged, err
		}
	}
	raw, body, err := s.pack(d)
	if err != nil {
		return record.Unchanged, err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO documents (id, uri, version_of, raw, body) VALUES ($1, $2, $3, $4, $5)`, d.ID, addressKey(d.URI), previous, raw, body)
	if err != nil {
		return record.Unchanged, err
	}
	if err := s.dialect.IndexWords(ctx, tx, d); err != nil {
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
		VALUES ($1, $2, (SELECT count(*) FROM readings WHERE document = $1), $3) ON CONFLICT (document, extractor) DO NOTHING`,
		r.Document.ID, r.Extractor, s.packer.EncodeAll(body, nil))
	if err != nil {
		return false, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	return true, addStatements(ctx, tx, r)
}

// rowsAtOnce is how many rows go in with one order: few ways to the database,
// and no more parameters than any takes.
const rowsAtOnce = 200

func addStatements(ctx context.Context, tx *sql.Tx, r *annals.Reading) error {
	for from := 0; from < len(r.Statements); from += rowsAtOnce {
		var order strings.Builder
		order.WriteString(`INSERT INTO statements (id, document, extractor, position, body) VALUES `)
		args := []any{r.Document.ID, r.Extractor}
		for i := from; i < min(from+rowsAtOnce, len(r.Statements)); i++ {
			body, err := json.Marshal(&r.Statements[i])
			if err != nil {
				return err
			}
			if i > from {
				order.WriteString(", ")
			}
			n := len(args)
			fmt.Fprintf(&order, "($%d, $1, $2, $%d, $%d)", n+1, n+2, n+3)
			args = append(args, r.Statements[i].ID, i+1, body)
		}
		if _, err := tx.ExecContext(ctx, order.String(), args...); err != nil {
			return err
		}
	}
	return nil
}

// readingBody is what of a reading has no table of its own.
type readingBody struct {
	annals.Annotations
	Sentences []annals.Span
}
