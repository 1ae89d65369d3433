package desk

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/desk/snapshot"
	"github.com/annals-project/annals/privacy"
	"github.com/annals-project/annals/review"
)

// restShare is how long the desk leaves the machine to its readers after a
// derivation, in times of what that took.
const restShare = 1

// views are the account as coders see it and, made when first asked for, what
// waits for a person and the account as those see it who may only read.
type views struct {
	in      account.Input // what the account was derived from
	derived int64         // the latest revision that the account is right for; the log may be newer
	coder   *snapshot.Snapshot
	asked   []review.Item        // all that the account leaves open
	queue   func() []review.Item // of these, what waits for a person
	masked  func() *maskedView
	reader  func() *snapshot.Snapshot
}

// maskedView is an account as it may be shown to those who may only read.
type maskedView struct {
	*snapshot.Snapshot
	masker *privacy.Masker
}

// derive works the account out. before may be nil.
func derive(in account.Input, revision int64, before *views) *views {
	if before != nil {
		in.Before = before.coder.Account
	}
	made := time.Now()
	a := account.Derive(in)
	in.Before = nil
	v := &views{in: in, derived: revision, coder: snapshot.New(a, in.Judgements, revision, made), asked: review.Questions(a)}
	v.queue = sync.OnceValue(func() []review.Item { return review.Waiting(v.asked, in.Judgements) })
	v.masked = sync.OnceValue(func() *maskedView {
		m := privacy.NewMasker(a)
		open := m.Account()
		s := snapshot.New(open, open.Resolution.Judgements, revision, made)
		s.Masked = true
		return &maskedView{s, m}
	})
	v.reader = func() *snapshot.Snapshot { return v.masked().Snapshot }
	return v
}

// holds says whether the account of the views is right for an input too, whose
// log of judgements may be longer.
func (v *views) holds(in *account.Input) bool {
	return slices.Equal(v.in.Readings, in.Readings) && maps.Equal(v.in.Versions, in.Versions) &&
		slices.Equal(account.Bearing(v.in.Judgements), account.Bearing(in.Judgements))
}

// judged are the views with a newer log and the same account.
func (v *views) judged(log []annals.Judgement, revision int64) *views {
	next, masked := *v, v.masked
	next.coder = v.coder.Judged(log, revision)
	next.queue = sync.OnceValue(func() []review.Item { return review.Waiting(v.asked, log) })
	next.reader = sync.OnceValue(func() *snapshot.Snapshot {
		m := masked()
		return m.Judged(m.masker.Judgements(log), revision)
	})
	return &next
}

// run publishes whenever the record changes, until the context ends.
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
		case next := <-k.derived:
			k.deriving = false
			k.rested = time.Now().Add(restShare * time.Duration(k.took.Load()))
			now := k.current.Load().coder // the log went on meanwhile
			k.publish(next.judged(now.Log, now.Revision))
		}
		if err := k.refresh(ctx); err != nil && ctx.Err() == nil {
			slog.Error("the account could not be derived", "error", err)
			text := err.Error()
			k.lastError.Store(&text)
		}
	}
}

// refresh publishes what the record holds, if it has changed: a longer log at
// once, and when the account depends on what is new, the account as soon as it is
// derived. The first account it waits for.
func (k *keeper) refresh(ctx context.Context) error {
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return err
	}
	now := k.current.Load()
	if now != nil && now.coder.Revision == revision && now.derived == revision {
		return nil
	}
	in, revision, err := k.input(ctx)
	if err != nil {
		return err
	}
	if now == nil {
		k.publish(k.timed(in, revision, nil))
		return nil
	}
	next := now.judged(in.Judgements, revision)
	switch rest := time.Until(k.rested); {
	case now.holds(&in):
		next.derived = revision
	case k.deriving: // its end brings us back here
	case rest > 0:
		time.AfterFunc(rest, k.wake)
	default:
		k.deriving = true
		go func() { k.derived <- k.timed(in, revision, now) }()
	}
	k.publish(next)
	return nil
}

// timed derives, and remembers how long that took.
func (k *keeper) timed(in account.Input, revision int64, before *views) *views {
	begun := time.Now()
	next := derive(in, revision, before)
	k.took.Store(int64(time.Since(begun)))
	return next
}

func (k *keeper) publish(next *views) {
	k.current.Store(next)
	k.lastError.Store(nil)
	k.arrived.Lock()
	close(k.news)
	k.news = make(chan struct{})
	k.arrived.Unlock()
}
