package order

import (
	"testing"

	"pgregory.net/rapid"
)

// TestOrder draws records beside those of the task.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newTrial(rapid.Uint64().Draw(t, "seed"))
		if !x.sameInAnyOrder() {
			t.Fatal("another account in another order")
		}
		if !x.undoes() {
			t.Fatal("undoing does not give back what was")
		}
	})
}

// TestTrials wants the records to put the question: that judgements change the
// account, mostly.
func TestTrials(t *testing.T) {
	changed := 0
	for seed := range uint64(100) {
		x := newTrial(seed)
		if digest(x.readings, x.log) != digest(x.readings, nil) {
			changed++
		}
	}
	if changed < 50 {
		t.Errorf("the judgements of %d records of 100 change anything", changed)
	}
}
