package dating

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/lexicon"
)

// Dateline is the head of a report: where it was written, when, and by whom.
type Dateline struct {
	annals.Span        // with its closing mark: "KABUL, Aug 30 (Reuters) -"
	Place       string // as written
	Agency      string // the agency's name; a mark that is not known stays as written
	Date        Date   // zero when the dateline gives none
	DateSpan    annals.Span
	Weekday     string

	undated bool // says NO DATE
}

//go:embed agencies.tsv
var agencyTable string

var agencies = lexicon.Map(agencyTable)

// Agency is the name of the news agency that signs with a mark, in any case.
func Agency(mark string) (string, bool) {
	name, ok := agencies[strings.ToLower(strings.TrimSpace(mark))]
	return name, ok
}

// AgenciesIn lists the news agencies that a line names, by mark or in full, as
// written in the table, by name.
func AgenciesIn(line string) []string {
	words := " " + strings.Join(strings.FieldsFunc(line, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }), " ") + " "
	var out []string
	for mark, name := range agencies {
		if strings.Contains(words, " "+strings.ToUpper(mark)+" ") || strings.Contains(words, " "+name+" ") {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const (
	word    = `[\p{L}][\p{L}'’.-]*`
	place   = `(?P<place>[\p{Lu}][\p{L}'’.-]*(?:[ /]` + word + `){0,4}(?:\s*[\[(][\p{L}.' -]{2,40}[\])])?(?:,\s*[\p{Lu}]` + word + `(?: ` + word + `){0,3}){0,2})`
	signed  = `[(\[](?P<agency>[\p{L}][^()\[\]\n]{1,60})\)`
	closing = `(?:\s*(?:--+|[—–]|>>|»)|\s*:|\s+-|-\s)`
)

// The written dates that a dateline may hold, before Parse reads them.
const (
	monthDay = `(?:[\p{L}-]{3,14}\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?[\p{L}]{3,10}\.?|[\p{L}]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?)`
	fullDate = monthDay + `(?:,|\s+de)?\s+\d{4}|\d{4}-\d\d-\d\d`
	anyDate  = monthDay + `(?:(?:,|\s+de)?\s+'?\d{2,4})?|\d{4}-\d\d-\d\d`
)

// The shapes of a dateline; DATE stands for any stretch that Parse may read.
var (
	placeDate = regexp.MustCompile(`^` + place + `,?\s+(?P<date>` + anyDate + `|NO DATE),?\s*(?:` + signed + `)?` + closing)
	bracketed = regexp.MustCompile(`^[(\[]` + place + `,?\s+(?P<date>` + anyDate + `)[)\]](?:` + closing + `|\s+|$)`)
	datePlace = regexp.MustCompile(`^(?P<date>` + fullDate + `)\s*[,|–—-]\s*` + place + `\s*(?:` + signed + `)?\s*(?:--+|[—–]|\s-\s)`)
	dateFirst = regexp.MustCompile(`^[(\[]?(?P<date>` + fullDate + `)[)\]]?\s*(?:--+|[—–]|\s-\s)\s*`)
	inBraces  = regexp.MustCompile(`^\(` + place + `\)\s*(?:--+|[—–]|\s-\s)\s*`)
	placeIn   = regexp.MustCompile(`^` + place + `\s*\((?P<date>[^()\n]{4,30})\)` + `(?:` + closing + `|\s+|$)`)
	placeBy   = regexp.MustCompile(`^` + place + `,?\s*` + signed + closing)
	dateBy    = regexp.MustCompile(`^(?P<date>(?:[\p{L}]{3,9}\.?,?\s+)?(?:\d{1,2}\s+[\p{L}]{3,9}\.?|[\p{L}]{3,9}\.?\s+\d{1,2})(?:,?\s+\d{4})?),?\s*` + signed + closing)
	placeOnly = regexp.MustCompile(`^` + place + `\s*(?:--+|[—–]|>>|\s-\s)`)
	signOnly  = regexp.MustCompile(`^` + signed + closing)
)

// ReadDateline reads the dateline that a paragraph starts with.
func ReadDateline(paragraph string) (Dateline, bool) {
	head := paragraph[:min(len(paragraph), longestDateline)]
	if d, ok := match(placeDate, head); ok && d.dated() {
		return d, true
	}
	for _, re := range []*regexp.Regexp{placeIn, bracketed, datePlace} {
		if d, ok := match(re, head); ok && d.dated() {
			return d, true
		}
	}
	if d, ok := match(placeBy, head); ok && (known(d.Agency) || capitals(d.Place) || capitals(d.Agency)) && !capitals(head) {
		return d, true
	}
	if d, ok := match(dateBy, head); ok && d.dated() {
		return d, true
	}
	if d, ok := match(placeOnly, head); ok && capitals(firstWords(d.Place)) && !capitals(head) && opens(head[d.End:]) {
		return d, true
	}
	if d, ok := match(signOnly, head); ok && known(d.Agency) {
		return d, true
	}
	for _, re := range []*regexp.Regexp{dateFirst, inBraces} {
		if d, ok := match(re, head); ok && (len(d.Place) >= shortestPlace || d.dated()) && !capitals(head) && opens(head[d.End:]) {
			return d, true
		}
	}
	return Dateline{}, false
}

// shortestPlace is how many bytes a place alone in brackets has at least: fewer number a point, "(A) – ".
const shortestPlace = 3

// longestDateline bounds, in bytes, how far a dateline reaches.
const longestDateline = 200

func match(re *regexp.Regexp, head string) (Dateline, bool) {
	loc := re.FindStringSubmatchIndex(head)
	if loc == nil {
		return Dateline{}, false
	}
	d := Dateline{Span: annals.Span{Start: loc[0], End: len(strings.TrimRight(head[:loc[1]], " \n"))}}
	group := func(name string) annals.Span {
		if i := re.SubexpIndex(name); i >= 0 && loc[2*i] >= 0 {
			return annals.Span{Start: loc[2*i], End: loc[2*i+1]}
		}
		return annals.Span{}
	}
	d.Place, d.Agency = group("place").In(head), group("agency").In(head)
	if name, ok := Agency(d.Agency); ok {
		d.Agency = name
	}
	if s := group("date"); !s.Empty() {
		d.undated = s.In(head) == "NO DATE"
		if w, ok := Parse(s.In(head)); ok && w.Month != 0 {
			d.Date, d.Weekday = w.Date, w.Weekday
			d.DateSpan = annals.Span{Start: s.Start + w.Start, End: s.Start + w.End}
		}
	}
	return d, true
}

// dated says whether the dateline has a date, or says outright that it has none.
func (d Dateline) dated() bool { return d.undated || d.Date != Date{} }

func known(agency string) bool {
	for _, name := range agencies {
		if name == agency {
			return true
		}
	}
	return false
}

// capitals says whether a text has letters and no lower-case ones.
func capitals(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsFunc(s, unicode.IsLower)
}

// opens says whether a text starts as a sentence does, with a capital or a
// quotation mark.
func opens(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \n"))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"“‘'", r)
}

// firstWords is a place without its region: "CHESTER" of "CHESTER, Pa.".
func firstWords(place string) string {
	if i := strings.IndexAny(place, ",(["); i > 0 {
		return place[:i]
	}
	return place
}
