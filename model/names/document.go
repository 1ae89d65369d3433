package names

import "github.com/annals-project/annals/text"

// wordTable counts, by the hash of its norm, how a word is written in one text.
type wordTable struct {
	slots []wordCount
	mask  uint64
}

type wordCount struct {
	norm    uint64
	lower   uint8 // written small
	capital uint8 // with a capital, not at the start of a sentence
	long    uint8 // beside another word with a capital
}

// most is where counting stops.
const most = 250

func (w *wordTable) reset(tokens int) {
	size := 64
	for size < 2*tokens {
		size *= 2
	}
	if len(w.slots) < size {
		w.slots = make([]wordCount, size)
	} else {
		clear(w.slots)
	}
	w.mask = uint64(len(w.slots) - 1)
}

func (w *wordTable) find(norm uint64) *wordCount {
	at := (norm ^ norm>>31) & w.mask
	for w.slots[at].norm != norm && w.slots[at].norm != 0 {
		at = (at + 1) & w.mask
	}
	return &w.slots[at]
}

// document tells each token how its word is written elsewhere in the text: a
// word that is also written small is rarely a name, even at the start of a
// sentence.
func (x *extractor) document(t *text.Text) {
	x.seen.reset(len(t.Tokens))
	for s := range t.Sentences {
		first, last := t.Sentences[s].First, t.Sentences[s].Last
		for i := first; i < last; i++ {
			a := &x.tokens[i]
			c := x.seen.find(a.norm)
			c.norm = a.norm
			beside := a.capital && (i > first && x.tokens[i-1].capital || i+1 < last && x.tokens[i+1].capital)
			switch {
			case !a.capital:
				c.lower = min(c.lower+1, most)
			case i > first:
				c.capital = min(c.capital+1, most)
			}
			if beside {
				c.long = min(c.long+1, most)
			}
		}
	}
	for i := range x.tokens {
		a := &x.tokens[i]
		c := x.seen.find(a.norm)
		a.elsewhere = min(c.lower, 2) | min(c.capital, 3)<<2 | min(c.long, 2)<<4
	}
}
