// Package phrase looks up names of several words in running text: it folds
// case, and takes a hyphen, a space and a token boundary for the same thing, so
// that "al-Qaida", "Al Qaida" and "AL - QAIDA" are one entry. A lookup
// allocates nothing.
package phrase

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
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

// Table holds phrases, each with a value of up to 30 bits. It is not changed
// once built and may be shared between goroutines. It keeps 32 bits of a
// phrase's hash: of 100,000 phrases, one strange phrase in 40,000 is taken for
// one of them.
type Table struct {
	slots []slot // open addressing, a power of two long
	mask  uint32
	used  int
}

// slot is a phrase; bits 0 is an empty slot.
type slot struct {
	key  uint32
	bits uint32 // value<<2, and what it is: whole, prefix, both
}

const (
	whole  = 1
	prefix = 2
)

// NewTable makes an empty table with room for about n phrases.
func NewTable(n int) *Table {
	size := 16
	for size < 4*(n+1) {
		size *= 2
	}
	return &Table{slots: make([]slot, size), mask: uint32(size - 1)}
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

func (t *Table) put(sum uint64, value uint32, kind uint32) {
	if 2*(t.used+1) > len(t.slots) {
		t.grow()
	}
	key := uint32(sum >> 31)
	s := t.find(key)
	if s.bits == 0 {
		t.used++
	}
	s.key = key
	s.bits |= value<<2 | kind
}

func (t *Table) grow() {
	old := t.slots
	t.slots = make([]slot, 2*len(old))
	t.mask = uint32(len(t.slots) - 1)
	for _, s := range old {
		if s.bits != 0 {
			*t.find(s.key) = s
		}
	}
}

// find is the slot of a key, or the empty slot where it would stand.
func (t *Table) find(key uint32) *slot {
	at := (key ^ key>>15) & t.mask
	for t.slots[at].bits != 0 && t.slots[at].key != key {
		at = (at + 1) & t.mask
	}
	return &t.slots[at]
}

// Get is the value of a whole phrase by its hash.
func (t *Table) Get(sum uint64) (value uint32, ok bool) {
	s := t.find(uint32(sum >> 31))
	return s.bits >> 2, s.bits&whole != 0 && sum != 0
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
		s := t.find(uint32(sum >> 31))
		if s.bits&whole != 0 && !h.gap {
			n, value = j-i+1, s.bits>>2
		}
		if s.bits&prefix == 0 {
			return n, value
		}
	}
	return n, value
}

// Append adds the table's bytes to b: its phrases by hash.
func (t *Table) Append(b []byte) []byte {
	var used []slot
	for _, s := range t.slots {
		if s.bits != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	b = binary.AppendUvarint(b, uint64(len(used)))
	last := uint32(0)
	for _, s := range used {
		b = binary.AppendUvarint(b, uint64(s.key-last))
		last = s.key
	}
	for _, s := range used {
		b = binary.AppendUvarint(b, uint64(s.bits))
	}
	return b
}

// Decode reads a table from the front of b and gives the bytes after it back.
func Decode(b []byte) (*Table, []byte, error) {
	count, n := binary.Uvarint(b)
	if n <= 0 || count > uint64(len(b)) {
		return nil, nil, errDamaged
	}
	b = b[n:]
	used := make([]slot, count)
	last := uint32(0)
	for pass := range 2 {
		for i := range used {
			v, n := binary.Uvarint(b)
			if n <= 0 {
				return nil, nil, errDamaged
			}
			b = b[n:]
			if pass == 0 {
				last += uint32(v)
				used[i].key = last
			} else {
				used[i].bits = uint32(v)
			}
		}
	}
	t := NewTable(len(used) / 2)
	for _, s := range used {
		if s.bits != 0 {
			*t.find(s.key) = s
			t.used++
		}
	}
	return t, b, nil
}

var errDamaged = errors.New("phrase: the table is damaged or cut short; make it again")
