package names

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/annals-project/annals/model/names/cluster"
)

// clusterings is how many partitions of the vocabulary there are, coarse to fine.
const clusterings = 3

// Clusters are classes of words that stand in like places, learned from raw
// text, by the hash of a word's norm. It is immutable.
type Clusters struct {
	slots []clusterSlot
	mask  uint32
}

type clusterSlot struct {
	key   uint32
	class [clusterings]uint16 // 0 is none
}

func newClusters(n int) *Clusters {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return &Clusters{make([]clusterSlot, size), uint32(size - 1)}
}

func (c *Clusters) put(norm uint64, class [clusterings]uint16) {
	key := uint32(norm >> 32)
	at := key & c.mask
	for c.slots[at].class[0] != 0 && c.slots[at].key != key {
		at = (at + 1) & c.mask
	}
	c.slots[at] = clusterSlot{key, class}
}

// Of are the classes of a word; zeros for one not known.
func (c *Clusters) Of(norm uint64) (class [clusterings]uint16) {
	if len(c.slots) == 0 {
		return class
	}
	key := uint32(norm >> 32)
	for at := key & c.mask; c.slots[at].class[0] != 0; at = (at + 1) & c.mask {
		if c.slots[at].key == key {
			return c.slots[at].class
		}
	}
	return class
}

// OfWord are the classes of a word by its norm, coarse to fine.
func (c *Clusters) OfWord(norm string) [clusterings]uint16 { return c.Of(hashString(norm)) }

// MakeClusters learns the partitions from running text, a list of norms a
// sentence.
func MakeClusters(sentences [][]string) *Clusters {
	sizes := [clusterings]int{64, 256, 1024}
	v := cluster.Count(sentences, minCount)
	c := newClusters(len(v.Words))
	classes := make([][clusterings]uint16, len(v.Words))
	for k, size := range sizes {
		for w, class := range v.Exchange(size, rounds) {
			classes[w][k] = class + 1
		}
	}
	for w, word := range v.Words {
		c.put(hashString(word), classes[w])
	}
	return c
}

// minCount is how often a word must stand in the text to be given a class;
// rounds how often each is tried in every class.
const (
	minCount = 4
	rounds   = 12
)

// Append adds the clusters' bytes to b.
func (c *Clusters) Append(b []byte) []byte {
	var used []clusterSlot
	for _, s := range c.slots {
		if s.class[0] != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b clusterSlot) int { return cmp.Compare(a.key, b.key) })
	b = binary.AppendUvarint(b, uint64(len(used)))
	last := uint32(0)
	for _, s := range used {
		b = binary.AppendUvarint(b, uint64(s.key-last))
		last = s.key
	}
	for k := range clusterings {
		for _, s := range used {
			b = binary.AppendUvarint(b, uint64(s.class[k]))
		}
	}
	return b
}

// decodeClusters reads clusters from the front of b and gives the bytes after
// them back.
func decodeClusters(b []byte) (*Clusters, []byte, error) {
	n, w := binary.Uvarint(b)
	if w <= 0 || n > uint64(len(b)) {
		return nil, nil, errDamaged
	}
	b = b[w:]
	used := make([]clusterSlot, n)
	last := uint32(0)
	for pass := range clusterings + 1 {
		for i := range used {
			v, w := binary.Uvarint(b)
			if w <= 0 {
				return nil, nil, errDamaged
			}
			b = b[w:]
			if pass == 0 {
				last += uint32(v)
				used[i].key = last
			} else {
				used[i].class[pass-1] = uint16(v)
			}
		}
	}
	c := newClusters(len(used))
	for _, s := range used {
		c.put(uint64(s.key)<<32, s.class)
	}
	return c, b, nil
}

var errDamaged = errors.New("names: the weights are damaged or cut short; train them again")

// DecodeClusters reads clusters alone.
func DecodeClusters(b []byte) (*Clusters, error) {
	c, _, err := decodeClusters(b)
	return c, err
}
