package proof

import (
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// seasons by the number EDTF gives them, from 21.
var seasons = [...][]string{{"spring"}, {"summer"}, {"autumn", "fall"}, {"winter"}}

// firstSeason is the EDTF number of spring.
const firstSeason = 21

// months by the first three letters of their names.
var months = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// date checks a time: each part of its value (year, month, day) stands in its
// words, or the value follows by the step the time names, from the place it
// leans on.
func date(d *annotate.Document, ref annals.Ref) Result {
	if ref <= 0 || int(ref) > len(d.Times) {
		return unsupported
	}
	t := &d.Times[ref-1]
	if !literal(d, t.Span, t.Text) {
		return unsupported
	}
	if t.EDTF == "" || intervalInWords(t.EDTF, t.Text, inWords) {
		return stated(t.Span)
	}
	if t.Derived == "" && strings.Contains(t.EDTF, "/") && intervalInWords(t.EDTF, t.Text, yearInWords) {
		return derived("part of a year", t.Span) // "late 2019"
	}
	if t.Derived != "" {
		if t.Anchor.In(d.Doc.Text) != "" {
			return derived(t.Derived, t.Span, t.Anchor)
		}
		if d.Doc.Published != nil && d.Doc.Published.EDTF != "" {
			return derived(t.Derived+" (publication)", t.Span)
		}
	}
	return unsupported
}

// intervalInWords says that each end of an interval that is not open holds.
func intervalInWords(edtf, words string, holds func(edtf, words string) bool) bool {
	some := false
	for _, end := range strings.Split(edtf, "/") {
		if end == ".." || end == "" {
			continue
		}
		if some = holds(end, words); !some {
			return false
		}
	}
	return some
}

func yearInWords(edtf, words string) bool {
	return len(edtf) == len("2019-10") && inWords(edtf[:len("2019")], words)
}

// inWords says that the parts of a plain date (2021-08-26, 2021-08, 2021) all
// stand in the words.
func inWords(edtf, words string) bool {
	day, _, _ := strings.Cut(edtf, "T")
	parts := strings.Split(strings.TrimRight(day, "~?%"), "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return false
	}
	fields := strings.FieldsFunc(strings.ToLower(words), func(c rune) bool {
		return !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z')
	})
	for k, p := range parts {
		if strings.Trim(p, "X") == "" {
			continue
		}
		n, err := strconv.Atoi(p)
		if err != nil || !stands(fields, k, n, p) {
			return false
		}
	}
	return true
}

// stands says that part k of a date (0 year, 1 month, 2 day) is among the words.
func stands(fields []string, k, n int, as string) bool {
	for _, f := range fields {
		if k == 1 && n >= 1 && n <= len(months) && strings.HasPrefix(f, months[n-1]) {
			return true
		}
		if s := n - firstSeason; k == 1 && s >= 0 && s < len(seasons) && slices.Contains(seasons[s], f) {
			return true
		}
		v, err := strconv.Atoi(strings.TrimRight(f, "stndrh"))
		if err == nil && (v == n || k == 0 && len(f) == 2 && strings.HasSuffix(as, f)) {
			return true
		}
	}
	return false
}

// place checks a place: its mention names it as the gazetteer does, or the name
// follows from the gazetteer, or the noun leads to a named place.
func place(d *annotate.Document, ref annals.Ref) Result {
	if ref <= 0 || int(ref) > len(d.Mentions) {
		return unsupported
	}
	m := &d.Mentions[ref-1]
	if !literal(d, m.Span, m.Text) {
		return unsupported
	}
	if m.Place == nil || fold(m.Place.Name) == fold(m.Text) {
		return stated(m.Span)
	}
	if m.Form != annals.Name {
		if r := mention(d, ref); r.Verdict == annals.DerivedFrom {
			return r
		}
		return derived("noun to a place", m.Span)
	}
	return derived("name in the gazetteer", m.Span)
}
