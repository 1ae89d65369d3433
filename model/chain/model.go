package chain

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// Model scores labels and finds the best sequence. It is immutable.
type Model struct {
	Labels Labels
	n      int
	before [][]uint8
	slots  []slot // open addressing, a power of two long
	mask   uint32
	words  int      // of a row
	rows   []uint64 // a row of words a feature, four weights a word; row 0 is empty
	trans  []int32
}

// Weights stand in 16-bit lanes, raised by bias so that none is negative: four
// are added at once, and no lane runs over as long as fewer than maxFeatures
// are summed.
const (
	lanes       = 4
	bias        = 128
	maxFeatures = 1 << 16 / (2 * bias)
)

type slot struct {
	key uint32
	row uint32 // 0 is an empty slot
}

// Unit is how much of the model's scores is one natural logarithm.
const Unit = 48

// Model rounds the weights to 1/Unit and drops features whose weights all
// round to less than smallest.
func (t *Trainer) Model(smallest int8) *Model {
	n := t.n
	order := make([]int32, len(t.keys))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(t.keys[a], t.keys[b]) })
	var keys []uint32
	var w []int8
	for _, r := range order {
		row := make([]int8, n)
		keep := false
		for y, v := range t.w[int(r)*n : int(r)*n+n] {
			row[y] = int8(max(-127, min(127, math.Round(float64(v)*Unit))))
			if row[y] < smallest && row[y] > -smallest {
				row[y] = 0
			}
			keep = keep || row[y] != 0
		}
		key := uint32(t.keys[r] >> 32)
		if keep && (len(keys) == 0 || keys[len(keys)-1] != key) {
			keys = append(keys, key)
			w = append(w, row...)
		}
	}
	trans := make([]int32, n*n)
	for i, v := range t.tw {
		trans[i] = int32(math.Round(float64(v) * Unit))
	}
	return build(t.Labels, keys, w, trans)
}

func build(labels Labels, keys []uint32, w []int8, trans []int32) *Model {
	n := labels.Count()
	m := &Model{Labels: labels, n: n, before: labels.transitions(), trans: trans}
	size := 2
	for size < len(keys)*3/2 {
		size *= 2
	}
	m.slots = make([]slot, size)
	m.mask = uint32(size - 1)
	m.words = (n + lanes - 1) / lanes
	m.rows = make([]uint64, m.words*(len(keys)+1))
	for i, v := range w {
		y := i % n
		m.rows[(i/n+1)*m.words+y/lanes] |= uint64(int(v)+bias) << (16 * (y % lanes))
	}
	for i, k := range keys {
		at := k & m.mask
		for m.slots[at].row != 0 {
			at = (at + 1) & m.mask
		}
		m.slots[at] = slot{k, uint32(i + 1)}
	}
	return m
}

// Size is the number of features with weights.
func (m *Model) Size() int { return len(m.rows)/m.words - 1 }

// weight is the weight of a label in a row.
func (m *Model) weight(row, y int) int8 {
	return int8(int(m.rows[row*m.words+y/lanes]>>(16*(y%lanes))&0xffff) - bias)
}

// Scratch is what decoding writes to; it is reused between sequences.
type Scratch struct {
	emit   []int32
	best   []int32
	back   []uint8
	sums   [maxWords]uint64
	Labels []uint8
}

// maxWords is the most words a row can have: there are at most 64 labels.
const maxWords = 64 / lanes

// Start makes room for a sequence of so many tokens.
func (m *Model) Start(s *Scratch, tokens int) {
	if need := tokens * m.n; len(s.emit) < need {
		s.emit, s.best, s.back = make([]int32, need), make([]int32, need), make([]uint8, need)
	}
	if cap(s.Labels) < tokens {
		s.Labels = make([]uint8, tokens)
	}
	s.Labels = s.Labels[:tokens]
}

