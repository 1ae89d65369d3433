// Package record says what a store of readings and judgements must do. Each
// capability is small; package recordtest holds the suite that every store
// passes.
package record

import (
	"context"
	"errors"
	"iter"

	"github.com/annals-project/annals"
)

// ErrNotFound says that the record holds nothing under the name asked for.
var ErrNotFound = errors.New("not in the record")

// Outcome says what adding a reading changed.
type Outcome int

// Outcomes of Add.
const (
	Unchanged Outcome = iota // the record held this very reading
	Added                    // a report the record did not have
	Revised                  // a new version of a report it had
	Reread                   // a report it had, read by another version of annals
)

// Adder takes a reading in, whole or not at all.
type Adder interface {
	Add(ctx context.Context, r *annals.Reading) (Outcome, error)
}

// Readings gives back what was added.
type Readings interface {
	// Readings yields the newest reading of every document, by document ID.
	Readings(ctx context.Context) iter.Seq2[*annals.Reading, error]
	// Has says whether the record holds a document as read by an extractor.
	Has(ctx context.Context, document, extractor string) (bool, error)
	// Statement gives one statement with the reading it belongs to; ErrNotFound.
	Statement(ctx context.Context, id string) (*annals.Reading, annals.Ref, error)
	// Versions maps each document to the one it replaced.
	Versions(ctx context.Context) (map[string]string, error)
}

// Judgements keeps what was judged; nothing is ever taken out.
type Judgements interface {
	Judge(ctx context.Context, j annals.Judgement) error
	Judgements(ctx context.Context) ([]annals.Judgement, error) // oldest first
}

// Store is a whole record.
type Store interface {
	Adder
	Readings
	Judgements
	Close() error
}
