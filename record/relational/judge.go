package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/annals-project/annals"
)

// Judge keeps a judgement. The same one twice changes nothing.
func (s *Store) Judge(ctx context.Context, j annals.Judgement) error {
	body, err := json.Marshal(&j)
	if err != nil {
		return fmt.Errorf("record: judgement %s: %w", j.ID, err)
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO judgements (id, body) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING`, j.ID, body)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n > 0 {
			return err
		}
		return errUnchanged
	})
	if err != nil && !errors.Is(err, errUnchanged) {
		return fmt.Errorf("record: judgement %s: %w", j.ID, err)
	}
	return nil
}

// Judgements lists all judgements, oldest first.
func (s *Store) Judgements(ctx context.Context) ([]annals.Judgement, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT body FROM judgements ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	defer rows.Close()
	var out []annals.Judgement
	for rows.Next() {
		var body []byte
		var j annals.Judgement
		if err := rows.Scan(&body); err != nil {
			return nil, fmt.Errorf("record: %w", err)
		}
		if err := json.Unmarshal(body, &j); err != nil {
			return nil, fmt.Errorf("record: a judgement is damaged: %w", err)
		}
		out = append(out, j)
	}
	return out, rows.Err()
}
