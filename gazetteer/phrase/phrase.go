// Package phrase looks up names of several words in running text: it folds
// case, and takes a hyphen, a space and a token boundary for the same thing, so
// that "al-Qaida", "Al Qaida" and "AL - QAIDA" are one entry. A lookup
// allocates nothing.
package phrase

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/text"
)

// FNV-1a, 64 bits, over the folded runes.
const (
	offset = 0xcbf29ce484222325
	prime  = 0x100000001b3
)

// Hash is the running hash of a folded phrase.
type Hash struct {
	sum  uint64
	open bool // a piece has begun; the next one is parted from it
	gap  bool // a separator came since
}

// New is the hash of nothing.
func New() Hash { return Hash{sum: offset} }

// Add folds s into the hash as more pieces of the phrase.
func (h Hash) Add(s string) Hash {
	h.gap = h.open
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		h = h.rune(r)
	}
	return h
}

func (h Hash) rune(r rune) Hash {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
	case 'A' <= r && r <= 'Z':
		r += 'a' - 'A'
	case r == '.' || r == '\'' || r == '’' || r == '‘' || r == '`' || r == '´':
		return h // "U.S." is "US", "Da'esh" is "Daesh"
	case r == '&':
		r = '&'
	case r < utf8.RuneSelf || !unicode.IsLetter(r):
		h.gap = h.open
		return h
	default:
		r = fold(r)
	}
	if h.gap {
		h.sum = (h.sum ^ ' ') * prime
		h.gap = false
	}
	h.open = true
	for ; r > 0xff; r >>= 8 {
		h.sum = (h.sum ^ uint64(r&0xff)) * prime
	}
	h.sum = (h.sum ^ uint64(r)) * prime
	return h
}

// Sum is the hash of what was added; 0 when that held no letter and no digit.
func (h Hash) Sum() uint64 {
	if !h.open {
		return 0
	}
	return h.sum | 1<<63
}

// accents are letters of European and transliterated names and what they are
// commonly written as.
var accents = map[rune]rune{
	'à': 'a', 'á': 'a', 'â': 'a', 'ã': 'a', 'ä': 'a', 'å': 'a', 'ā': 'a', 'ă': 'a', 'ą': 'a',
	'ç': 'c', 'ć': 'c', 'č': 'c', 'è': 'e', 'é': 'e', 'ê': 'e', 'ë': 'e', 'ē': 'e', 'ę': 'e', 'ě': 'e',
	'ğ': 'g', 'ì': 'i', 'í': 'i', 'î': 'i', 'ï': 'i', 'ī': 'i', 'ı': 'i', 'ł': 'l', 'ñ': 'n', 'ń': 'n',
	'ò': 'o', 'ó': 'o', 'ô': 'o', 'õ': 'o', 'ö': 'o', 'ø': 'o', 'ō': 'o', 'ř': 'r', 'ś': 's', 'ş': 's', 'š': 's',
	'ţ': 't', 'ù': 'u', 'ú': 'u', 'û': 'u', 'ü': 'u', 'ū': 'u', 'ý': 'y', 'ÿ': 'y', 'ź': 'z', 'ż': 'z', 'ž': 'z',
}

func fold(r rune) rune {
	r = unicode.ToLower(r)
	if plain, ok := accents[r]; ok {
		return plain
	}
	return r
}

// Of is the hash of a whole phrase.
func Of(s string) uint64 { return New().Add(s).Sum() }

// Table holds phrases, each with a value. It is not changed once built and may
// be shared between goroutines.
type Table struct {
	slots []slot // open addressing, a power of two long
	mask  uint64
	used  int
}

type slot struct {
	sum   uint64
	value uint32
	kind  uint8 // whole, prefix, both
}

const (
	whole  = 1
	prefix = 2
)

// NewTable makes an empty table with room for about n phrases.
func NewTable(n int) *Table {
	size := 16
	for size < 4*n {
		size *= 2
	}
	return &Table{slots: make([]slot, size), mask: uint64(size - 1)}
}

// Add enters a phrase; bits of the value are joined with those the phrase
// already has.
func (t *Table) Add(p string, value uint32) {
	h := New()
	last := uint64(0)
	for i, r := range p {
		before := h
		h = h.rune(r)
		if h.gap && !before.gap && before.open && i > 0 {
			t.put(before.Sum(), 0, prefix)
		}
		last = h.Sum()
	}
	if last != 0 {
		t.put(last, value, whole)
	}
}

func (t *Table) put(sum uint64, value uint32, kind uint8) {
	if 2*(t.used+1) > len(t.slots) {
		t.grow()
	}
	s := t.find(sum)
	if s.sum == 0 {
		t.used++
	}
	s.sum = sum
	s.value |= value
	s.kind |= kind
}

func (t *Table) grow() {
	old := t.slots
	t.slots = make([]slot, 2*len(old))
	t.mask = uint64(len(t.slots) - 1)
	for _, s := range old {
		if s.sum != 0 {
			*t.find(s.sum) = s
		}
	}
}

func (t *Table) find(sum uint64) *slot {
	at := (sum ^ sum>>29) & t.mask
	for t.slots[at].sum != 0 && t.slots[at].sum != sum {
		at = (at + 1) & t.mask
	}
	return &t.slots[at]
}

// Get is the value of a whole phrase by its hash.
func (t *Table) Get(sum uint64) (value uint32, ok bool) {
	s := t.find(sum)
	return s.value, s.kind&whole != 0 && sum != 0
}

// Longest is the longest phrase that starts at token i and ends before token
// end: how many tokens it takes, 0 when there is none, and its value.
func (t *Table) Longest(tx *text.Text, i, end int) (n int, value uint32) {
	h := New()
	for j := i; j < end; j++ {
		h = h.Add(tx.Form(j))
		if h.gap && j == i {
			return 0, 0 // starts with punctuation
		}
		sum := h.Sum()
		if sum == 0 {
			return n, value
		}
		s := t.find(sum)
		if s.kind&whole != 0 && !h.gap {
			n, value = j-i+1, s.value
		}
		if s.kind&prefix == 0 {
			return n, value
		}
	}
	return n, value
}
