package gazetteer

import (
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// maxWords is the longest name looked for, in words.
const maxWords = 8

// Match is a name of the gazetteer found in a text.
type Match struct {
	annals.Span
	Hash  uint64 // key for Entries
	Words int
}

// Scan calls found for the longest name at each place of the text that starts
// with a capital or any letter without case, in the order of the text; matches
// do not overlap. It allocates nothing itself.
func (g *Gazetteer) Scan(source string, found func(Match)) {
	for i := 0; ; {
		w, ok := nextWord(source, i)
		if !ok {
			return
		}
		i = w.End
		if !startsName(source[w.Start:]) {
			continue
		}
		if m, ok := g.longest(source, w); ok {
			found(m)
			i = m.End
		}
	}
}

// longest is the longest name that starts with word w.
func (g *Gazetteer) longest(source string, w annals.Span) (best Match, ok bool) {
	hash := uint64(0)
	start := w.Start
	for n := 1; n <= maxWords; n++ {
		hash = join(hash, hashWord(source[w.Start:w.End]))
		known, longer := g.lookup(hash)
		if known {
			best, ok = Match{annals.Span{Start: start, End: w.End}, hash, n}, true
		}
		if !longer {
			break
		}
		next, more := nextWord(source, w.End)
		if !more || !joins(source[w.End:next.Start]) {
			break
		}
		w = next
	}
	return best, ok
}

// joins says that what stands between two words leaves them one name: a space,
// a hyphen, the full stop of an abbreviation, one line break.
func joins(gap string) bool {
	breaks := 0
	for i, r := range gap {
		switch {
		case r == '\n':
			breaks++
		case r == ' ' || r == '-' || r == '‐' || r == '‑' || r == '\u00a0' || r == '\t' || r == '\r':
		case r == '.' && i == 0:
		case isApostrophe(r):
		default:
			return false
		}
	}
	return len(gap) <= maxGap && breaks <= 1
}

// maxGap is the most bytes between the words of one name.
const maxGap = 4

// startsName says that s starts with a capital, a digit or a letter of a script
// without case.
func startsName(s string) bool {
	c := s[0]
	if c < utf8.RuneSelf {
		return c < 'a' || c > 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r)
}