// Emit scores the labels of token i by its features, of which there must be
// fewer than maxFeatures.
func (m *Model) Emit(s *Scratch, i int, features []uint64) {
	s.sums = [maxWords]uint64{}
	sums := s.sums[:m.words]
	found := int32(0)
	for _, f := range features {
		key := uint32(f >> 32)
		for at := key & m.mask; m.slots[at].row != 0; at = (at + 1) & m.mask {
			if m.slots[at].key == key {
				first := int(m.slots[at].row) * m.words
				row := m.rows[first : first+len(sums)]
				for k, v := range row {
					sums[k] += v
				}
				found++
				break
			}
		}
	}
	scores := s.emit[i*m.n : i*m.n+m.n]
	for y := range scores {
		scores[y] = int32(sums[y/lanes]>>(16*(y%lanes))&0xffff) - bias*found
	}
}

const never = math.MinInt32 / 2

// Decode finds the best labels of the tokens emitted and leaves them in
// s.Labels. bias is added to the score of Outside.
func (m *Model) Decode(s *Scratch, bias int32) []uint8 {
	tokens, n := len(s.Labels), m.n
	if tokens == 0 {
		return s.Labels
	}
	for i := range tokens {
		s.emit[i*n] += bias
		for y := range n {
			best, back := int32(never), uint8(0)
			switch {
			case i > 0:
				for _, p := range m.before[y] {
					if v := s.best[(i-1)*n+int(p)] + m.trans[int(p)*n+y]; v > best {
						best, back = v, p
					}
				}
			case m.Labels.Allowed(Outside, y):
				best = 0
			}
			s.best[i*n+y] = max(best+s.emit[i*n+y], never)
			s.back[i*n+y] = back
		}
	}
	last := 0
	at := (tokens - 1) * n
	for y := range n {
		if m.Labels.Allowed(y, Edge) && (s.best[at+y] > s.best[at+last]) {
			last = y
		}
	}
	for i := tokens - 1; i >= 0; i-- {
		s.Labels[i] = uint8(last)
		last = int(s.back[i*n+last])
	}
	return s.Labels
}

// Margin is by how much the label given to token i is better than Outside, in
// natural logarithms, its neighbours left aside.
func (m *Model) Margin(s *Scratch, i int) float32 {
	return float32(s.emit[i*m.n+int(s.Labels[i])]-s.emit[i*m.n]) / Unit
}

var errDamaged = errors.New("chain: the weights are damaged or cut short; train them again")

// Append adds the model's bytes to b: names of the types, keys as differences,
// transitions, weights label by label.
func (m *Model) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(m.Labels.Types)))
	for _, t := range m.Labels.Types {
		b = append(binary.AppendUvarint(b, uint64(len(t))), t...)
	}
	var keys []slot
	for _, s := range m.slots {
		if s.row != 0 {
			keys = append(keys, s)
		}
	}
	slices.SortFunc(keys, func(a, b slot) int { return cmp.Compare(a.row, b.row) })
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, s := range keys {
		b = binary.AppendUvarint(b, uint64(s.key-last))
		last = s.key
	}
	for _, v := range m.trans {
		b = binary.AppendVarint(b, int64(v))
	}
	for y := range m.n {
		for r := range keys {
			b = append(b, byte(m.weight(r+1, y)))
		}
	}
	return b
}

// Decode reads a model from the front of b and gives the bytes after it back.
func Decode(b []byte) (*Model, []byte, error) {
	bad := false
	number := func() uint64 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			bad = true
			return 0
		}
		b = b[n:]
		return v
	}
	var labels Labels
	for range min(number(), 15) {
		n := number()
		if bad || n > uint64(len(b)) {
			return nil, nil, errDamaged
		}
		labels.Types = append(labels.Types, string(b[:n]))
		b = b[n:]
	}
	n := labels.Count()
	count := number()
	if bad || count > uint64(len(b)) {
		return nil, nil, errDamaged
	}
	keys := make([]uint32, count)
	last := uint32(0)
	for i := range keys {
		last += uint32(number())
		keys[i] = last
	}
	trans := make([]int32, n*n)
	for i := range trans {
		v, k := binary.Varint(b)
		if k <= 0 {
			return nil, nil, errDamaged
		}
		b, trans[i] = b[k:], int32(v)
	}
	if bad || len(b) < n*len(keys) {
		return nil, nil, errDamaged
	}
	w := make([]int8, n*len(keys))
	for y := range n {
		for r := range keys {
			w[r*n+y] = int8(b[y*len(keys)+r])
		}
	}
	return build(labels, keys, w, trans), b[n*len(keys):], nil
}
