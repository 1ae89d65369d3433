package relational

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

// A cross join, since SQLite takes its tables in the order written: beginning with
// the readings, it sorts all that are left for every page.
const newestReadings = `
SELECT d.id, d.raw, d.body, r.extractor, r.annotations
FROM documents d CROSS JOIN readings r
WHERE r.document = d.id AND r.seq = (SELECT max(seq) FROM readings WHERE document = d.id)`

// pageSize is how many readings are fetched at a time: enough that the ways to
// the database do not count, few enough to hold in memory.
const pageSize = 200

// Readings yields the newest reading of every document, by document ID. No
// query stays open between two of them.
func (s *Store) Readings(ctx context.Context) iter.Seq2[*annals.Reading, error] {
	return func(yield func(*annals.Reading, error) bool) {
		after := ""
		for {
			page, err := s.page(ctx, after)
			for _, r := range page {
				if !yield(r, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
			if err != nil || len(page) == 0 {
				return
			}
			after = page[len(page)-1].Document.ID
		}
	}
}

// page gives the next readings after a document, those before a fault with it.
func (s *Store) page(ctx context.Context, after string) ([]*annals.Reading, error) {
	rows, err := s.db.QueryContext(ctx, newestReadings+` AND d.id > $1 ORDER BY d.id LIMIT $2`, after, pageSize)
	if err != nil {
		return nil, fault(err)
	}
	packed, err := scanAll(rows)
	if err != nil || len(packed) == 0 {
		return nil, err
	}
	var page []*annals.Reading
	at := map[string]*annals.Reading{}
	var broken error
	for i := range packed {
		r, err := s.open(&packed[i])
		if err != nil {
			broken = err
			break
		}
		page = append(page, r)
		at[packed[i].document] = r
	}
	const statements = `SELECT document, extractor, body FROM statements WHERE document > $1 AND document <= $2 ORDER BY document, extractor, position`
	if err := s.statements(ctx, at, statements, after, packed[len(packed)-1].document); err != nil {
		return nil, err
	}
	return page, broken
}

// Reading gives the newest reading of one document.
func (s *Store) Reading(ctx context.Context, document string) (*annals.Reading, error) {
	return s.one(ctx, newestReadings+` AND d.id = $1`, document)
}

// one gives the reading that a query finds.
func (s *Store) one(ctx context.Context, query, key string) (*annals.Reading, error) {
	rows, err := s.db.QueryContext(ctx, query, key)
	if err != nil {
		return nil, fault(err)
	}
	packed, err := scanAll(rows)
	if err != nil {
		return nil, err
	}
	if len(packed) == 0 {
		return nil, record.ErrNotFound
	}
	r, err := s.open(&packed[0])
	if err != nil {
		return nil, err
	}
	const statements = `SELECT document, extractor, body FROM statements WHERE document = $1 AND extractor = $2 ORDER BY position`
	return r, s.statements(ctx, map[string]*annals.Reading{packed[0].document: r}, statements, packed[0].document, r.Extractor)
}

// Revision is a number that grows with every change of the record.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	var n int64
	if err := s.db.QueryRowContext(ctx, `SELECT n FROM revision`).Scan(&n); err != nil {
		return 0, fault(err)
	}
	return n, nil
}

// packedReading is a reading as its rows hold it.
type packedReading struct {
	document, extractor    string
	raw, body, annotations []byte
}

func scanAll(rows *sql.Rows) ([]packedReading, error) {
	defer rows.Close()
	var out []packedReading
	for rows.Next() {
		var p packedReading
		if err := rows.Scan(&p.document, &p.raw, &p.body, &p.extractor, &p.annotations); err != nil {
			return nil, fault(err)
		}
		out = append(out, p)
	}
	if err := rows.Err(); err != nil {
		return nil, fault(err)
	}
	return out, nil
}

// open makes a reading of its rows, but for its statements.
func (s *Store) open(p *packedReading) (*annals.Reading, error) {
	r := &annals.Reading{Document: &annals.Document{}, Extractor: p.extractor}
	received, err := s.opener.DecodeAll(p.raw, nil)
	if err != nil {
		return nil, damaged(p.document, err)
	}
	var body readingBody
	if err := errors.Join(s.unpack(p.body, r.Document), s.unpack(p.annotations, &body)); err != nil {
		return nil, damaged(p.document, err)
	}
	r.Document.Raw = received
	r.Annotations, r.Sentences = body.Annotations, body.Sentences
	return r, nil
}

func damaged(document string, err error) error {
	return fmt.Errorf("record: document %s is damaged: %w", document, err)
}

func (s *Store) unpack(packed []byte, into any) error {
	plain, err := s.opener.DecodeAll(packed, nil)
	if err != nil {
		return err
	}
	return json.Unmarshal(plain, into)
}

// statements adds to each reading, by document, those of the statements found
// that belong to it.
func (s *Store) statements(ctx context.Context, of map[string]*annals.Reading, query string, args ...any) error {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return fault(err)
	}
	defer rows.Close()
	var body sql.RawBytes
	for rows.Next() {
		var document, extractor string
		if err := rows.Scan(&document, &extractor, &body); err != nil {
			return fault(err)
		}
		r := of[document]
		if r == nil || r.Extractor != extractor {
			continue
		}
		var statement annals.Statement
		if err := json.Unmarshal(body, &statement); err != nil {
			return fmt.Errorf("record: statements of %s are damaged: %w", document, err)
		}
		r.Statements = append(r.Statements, statement)
	}
	if err := rows.Err(); err != nil {
		return fault(err)
	}
	return nil
}

// Has says whether the record holds a document as read by an extractor.
func (s *Store) Has(ctx context.Context, document, extractor string) (bool, error) {
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM readings WHERE document = $1 AND extractor = $2`, document, extractor).Scan(&n)
	if err != nil {
		return false, fault(err)
	}
	return n > 0, nil
}

// Statement gives one statement, as a position in its reading's Statements
// counted from 1, with that reading. An older reading's statement is found too.
func (s *Store) Statement(ctx context.Context, id string) (*annals.Reading, annals.Ref, error) {
	const find = `SELECT d.id, d.raw, d.body, r.extractor, r.annotations
		FROM statements t JOIN readings r ON r.document = t.document AND r.extractor = t.extractor
		JOIN documents d ON d.id = t.document WHERE t.id = $1 ORDER BY r.seq LIMIT 1`
	r, err := s.one(ctx, find, id)
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
		return nil, fault(err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var id, previous string
		if err := rows.Scan(&id, &previous); err != nil {
			return nil, fault(err)
		}
		out[id] = previous
	}
	if err := rows.Err(); err != nil {
		return nil, fault(err)
	}
	return out, nil
}
