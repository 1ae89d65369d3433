// Package linear is multinomial logistic regression over named features that
// are hashed into a table of fixed size: small, fast and the same every time it
// is trained.
package linear

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// buckets is the size of the table. At the tens of thousands of features the
// models here keep, few of those that matter share a bucket.
const buckets = 1 << 17

// Hash is the bucket of a feature's name, given in parts (FNV-1a).
func Hash(parts ...string) uint32 {
	h := uint32(2166136261)
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint32(p[i])) * 16777619
		}
		h = (h ^ '|') * 16777619
	}
	return (h ^ h>>17) & (buckets - 1)
}

// Model gives each of some classes a probability. It is not changed once made.
type Model struct {
	classes int
	weights []float32 // bucket × classes
}

// Classes is the number of classes.
func (m *Model) Classes() int { return m.classes }

// Probabilities fills out, one value a class, from hashed features.
func (m *Model) Probabilities(features []uint32, out []float64) {
	for c := range out {
		out[c] = 0
	}
	for _, f := range features {
		row := m.weights[int(f)*m.classes:]
		for c := range out {
			out[c] += float64(row[c])
		}
	}
	softmax(out)
}

func softmax(x []float64) {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range x {
		x[i] = math.Exp(v - top)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

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
	counts := make([]int, buckets)
	for _, e := range examples {
		for _, f := range e.Features {
			counts[f]++
		}
	}
	m := &Model{classes: s.Classes, weights: make([]float32, buckets*s.Classes)}
	squares := make([]float32, len(m.weights))
	mean := averages{sum: make([]float64, len(m.weights)), since: make([]int, buckets), classes: s.Classes}
	step := 0
	out := make([]float64, s.Classes)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	state := uint64(len(examples))*2862933555777941757 + 1
	for range s.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			state = state*6364136223846793005 + 1442695040888963407
			j := int(state>>33) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, n := range order {
			e := &examples[n]
			m.Probabilities(e.Features, out)
			out[e.Class]--
			for _, f := range e.Features {
				if counts[f] < s.MinCount {
					continue
				}
				row := int(f) * s.Classes
				mean.hold(m, int(f), step)
				for c := range out {
					g := float32(out[c]) + float32(s.Decay)*m.weights[row+c]
					squares[row+c] += g * g
					m.weights[row+c] -= float32(s.Rate) * g / float32(math.Sqrt(float64(squares[row+c]))+1e-6)
				}
			}
			step++
		}
	}
	for f := range buckets {
		mean.hold(m, f, step)
	}
	for i := range m.weights {
		m.weights[i] = float32(mean.sum[i] / float64(max(1, step)))
	}
	return m
}

// averages sums up the weights over all steps: their mean, which is kept in the
// end, follows the last examples less than the last weights do.
type averages struct {
	sum     []float64
	since   []int // bucket → step up to which its weights are summed up
	classes int
}

func (a *averages) hold(m *Model, bucket, step int) {
	n := float64(step - a.since[bucket])
	if n == 0 {
		return
	}
	a.since[bucket] = step
	for i := bucket * a.classes; i < (bucket+1)*a.classes; i++ {
		a.sum[i] += n * float64(m.weights[i])
	}
}

// A weight is kept in steps this fine: hundreds of small ones add up to a verdict.
const steps = 1024

// Bytes is the model to be stored: weights rounded to steps and packed.
func (m *Model) Bytes() []byte {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	raw := make([]byte, 1, 1+2*len(m.weights))
	raw[0] = byte(m.classes)
	for _, w := range m.weights {
		v := math.Round(float64(w) * steps)
		raw = binary.LittleEndian.AppendUint16(raw, uint16(int16(max(math.MinInt16, min(math.MaxInt16, v)))))
	}
	if err == nil {
		_, err = z.Write(raw)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		panic("writing to memory failed: " + err.Error())
	}
	return b.Bytes()
}

// Load reads a model that Bytes wrote.
func Load(b []byte) (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("linear: %w", err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("linear: %w", err)
	}
	if len(raw) == 0 || len(raw) != 1+2*buckets*int(raw[0]) {
		return nil, errors.New("linear: the weights are damaged or cut short; train them again")
	}
	m := &Model{classes: int(raw[0]), weights: make([]float32, buckets*int(raw[0]))}
	for i := range m.weights {
		m.weights[i] = float32(int16(binary.LittleEndian.Uint16(raw[1+2*i:]))) / steps
	}
	return m, nil
}
