package repair

import (
	"regexp"
	"strings"

	"github.com/annals-project/annals"
)

// glued is a sentence end with the next sentence right behind it, as scrapers
// leave it where they drop a line break: `the Taliban."According to a report`.
// A word of three letters before and a capitalised word of three after, or a short
// word that opens sentences, keep out initials, abbreviations and names of sites.
var glued = regexp.MustCompile(`[a-z]{3}(?:[.!?][)”"’']?|[.!?,][”"])((?:[“"‘(])?(?:[A-Z][a-z]{2,}|A[nst]?|B[ey]|He|I[fnst]?|My|No|O[fnr]|So|To|Up|We)[ ,’'])`)

// lostSpaces finds sentences glued together and puts a space between them.
func lostSpaces(text string) []mend {
	var mends []mend
	for _, loc := range glued.FindAllStringSubmatchIndex(text, -1) {
		at := loc[2]
		if address(text, at) {
			continue
		}
		last := annals.Span{Start: at - 1, End: at}
		for last.Start > 0 && text[last.Start]&0xC0 == 0x80 {
			last.Start--
		}
		mends = append(mends, mend{Span: last, With: last.In(text) + " ", Message: "two sentences stood without a space between them"})
	}
	return mends
}

// address says whether the place lies inside a web or mail address.
func address(text string, at int) bool {
	start := strings.LastIndexAny(text[:at], " \n\t") + 1
	end := len(text)
	if n := strings.IndexAny(text[at:], " \n\t"); n >= 0 {
		end = at + n
	}
	word := text[start:end]
	return strings.Contains(word, "://") || strings.Contains(word, "@") || strings.Contains(word, "www.") || strings.Contains(word, "/")
}
