package desk

import (
	"context"
	"sync"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/desk/snapshot"
)

// keptOutcomes is how many worked-out outcomes are kept for those who look again.
const keptOutcomes = 32

// suppositions works out what judgements would do before they are made: the
// account is derived as it would be with them, and compared with what it is.
type suppositions struct {
	keeper *keeper
	turn   sync.Mutex // one at a time: each costs what deriving the account costs

	lock  sync.Mutex
	known map[supposed]*supposition
}

// supposed is what is asked for: a judgement on a pair, at a revision.
type supposed struct {
	revision             int64
	left, right, verdict string
}

// supposition is an outcome, once done is closed.
type supposition struct {
	done    chan struct{}
	outcome outcome
	err     error
}

func newSuppositions(k *keeper) *suppositions {
	return &suppositions{keeper: k, known: map[supposed]*supposition{}}
}

// of is the outcome of a judgement on two things; nil when it is still being
// worked out as the context ends. It goes on then, for who asks again.
func (p *suppositions) of(ctx context.Context, before *snapshot.Snapshot, j annals.Judgement) (*outcome, error) {
	x := p.begin(before, j)
	select {
	case <-x.done:
		return &x.outcome, x.err
	case <-ctx.Done():
		return nil, nil
	}
}

func (p *suppositions) begin(before *snapshot.Snapshot, j annals.Judgement) *supposition {
	p.lock.Lock()
	defer p.lock.Unlock()
	at := supposed{before.Revision, j.Left, j.Right, j.Verdict}
	if x := p.known[at]; x != nil {
		return x
	}
	if len(p.known) >= keptOutcomes {
		clear(p.known)
	}
	x := &supposition{done: make(chan struct{})}
	p.known[at] = x
	go func() {
		defer close(x.done)
		x.outcome, x.err = p.workOut(before, j)
	}()
	return x
}

func (p *suppositions) workOut(before *snapshot.Snapshot, j annals.Judgement) (outcome, error) {
	p.turn.Lock()
	defer p.turn.Unlock()
	in, revision, err := p.keeper.input(context.Background()) // whoever asked may have gone; the next one wants it too
	if err != nil {
		return outcome{}, err
	}
	in.Judgements, in.Before = append(in.Judgements, annals.NewJudgement(j)), before.Account
	after := snapshot.New(account.Derive(in), in.Judgements, revision, j.At)
	return compare(before, after, j), nil
}
