package resolve

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// Shelf keeps what an Incremental knows: bodies by number, and under each key the
// numbers of those that have it.
type Shelf interface {
	Get(ctx context.Context, id int64) (body []byte, err error) // nil when there is none
	Put(ctx context.Context, id int64, body []byte) error       // in the place of an older one
	Delete(ctx context.Context, id int64) error
	// Under lists the numbers under a key, ascending, at most so many.
	Under(ctx context.Context, key int64, most int) ([]int64, error)
	PutUnder(ctx context.Context, key, id int64) error
	DeleteUnder(ctx context.Context, key, id int64) error
}

// Incremental resolves one report after another: adding one touches only what
// may belong together with it, and not the rest of the record. Copies, actors
// and events come out the same whatever the order, and the same as Resolve finds
// them without judgements, but for texts that hold a run of words which more
// than formulaLeast reports hold: Resolve leaves such formulas out when it
// compares two texts, and counts how many are too many by the whole. Nor does it
// keep apart what a report tells apart (a branch from its parent, two enemies)
// where another gives one the name of the other.
//
// What a person judged, whose word a statement is, and wording that reports share
// without being copies are for Resolve.
//
// It is not for several goroutines at once.
type Incremental struct{ known *onceEach }

// NewIncremental makes one; known may be nil.
func NewIncremental(known Aliases) *Incremental { return &Incremental{newOnceEach(known)} }

// Placement says where a report found its place.
type Placement struct {
	Copies int // reports it is a copy of
	Actors int // named things in it
	Known  int // of these, those that an earlier report names
	Events int // events it tells
	Joined int // of these, those that an earlier report tells
}

// shelvedReport is what is kept of one report.
type shelvedReport struct {
	Document string
	Copies   []int64 // reports that it is directly a copy of
	Actors   map[annals.Ref]int64
	Tellings int
}

// session is the work on one report, with what it has looked at.
type session struct {
	known    *onceEach
	shelf    Shelf
	ctx      context.Context
	tellings map[int64]*shelved
	clusters map[int64]*history
	changed  map[int64]bool // tellings whose pairs are no longer what they were
}

func (ix *Incremental) session(ctx context.Context, shelf Shelf) *session {
	return &session{ix.known, shelf, ctx, map[int64]*shelved{}, map[int64]*history{}, map[int64]bool{}}
}

// Add gives a reading its place on a shelf. A document that is there already is
// left as it is.
func (ix *Incremental) Add(ctx context.Context, shelf Shelf, reading *annals.Reading) (Placement, error) {
	s := ix.session(ctx, shelf)
	id := reportID(reading.Document.ID)
	var old shelvedReport
	if found, err := s.get(id, &old); err != nil || found {
		if err == nil && old.Document != reading.Document.ID {
			err = fmt.Errorf("resolve: documents %s and %s have one number", old.Document, reading.Document.ID)
		}
		return Placement{}, err
	}
	var p Placement
	r := &shelvedReport{Document: reading.Document.ID}
	if err := s.placeCopies(id, reading.Document.Text, r); err != nil {
		return p, err
	}
	p.Copies = len(r.Copies)
	one := &Resolution{Readings: []*annals.Reading{reading}}
	if err := s.placeActors(one, r, &p); err != nil {
		return p, err
	}
	if err := s.placeEvents(one, id, r, &p); err != nil {
		return p, err
	}
	return p, s.put(id, r)
}

// Numbers of things on the shelf: of a report and its tellings those that its
// document's ID begins with, so that they ascend as reports do by document; of
// all else a hash, negative.
const tellingBits = 10 // a report has fewer tellings than 1 << tellingBits

func reportID(document string) int64 {
	const digits = 16 // of a number of 64 bits
	hex := strings.TrimPrefix(document, "sha256:")
	if len(hex) >= digits {
		if n, err := strconv.ParseUint(hex[:digits], 16, 64); err == nil {
			return int64(n >> (tellingBits + 1) << tellingBits)
		}
	}
	return int64(hash64(document) >> (tellingBits + 1) << tellingBits)
}

// tellingID is the number of a report's telling, from 0.
func tellingID(report int64, n int) int64 { return report + int64(n) + 1 }

func reportOf(telling int64) int64 { return telling >> tellingBits << tellingBits }

func hash64(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	x := h.Sum64() // FNV leaves the first bits of like strings alike
	x = (x ^ x>>32) * 0x9E3779B97F4A7C15
	return x ^ x>>29
}

// nameOf is the number or key of what is no report and no telling.
func nameOf(kind, name string) int64 { return math.MinInt64 | int64(hash64(kind+"|"+name)>>1) }

func (s *session) get(id int64, into any) (bool, error) {
	body, err := s.shelf.Get(s.ctx, id)
	if err != nil || body == nil {
		return false, err
	}
	if err := json.Unmarshal(body, into); err != nil {
		return false, fmt.Errorf("resolve: the index is damaged at %d: %w", id, err)
	}
	return true, nil
}

func (s *session) put(id int64, body any) error {
	packed, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return s.shelf.Put(s.ctx, id, packed)
}
