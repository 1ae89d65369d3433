// Package perceptron holds averaged perceptrons over hashed features: a
// trainer, and the small immutable model it ends in.
package perceptron

import "math/bits"

// Feature is a hashed feature. Two features that meet in one hash share their
// weights; with 64 bits that does not happen in practice while training, and a
// model keeps 32 of them.
type Feature uint64

// Hash mixes the parts of a feature: its template number first.
func Hash(template uint64, parts ...uint64) Feature {
	h := template*0x9e3779b97f4a7c15 + 0x7f4a7c15
	for _, p := range parts {
		h = Mix(h, p)
	}
	return Feature(h)
}

// Mix folds p into the running hash h.
func Mix(h, p uint64) uint64 {
	hi, lo := bits.Mul64(h^p, 0x9fb21c651e98df25)
	return hi ^ lo ^ p<<1
}

// String hashes s (FNV-1a).
func String(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h
}

// Model scores classes by their features. It is not changed after it is made
// and may be shared between goroutines.
type Model struct {
	classes int
	slots   []slot // open addressing, a power of two long
	weights []weight
}

// slot is a feature and where its weights stand; count 0 is an empty slot.
type slot struct {
	key   uint32
	first uint32
	count uint32
}

// weight is the weight of one class.
type weight struct {
	class uint16
	value int16
}

// Classes is the number of classes the model tells apart.
func (m *Model) Classes() int { return m.classes }

// Score sets scores, one a class, to the sums of the features' weights.
func (m *Model) Score(features []Feature, scores []int32) {
	clear(scores)
	mask := uint32(len(m.slots) - 1)
	for _, f := range features {
		key := uint32(f >> 32)
		for at := key & mask; m.slots[at].count > 0; at = (at + 1) & mask {
			s := &m.slots[at]
			if s.key != key {
				continue
			}
			for _, w := range m.weights[s.first : s.first+s.count] {
				scores[w.class] += int32(w.value)
			}
			break
		}
	}
}

// Best is the class with the highest score, the lowest such class at a draw.
func Best(scores []int32) int {
	best := 0
	for c, s := range scores {
		if s > scores[best] {
			best = c
		}
	}
	return best
}
