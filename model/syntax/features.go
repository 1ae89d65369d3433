package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/model/form"
)

// Casing says how a sentence uses capitals, since a word's own capitals mean
// nothing where all words have them.
type Casing uint8

// The kinds of casing.
const (
	Mixed Casing = iota
	AllUpper
	AllLower
)

// CasingOf looks at the letters of a sentence's forms.
func CasingOf(forms []string) Casing {
	upper, lower := 0, 0
	for _, f := range forms {
		for _, r := range f {
			if unicode.IsUpper(r) {
				upper++
			} else if unicode.IsLower(r) {
				lower++
			}
		}
	}
	switch {
	case lower == 0 && upper > 1 || upper > 4*lower:
		return AllUpper
	case upper == 0 && lower > 0:
		return AllLower
	}
	return Mixed
}

// The kinds of features a form has; the word itself is first.
const (
	kindWord = iota
	kindPrefix
	kindSuffix
	kindShape
	kindClass
)

// longestAffix is the number of bytes of the longest prefix and suffix.
const longestAffix = 4

// Features appends the hashes of the features of one form.
func Features(hashes []uint32, written string, casing Casing) []uint32 {
	plain := form.Plain(written)
	var buf [64]byte
	low := lower(buf[:0], plain)
	hashes = append(hashes, hash(kindWord, low))
	for n := 1; n <= longestAffix; n++ {
		if n < len(low) {
			hashes = append(hashes, hash(kindPrefix+uint32(n)<<4, low[:n]))
			hashes = append(hashes, hash(kindSuffix+uint32(n)<<4, low[len(low)-n:]))
		}
	}
	return append(hashes, ShapeFeature(plain, casing))
}

// lower appends s in lower case with every digit made 0.
func lower(b []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return append(b[:0], strings.ToLower(s)...)
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		}
		b = append(b, c)
	}
	return b
}

func hash(kind uint32, s []byte) uint32 {
	h := uint64(0xcbf29ce484222325) ^ uint64(kind)*0x9e3779b97f4a7c15
	for _, c := range s {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	return finish(h)
}

func finish(h uint64) uint32 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return max(1, uint32(h>>32))
}

// ShapeFeature hashes how a form looks: its runs of capitals, small letters and
// digits, its other signs, and the casing around it.
func ShapeFeature(s string, casing Casing) uint32 {
	h := uint64(0xcbf29ce484222325) ^ kindShape<<36 ^ uint64(casing)<<40
	var last rune
	run, length := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLower(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = '0'
		case unicode.IsLetter(r):
			r = 'l'
		}
		if r == last {
			run++
		} else {
			run = 0
		}
		if last = r; run > 1 {
			continue // runs count as one, two or more
		}
		h = (h ^ uint64(r)) * 0x100000001b3
		if length++; length == 12 {
			break
		}
	}
	return finish(h)
}
