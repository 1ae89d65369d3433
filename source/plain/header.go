package plain

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/lexicon"
)

//go:embed headers.tsv
var headerTable string

var headerKeys = lexicon.Map(headerTable)

var (
	// keyed is "Key: value", as in mail headers and front matter.
	keyed = regexp.MustCompile(`^[\s#*_]*(\p{L}[\p{L} _-]{1,24}?)[*_]*\s*[:=]\s*[*_]*(.*)$`)
	// dated is a key and a date with nothing between them: "date 2021-08-25 Headline".
	dated = regexp.MustCompile(`^\s*(\p{L}[\p{L} _-]{1,24}?)[\s:=-]\s*(\S.*)$`)
	// by is a line that names authors alone.
	by = regexp.MustCompile(`^\s*[Bb][Yy]:?\s+(\p{Lu}[\p{L}'’.-]+(?:\s+(?:(?:and|&|in|for|de|al|bin|van|von|der|el)\s+)?\p{Lu}[\p{L}'’.,-]*){1,9})\s*$`)
	// identifier is a line that numbers a report in an archive: "DEV-0001 (SITE)".
	identifier = regexp.MustCompile(`^\s*(?:[A-Z0-9]+[-/_.]){1,5}[A-Z]*\d[A-Z0-9]*(?:\s*\([A-Z ]{2,24}\))?(?i:\s+for immediate release)?\s*$`)
	// posted is what may stand before a date that is alone in its line.
	posted = regexp.MustCompile(`(?i)^[\s*_|•·–—,/-]*(?:(?:(?:first |last |original(?:ly)? )?(?:` + dateKeys() + `)|on|at|le|el|am|em|il)(?:\s*[:|-]\s*|\s+)){0,3}`)
	clock  = regexp.MustCompile(`(?i)^[\s,|•·–—/@-]*(?:[(]?` + dating.WeekdayForm() + `[)]?[\s,]*)?(?:(?:at|on)\s+)?(?:` + hour + `\s*` + zone + `?)?(?:[\s|•·–—,/-]*(?:last )?(?:` + dateKeys() + `)[\s:]*` + hour + `\s*` + zone + `?)*[\s*_|•·–—,/-]*$`)
	// clockFirst and zonedFirst are an hour before a date.
	clockFirst = regexp.MustCompile(`(?i)(?:^|\s)` + hour + `[\s,|•·–—-]*(?:on\s+)?$`)
	zonedFirst = regexp.MustCompile(`(?i)(?:^|\s)` + hour + `\s*` + zone + `[\s,|•·–—-]*(?:on\s+)?$`)
	// calendar is the same day in the calendar of the hijra, behind a date: ", 12 Rajab 1440 AH".
	calendar = regexp.MustCompile(`(?i)^\s*[,/|(=–—-]\s*(?:corresponding to\s+)?(?:\d{1,2}\s+\p{L}[\p{L}'’ -]{2,20}|\p{L}[\p{L}'’ -]{2,20}\s+\d{1,2},?)\s+1[34]\d\d\b(?:\s*(?:a\.?h\.?|h\.?|a\.?p\.?)(?:\s|$))?\s*\)?`)
	fence    = regexp.MustCompile(`^\s*(?:---|\+\+\+)\s*$`)
)

const (
	headerWithin = 12  // a header ends so many lines from the top
	longestField = 300 // bytes: a longer line is the article
	asideLines   = 2   // lines of headline and summary that may stand among header lines
)

// An hour of the day, and the zone of its clock.
const (
	hour = `(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{4}\s?(?:hrs|hours|z\b))`
	zone = `(?:[([]?(?:[A-Z]{2,5}(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|local time)[)\]]?)`
)

