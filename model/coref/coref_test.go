package coref

import "testing"

func TestLearnsAndReadsBack(t *testing.T) {
	trainer := NewTrainer(0.1)
	good, bad := []uint64{1 << 40, 2 << 40}, []uint64{1 << 40, 3 << 40}
	for range 50 {
		trainer.Learn(Choice{Options: [][]uint64{bad, good}, Right: []bool{false, true}})
		trainer.Learn(Choice{Options: [][]uint64{bad}, Right: []bool{false}}) // nothing right: nothing to learn
	}
	r := trainer.Ranker(0.01)
	if r.Score(good) <= r.Score(bad) {
		t.Errorf("good %d, bad %d", r.Score(good), r.Score(bad))
	}
	b := r.Append(nil)
	back, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if back.Score(good) != r.Score(good) || back.Score(bad) != r.Score(bad) {
		t.Error("a ranker read back scores otherwise")
	}
	for n := range len(b) {
		if _, err := Decode(b[:n]); err == nil {
			t.Errorf("%d of %d bytes were read without an error", n, len(b))
		}
	}
}

func TestModifierMatch(t *testing.T) {
	check := func(a, b []uint64, want uint64) {
		t.Helper()
		if got := modifierMatch(&Mention{Modifiers: a}, &Mention{Modifiers: b}); got != want {
			t.Errorf("%v %v: %d, want %d", a, b, got, want)
		}
	}
	check(nil, nil, 0)
	check([]uint64{1}, []uint64{1, 2}, 1)
	check([]uint64{1, 3}, []uint64{1, 2}, 2)
	check([]uint64{3}, []uint64{1}, 3)
	check(nil, []uint64{1}, 4)
}
