// Package order measures whether the account depends on the order in which
// reports and judgements come in, and whether undoing judgements gives back
// exactly what was.
package order

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/account"
	"github.com/annals-project/annals/evaluate"
)

// trials is how many random records are shuffled, judged and undone.
const trials = 1000

// Tasks are the measurements of order.
func Tasks() []evaluate.Task { return []evaluate.Task{{Name: "order", Run: run}} }

func run(ctx context.Context, _ evaluate.Env) (evaluate.Report, error) {
	r := evaluate.Report{Title: "Order of arrival, and undoing"}
	shuffled, undone := 0, 0
	for seed := range uint64(trials) {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		t := newTrial(seed)
		if !t.sameInAnyOrder() {
			shuffled++
			r.Detail = append(r.Detail, fmt.Sprintf("record %d: another account in another order", seed))
		}
		if !t.undoes() {
			undone++
			r.Detail = append(r.Detail, fmt.Sprintf("record %d: undoing does not give back what was", seed))
		}
	}
	row := func(measure string, n int) evaluate.Row {
		return evaluate.Row{Set: "random records", Part: "all", Measure: measure, Value: float64(n), N: trials, Unit: "records", Lower: true}
	}
	r.Rows = []evaluate.Row{row("another account in another order", shuffled), row("undoing does not give back what was", undone)}
	r.Notes = []string{"Each record is a few made-up reports, some of them copies, with names, attacks, numbers and claims that often agree, and a log of random judgements. " +
		"Reports and log are shuffled; then the last judgements are withdrawn, and all of them. None may change the derived account."}
	return r, nil
}

// trial is one random record with a log of judgements.
type trial struct {
	random   *rand.Rand
	readings []*annals.Reading
	log      []annals.Judgement
	at       time.Time
}

func newTrial(seed uint64) *trial {
	t := &trial{random: rand.New(rand.NewPCG(seed, seed)), at: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}
	for i := range 2 + t.random.IntN(6) {
		t.readings = append(t.readings, t.report(i))
	}
	for range t.random.IntN(8) {
		t.judge()
	}
	return t
}

// sameInAnyOrder shuffles reports and log.
func (t *trial) sameInAnyOrder() bool {
	want := digest(t.readings, t.log)
	readings, log := slices.Clone(t.readings), slices.Clone(t.log)
	t.random.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
	t.random.Shuffle(len(log), func(i, j int) { log[i], log[j] = log[j], log[i] })
	return digest(readings, log) == want
}

// undoes withdraws some of the last judgements, and then all, in random order.
func (t *trial) undoes() bool {
	for _, kept := range []int{t.random.IntN(len(t.log) + 1), 0} {
		log := slices.Clone(t.log)
		undone := slices.Clone(t.log[kept:])
		t.random.Shuffle(len(undone), func(i, j int) { undone[i], undone[j] = undone[j], undone[i] })
		for again := true; again; { // undoing a withdrawal lets what it withdrew stand
			again = false
			for _, j := range undone {
				if annals.Stands(log)(j.ID) {
					log, again = append(log, t.sign(annals.Judgement{Left: j.ID, Verdict: annals.Withdrawn})), true
				}
			}
		}
		if digest(t.readings, log) != digest(t.readings, standingOf(t.log, log)) {
			return false
		}
		if kept == 0 && digest(t.readings, log) != digest(t.readings, nil) {
			return false
		}
	}
	return true
}

// standingOf is the judgements of a log that nothing withdrew in the end.
func standingOf(log, withWithdrawals []annals.Judgement) []annals.Judgement {
	stands := annals.Stands(withWithdrawals)
	var out []annals.Judgement
	for _, j := range log {
		if j.Verdict != annals.Withdrawn && stands(j.ID) {
			out = append(out, j)
		}
	}
	return out
}

// digest is a hash of all that is derived.
func digest(readings []*annals.Reading, log []annals.Judgement) [sha256.Size]byte {
	a := account.Derive(account.Input{Readings: slices.Clone(readings), Judgements: slices.Clone(log)})
	r := a.Resolution
	packed, err := json.Marshal([]any{r.Groups, r.Actors, r.Events, r.Origins, r.Reuses, r.Decisions, a.Documents, a.Actors, a.Events, a.Relations, a.Claims, a.Conflicts, a.Amendments})
	if err != nil {
		panic("an account holds what JSON cannot: " + err.Error())
	}
	return sha256.Sum256(packed)
}