// dateKeys is the pattern of the keys that a date follows, the longest first.
func dateKeys() string {
	var keys []string
	for k, kind := range headerKeys {
		if isDateKey(kind) {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return strings.Join(keys, "|")
}

// leadKind is what the words before a date say of it: "date", "crawl" where they only
// say that the page was fetched or changed then, "" where they say nothing.
func leadKind(lead string) string {
	lead = strings.ToLower(lead)
	kind := ""
	for k, of := range headerKeys {
		if !isDateKey(of) || !strings.Contains(lead, k) {
			continue
		}
		if of == "date" && !strings.Contains(lead, "update") {
			return "date"
		}
		kind = "crawl"
	}
	return kind
}

// headerKey is what is dropped of a title's line: the title itself stays.
const headerKey = "a header key"

// header reads the lines above the article: keys and values, a bare date, the
// authors, an archive's number. What only describes the article is dropped; a
// headline on the same line stays.
func (a *Article) header() {
	text := a.Text.String
	var out []removal
	aside, fenced := 0, false
	seen, block := 0, isBlock(text)
	for _, line := range lines(text) {
		s := shrink(text, line)
		if s.Empty() {
			continue
		}
		seen++
		if seen > headerWithin {
			break
		}
		if fence.MatchString(s.In(text)) && (seen == 1 || fenced) {
			fenced = !fenced
			out = append(out, removal{toNext(text, line), "a mark around the header"})
			if !fenced {
				break
			}
			continue
		}
		cut, what := a.field(text, s, block)
		switch {
		case what != "":
			if cut == s {
				cut = toNext(text, annals.Span{Start: s.Start, End: line.End})
			}
			out = append(out, removal{cut, what})
			if cut.End < s.End && what != headerKey { // the headline follows on this line: the header is over
				a.drop(out)
				return
			}
		case aside < asideLines && !fenced && looksLikeHeadline(s.In(text)):
			aside++
		case !fenced:
			a.drop(out)
			return
		}
	}
	a.drop(out)
}

// isBlock says whether two lines or more at the top are a key and a value: then
// any known key counts. One alone may be a headline ("Source: army took bridge").
func isBlock(text string) bool {
	found := 0
	all := lines(text)
	for _, line := range all[:min(len(all), headerWithin)] {
		if m := keyed.FindStringSubmatch(line.In(text)); m != nil && line.Len() <= longestField && headerKeys[key(m[1])] != "" {
			found++
		}
	}
	return found >= 2
}

// toNext is a line with its end.
func toNext(text string, line annals.Span) annals.Span {
	for line.End < len(text) && strings.ContainsRune(lineEnds, rune(text[line.End])) {
		line.End++
	}
	return line
}

// field reads one line of a header. It gives the stretch to drop and what it is;
// "" when the line is none.
func (a *Article) field(text string, s annals.Span, block bool) (annals.Span, string) {
	line := s.In(text)
	if len(line) > longestField { // the article, perhaps behind a key and a date
		return a.datedField(s, line)
	}
	if m := keyed.FindStringSubmatchIndex(line); m != nil {
		kind := headerKeys[key(line[m[2]:m[3]])]
		_, date := dating.Parse(line[m[4]:])
		if date && isDateKey(kind) || kind == "title" || kind != "" && !isDateKey(kind) && block {
			return a.keyed(kind, s, line, m[4])
		}
	}
	if cut, what := a.datedField(s, line); what != "" {
		return cut, what
	}
	if cut, ok := a.bareDate(s, line); ok {
		return cut, "the header's date"
	}
	if m := by.FindStringSubmatch(line); m != nil {
		for _, name := range names(m[1]) {
			a.byline(name)
		}
		return s, "the authors"
	}
	if identifier.MatchString(line) {
		return s, "an archive's number"
	}
	return annals.Span{}, ""
}

// datedField reads a key and a date with nothing between them.
func (a *Article) datedField(s annals.Span, line string) (annals.Span, string) {
	m := dated.FindStringSubmatchIndex(line)
	if m == nil {
		return annals.Span{}, ""
	}
	kind := headerKeys[key(line[m[2]:m[3]])]
	if _, ok := dating.Parse(line[m[4]:]); !ok || !isDateKey(kind) {
		return annals.Span{}, ""
	}
	return a.keyed(kind, s, line, m[4])
}

func isDateKey(kind string) bool { return kind == "date" || kind == "crawl" }

func key(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '_' }), " "))
}

// keyed takes over the value of a header field that starts at a byte of the line.
func (a *Article) keyed(kind string, s annals.Span, line string, at int) (annals.Span, string) {
	value := strings.Trim(line[at:], " \t\"'*_")
	switch kind {
	case "date", "crawl":
		w, _ := dating.Parse(line[at:])
		a.evidence(s, annals.Span{Start: at + w.Start, End: at + w.End}, w.Date, kind == "crawl")
		rest := line[at+w.End:]
		if isClock(rest) || areButtons(pieced(rest)) {
			return s, "the header's date"
		}
		title := strings.TrimLeft(rest, " \t|:–—-")
		if a.Title == "" && len(title) <= longestField {
			a.Title = title
		}
		return annals.Span{Start: s.Start, End: s.End - len(title)}, "the header's date"
	case "title":
		if a.Title == "" {
			a.Title = value
		}
		return annals.Span{Start: s.Start, End: s.End - len(strings.TrimLeft(line[at:], " \t\"'*_"))}, headerKey
	case "author":
		for _, name := range names(value) {
			a.byline(name)
		}
	case "publisher":
		a.Publisher = value
	case "address":
		a.Address = value
	}
	return s, "a header field"
}

// bareDate reads a line that holds a date alone. It may be the day of the report
// or the day it was fetched.
func (a *Article) bareDate(s annals.Span, line string) (annals.Span, bool) {
	lead := posted.FindString(line)
	w, ok := dating.Parse(line[len(lead):])
	if !ok || w.Year == 0 || !isClock(line[len(lead)+w.End:]) {
		return annals.Span{}, false
	}
	crawl := strings.Trim(lead, " *_|•·–—,/-") == "" || leadKind(lead) == "crawl"
	a.evidence(s, annals.Span{Start: len(lead) + w.Start, End: len(lead) + w.End}, w.Date, crawl)
	return s, true
}

// isClock says that nothing stands behind a date but hours and the day in another calendar.
func isClock(rest string) bool { return clock.MatchString(calendar.ReplaceAllString(rest, "")) }

// evidence keeps a date that stands in a line.
func (a *Article) evidence(line, date annals.Span, d dating.Date, crawl bool) {
	at := annals.Span{Start: line.Start + date.Start, End: line.Start + date.End}
	a.Dates = append(a.Dates, dating.Evidence{Date: d, Basis: "header", Crawl: crawl, Raw: a.Text.Raw(at)})
}

// names splits a list of authors.
func names(list string) []string {
	list = strings.NewReplacer(" and ", ",", " & ", ",", ";", ",", " AND ", ",").Replace(strings.Trim(list, " ."))
	var out []string
	for _, name := range strings.Split(list, ",") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}
