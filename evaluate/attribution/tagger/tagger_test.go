package tagger

import (
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
	if got := m.Decode(&unseen, [Types]float64{}); !reflect.DeepEqual(got, unseen.Labels) {
		t.Errorf("got %v, want %v", got, unseen.Labels)
	}
	if got := m.Decode(&Sequence{}, [Types]float64{}); got != nil {
		t.Errorf("an empty passage gives %v", got)
	}
}
