package scorer

import (
	"math"
	"math/rand/v2"
)

// Example is a pair of which it is known whether it is one thing.
type Example struct {
	Reasons []Reason
	Same    bool
}

// How weights are learned: logistic regression by stochastic descent with steps
// by AdaGrad, after which the weights of all passes are averaged.
const (
	passes  = 6
	step    = 0.2
	shrink  = 1e-6 // pull of each weight towards 0, an example
	epsilon = 1e-8
)

// Learn fits weights to examples; the same examples give the same weights.
func Learn(examples []Example) Weights {
	index := map[string]int{Always: 0}
	var names []string
	names = append(names, Always)
	type row struct {
		at    []int
		value []float64
		same  float64
	}
	rows := make([]row, len(examples))
	for i, e := range examples {
		r := row{at: []int{0}, value: []float64{1}}
		if e.Same {
			r.same = 1
		}
		for _, reason := range e.Reasons {
			k, ok := index[reason.Name]
			if !ok {
				k = len(names)
				index[reason.Name] = k
				names = append(names, reason.Name)
			}
			r.at, r.value = append(r.at, k), append(r.value, reason.Value)
		}
		rows[i] = r
	}
	weight, moved, sum := make([]float64, len(names)), make([]float64, len(names)), make([]float64, len(names))
	random := rand.New(rand.NewPCG(7, 7))
	for range passes {
		for _, i := range random.Perm(len(rows)) {
			r := &rows[i]
			z := 0.0
			for k, at := range r.at {
				z += weight[at] * r.value[k]
			}
			miss := 1/(1+math.Exp(-z)) - r.same
			for k, at := range r.at {
				g := miss*r.value[k] + shrink*weight[at]
				moved[at] += g * g
				weight[at] -= step * g / math.Sqrt(moved[at]+epsilon)
			}
		}
		for k := range sum {
			sum[k] += weight[k] / passes
		}
	}
	out := Weights{}
	for k, name := range names {
		out[name] = sum[k]
	}
	return out
}
