package chain

import (
	"context"
	"math"
)

// Example is one sequence: for each token its features, and the labels it may
// have (one, when it is known).
type Example struct {
	Features [][]uint64
	Allowed  []Set
	Weight   float32 // how much it counts; 0 is 1
}

// Trainer learns by AdaGrad, one sequence at a time. The same examples in the
// same order give the same weights.
type Trainer struct {
	Labels Labels
	Rate   float32 // step size
	L2     float32 // shrinkage of the weights a sequence touches

	n      int
	before [][]uint8
	rows   map[uint64]int32
	keys   []uint64
	w, g   []float32 // weights and sums of squared gradients, a row of n a feature
	tw, tg []float32 // of transitions, n*n
	row    [][]int32 // scratch: rows of the features of each token
	emit   []float64
	f, b   [2][]float64
	scale  [2][]float64
	trans  []float64
	grad   []float32
}

// NewTrainer starts with all weights zero.
func NewTrainer(labels Labels) *Trainer {
	n := labels.Count()
	return &Trainer{Labels: labels, Rate: 0.1, n: n, before: labels.transitions(), rows: map[uint64]int32{},
		tw: make([]float32, n*n), tg: make([]float32, n*n), trans: make([]float64, n*n), grad: make([]float32, n)}
}

// Count makes features known. Those never counted are not learned.
func (t *Trainer) Count(examples []Example, atLeast int32) {
	counts := map[uint64]int32{}
	var order []uint64
	for i := range examples {
		for _, fs := range examples[i].Features {
			for _, f := range fs {
				if counts[f]++; counts[f] == atLeast {
					order = append(order, f)
				}
			}
		}
	}
	for _, f := range order {
		if _, ok := t.rows[f]; !ok {
			t.rows[f] = int32(len(t.keys))
			t.keys = append(t.keys, f)
		}
	}
	grow := len(t.keys)*t.n - len(t.w)
	t.w = append(t.w, make([]float32, grow)...)
	t.g = append(t.g, make([]float32, grow)...)
}

// Features is how many features are known.
func (t *Trainer) Features() int { return len(t.keys) }

// Clone is an independent copy that can learn on.
func (t *Trainer) Clone() *Trainer {
	c := NewTrainer(t.Labels)
	c.Rate, c.L2 = t.Rate, t.L2
	c.keys = append(c.keys, t.keys...)
	for i, k := range c.keys {
		c.rows[k] = int32(i)
	}
	c.w, c.g = append(c.w, t.w...), append(c.g, t.g...)
	copy(c.tw, t.tw)
	copy(c.tg, t.tg)
	return c
}

// Learn takes one step towards the example.
func (t *Trainer) Learn(x Example) {
	m := len(x.Features)
	if m == 0 {
		return
	}
	t.prepare(x)
	t.forwardBackward(0, x, false)
	if !t.forwardBackward(1, x, true) {
		return // the labels contradict each other
	}
	t.update(x)
}

// prepare looks up rows and sums emission scores.
func (t *Trainer) prepare(x Example) {
	m := len(x.Features)
	for len(t.row) < m {
		t.row = append(t.row, nil)
	}
	for len(t.emit) < m*t.n {
		t.emit = append(t.emit, make([]float64, m*t.n)...)
	}
	for i, fs := range x.Features {
		row := t.row[i][:0]
		clear(t.grad)
		for _, f := range fs {
			if r, ok := t.rows[f]; ok {
				row = append(row, r)
				for y, w := range t.w[int(r)*t.n : int(r)*t.n+t.n] {
					t.grad[y] += w
				}
			}
		}
		t.row[i] = row
		top := float32(math.Inf(-1))
		for _, s := range t.grad {
			top = max(top, s)
		}
		for y, s := range t.grad {
			t.emit[i*t.n+y] = math.Exp(float64(s - top))
		}
	}
	for i, w := range t.tw {
		t.trans[i] = math.Exp(float64(w))
	}
}

