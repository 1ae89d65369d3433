// Package linear is multinomial logistic regression over named features that
// are hashed: small, fast and the same every time it is trained.
package linear

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// buckets is how many values a hashed name can have. The models here see some
// hundred thousand names; at this size few of those that matter share a bucket.
const buckets = 1 << 20

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

// Model gives each of some classes a probability. It holds the buckets that weigh
// anything only, and is not changed once made.
type Model struct {
	classes int
	keys    []uint32  // open addressing: bucket + 1, 0 is free
	weights []float32 // slot × classes
}

// newModel makes room for some buckets.
func newModel(classes, n int) *Model {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return &Model{classes, make([]uint32, size), make([]float32, size*classes)}
}

// slot is where a bucket stands, or the free slot where it would.
func (m *Model) slot(bucket uint32) int {
	mask := uint32(len(m.keys) - 1)
	at := bucket * spread >> 7 & mask
	for m.keys[at] != 0 && m.keys[at] != bucket+1 {
		at = (at + 1) & mask
	}
	return int(at)
}

// spread is an odd number whose products scatter neighbours.
const spread = 2654435769

// put gives a bucket its weights.
func (m *Model) put(bucket uint32, weights []float32) {
	at := m.slot(bucket)
	m.keys[at] = bucket + 1
	copy(m.weights[at*m.classes:], weights)
}

// Classes is the number of classes.
func (m *Model) Classes() int { return m.classes }

// Probabilities fills out, one value a class, from hashed features.
func (m *Model) Probabilities(features []uint32, out []float64) {
	for c := range out {
		out[c] = 0
	}
	for _, f := range features {
		at := m.slot(f)
		if m.keys[at] == 0 {
			continue
		}
		row := m.weights[at*m.classes:]
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

// A weight is kept in steps this fine: hundreds of small ones add up to a verdict.
const steps = 1024

// Bytes is the model to be stored: by bucket the distance from the last one and
// its weights in steps, packed.
func (m *Model) Bytes() []byte {
	slots := make([]int, 0, len(m.keys)/2)
	for at, key := range m.keys {
		if key != 0 {
			slots = append(slots, at)
		}
	}
	slices.SortFunc(slots, func(a, b int) int { return cmp.Compare(m.keys[a], m.keys[b]) })
	raw := binary.AppendUvarint([]byte{byte(m.classes)}, uint64(len(slots)))
	last := uint32(0)
	for _, at := range slots {
		raw = binary.AppendUvarint(raw, uint64(m.keys[at]-last))
		last = m.keys[at]
		for _, w := range m.weights[at*m.classes : (at+1)*m.classes] {
			raw = binary.AppendVarint(raw, int64(math.Round(float64(w)*steps)))
		}
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
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
	if len(raw) == 0 || raw[0] == 0 {
		return nil, errDamaged
	}
	classes := int(raw[0])
	n, size := binary.Uvarint(raw[1:])
	if size <= 0 || n > uint64(len(raw))/uint64(classes+1) { // a row has a byte a number at least
		return nil, errDamaged
	}
	raw = raw[1+size:]
	m := newModel(classes, int(n))
	key := uint64(0)
	row := make([]float32, classes)
	for range n {
		step, size := binary.Uvarint(raw)
		if key += step; size <= 0 || step == 0 || step > buckets || key > buckets {
			return nil, errDamaged
		}
		raw = raw[size:]
		for c := range row {
			w, size := binary.Varint(raw)
			if size <= 0 {
				return nil, errDamaged
			}
			row[c], raw = float32(w)/steps, raw[size:]
		}
		m.put(uint32(key-1), row)
	}
	if len(raw) > 0 {
		return nil, errDamaged
	}
	return m, nil
}

var errDamaged = errors.New("linear: the weights are damaged or cut short; train them again")
