// Package record says what a store of readings and judgements must do. Each
// capability is small; package recordtest holds the suite that every store
// passes.
package record

import (
	"context"
	"errors"
	"iter"
	"time"

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
	Refused                  // a report that a person has taken out of the record
)

// Adder takes a reading in, whole or not at all.
type Adder interface {
	Add(ctx context.Context, r *annals.Reading) (Outcome, error)
	// AddAll takes many in, all or none: faster than one after another.
	AddAll(ctx context.Context, readings []*annals.Reading) ([]Outcome, error)
}

// Readings gives back what was added.
type Readings interface {
	// Readings yields the newest reading of every document, by document ID.
	Readings(ctx context.Context) iter.Seq2[*annals.Reading, error]
	// Reading gives the newest reading of one document; ErrNotFound.
	Reading(ctx context.Context, document string) (*annals.Reading, error)
	// Has says whether the record holds a document as read by an extractor.
	Has(ctx context.Context, document, extractor string) (bool, error)
	// Statement gives one statement with the reading it belongs to; ErrNotFound.
	Statement(ctx context.Context, id string) (*annals.Reading, annals.Ref, error)
	// Versions maps each document to the one it replaced.
	Versions(ctx context.Context) (map[string]string, error)
	// Revision is a number that grows with every change of the record, so that
	// what was derived from it can be known to be stale.
	Revision(ctx context.Context) (int64, error)
}

// Judgements keeps what was judged; nothing is ever taken out.
type Judgements interface {
	Judge(ctx context.Context, j annals.Judgement) error
	Judgements(ctx context.Context) ([]annals.Judgement, error) // oldest first
}

// Hit is a report that holds the words searched for.
type Hit struct {
	Document string        // Document.ID
	Spans    []annals.Span // where the words stand in Document.Text, ascending; none when they stand in the title
}

// Searcher finds reports by their words.
type Searcher interface {
	// Search gives the reports that hold all the words of a query, best first:
	// at most limit, after the first offset. Words in double quotes stand
	// together. It never fails for the form of a query.
	Search(ctx context.Context, query string, limit, offset int) ([]Hit, error)
}

// Tombstone says that something was taken out of the record, and why. It holds
// nothing of what was taken out.
type Tombstone struct {
	ID       string // "sha256:" and the hash of all fields below
	Document string // Document.ID
	Whole    bool   // the whole report; otherwise a name in it
	By, Why  string
	At       time.Time
}

// Redactor takes things out for good: the one exception to the rule that nothing
// is ever changed.
type Redactor interface {
	// Redact puts clean readings in the place of every reading of a document,
	// with the raw bytes that go with them, or takes the document out where none
	// is given, and keeps the tombstone; in one transaction. Nothing of what was
	// there stays in the store's files.
	Redact(ctx context.Context, t Tombstone, clean []*annals.Reading) error
	// Tombstones lists what was taken out, oldest first.
	Tombstones(ctx context.Context) ([]Tombstone, error)
}

// ErrChanged says that the record changed while something was made of it.
var ErrChanged = errors.New("the record changed meanwhile")

// Shelf keeps what belongs together from one report to the next: bodies by
// number, and under each key the numbers of those that have it.
type Shelf interface {
	Get(ctx context.Context, id int64) (body []byte, err error) // nil when there is none
	Put(ctx context.Context, id int64, body []byte) error
	Delete(ctx context.Context, id int64) error
	// Under lists the numbers under a key, ascending; at most so many, 0 for all.
	Under(ctx context.Context, key int64, most int) ([]int64, error)
	PutUnder(ctx context.Context, key, id int64) error
	DeleteUnder(ctx context.Context, key, id int64) error
}

// Placer takes readings in together with their place among the others.
type Placer interface {
	// AddPlaced takes a reading in; in the same transaction place puts a report
	// that is new where it belongs. Place is not called while the shelf is not
	// complete, nor for a report that is read anew, which leaves it incomplete.
	AddPlaced(ctx context.Context, r *annals.Reading, place func(context.Context, Shelf) error) (Outcome, error)
	// ShelfComplete says whether the shelf holds all that the record does. Add,
	// AddAll and Redact leave it incomplete.
	ShelfComplete(ctx context.Context) (bool, error)
	// FillShelf puts another content on the shelf, made from the record as it
	// was at a revision; ErrChanged when it is no longer that.
	FillShelf(ctx context.Context, revision int64, bodies iter.Seq2[int64, []byte], keys iter.Seq2[int64, int64]) error
}

// Store is a whole record.
type Store interface {
	Adder
	Placer
	Readings
	Judgements
	Searcher
	Redactor
	Close() error
}
