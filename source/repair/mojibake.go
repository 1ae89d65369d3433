package repair

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/annals-project/annals"
)

// misread is a one-byte encoding that UTF-8 is known to have been read in.
type misread struct {
	name string
	enc  *charmap.Charmap
	// only restricts what a repair may yield; nil allows all characters above ASCII.
	only func(r rune) bool
}

// misreadings are tried in this order. Windows-1251 is held to punctuation, since
// its letter pairs are Cyrillic words as they stand.
var misreadings = []misread{
	{name: "Windows-1252", enc: charmap.Windows1252},
	{name: "Mac OS Roman", enc: charmap.Macintosh, only: punctuation},
	{name: "Windows-1251", enc: charmap.Windows1251, only: punctuation},
}

// punctuation is the block of dashes, quotation marks and ellipses.
func punctuation(r rune) bool { return r >= 0x2010 && r <= 0x203A }

// mojibake finds UTF-8 characters whose bytes were read one by one: "â€™" for ’.
func mojibake(text string) []mend {
	var mends []mend
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if m, ok := misreadAt(text, i); ok {
			mends = append(mends, m)
			i = m.End
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return mends
}

func misreadAt(text string, at int) (mend, bool) {
	for _, m := range misreadings {
		r, end, ok := m.character(text, at)
		if ok {
			return mend{Span: annals.Span{Start: at, End: end}, With: string(r),
				Message: "UTF-8 read as " + m.name + ", put right"}, true
		}
	}
	return mend{}, false
}

// character reads the characters at a place as bytes of the encoding and gives
// the one UTF-8 character they spell, if they do.
func (m misread) character(text string, at int) (r rune, end int, ok bool) {
	var spelt [utf8.UTFMax]byte
	for n := 0; n < utf8.UTFMax && at < len(text); n++ {
		c, size := utf8.DecodeRuneInString(text[at:])
		b, known := m.byteOf(c)
		if !known || (n == 0) != (b >= 0xC2) || b < utf8.RuneSelf {
			return 0, 0, false
		}
		spelt[n] = b
		at += size
		if !utf8.FullRune(spelt[:n+1]) {
			continue
		}
		r, size = utf8.DecodeRune(spelt[:n+1])
		spells := size == n+1 && (r != utf8.RuneError || size > 1) // ö and ú alone are bytes that start no character
		good := spells && r >= utf8.RuneSelf && (m.only == nil || m.only(r))
		return r, at, good
	}
	return 0, 0, false
}

// byteOf is the byte a character was read from. The five bytes that
// Windows-1252 leaves open, and Latin-1's controls, stand for themselves.
func (m misread) byteOf(r rune) (byte, bool) {
	if r >= 0x80 && r < 0xA0 {
		return byte(r), true
	}
	return m.enc.EncodeRune(r)
}
