package relational

import (
	"context"
	"fmt"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/record"
)

// Search gives the reports that hold all the words of a query, best first.
func (s *Store) Search(ctx context.Context, query string, limit, offset int) ([]record.Hit, error) {
	q := record.ParseQuery(query)
	if len(q) == 0 || limit <= 0 {
		return nil, nil
	}
	find := s.dialect.Find(q, limit, offset)
	skip := 0
	if find.Words {
		skip = offset
	}
	rows, err := s.db.QueryContext(ctx, find.Query, find.Args...)
	if err != nil {
		return nil, fmt.Errorf("record: search: %w", err)
	}
	defer rows.Close()
	var out []record.Hit
	for len(out) < limit && rows.Next() {
		var id string
		var body []byte
		var d annals.Document
		if err := rows.Scan(&id, &body); err != nil {
			return nil, fmt.Errorf("record: search: %w", err)
		}
		if err := s.unpack(body, &d); err != nil {
			return nil, fmt.Errorf("record: document %s is damaged: %w", id, err)
		}
		switch {
		case find.Words && !q.HeldBy(d.Title, d.Text):
		case skip > 0:
			skip--
		default:
			out = append(out, record.Hit{Document: id, Spans: q.Find(d.Text)})
		}
	}
	return out, rows.Err()
}
