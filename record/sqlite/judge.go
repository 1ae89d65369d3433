package sqlite

import (
	"context"
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
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("record: judgement %s: %w", j.ID, err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO judgements (id, body) VALUES (?, ?)`, j.ID, body); err != nil {
		return fmt.Errorf("record: judgement %s: %w", j.ID, err)
	}
	if err := errors.Join(touch(ctx, tx), tx.Commit()); err != nil {
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
