package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// AddPlaced takes a reading in and lets place keep what belongs together with it,
// in one transaction.
func (s *Store) AddPlaced(ctx context.Context, r *annals.Reading, place func(context.Context, record.Shelf) error) (record.Outcome, error) {
	outcome := record.Unchanged
	err := s.change(ctx, func(tx *sql.Tx) error {
		var complete bool
		if err := tx.QueryRowContext(ctx, `SELECT complete FROM shelf_state`).Scan(&complete); err != nil {
			return err
		}
		var err error
		outcome, err = s.add(ctx, tx, r)
		switch {
		case err != nil:
			return err
		case outcome == record.Unchanged || outcome == record.Refused:
			return errUnchanged
		case !complete:
			return nil
		case outcome == record.Reread:
			return incomplete(ctx, tx)
		}
		return place(ctx, shelf{tx})
	})
	if err != nil && !errors.Is(err, errUnchanged) {
		return record.Unchanged, fmt.Errorf("record: document %s: %w", r.Document.ID, err)
	}
	return outcome, nil
}

// incomplete notes that the shelf no longer holds what the record does.
func incomplete(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `UPDATE shelf_state SET complete = 0`)
	return err
}

// ShelfComplete says whether the shelf holds all that the record does.
func (s *Store) ShelfComplete(ctx context.Context) (bool, error) {
	var complete bool
	if err := s.db.QueryRowContext(ctx, `SELECT complete FROM shelf_state`).Scan(&complete); err != nil {
		return false, fault(err)
	}
	return complete, nil
}

// FillShelf puts another content on the shelf, made from the record as it was at
// a revision; record.ErrChanged when it is no longer that.
func (s *Store) FillShelf(ctx context.Context, revision int64, bodies iter.Seq2[int64, []byte], keys iter.Seq2[int64, int64]) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		var now int64
		if err := tx.QueryRowContext(ctx, `SELECT n FROM revision`).Scan(&now); err != nil {
			return err
		}
		if now != revision {
			return record.ErrChanged
		}
		for _, q := range []string{`DELETE FROM shelf`, `DELETE FROM shelf_keys`, `UPDATE shelf_state SET complete = 1`} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		return errors.Join(fill(ctx, tx, `INSERT INTO shelf (id, body) VALUES `, bodies), fill(ctx, tx, `INSERT INTO shelf_keys (key, id) VALUES `, keys))
	})
	if err != nil {
		return fault(err)
	}
	return nil
}

// fill puts rows of two columns into a table, many at once.
func fill[V any](ctx context.Context, tx *sql.Tx, insert string, rows iter.Seq2[int64, V]) error {
	var values []string
	for i := range rowsAtOnce {
		values = append(values, fmt.Sprintf("($%d, $%d)", 2*i+1, 2*i+2))
	}
	many := insert + strings.Join(values, ", ") // #nosec G202 -- both are made of constants
	var args []any
	for id, v := range rows {
		if args = append(args, id, v); len(args) == 2*rowsAtOnce {
			if _, err := tx.ExecContext(ctx, many, args...); err != nil {
				return err
			}
			args = args[:0]
		}
	}
	if len(args) == 0 {
		return nil
	}
	_, err := tx.ExecContext(ctx, insert+strings.Join(values[:len(args)/2], ", "), args...)
	return err
}

// shelf is the shelf within a transaction.
type shelf struct{ tx *sql.Tx }

func (s shelf) Get(ctx context.Context, id int64) ([]byte, error) {
	var body []byte
	err := s.tx.QueryRowContext(ctx, `SELECT body FROM shelf WHERE id = $1`, id).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return body, err
}

func (s shelf) Put(ctx context.Context, id int64, body []byte) error {
	_, err := s.tx.ExecContext(ctx, `INSERT INTO shelf (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = excluded.body`, id, body)
	return err
}

func (s shelf) Delete(ctx context.Context, id int64) error {
	_, err := s.tx.ExecContext(ctx, `DELETE FROM shelf WHERE id = $1`, id)
	return err
}

func (s shelf) Under(ctx context.Context, key int64, most int) ([]int64, error) {
	query, args := `SELECT id FROM shelf_keys WHERE key = $1 ORDER BY id`, []any{key}
	if most > 0 {
		query, args = query+` LIMIT $2`, append(args, most)
	}
	rows, err := s.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}

func (s shelf) PutUnder(ctx context.Context, key, id int64) error {
	_, err := s.tx.ExecContext(ctx, `INSERT INTO shelf_keys (key, id) VALUES ($1, $2) ON CONFLICT (key, id) DO NOTHING`, key, id)
	return err
}

func (s shelf) DeleteUnder(ctx context.Context, key, id int64) error {
	_, err := s.tx.ExecContext(ctx, `DELETE FROM shelf_keys WHERE key = $1 AND id = $2`, key, id)
	return err
}
