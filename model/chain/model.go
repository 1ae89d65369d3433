package chain

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"slices"
)

// Model scores labels and finds the best sequence. It is immutable.
type Model struct {
	Labels Labels
	n      int
	before [][]uint8
	slots  []slot // open addressing, a power of two long
	mask   uint32
	shift  uint     // a key's slot is its high bits: features in order fill the table in order
	filter []uint64 // a bit for each key there may be, sixteen a feature: most features looked for are not there
	sieve  uint     // a key's bit is its high bits
	words  int      // of a row
	rows   []uint64 // a row of words a feature, eight weights a word; row 0 is empty
	trans  []int32
}

// Weights stand in 8-bit lanes, raised by bias so that none is negative. They are
// added four at a time in lanes of 16 bits, every second one apart; no lane runs
// over as long as fewer than maxFeatures are summed.
const (
	lanes       = 8
	bias        = 128
	maxFeatures = 1 << 16 / (2 * bias)
	everySecond = 0x00ff00ff00ff00ff
	noWeights   = bias * 0x0101010101010101
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
	m := empty(labels, len(keys))
	m.trans = trans
	for i, k := range keys {
		m.put(k, i+1)
		for y, v := range w[i*m.n : i*m.n+m.n] {
			if v != 0 {
				m.set(i+1, y, v)
			}
		}
	}
	return m
}

// empty is a model with room for so many features, all weights zero.
func empty(labels Labels, features int) *Model {
	n := labels.Count()
	m := &Model{Labels: labels, n: n, before: labels.transitions(), trans: make([]int32, n*n), words: (n + lanes - 1) / lanes}
	size := 2
	for size < features*3/2 {
		size *= 2
	}
	m.slots = make([]slot, size)
	m.mask = uint32(size - 1)
	m.shift = uint(32 - bits.TrailingZeros(uint(size)))
	m.sieve = m.shift - min(m.shift, 4)
	m.filter = make([]uint64, (1<<(32-m.sieve)+63)/64)
	m.rows = make([]uint64, m.words*(features+1))
	for i := range m.rows {
		m.rows[i] = noWeights
	}
	return m
}

// put enters a feature's key and row.
func (m *Model) put(key uint32, row int) {
	bit := key >> m.sieve
	m.filter[bit>>6] |= 1 << (bit & 63)
	at := key >> m.shift
	for m.slots[at].row != 0 {
		at = (at + 1) & m.mask
	}
	m.slots[at] = slot{key, uint32(row)}
}

// set gives a label of a row, so far zero, its weight.
func (m *Model) set(row, y int, w int8) {
	m.rows[row*m.words+y/lanes] += uint64(int64(w)) << (8 * (y % lanes))
}

// Size is the number of features with weights.
func (m *Model) Size() int { return len(m.rows)/m.words - 1 }

// weight is the weight of a label in a row.
func (m *Model) weight(row, y int) int8 {
	return int8(int(m.rows[row*m.words+y/lanes]>>(8*(y%lanes))&0xff) - bias)
}

// Scratch is what decoding writes to; it is reused between sequences.
type Scratch struct {
	emit      []int32
	best      []int32
	back      []uint8
	even, odd [maxWords]uint64    // sums of the labels at even and odd places of a word
	rows      [maxFeatures]uint32 // keys of features that may be there, then their rows
	Labels    []uint8
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
// fewer than maxFeatures. It does so in steps, each without a branch that hangs
// on the one before, so that the processor fetches many rows at once.
func (m *Model) Emit(s *Scratch, i int, features []uint64) {
	found := uint8(0)
	for _, f := range features {
		key := uint32(f >> 32)
		bit := key >> m.sieve
		s.rows[found] = key
		found += uint8(m.filter[bit>>6] >> (bit & 63) & 1)
	}
	rows := s.rows[:found]
	for j, key := range rows {
		at := key >> m.shift
		for m.slots[at].key != key && m.slots[at].row != 0 {
			at = (at + 1) & m.mask
		}
		rows[j] = m.slots[at].row // row 0, where there is none, adds nothing
	}
	s.even, s.odd = [maxWords]uint64{}, [maxWords]uint64{}
	even, odd := s.even[:m.words], s.odd[:m.words]
	for _, r := range rows {
		first := int(r) * m.words
		for k, v := range m.rows[first : first+len(even)] {
			even[k] += v & everySecond
			odd[k] += v >> 8 & everySecond
		}
	}
	scores := s.emit[i*m.n : i*m.n+m.n]
	for y := range scores {
		sum := even[y/lanes]
		if y%2 == 1 {
			sum = odd[y/lanes]
		}
		scores[y] = int32(sum>>(16*(y%lanes/2))&0xffff) - bias*int32(found)
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
// transitions, which labels of each row have a weight, and the weights.
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
	var values []byte
	for r := range keys {
		set := Set(0)
		for y := range m.n {
			if w := m.weight(r+1, y); w != 0 {
				set |= 1 << y
				values = append(values, byte(w))
			}
		}
		b = binary.AppendUvarint(b, uint64(set))
	}
	return append(binary.AppendUvarint(b, uint64(len(values))), values...)
}

// decoder takes numbers off a byte slice and remembers the first failure.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) number() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.bad = true
		return 0
	}
	d.b = d.b[n:]
	return v
}

// bytes takes n bytes off; nil when there are fewer.
func (d *decoder) bytes(n uint64) []byte {
	if n > uint64(len(d.b)) {
		d.bad = true
		return nil
	}
	out := d.b[:n]
	d.b = d.b[n:]
	return out
}

// maxTypes is the most types a Set of labels has room for.
const maxTypes = 15

// Decode reads a model from the front of b and gives the bytes after it back.
func Decode(b []byte) (*Model, []byte, error) {
	d := &decoder{b: b}
	var labels Labels
	for range min(d.number(), maxTypes) {
		labels.Types = append(labels.Types, string(d.bytes(d.number())))
	}
	count := d.number()
	if d.bad || count > uint64(len(d.b)) {
		return nil, nil, errDamaged
	}
	m := empty(labels, int(count))
	last := uint32(0)
	for i := range int(count) {
		last += uint32(d.number())
		m.put(last, i+1)
	}
	for i := range m.trans {
		v := d.number()
		m.trans[i] = int32(v>>1) ^ -int32(v&1) // as binary.Varint has it
	}
	sets := make([]Set, count)
	for i := range sets {
		sets[i] = Set(d.number()) & labels.All()
	}
	values := d.bytes(d.number())
	for i, set := range sets {
		for ; set != 0 && len(values) > 0; set &= set - 1 {
			m.set(i+1, bits.TrailingZeros64(uint64(set)), int8(values[0]))
			values = values[1:]
		}
		d.bad = d.bad || set != 0
	}
	if d.bad {
		return nil, nil, errDamaged
	}
	return m, d.b, nil
}
