package places

import (
	"regexp"
	"strings"

	"github.com/annals-project/annals"
)

// A dateline, as far as its place: in capitals anywhere a line or a long gap
// starts ("KABUL, Afghanistan (Nov. 12) –"), or in any letters where a line
// starts and an agency, a date in brackets or a dash follows ("Kabul, August 30
// (ANI):"). No word in lower case stands in either.
var (
	capitalDateline = regexp.MustCompile(`(?:^|[\n\x{2028}\x{2029}]|[\s\p{Z}]{2}|Release |PDF )[ \t\p{Zs}]*([A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}(?:, [A-Z0-9][\w.]*(?: [A-Z0-9][\w.]*){0,3}){0,3})[\s\p{Z}]*(?:\(|—|–|--| - |/ )`)
	lineDateline    = regexp.MustCompile(`(?:^|[\n\x{2028}\x{2029}])[ \t\p{Zs}]*([A-Z][\p{L}.'’-]*(?:[ ,]+[\[(]?[A-Z0-9][\p{L}0-9.'’-]*[\])]?){0,7}),?\s*(?:\([A-Z][\w /-]*\)\s*[:—–-]|\([A-Z][a-z]+\.? \d|—|--)`)
)

// datelineReach is how far around a span its dateline may go, in bytes.
const datelineReach = 80

// InDateline says that a span of a text stands in a dateline: it is where the
// report was written, not where anything took place.
func InDateline(source string, s annals.Span) bool {
	from := max(0, s.Start-datelineReach)
	if i := strings.LastIndex(source[from:s.Start], "\n\n"); i >= 0 {
		from += i + 1
	}
	window := source[from:min(len(source), s.End+datelineReach)]
	for _, form := range []*regexp.Regexp{capitalDateline, lineDateline} {
		for _, m := range form.FindAllStringSubmatchIndex(window, -1) {
			if m[0] == 0 && from > 0 && source[from] != '\n' {
				continue // no line starts where the window does
			}
			if m[2]+from <= s.Start && s.End <= m[3]+from {
				return true
			}
		}
	}
	return false
}
