package syntax

import (
	"encoding/binary"
	"errors"
)

// Classes knows the WordNet classes of words, "noun.person" or "verb.social",
// inflected forms with their lemma's. It tells the network something of words
// no treebank holds.
type Classes struct {
	keys []uint32 // sorted feature hashes of the words
	set  []uint16 // of each key
	sets [][]uint32
	find []int32 // open addressing over keys; 0 is free, else index+1
}

// NewClasses makes the table: keys sorted, set the index of each key's set, and
// each set the feature hashes of its classes.
func NewClasses(keys []uint32, set []uint16, sets [][]uint32) *Classes {
	size := 1
	for size < 2*len(keys)+2 {
		size *= 2
	}
	c := &Classes{keys, set, sets, make([]int32, size)}
	for i, k := range keys {
		at := k & uint32(size-1)
		for c.find[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		c.find[at] = int32(i + 1)
	}
	return c
}

// Of is the classes of the word with that feature hash, nil when unknown.
func (c *Classes) Of(word uint32) []uint32 {
	mask := uint32(len(c.find) - 1)
	for at := word & mask; ; at = (at + 1) & mask {
		i := c.find[at]
		if i == 0 {
			return nil
		}
		if c.keys[i-1] == word {
			return c.sets[c.set[i-1]]
		}
	}
}

// ClassFeature is the feature hash of a class by its name.
func ClassFeature(name string) uint32 { return hash(kindClass, []byte(name)) }

// WordFeature is the feature hash of a word in lower case.
func WordFeature(word string) uint32 {
	return hash(kindWord, lower(nil, word))
}

// append adds the table's bytes to b.
func (c *Classes) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(c.sets)))
	for _, s := range c.sets {
		b = binary.AppendUvarint(b, uint64(len(s)))
		for _, h := range s {
			b = binary.LittleEndian.AppendUint32(b, h)
		}
	}
	b = appendKeys(b, c.keys)
	for _, s := range c.set {
		b = binary.AppendUvarint(b, uint64(s))
	}
	return b
}

// appendKeys writes sorted hashes as their differences.
func appendKeys(b []byte, keys []uint32) []byte {
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
	}
	return b
}

var errDamaged = errors.New("syntax: the weights are damaged or cut short; train them again")

// source takes numbers off a byte slice; after the first failure it gives zeros.
type source struct {
	b      []byte
	broken bool
}

func (s *source) uvarint(limit int) int {
	v, n := binary.Uvarint(s.b)
	if n <= 0 || v > uint64(limit) {
		s.broken = true
		return 0
	}
	s.b = s.b[n:]
	return int(v)
}

func (s *source) take(n int) []byte {
	if n > len(s.b) {
		s.broken = true
		return make([]byte, n)
	}
	out := s.b[:n]
	s.b = s.b[n:]
	return out
}

func (s *source) keys() []uint32 {
	keys := make([]uint32, s.uvarint(len(s.b)))
	last := 0
	for i := range keys {
		last += s.uvarint(1 << 32)
		keys[i] = uint32(last)
	}
	return keys
}

func (s *source) classes() *Classes {
	sets := make([][]uint32, s.uvarint(1<<16))
	for i := range sets {
		sets[i] = make([]uint32, s.uvarint(64))
		for j := range sets[i] {
			sets[i][j] = binary.LittleEndian.Uint32(s.take(4))
		}
	}
	keys := s.keys()
	set := make([]uint16, len(keys))
	for i := range set {
		set[i] = uint16(s.uvarint(max(0, len(sets)-1)))
	}
	return NewClasses(keys, set, sets)
}
