package coref

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// Choice is one mention to resolve: the features of each thing it may refer to,
// and which of them are right.
type Choice struct {
	Options [][]uint64
	Right   []bool
}

// Trainer learns by AdaGrad to give the right options the most weight. The same
// choices in the same order give the same weights.
type Trainer struct {
	Rate float32
	rows map[uint64]int32
	keys []uint64
	w, g []float32
	p, q []float64
}

// NewTrainer starts with all weights zero.
func NewTrainer(rate float32) *Trainer { return &Trainer{Rate: rate, rows: map[uint64]int32{}} }

// Learn takes one step.
func (t *Trainer) Learn(c Choice) {
	t.p, t.q = t.p[:0], t.q[:0]
	top := math.Inf(-1)
	for _, o := range c.Options {
		s := 0.0
		for _, f := range o {
			if r, ok := t.rows[f]; ok {
				s += float64(t.w[r])
			}
		}
		t.p = append(t.p, s)
		top = max(top, s)
	}
	all, right := 0.0, 0.0
	for i := range t.p {
		t.p[i] = math.Exp(t.p[i] - top)
		all += t.p[i]
		if c.Right[i] {
			right += t.p[i]
		}
	}
	if right == 0 {
		return
	}
	for i, o := range c.Options {
		d := -t.p[i] / all
		if c.Right[i] {
			d += t.p[i] / right
		}
		if math.Abs(d) > minStep {
			t.move(o, float32(d))
		}
	}
}

// minStep is the smallest gradient worth a step.
const minStep = 1e-3

func (t *Trainer) move(features []uint64, d float32) {
	for _, f := range features {
		r, ok := t.rows[f]
		if !ok {
			r = int32(len(t.keys))
			t.rows[f] = r
			t.keys = append(t.keys, f)
			t.w = append(t.w, 0)
			t.g = append(t.g, 1)
		}
		t.g[r] += d * d
		t.w[r] += t.Rate * d / float32(math.Sqrt(float64(t.g[r])))
	}
}

// Ranker rounds the weights and drops those below smallest, in natural
// logarithms.
func (t *Trainer) Ranker(smallest float64) *Ranker {
	var used []slot
	order := make([]int, len(t.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(t.keys[a], t.keys[b]) })
	for _, i := range order {
		v := math.Round(float64(t.w[i]) * unit)
		if math.Abs(v) >= smallest*unit && v != 0 {
			used = append(used, slot{uint32(t.keys[i] >> 32), int16(max(-math.MaxInt16, min(math.MaxInt16, v)))})
		}
	}
	used = slices.CompactFunc(used, func(a, b slot) bool { return a.key == b.key })
	return build(used)
}

func build(used []slot) *Ranker {
	size := 2
	for size < 2*len(used) {
		size *= 2
	}
	r := &Ranker{make([]slot, size), uint32(size - 1)}
	for _, s := range used {
		at := s.key & r.mask
		for r.slots[at].value != 0 {
			at = (at + 1) & r.mask
		}
		r.slots[at] = s
	}
	return r
}

// Append adds the ranker's bytes to b.
func (r *Ranker) Append(b []byte) []byte {
	var used []slot
	for _, s := range r.slots {
		if s.value != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	b = binary.AppendUvarint(b, uint64(len(used)))
	last := uint32(0)
	for _, s := range used {
		b = binary.AppendUvarint(b, uint64(s.key-last))
		last = s.key
	}
	for _, s := range used {
		b = binary.AppendVarint(b, int64(s.value))
	}
	return b
}

// Decode reads a ranker from the bytes Append made.
func Decode(b []byte) (*Ranker, error) {
	n, w := binary.Uvarint(b)
	if w <= 0 || n > uint64(len(b)) {
		return nil, errDamaged
	}
	b = b[w:]
	used := make([]slot, n)
	last := uint32(0)
	for i := range used {
		v, w := binary.Uvarint(b)
		if w <= 0 {
			return nil, errDamaged
		}
		b, last = b[w:], last+uint32(v)
		used[i].key = last
	}
	for i := range used {
		v, w := binary.Varint(b)
		if w <= 0 || v == 0 || v != int64(int16(v)) {
			return nil, errDamaged
		}
		b, used[i].value = b[w:], int16(v)
	}
	return build(used), nil
}

var errDamaged = errors.New("coref: the weights are damaged or cut short; train them again")
