package desk

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/resolve"
)

const (
	// pollInterval is how often the record is asked whether another program
	// changed it.
	pollInterval = 3 * time.Second
	// settleTime is how long changes are gathered before the account is derived
	// again, so that a burst of them costs one derivation.
	settleTime = 50 * time.Millisecond
)

// keeper keeps the snapshot of a record: one goroutine publishes, all others read
// the current one without a lock. What a person judges shows in the log at once;
// where the account depends on it, the account is derived beside that.
type keeper struct {
	store record.Store
	known resolve.Aliases

	current  atomic.Pointer[views]
	kick     chan struct{}
	derived  chan *views  // what a derivation gave
	deriving bool         // known to the publishing goroutine alone, as are the next two
	rested   time.Time    // no derivation begins before
	took     atomic.Int64 // time.Duration of the last derivation

	// writing orders the desk's own changes, so that it can tell them from those
	// of other programs and keep the readings it has.
	writing  sync.Mutex
	readings []*annals.Reading
	loaded   int64 // the revision that readings are of; judgements do not matter for it

	arrived   sync.Mutex
	news      chan struct{} // closed when a new snapshot is there
	lastError atomic.Pointer[string]
}

func newKeeper(store record.Store, known resolve.Aliases) *keeper {
	return &keeper{store: store, known: known, kick: make(chan struct{}, 1), derived: make(chan *views, 1), news: make(chan struct{}), loaded: -1}
}

// input gathers what the account is derived from. The readings are read from the
// store only when something but a judgement of the desk's own has changed.
func (k *keeper) input(ctx context.Context) (account.Input, int64, error) {
	k.writing.Lock()
	defer k.writing.Unlock()
	var in account.Input
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return in, 0, err
	}
	if revision != k.loaded {
		k.readings = nil
		for r, err := range k.store.Readings(ctx) {
			if err != nil {
				return in, 0, err
			}
			r.Document.Raw = nil // the account never asks for it, and it is the larger half
			k.readings = append(k.readings, r)
		}
		k.loaded = revision
	}
	in.Readings = slices.Clone(k.readings)
	in.Known = k.known
	if in.Judgements, err = k.store.Judgements(ctx); err != nil {
		return in, 0, err
	}
	in.Versions, err = k.store.Versions(ctx)
	return in, revision, err
}

// whole is all that the record holds, the reports as received included.
func (k *keeper) whole(ctx context.Context) (account.Input, error) {
	in := account.Input{Known: k.known}
	for r, err := range k.store.Readings(ctx) {
		if err != nil {
			return in, err
		}
		in.Readings = append(in.Readings, r)
	}
	var err error
	if in.Judgements, err = k.store.Judgements(ctx); err != nil {
		return in, err
	}
	in.Versions, err = k.store.Versions(ctx)
	return in, err
}

// change makes a change of the record and keeps the readings in step with it, if
// nobody else changed the record meanwhile. It gives the revision it made.
func (k *keeper) change(ctx context.Context, write func() ([]*annals.Reading, error)) (int64, error) {
	k.writing.Lock()
	defer k.writing.Unlock()
	before, err := k.store.Revision(ctx)
	if err != nil {
		return 0, err
	}
	added, err := write()
	if err != nil {
		return 0, err
	}
	after, err := k.store.Revision(ctx)
	if err != nil {
		return 0, err
	}
	if before == k.loaded && after <= before+1 {
		k.loaded = after
		for _, r := range added {
			k.take(r)
		}
	}
	k.wake()
	return after, nil
}

// take puts a reading in the place of an older one of the same report.
func (k *keeper) take(r *annals.Reading) {
	i, found := slices.BinarySearchFunc(k.readings, r.Document.ID, func(have *annals.Reading, id string) int {
		switch {
		case have.Document.ID < id:
			return -1
		case have.Document.ID > id:
			return 1
		}
		return 0
	})
	next := slices.Clone(k.readings)
	if found {
		next[i] = r
	} else {
		next = slices.Insert(next, i, r)
	}
	k.readings = next
}

func (k *keeper) wake() {
	select {
	case k.kick <- struct{}{}:
	default: // it is awake
	}
}

// wait waits until the snapshot shows a revision: its log, and the account derived
// from it where that takes no longer than patience. False when the account is
// still to come, or the context ends first.
func (k *keeper) wait(ctx context.Context, revision int64) bool {
	for {
		k.arrived.Lock()
		news := k.news
		k.arrived.Unlock()
		if now := k.current.Load(); now != nil {
			switch {
			case now.derived >= revision:
				return true
			case now.coder.Revision >= revision && time.Duration(k.took.Load()) > patience:
				return false
			}
		}
		select {
		case <-news:
		case <-ctx.Done():
			return false
		}
	}
}
