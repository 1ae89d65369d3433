package repair

import (
	"html"
	"regexp"
	"strings"

	"github.com/annals-project/annals"
)

// reference is an HTML character reference with its semicolon.
var reference = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// references finds character references left standing in plain text: "&amp;".
func references(text string) []mend {
	var mends []mend
	for _, loc := range reference.FindAllStringIndex(text, -1) {
		s := annals.Span{Start: loc[0], End: loc[1]}
		was := s.In(text)
		// Names that are none resolve by their first letters ("&nothing;"): left alone.
		if with := html.UnescapeString(was); with != was && (with == ";" || !strings.HasSuffix(with, ";")) {
			mends = append(mends, mend{Span: s, With: with, Message: "an HTML character reference, resolved"})
		}
	}
	return mends
}
