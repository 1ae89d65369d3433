package perceptron

import (
	"cmp"
	"math"
	"slices"
)

// Trainer learns the weights of a Model one example at a time. The same
// examples in the same order give the same model.
type Trainer struct {
	classes int
	rows    map[Feature]int32
	keys    []Feature
	now     []float32 // weights, a row of classes a feature
	sum     []float64 // the same, weighted by the step they were made in
	step    float64
}

// NewTrainer starts a model of so many classes with all weights zero.
func NewTrainer(classes int) *Trainer {
	return &Trainer{classes: classes, rows: map[Feature]int32{}, step: 1}
}

// Score sets scores, one a class, to the sums of the features' present weights.
func (t *Trainer) Score(features []Feature, scores []float32) {
	clear(scores)
	for _, f := range features {
		if row, ok := t.rows[f]; ok {
			for c, w := range t.now[int(row)*t.classes:][:t.classes] {
				scores[c] += w
			}
		}
	}
}

// Step counts an example as seen: averages weigh by it.
func (t *Trainer) Step() { t.step++ }

// Update moves the weights of the features for a class by delta.
func (t *Trainer) Update(features []Feature, class int, delta float32) {
	for _, f := range features {
		row, ok := t.rows[f]
		if !ok {
			row = int32(len(t.keys))
			t.rows[f] = row
			t.keys = append(t.keys, f)
			t.now = append(t.now, make([]float32, t.classes)...)
			t.sum = append(t.sum, make([]float64, t.classes)...)
		}
		at := int(row)*t.classes + class
		t.now[at] += delta
		t.sum[at] += float64(delta) * t.step
	}
}

// Model averages the weights over all steps, rounds them to scale steps a unit,
// and leaves out those that round to less than smallest.
func (t *Trainer) Model(scale float64, smallest int16) *Model {
	order := make([]int32, len(t.keys))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(t.keys[a], t.keys[b]) })
	m := &Model{classes: t.classes}
	var entries []slot
	for _, row := range order {
		first := len(m.weights)
		for c := range t.classes {
			at := int(row)*t.classes + c
			v := int16(max(-math.MaxInt16, min(math.MaxInt16, math.Round((float64(t.now[at])-t.sum[at]/t.step)*scale))))
			if v >= smallest || v <= -smallest {
				m.weights = append(m.weights, weight{uint16(c), v})
			}
		}
		if n := len(m.weights) - first; n > 0 {
			entries = append(entries, slot{uint32(t.keys[row] >> 32), uint32(first), uint32(n)})
		}
	}
	m.fill(entries)
	return m
}

// fill builds the hash table; of entries that share a key the first stays.
func (m *Model) fill(entries []slot) {
	size := 1
	for size < 2*len(entries)+2 {
		size *= 2
	}
	m.slots = make([]slot, size)
	mask := uint32(size - 1)
	for _, e := range entries {
		at := e.key & mask
		for m.slots[at].count > 0 {
			at = (at + 1) & mask
		}
		m.slots[at] = e
	}
}
