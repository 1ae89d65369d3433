package linear

import "math"

// Example is a set of hashed features and the class they were seen with.
type Example struct {
	Features []uint32
	Class    int
}

// Settings of training.
type Settings struct {
	Classes  int
	Epochs   int
	Rate     float64 // of AdaGrad
	Decay    float64 // weight decay a step, of the weights a step touches
	MinCount int     // features seen less often are left out
}

// Train fits a model to examples, in an order that depends on their number only.
func Train(examples []Example, s Settings) *Model {
	t, kept := newTrainer(examples, s)
	order := make([]int, len(kept))
	for i := range order {
		order[i] = i
	}
	mix := newShuffler(len(kept))
	for range s.Epochs {
		mix.shuffle(order)
		for _, n := range order {
			t.learn(&kept[n])
		}
	}
	return t.mean()
}

// shuffler puts things in an order that depends on their number only.
type shuffler struct{ state uint64 }

func newShuffler(n int) *shuffler { return &shuffler{uint64(n)*2862933555777941757 + 1} }

func (s *shuffler) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		s.state = s.state*6364136223846793005 + 1442695040888963407
		j := int(s.state>>33) % (i + 1)
		order[i], order[j] = order[j], order[i]
	}
}

// trainer holds a model while it is trained, a row for each bucket that is seen
// often enough.
type trainer struct {
	Settings
	buckets []uint32 // row → bucket
	weights []float32
	squares []float32 // of the gradients so far
	sum     []float64 // of the weights over all steps
	since   []int     // row → step up to which its weights are summed up
	step    int
	out     []float64
}

// newTrainer gives each bucket seen often enough a row, and the examples in rows.
func newTrainer(examples []Example, s Settings) (*trainer, []Example) {
	counts := make([]int32, buckets)
	for _, e := range examples {
		for _, f := range e.Features {
			counts[f]++
		}
	}
	t := &trainer{Settings: s, out: make([]float64, s.Classes)}
	rows := make([]uint32, buckets)
	for f := range buckets {
		if n := counts[f]; n > 0 && int(n) >= s.MinCount {
			rows[f] = uint32(len(t.buckets))
			t.buckets = append(t.buckets, uint32(f))
		}
	}
	kept := make([]Example, len(examples))
	for i, e := range examples {
		kept[i].Class = e.Class
		kept[i].Features = make([]uint32, 0, len(e.Features))
		for _, f := range e.Features {
			if int(counts[f]) >= s.MinCount {
				kept[i].Features = append(kept[i].Features, rows[f])
			}
		}
	}
	n := len(t.buckets) * s.Classes
	t.weights, t.squares, t.sum, t.since = make([]float32, n), make([]float32, n), make([]float64, n), make([]int, len(t.buckets))
	return t, kept
}

// learn takes a step for one example.
func (t *trainer) learn(e *Example) {
	for c := range t.out {
		t.out[c] = 0
	}
	for _, row := range e.Features {
		weights := t.weights[int(row)*t.Classes:]
		for c := range t.out {
			t.out[c] += float64(weights[c])
		}
	}
	softmax(t.out)
	t.out[e.Class]--
	for _, f := range e.Features {
		for c := range t.out {
			t.move(int(f), c, t.out[c])
		}
	}
	t.step++
}

// move takes a step against the gradient of one weight of a row.
func (t *trainer) move(row, class int, gradient float64) {
	if class == 0 {
		t.hold(row)
	}
	i := row*t.Classes + class
	g := float32(gradient) + float32(t.Decay)*t.weights[i]
	t.squares[i] += g * g
	t.weights[i] -= float32(t.Rate) * g / float32(math.Sqrt(float64(t.squares[i]))+1e-6)
}

// hold sums up the weights of a row to the present step.
func (t *trainer) hold(row int) {
	n := float64(t.step - t.since[row])
	if n == 0 {
		return
	}
	t.since[row] = t.step
	for i := row * t.Classes; i < (row+1)*t.Classes; i++ {
		t.sum[i] += n * float64(t.weights[i])
	}
}

// mean is the model of the mean weights of all steps, which follows the last
// examples less than the last weights do, rounded as it is stored. Rows without
// any weight are left out.
func (t *trainer) mean() *Model {
	var used []int
	for row := range t.buckets {
		if t.hold(row); t.weighs(row) {
			used = append(used, row)
		}
	}
	m := newModel(t.Classes, len(used))
	weights := make([]float32, t.Classes)
	for _, row := range used {
		for c := range weights {
			weights[c] = float32(t.rounded(row*t.Classes+c)) / steps
		}
		m.put(t.buckets[row], weights)
	}
	return m
}

// weighs says whether a row has a weight that is not zero when rounded.
func (t *trainer) weighs(row int) bool {
	for c := range t.Classes {
		if t.rounded(row*t.Classes+c) != 0 {
			return true
		}
	}
	return false
}

// rounded is a mean weight in steps.
func (t *trainer) rounded(i int) int16 {
	v := math.Round(t.sum[i] / float64(max(1, t.step)) * steps)
	return int16(max(math.MinInt16, min(math.MaxInt16, v)))
}
