package linear

import "math"

// Group is a choice between candidates, each a set of hashed features. Of the right
// ones any will do.
type Group struct {
	Candidates [][]uint32
	Right      []bool // by candidate; at least one
}

// Rank fits a model of one class to choices: the chance of a candidate is the exponential
// of its Score over the sum of all of its group. Classes of s is not used.
func Rank(groups []Group, s Settings) *Model {
	s.Classes = 1
	var all []Example
	for _, g := range groups {
		for _, c := range g.Candidates {
			all = append(all, Example{Features: c})
		}
	}
	t, kept := newTrainer(all, s)
	order := make([]int, len(groups))
	first := make([]int, len(groups))
	for i := range groups {
		order[i] = i
		if i > 0 {
			first[i] = first[i-1] + len(groups[i-1].Candidates)
		}
	}
	mix := newShuffler(len(groups))
	for range s.Epochs {
		mix.shuffle(order)
		for _, n := range order {
			t.choose(kept[first[n]:first[n]+len(groups[n].Candidates)], groups[n].Right)
		}
	}
	return t.mean()
}

// choose takes a step for one group.
func (t *trainer) choose(candidates []Example, right []bool) {
	p := make([]float64, len(candidates))
	for i := range candidates {
		for _, row := range candidates[i].Features {
			p[i] += float64(t.weights[row])
		}
	}
	softmax(p)
	good := 0.0
	for i := range p {
		if right[i] {
			good += p[i]
		}
	}
	for i := range candidates {
		g := p[i]
		if right[i] {
			g -= p[i] / max(good, math.SmallestNonzeroFloat32)
		}
		for _, row := range candidates[i].Features {
			t.move(int(row), 0, g)
		}
	}
	t.step++
}

// Score is what speaks for a candidate, in a model that Rank made.
func (m *Model) Score(features []uint32) float64 {
	sum := 0.0
	for _, f := range features {
		if at := m.slot(f); m.keys[at] != 0 {
			sum += float64(m.weights[at*m.classes])
		}
	}
	return sum
}
