package tagger

import "math"

// Type is what a span of an attribution is.
type Type uint8

// Types of span.
const (
	Source Type = iota
	Cue
	Content
	Types = 3
)

var typeNames = [Types]string{"source", "cue", "content"}

// String is the type's name.
func (t Type) String() string { return typeNames[t] }

// A label is 0 outside, else 1 + 4·type + position: begin, inside, end, single.
const (
	begin  = 0
	inside = 1
	end    = 2
	single = 3

	// Labels is the number of labels.
	Labels = 1 + 4*Types
)

// Span is words first ≤ i < last of a passage.
type Span struct {
	Type        Type
	First, Last int
}

// never is the score of what may not follow.
var never = math.Inf(-1)

// allowed, first and final are 0 where a label may follow another, start or end
// a passage, else minus infinity.
var allowed, first, final = func() (a [Labels][Labels]float64, f, l [Labels]float64) {
	opens := func(y int) bool { return y == 0 || (y-1)%4 == begin || (y-1)%4 == single }
	closes := func(x int) bool { return x == 0 || (x-1)%4 == end || (x-1)%4 == single }
	for x := range Labels {
		if !opens(x) {
			f[x] = never
		}
		if !closes(x) {
			l[x] = never
		}
		for y := range Labels {
			within := !closes(x) && !opens(y) && (x-1)/4 == (y-1)/4
			if !(closes(x) && opens(y)) && !within {
				a[x][y] = never
			}
		}
	}
	return
}()

// Encode writes spans as labels of n words. Of spans that overlap the first wins.
func Encode(spans []Span, n int) []uint8 {
	labels := make([]uint8, n)
next:
	for _, s := range spans {
		if s.First >= s.Last || s.First < 0 || s.Last > n {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if labels[i] != 0 {
				continue next
			}
		}
		base := 1 + 4*uint8(s.Type)
		for i := s.First; i < s.Last; i++ {
			labels[i] = base + inside
		}
		labels[s.First], labels[s.Last-1] = base+begin, base+end
		if s.Last-s.First == 1 {
			labels[s.First] = base + single
		}
	}
	return labels
}

// Decoded reads the spans off labels.
func Decoded(labels []uint8) []Span {
	var out []Span
	start := 0
	for i, y := range labels {
		if y == 0 {
			continue
		}
		position := (y - 1) % 4
		if position == begin || position == single {
			start = i
		}
		if position == end || position == single {
			out = append(out, Span{Type((y - 1) / 4), start, i + 1})
		}
	}
	return out
}
