package desk

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/desk/snapshot"
	"github.com/annals-project/annals/record"
	"github.com/annals-project/annals/resolve"
	"github.com/annals-project/annals/review"
)

const (
	// pollInterval is how often the record is asked whether another program
	// changed it.
	pollInterval = 3 * time.Second
	// settleTime is how long changes are gathered before the account is derived
	// again, so that a burst of them costs one derivation.
	settleTime = 50 * time.Millisecond
)

// keeper keeps the snapshot of a record: one goroutine derives, all others read
// the current one without a lock.
type keeper struct {
	store record.Store
	known resolve.Aliases
	mask  func(*account.Account) *account.Account

	current atomic.Pointer[views]
	kick    chan struct{}

	// writing orders the desk's own changes, so that it can tell them from those
	// of other programs and keep the readings it has.
	writing  sync.Mutex
	readings []*annals.Reading
	loaded   int64 // the revision that readings are of; judgements do not matter for it

	arrived   sync.Mutex
	news      chan struct{} // closed when a new snapshot is there
	lastError atomic.Pointer[string]
}

// views are the account as coders see it and, made when first asked for, as
// those see it who may only read.
type views struct {
	coder  *snapshot.Snapshot
	queue  []review.Item // what waits for a person
	reader func() *snapshot.Snapshot
}

func newKeeper(store record.Store, known resolve.Aliases, mask func(*account.Account) *account.Account) *keeper {
	return &keeper{store: store, known: known, mask: mask, kick: make(chan struct{}, 1), news: make(chan struct{}), loaded: -1}
}

// run derives whenever the record changes, until the context ends.
func (k *keeper) run(ctx context.Context) {
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-k.kick:
			select {
			case <-time.After(settleTime):
			case <-ctx.Done():
				return
			}
		case <-ticker.C:
		}
		if err := k.refresh(ctx); err != nil && ctx.Err() == nil {
			slog.Error("the account could not be derived", "error", err)
			text := err.Error()
			k.lastError.Store(&text)
		}
	}
}

// refresh derives the account anew if the record has changed.
func (k *keeper) refresh(ctx context.Context) error {
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return err
	}
	if now := k.current.Load(); now != nil && now.coder.Revision == revision {
		return nil
	}
	in, revision, err := k.input(ctx)
	if err != nil {
		return err
	}
	log := in.Judgements
	made := time.Now()
	coder := snapshot.New(account.Derive(in), log, revision, made)
	next := &views{coder: coder, queue: review.Queue(coder.Account), reader: sync.OnceValue(func() *snapshot.Snapshot {
		s := snapshot.New(k.mask(coder.Account), log, revision, made)
		s.Masked = true
		return s
	})}
	k.current.Store(next)
	k.lastError.Store(nil)
	k.arrived.Lock()
	close(k.news)
	k.news = make(chan struct{})
	k.arrived.Unlock()
	return nil
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

// wait waits until the snapshot is of a revision or later; false when the
// context ends first.
func (k *keeper) wait(ctx context.Context, revision int64) bool {
	for {
		k.arrived.Lock()
		news := k.news
		k.arrived.Unlock()
		if now := k.current.Load(); now != nil && now.coder.Revision >= revision {
			return true
		}
		select {
		case <-news:
		case <-ctx.Done():
			return false
		}
	}
}