// forwardBackward fills the forward and backward sums of lattice k, over all
// labels or the allowed ones only. It is false when no path is left.
func (t *Trainer) forwardBackward(k int, x Example, constrained bool) bool {
	m, n := len(x.Features), t.n
	for len(t.f[k]) < m*n {
		t.f[k] = append(t.f[k], make([]float64, m*n)...)
		t.b[k] = append(t.b[k], make([]float64, m*n)...)
		t.scale[k] = append(t.scale[k], make([]float64, m)...)
	}
	f, b := t.f[k], t.b[k]
	for i := range m {
		sum := 0.0
		for y := range n {
			v := 0.0
			if !constrained || x.Allowed[i].Has(y) {
				switch {
				case i > 0:
					for _, p := range t.before[y] {
						v += f[(i-1)*n+int(p)] * t.trans[int(p)*n+y]
					}
				case t.Labels.Allowed(Outside, y):
					v = 1
				}
				if i == m-1 && !t.Labels.Allowed(y, Edge) {
					v = 0
				}
				v *= t.emit[i*n+y]
			}
			f[i*n+y] = v
			sum += v
		}
		if sum <= 0 || math.IsNaN(sum) {
			return false
		}
		t.scale[k][i] = sum
		for y := range n {
			f[i*n+y] /= sum
		}
	}
	for y := range n {
		b[(m-1)*n+y] = 1
	}
	for i := m - 2; i >= 0; i-- {
		clear(b[i*n : i*n+n])
		for y := range n {
			if f[(i+1)*n+y] == 0 {
				continue
			}
			v := b[(i+1)*n+y] * t.emit[(i+1)*n+y] / t.scale[k][i+1]
			for _, p := range t.before[y] {
				b[i*n+int(p)] += v * t.trans[int(p)*n+y]
			}
		}
	}
	return true
}

// update moves the weights along the difference of the two lattices.
func (t *Trainer) update(x Example) {
	m, n := len(x.Features), t.n
	weight := x.Weight
	if weight == 0 {
		weight = 1
	}
	for i := range m {
		busy := false
		for y := range n {
			d := float32(t.f[1][i*n+y]*t.b[1][i*n+y] - t.f[0][i*n+y]*t.b[0][i*n+y])
			t.grad[y] = d * weight
			busy = busy || d > minStep || d < -minStep
		}
		if i > 0 {
			t.moveTransitions(x, i, weight)
		}
		if !busy {
			continue
		}
		for _, r := range t.row[i] {
			w, g := t.w[int(r)*n:int(r)*n+n], t.g[int(r)*n:int(r)*n+n]
			for y, d := range t.grad {
				if d -= t.L2 * w[y]; d != 0 {
					g[y] += d * d
					w[y] += t.Rate * d / (float32(math.Sqrt(float64(g[y]))) + adaStart)
				}
			}
		}
	}
}

// minStep is the smallest gradient worth a step: below it nothing changes once
// weights are rounded.
const minStep = 1e-4

// adaStart keeps the first steps of a weight from being as long as all others together.
const adaStart = 0.3

func (t *Trainer) moveTransitions(x Example, i int, weight float32) {
	n := t.n
	for y := range n {
		for _, p := range t.before[y] {
			at := int(p)*n + y
			d := 0.0
			for k, sign := range [2]float64{-1, 1} {
				if k == 1 && !x.Allowed[i].Has(y) {
					continue
				}
				d += sign * t.f[k][(i-1)*n+int(p)] * t.trans[at] * t.emit[i*n+y] / t.scale[k][i] * t.b[k][i*n+y]
			}
			if g := float32(d) * weight; g > minStep || g < -minStep {
				t.tg[at] += g * g
				t.tw[at] += t.Rate * g / (float32(math.Sqrt(float64(t.tg[at]))) + adaStart)
			}
		}
	}
}

// Run learns from all examples so many times, in an order shuffled by seed,
// with the step size falling to a tenth. It stops early when ctx ends.
func (t *Trainer) Run(ctx context.Context, examples []Example, epochs int, seed uint64, tell func(epoch int)) error {
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	rate := t.Rate
	for e := range epochs {
		shuffle(order, &seed)
		t.Rate = rate * (1 - 0.9*float32(e)/float32(epochs))
		for _, i := range order {
			t.Learn(examples[i])
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if tell != nil {
			tell(e + 1)
		}
	}
	t.Rate = rate
	return nil
}

// shuffle orders by an xorshift generator, so that every machine shuffles alike.
func shuffle(order []int, state *uint64) {
	s := *state*2862933555777941757 + 3037000493
	for i := len(order) - 1; i > 0; i-- {
		s ^= s << 13
		s ^= s >> 7
		s ^= s << 17
		j := int(s % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	*state = s
}
