package repair

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"github.com/annals-project/annals"
)

// invisible characters carry no text and break words apart for whoever matches them.
const invisible = "\u00AD\u200B\u2060\uFEFF"

// controls finds control characters: those above 127 are Windows-1252 read as
// Latin-1 and get their character back; the others, and invisible ones, go.
func controls(text string) []mend {
	var mends []mend
	for i, r := range text {
		s := annals.Span{Start: i, End: i + len(string(r))}
		switch {
		case r == 0x85 || r >= 0x80 && r < 0xA0:
			with := charmap.Windows1252.DecodeByte(byte(r))
			if with == unicode.ReplacementChar || unicode.IsControl(with) {
				mends = append(mends, mend{Span: s, Message: "a control character, removed"})
				continue
			}
			mends = append(mends, mend{Span: s, With: string(with), Message: "a Windows-1252 character read as Latin-1, put right"})
		case strings.ContainsRune(invisible, r):
			mends = append(mends, mend{Span: s, Message: "an invisible character, removed"})
		case unicode.IsControl(r) && !unicode.IsSpace(r):
			mends = append(mends, mend{Span: s, Message: "a control character, removed"})
		}
	}
	return mends
}
