package syntax

import "github.com/annals-project/annals/model/neural"

// Lexicon finds the embedding row of each feature. Row 0 is the unknown word.
type Lexicon struct {
	Keys  []uint32 // feature hash of row i+1
	Words *Classes
	slots []int32 // open addressing; 0 is free, else the row
}

// NewLexicon gives the features rows from 1 on.
func NewLexicon(keys []uint32, words *Classes) *Lexicon {
	size := 1
	for size < 2*len(keys)+2 {
		size *= 2
	}
	l := &Lexicon{keys, words, make([]int32, size)}
	for i, k := range keys {
		at := k & uint32(size-1)
		for l.slots[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		l.slots[at] = int32(i + 1)
	}
	return l
}

// Row is the row of a feature, 0 when it has none.
func (l *Lexicon) Row(key uint32) int32 {
	mask := uint32(len(l.slots) - 1)
	for at := key & mask; ; at = (at + 1) & mask {
		row := l.slots[at]
		if row == 0 || l.Keys[row-1] == key {
			return row
		}
	}
}

// Add adds a sentence to a batch. The first row of each word is that of its
// form, 0 when unknown.
func (l *Lexicon) Add(b *Batch, forms []string, hashes *[]uint32) {
	casing := CasingOf(forms)
	first := b.Words()
	for _, f := range forms {
		*hashes = Features((*hashes)[:0], f, casing)
		*hashes = append(*hashes, l.Words.Of((*hashes)[0])...)
		for k, h := range *hashes {
			if row := l.Row(h); row > 0 || k == 0 {
				b.Rows = append(b.Rows, row)
			}
		}
		b.First = append(b.First, int32(len(b.Rows)))
	}
	b.Sentences = append(b.Sentences, neural.Span{First: first, Last: b.Words()})
}
