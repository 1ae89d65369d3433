package gazetteer

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Constants of the FNV-1a hash, and an odd multiplier (2^64 over the golden
// ratio) that joins the hashes of words to that of a phrase in order.
const (
	fnvOffset  = 14695981039346656037
	fnvPrime   = 1099511628211
	phraseStep = 0x9e3779b97f4a7c15
)

// join is the hash of a phrase with one more word.
func join(phrase, word uint64) uint64 {
	h := (phrase ^ word) * phraseStep
	return h ^ h>>29
}

// foldedLimit is the first character the folding table leaves out: the table
// covers Latin with diacritics.
const foldedLimit = 0x250

// folded maps Latin characters to plain lower case; 0 drops the character.
var folded = sync.OnceValue(func() *[foldedLimit]byte {
	var table [foldedLimit]byte
	for r := range rune(foldedLimit) {
		if base := latinBase(r); base < utf8.RuneSelf {
			table[r] = byte(base)
		}
	}
	return &table
})

// latinBase is the letter a Latin character is written with when its diacritics
// are left out: "ō" is o, "ø" is o. 0 for signs that are dropped.
func latinBase(r rune) rune {
	switch r {
	case 'æ', 'Æ':
		return 'a'
	case 'œ', 'Œ', 'ø', 'Ø':
		return 'o'
	case 'đ', 'Đ', 'ð', 'Ð':
		return 'd'
	case 'ł', 'Ł':
		return 'l'
	case 'ı':
		return 'i'
	case 'ħ', 'Ħ':
		return 'h'
	case 'ß':
		return 's'
	case 'þ', 'Þ':
		return 't'
	case 'ə', 'Ə':
		return 'a'
	}
	if r >= utf8.RuneSelf {
		r = []rune(norm.NFD.String(string(r)))[0]
	}
	if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return unicode.ToLower(r)
	}
	return 0
}

// hashWord hashes a word of s with case, diacritics and apostrophes left out.
func hashWord(s string) uint64 {
	table := folded()
	h := uint64(fnvOffset)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			if f := table[c]; f != 0 {
				h = (h ^ uint64(f)) * fnvPrime
			}
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		i += w
		switch {
		case r < foldedLimit:
			if f := table[r]; f != 0 {
				h = (h ^ uint64(f)) * fnvPrime
			}
		case unicode.IsMark(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r):
		case 0x1e00 <= r && r < 0x1f00: // Latin Extended Additional: rare, so not in the table
			h = (h ^ uint64(latinBase(r))) * fnvPrime
		default:
			h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
		}
	}
	return h
}

// HashName hashes a name as scanning does; 0 for one without a word.
func HashName(name string) uint64 {
	h, _ := hashName(name)
	return h
}

// hashName also gives the hashes of the shorter phrases the name starts with.
func hashName(name string) (whole uint64, prefixes []uint64) {
	for w, ok := nextWord(name, 0); ok; w, ok = nextWord(name, w.End) {
		if whole != 0 {
			prefixes = append(prefixes, whole)
		}
		whole = join(whole, hashWord(name[w.Start:w.End]))
	}
	return whole, prefixes
}
