// Package chain holds linear-chain conditional random fields over hashed
// features: a trainer that also learns from tokens whose label is only partly
// known, and the small immutable model it ends in.
//
// Source: Lafferty, McCallum and Pereira 2001; for partly known labels
// Tsuboi et al. 2008.
package chain

// Labels are the labels of a chain: "O", and for each type of span B (first),
// I (inner), E (last) and S (only) token of one.
type Labels struct {
	Types []string
}

// Positions of a token in a span; a label is 1 + 4*type + position.
const (
	Begin = iota
	Inside
	End
	Single
)

// Outside is the label of tokens in no span.
const Outside = 0

// Count is the number of labels.
func (l Labels) Count() int { return 1 + 4*len(l.Types) }

// Label is the label of a token at a position in a span of a type.
func (l Labels) Label(kind, position int) int { return 1 + 4*kind + position }

// Split is the type and position a label stands for; not for Outside.
func (l Labels) Split(label int) (kind, position int) { return (label - 1) / 4, (label - 1) % 4 }

// Allowed says whether label b may follow label a. Edge is before the first
// token and after the last.
func (l Labels) Allowed(a, b int) bool {
	if opens(a) { // a span is open: it must go on
		return b != Outside && b != Edge && (b-1)/4 == (a-1)/4 && ((b-1)%4 == Inside || (b-1)%4 == End)
	}
	return b == Outside || b == Edge || (b-1)%4 == Begin || (b-1)%4 == Single
}

// Edge stands for the end of the sequence.
const Edge = -1

// opens says whether a label leaves its span open.
func opens(label int) bool {
	return label > 0 && ((label-1)%4 == Begin || (label-1)%4 == Inside)
}

// Set is a set of labels, a bit each.
type Set uint64

// Has says whether the label is in the set.
func (s Set) Has(label int) bool { return s>>label&1 != 0 }

// All is the set of all labels.
func (l Labels) All() Set { return 1<<l.Count() - 1 }

// Span is a run of tokens first ≤ i < last with a type.
type Span struct {
	First, Last, Type int
	Score             float32 // by how much the model prefers it to no span, at its weakest token
}

// Spans reads the spans off a sequence of labels and appends them to out.
func (l Labels) Spans(labels []uint8, out []Span) []Span {
	first := 0
	for i, y := range labels {
		if y == Outside {
			continue
		}
		kind, position := l.Split(int(y))
		if position == Begin || position == Single {
			first = i
		}
		if position == End || position == Single {
			out = append(out, Span{First: first, Last: i + 1, Type: kind})
		}
	}
	return out
}

// transitions lists, for each label, the labels that may come before it.
func (l Labels) transitions() [][]uint8 {
	n := l.Count()
	before := make([][]uint8, n)
	for b := range n {
		for a := range n {
			if l.Allowed(a, b) {
				before[b] = append(before[b], uint8(a))
			}
		}
	}
	return before
}
