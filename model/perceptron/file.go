package perceptron

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// errDamaged says that bytes are no model.
var errDamaged = errors.New("perceptron: the weights are damaged or cut short; train them again")

// Append adds the model's bytes to b: counts, then keys as differences, row
// lengths, classes and values, each a run of its own so that they pack well.
func (m *Model) Append(b []byte) []byte {
	entries := m.sorted()
	b = binary.AppendUvarint(b, uint64(m.classes))
	b = binary.AppendUvarint(b, uint64(len(entries)))
	b = binary.AppendUvarint(b, uint64(len(m.weights)))
	last := uint32(0)
	for _, s := range entries {
		b = binary.AppendUvarint(b, uint64(s.key-last))
		last = s.key
	}
	for _, s := range entries {
		b = binary.AppendUvarint(b, uint64(s.count))
	}
	for _, s := range entries {
		for _, w := range m.weights[s.first : s.first+s.count] {
			b = binary.AppendUvarint(b, uint64(w.class))
		}
	}
	for _, s := range entries {
		for _, w := range m.weights[s.first : s.first+s.count] {
			b = binary.AppendVarint(b, int64(w.value))
		}
	}
	return b
}

// sorted are the filled slots by key; rows were made in that order.
func (m *Model) sorted() []slot {
	entries := make([]slot, 0, len(m.slots)/2)
	for _, s := range m.slots {
		if s.count > 0 {
			entries = append(entries, s)
		}
	}
	sortSlots(entries)
	return entries
}

// reader takes numbers off a byte slice and remembers the first failure.
type reader struct {
	b      []byte
	broken bool
}

func (r *reader) uvarint(limit uint64) uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > limit {
		r.broken = true
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.broken = true
		return 0
	}
	r.b = r.b[n:]
	return v
}

// Decode reads a model from the front of b and gives the bytes after it back.
func Decode(b []byte) (*Model, []byte, error) {
	r := &reader{b: b}
	m := &Model{classes: int(r.uvarint(1 << 16))}
	rows := r.uvarint(uint64(len(b)))
	total := r.uvarint(uint64(len(b)))
	entries := make([]slot, rows)
	last := uint32(0)
	for i := range entries {
		last += uint32(r.uvarint(1 << 32))
		entries[i].key = last
	}
	at := uint64(0)
	for i := range entries {
		entries[i].first = uint32(at)
		entries[i].count = uint32(r.uvarint(total - at))
		at += uint64(entries[i].count)
	}
	if r.broken || at != total {
		return nil, nil, fmt.Errorf("%w (%w)", errDamaged, io.ErrUnexpectedEOF)
	}
	m.weights = make([]weight, total)
	for i := range m.weights {
		m.weights[i].class = uint16(r.uvarint(uint64(max(m.classes, 1) - 1)))
	}
	for i := range m.weights {
		m.weights[i].value = int16(r.varint())
	}
	if r.broken {
		return nil, nil, errDamaged
	}
	m.fill(entries)
	return m, r.b, nil
}

func sortSlots(s []slot) {
	slices.SortFunc(s, func(a, b slot) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.first, b.first))
	})
}
