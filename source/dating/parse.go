package dating

import (
	"cmp"
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/lexicon"
)

// The written forms of a date. Named groups: y year, m month by name, d day,
// n month by number; w a weekday before it.
const (
	monthForm    = `(?P<m>[\p{L}]{3,10})\.?`
	yearForm     = `(?P<y>(?:19|20)\d\d|'\d\d\b)`
	shortForm    = `(?P<y>\d\d\b)`
	dayMonthForm = `(?P<d>\d{1,2})(?:st|nd|rd|th|\.|er|º)?(?:\s+|-|/)(?:of\s+|de\s+|d['’])?` + monthForm
	monthDayForm = monthForm + `\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\b`
)

//go:embed weekdays.tsv
var weekdayTable string

var weekdayNames = lexicon.Map(weekdayTable)

// weekdayForm is the weekday that may stand before a date.
var weekdayForm = `(?:(?P<w>` + WeekdayForm() + `)\.?,?\s+(?:the\s+)?)?`

// WeekdayForm is the pattern of any name of a weekday, the longest first.
func WeekdayForm() string {
	names := slices.Collect(maps.Keys(weekdayNames))
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return `(?:` + strings.Join(names, "|") + `)`
}

// form is one way of writing a date.
type form struct {
	re     *regexp.Regexp
	unsure bool // n and d cannot be told apart when both are at most 12
	head   bool // a date only at the head of a report: in running text "25 September 28" is none
}

func compile(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }

// forms are tried longest first at each place.
var forms = []form{
	{re: compile(`\b(?P<y>(?:19|20)\d\d)-(?P<n>\d\d)-(?P<d>\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|\s?[+-]\d\d:?\d\d)?)?`)},
	{re: compile(`\b(?P<y>(?:19|20)\d\d)[/.](?P<n>\d\d?)[/.](?P<d>\d\d?)\b`)},
	{re: compile(weekdayForm + `\b` + dayMonthForm + `(?:\s+(?:del?|of))?[,\s/-]+` + yearForm)},
	{re: compile(weekdayForm + `\b` + dayMonthForm + `[,\s/-]+` + shortForm), head: true},
	{re: compile(weekdayForm + `\b` + monthDayForm + `,?\s+` + `(?P<y>(?:19|20)\d\d)\b`)},
	{re: compile(`\b(?P<d>\d\d?)\.(?P<n>\d\d?)\.(?P<y>(?:19|20)\d\d)\b`)},
	{re: compile(`\b(?P<n>\d\d?)[/-](?P<d>\d\d?)[/-](?P<y>(?:19|20)\d\d)\b`), unsure: true},
	{re: compile(weekdayForm + `\b` + dayMonthForm + `\b`)},
	{re: compile(weekdayForm + `\b` + monthDayForm)},
	{re: compile(`\b` + monthForm + `,?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)\b`)},
	{re: compile(`\b(?P<y>(?:19|20)\d\d)(?P<n>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?:T?\d{4,6}Z?)?\b`)},
}

// Written is a date with where it is written and the weekday beside it.
type Written struct {
	annals.Span
	Date
	Weekday string // lower case, three letters; "" none
}

// Parse reads the date that s starts with, leading white space aside.
func Parse(s string) (Written, bool) {
	indent := len(s) - len(strings.TrimLeft(s, " \t\r\n"))
	head := s[:min(len(s), indent+longestDate)]
	for _, f := range forms {
		if w, ok := f.at(head, indent); ok && w.Start == indent {
			return w, true
		}
	}
	return Written{}, false
}

// monthOnly is a year, or a year and a month, as EDTF writes them.
var monthOnly = regexp.MustCompile(`^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?$`)

// Given reads the date that somebody gives for a report: a year or a month will do.
func Given(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	if m := monthOnly.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[2])
		return Date{Year: year(m[1]), Month: n}, true
	}
	w, ok := Parse(s)
	return w.Date, ok && w.Year != 0
}

// longestDate bounds, in bytes, how far a written date reaches.
const longestDate = 64

// Find lists the dates written in a text, in order; of two that overlap the one
// whose form comes first stays.
func Find(text string) []Written {
	var found []Written
	for _, f := range forms {
		if f.head {
			continue
		}
		for from := 0; from < len(text); {
			w, ok := f.at(text, from)
			if w.Empty() {
				break
			}
			if ok && !overlapsAny(found, w.Span) {
				found = append(found, w)
			}
			from = w.End
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Start < found[j].Start })
	return found
}

func overlapsAny(found []Written, s annals.Span) bool {
	for _, f := range found {
		if f.Overlaps(s) {
			return true
		}
	}
	return false
}

// at finds the next stretch of the form from a place on. The span is set even
// when the stretch turns out to be no date.
func (f form) at(text string, from int) (Written, bool) {
	loc := f.re.FindStringSubmatchIndex(text[from:])
	if loc == nil {
		return Written{}, false
	}
	w := Written{Span: annals.Span{Start: from + loc[0], End: from + loc[1]}}
	group := func(name string) string {
		i := f.re.SubexpIndex(name)
		if i < 0 || loc[2*i] < 0 {
			return ""
		}
		return text[from+loc[2*i] : from+loc[2*i+1]]
	}
	w.Day, _ = strconv.Atoi(group("d"))
	w.Month, _ = strconv.Atoi(group("n"))
	if name := group("m"); name != "" {
		if w.Month = month(name); w.Month == 0 {
			return w, false
		}
	}
	if y := group("y"); y != "" {
		w.Year = year(y)
	}
	if f.unsure {
		w.Date = settleOrder(w.Date)
	}
	w.Weekday = weekdayNames[strings.ToLower(group("w"))]
	return w, w.Date != Date{} && w.valid() && (w.Month != 0 || f.unsure)
}

// settleOrder reads 8/25/2021 and 25/8/2021; 8/5/2021 could be either and keeps
// its year alone.
func settleOrder(d Date) Date {
	switch {
	case d.Month > 12 && d.Day <= 12:
		return Date{d.Year, d.Day, d.Month}
	case d.Month <= 12 && d.Day <= 12 && d.Month != d.Day:
		return Date{Year: d.Year}
	}
	return d
}
