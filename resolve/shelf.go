package resolve

import (
	"context"
	"iter"
	"slices"
)

// MemoryShelf is a shelf in memory.
type MemoryShelf struct {
	Bodies map[int64][]byte
	Keys   map[int64][]int64 // ascending
}

// NewMemoryShelf gives an empty shelf.
func NewMemoryShelf() *MemoryShelf {
	return &MemoryShelf{map[int64][]byte{}, map[int64][]int64{}}
}

// All yields the bodies by number.
func (m *MemoryShelf) All() iter.Seq2[int64, []byte] {
	return func(yield func(int64, []byte) bool) {
		for _, id := range sortedIDs(m.Bodies) {
			if !yield(id, m.Bodies[id]) {
				return
			}
		}
	}
}

// AllKeys yields each key with each number under it, both ascending.
func (m *MemoryShelf) AllKeys() iter.Seq2[int64, int64] {
	return func(yield func(int64, int64) bool) {
		for _, key := range sortedIDs(m.Keys) {
			for _, id := range m.Keys[key] {
				if !yield(key, id) {
					return
				}
			}
		}
	}
}

// Get gives a body.
func (m *MemoryShelf) Get(_ context.Context, id int64) ([]byte, error) { return m.Bodies[id], nil }

// Put keeps a body.
func (m *MemoryShelf) Put(_ context.Context, id int64, body []byte) error {
	m.Bodies[id] = body
	return nil
}

// Delete drops a body.
func (m *MemoryShelf) Delete(_ context.Context, id int64) error {
	delete(m.Bodies, id)
	return nil
}

// Under lists what has a key.
func (m *MemoryShelf) Under(_ context.Context, key int64, most int) ([]int64, error) {
	ids := m.Keys[key]
	if most > 0 && len(ids) > most {
		ids = ids[:most]
	}
	return slices.Clone(ids), nil
}

// PutUnder gives a key to a number.
func (m *MemoryShelf) PutUnder(_ context.Context, key, id int64) error {
	ids := m.Keys[key]
	if at, there := slices.BinarySearch(ids, id); !there {
		m.Keys[key] = slices.Insert(ids, at, id)
	}
	return nil
}

// DeleteUnder takes a key from a number.
func (m *MemoryShelf) DeleteUnder(_ context.Context, key, id int64) error {
	ids := m.Keys[key]
	if at, there := slices.BinarySearch(ids, id); there {
		if ids = slices.Delete(ids, at, at+1); len(ids) == 0 {
			delete(m.Keys, key)
			return nil
		}
		m.Keys[key] = ids
	}
	return nil
}
