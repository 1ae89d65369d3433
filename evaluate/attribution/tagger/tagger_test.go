package tagger

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestLabelsKeepSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "words")
		var spans []Span
		for at := 0; at < n; {
			length := rapid.IntRange(1, n-at).Draw(t, "length")
			if rapid.Bool().Draw(t, "span") {
				spans = append(spans, Span{Type(rapid.IntRange(0, Types-1).Draw(t, "type")), at, at + length})
			}
			at += length
		}
		if got := Decoded(Encode(spans, n)); !reflect.DeepEqual(got, spans) {
			t.Fatalf("got %v, want %v", got, spans)
		}
	})
}

// TestLearns trains on passages in which feature 1 marks a cue and the words
// after it up to feature 2 are content, and reads one that it has not seen.
func TestLearns(t *testing.T) {
	passage := func(before, length int) Sequence {
		var s Sequence
		add := func(f uint32) { s.Features = append(s.Features, []uint32{f << 8, 9 << 8}) }
		for range before {
			add(0)
		}
		add(1)
		for range length {
			add(3)
		}
		add(2)
		s.Context = make([]uint8, len(s.Features))
		s.Labels = Encode([]Span{{Cue, before, before + 1}, {Content, before + 1, before + 1 + length}}, len(s.Features))
		return s
	}
	var train []Sequence
	for before := range 4 {
		for length := 2; length < 6; length++ {
			train = append(train, passage(before, length))
		}
	}
	m := Train(train, Options{Epochs: 20, Rate: 0.1})
	unseen := passage(6, 8)
	if got, want := m.Decode(&unseen, even), Decoded(unseen.Labels); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := m.Decode(&Sequence{}, even); got != nil {
		t.Errorf("an empty passage gives %v", got)
	}
}

// even asks of every type that a span is more likely than not.
var even = [Types]float64{0.5, 0.5, 0.5}

func TestChoice(t *testing.T) {
	cue := func(first, last int, chance float64) likely { return likely{Span{Cue, first, last}, chance} }
	check := func(name string, spans []likely, want ...Span) {
		t.Helper()
		if got := choice(spans, 6, [Types]float64{0.3, 0.3, 0.3}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	check("none", nil)
	check("less likely than not, but above the least", []likely{cue(1, 3, 0.4)}, Span{Cue, 1, 3})
	check("the likelier of two that overlap", []likely{cue(0, 3, 0.35), cue(1, 3, 0.5)}, Span{Cue, 1, 3})
	check("two small for a big one", []likely{cue(0, 6, 0.5), cue(0, 2, 0.45), cue(3, 6, 0.48)}, Span{Cue, 0, 2}, Span{Cue, 3, 6})
}

func TestThin(t *testing.T) {
	full := Sequence{Features: make([][]uint32, 50), Context: make([]uint8, 50)}
	for i := range full.Features {
		full.Features[i] = []uint32{1, 2, 3, 4}
	}
	check := func(noise float64, least, most int) {
		t.Helper()
		var seen Sequence
		seen.thin(&full, noise, rand.New(rand.NewPCG(1, 1)))
		n := 0
		for _, f := range seen.Features {
			n += len(f)
		}
		if n < least || n > most {
			t.Errorf("noise %v leaves %d of 200 features", noise, n)
		}
	}
	check(0, 200, 200)
	check(0.5, 70, 130)
	check(1, 0, 0)
}
