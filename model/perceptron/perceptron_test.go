package perceptron

import (
	"bytes"
	"testing"
)

// taught is a model that has learned which of three classes goes with which of
// three words.
func taught() *Model {
	t := NewTrainer(3)
	scores := make([]float32, 3)
	for range 5 {
		for class, word := range []string{"army", "said", "quickly"} {
			f := []Feature{Hash(1, String(word)), Hash(2)}
			t.Score(f, scores)
			best := 0
			for c := range scores {
				if scores[c] > scores[best] {
					best = c
				}
			}
			if best != class {
				t.Update(f, class, 1)
				t.Update(f, best, -1)
			}
			t.Step()
		}
	}
	return t.Model(16, 1)
}

func TestLearnsAndKeeps(t *testing.T) {
	raw := taught().Append(nil)
	m, rest, err := Decode(append(raw, "rest"...))
	if err != nil || string(rest) != "rest" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	if !bytes.Equal(m.Append(nil), raw) {
		t.Error("decoded and encoded again, the model has other bytes")
	}
	scores := make([]int32, m.Classes())
	for class, word := range []string{"army", "said", "quickly"} {
		m.Score([]Feature{Hash(1, String(word)), Hash(2)}, scores)
		if got := Best(scores); got != class {
			t.Errorf("%q is class %d, want %d", word, got, class)
		}
	}
}

func FuzzDecode(f *testing.F) {
	raw := taught().Append(nil)
	f.Add(raw)
	f.Add(raw[:len(raw)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, _, err := Decode(b); err == nil && m.Classes() > 0 {
			m.Score([]Feature{1, 2, 3}, make([]int32, m.Classes()))
		}
	})
}
