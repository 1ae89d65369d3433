package chain

import (
	"context"
	"testing"
)

var labels = Labels{Types: []string{"x", "y"}}

// teach makes a model that learned words: "a" alone is an x, "b c" is a y.
func teach(t testing.TB, partly bool) *Model {
	t.Helper()
	feature := func(w string) []uint64 { return []uint64{uint64(w[0]) << 40, 1 << 50} }
	known := func(y int) Set { return 1 << y }
	var examples []Example
	for range 20 {
		e := Example{Features: [][]uint64{feature("a"), feature("o"), feature("b"), feature("c")},
			Allowed: []Set{known(labels.Label(0, Single)), known(Outside), known(labels.Label(1, Begin)), known(labels.Label(1, End))}}
		examples = append(examples, e, Example{Features: [][]uint64{feature("o"), feature("o")}, Allowed: []Set{known(Outside), known(Outside)}})
		if partly {
			e.Allowed = []Set{labels.All(), known(Outside), labels.All(), labels.All()}
			examples = append(examples, e)
		}
	}
	trainer := NewTrainer(labels)
	trainer.Count(examples, 1)
	if err := trainer.Run(context.Background(), examples, 5, 1, nil); err != nil {
		t.Fatal(err)
	}
	return trainer.Model(1)
}

func decode(m *Model, words string) []Span {
	var s Scratch
	m.Start(&s, len(words))
	for i := range len(words) {
		m.Emit(&s, i, []uint64{uint64(words[i]) << 40, 1 << 50})
	}
	return m.Labels.Spans(m.Decode(&s, 0), nil)
}

func TestLearns(t *testing.T) {
	for _, partly := range []bool{false, true} {
		m := teach(t, partly)
		check := func(words string, want ...Span) {
			t.Helper()
			got := decode(m, words)
			if len(got) != len(want) {
				t.Errorf("%s: %v, want %v", words, got, want)
				return
			}
			for i := range got {
				if got[i].First != want[i].First || got[i].Last != want[i].Last || got[i].Type != want[i].Type {
					t.Errorf("%s: %v, want %v", words, got, want)
				}
			}
		}
		check("oao", Span{First: 1, Last: 2, Type: 0})
		check("obca", Span{First: 1, Last: 3, Type: 1}, Span{First: 3, Last: 4, Type: 0})
		check("oo")
	}
}

func TestFileIsExact(t *testing.T) {
	m := teach(t, false)
	b := m.Append(nil)
	n, rest, err := Decode(append(b, 9))
	if err != nil || len(rest) != 1 {
		t.Fatalf("%v, %d bytes left", err, len(rest))
	}
	if string(n.Append(nil)) != string(b) {
		t.Error("a model read back is another model")
	}
}

func TestDecodeRefusesDamage(t *testing.T) {
	b := teach(t, false).Append(nil)
	for n := range len(b) {
		if _, _, err := Decode(b[:n]); err == nil {
			t.Errorf("%d of %d bytes were read without an error", n, len(b))
		}
	}
}

func TestTransitions(t *testing.T) {
	check := func(a, b int, want bool) {
		t.Helper()
		if got := labels.Allowed(a, b); got != want {
			t.Errorf("%d then %d: %v", a, b, got)
		}
	}
	check(Outside, labels.Label(0, Begin), true)
	check(Outside, labels.Label(0, Inside), false)
	check(labels.Label(0, Begin), labels.Label(0, End), true)
	check(labels.Label(0, Begin), labels.Label(1, End), false)
	check(labels.Label(0, Begin), Outside, false)
	check(labels.Label(0, Begin), Edge, false)
	check(labels.Label(0, End), Edge, true)
	check(labels.Label(0, Single), labels.Label(1, Begin), true)
}
