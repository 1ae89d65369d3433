package dating

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// Years lists the years in which a report whose dateline lacks its year may have
// come out, likeliest first: the latest year that fits what the text tells as past comes
// first, since news leans on the recent past. It is empty when nothing bounds it.
//
// What bounds it: the report is not older than any moment it tells as past
// ("since June 2020", "during 2020"), not younger than latest (the day the page was
// fetched; zero unknown), and a weekday written beside a date must be that date's weekday. A full date
// within days of the dateline settles the year outright.
func Years(text string, dateline Date, weekday string, latest Date) []int {
	written := Find(text)
	if year, ok := sameDays(written, dateline); ok {
		return []int{year}
	}
	from := pastBound(text, written)
	if from == (Date{}) {
		return nil
	}
	until := from.Year + openYears
	if latest.Full() {
		until = min(until, latest.Year)
	}
	pairs := weekdays(written, dateline, weekday)
	var fits []int
	for year := from.Year; year <= until; year++ {
		d := dateline.In(year)
		if !d.valid() || before(d, from) || (latest.Full() && before(latest, d)) || !consistent(pairs, d) {
			continue
		}
		fits = append(fits, year)
	}
	if !latest.Full() && len(fits) == 1 {
		return nil // bounded on one side only: that one year is left says nothing
	}
	return likeliest(fits, from)
}

// openYears is how many years on from the latest past moment are offered when
// nothing bounds the report from above.
const openYears = 3

// likeliest puts the years after a finished year before that year itself: a
// report hardly ever names the year it came out in ("since June", not "since June 2020").
func likeliest(fits []int, from Date) []int {
	slices.SortStableFunc(fits, func(a, b int) int {
		switch {
		case a == from.Year && b != from.Year:
			return 1
		case b == from.Year && a != from.Year:
			return -1
		}
		return a - b
	})
	return fits
}

// nearDays is how close, in days, a full date must lie to the dateline to be of
// the same days: news tells of yesterday, last week, tomorrow.
const nearDays = 14

// sameDays finds full dates within days of the dateline that agree on a year.
func sameDays(written []Written, dateline Date) (int, bool) {
	year := 0
	for _, w := range written {
		if !w.Full() || !dateline.In(w.Year).valid() {
			continue
		}
		days := dateline.In(w.Year).daysAfter(w.Date)
		if days < -1 || days > nearDays {
			continue
		}
		if year != 0 && year != w.Year {
			return 0, false
		}
		year = w.Year
	}
	return year, year != 0
}

// serial is the number of a press release that begins with year and month, as
// military press offices give it: "2010-09-CA-223".
var serial = regexp.MustCompile(`\b((?:19|20)\d\d)-(\d\d)-[A-Z]{1,3}-\d+\b`)

// Numbered is the year in the number of a press release, where its month is that of
// the dateline. The number stands above the report, so text is all that was received.
func Numbered(text string, dateline Date) (int, bool) {
	m := serial.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	return year, month == dateline.Month && dateline.In(year).valid()
}

// Headed is the date that the first line of a press release gives without its year,
// where the release's number gives the same month: "Apr. 12: Operations in the East".
func Headed(text string) (Written, bool) {
	line, _, _ := strings.Cut(strings.TrimLeft(text, " \n"), "\n")
	for _, w := range Find(line) {
		if year, ok := Numbered(text, w.Date); ok && w.Year == 0 && w.Day != 0 {
			w.Date = w.Date.In(year)
			return w, true
		}
	}
	return Written{}, false
}

// pastPeriod is a year or month told as past. "from 2016 to 2018" and "between"
// count by their last year.
var pastPeriod = regexp.MustCompile(`(?i)\b(?:since|during|in|throughout)\s+(?:(?:early|late|mid|the (?:spring|summer|autumn|fall|winter) of|spring|summer|autumn|fall|winter)[ -])?(?:([\p{L}]{3,9})\.?,?\s+)?((?:19|20)\d\d)\b`)

// ahead are words that put a sentence into the future.
var ahead = regexp.MustCompile(`(?i)\b(?:will|would|shall|plans?|planned|expected|scheduled|due|by|until|aims?|target|goal|if|could|may|might|should)\b`)

// pastBound is the latest moment told as past, as the first day it may mean.
func pastBound(text string, written []Written) Date {
	var bound Date
	for _, loc := range pastPeriod.FindAllStringSubmatchIndex(text, -1) {
		if ahead.MatchString(sentence(text, loc[0], loc[1])) {
			continue
		}
		y, _ := strconv.Atoi(text[loc[4]:loc[5]])
		d := Date{Year: y, Month: 1, Day: 1}
		if loc[2] >= 0 {
			if m := month(text[loc[2]:loc[3]]); m != 0 {
				d.Month = m
			}
		}
		if d.valid() && (bound == Date{} || before(bound, d)) {
			bound = d
		}
	}
	for _, w := range written {
		if w.Full() && !ahead.MatchString(sentence(text, w.Start, w.End)) && (bound == Date{} || before(bound, w.Date)) {
			bound = w.Date
		}
	}
	return bound
}

// sentence is roughly the sentence around a stretch: enough to see its tense.
func sentence(text string, start, end int) string {
	from := strings.LastIndexAny(text[:start], ".!?\n") + 1
	to := len(text)
	if n := strings.IndexAny(text[end:], ".!?\n"); n >= 0 {
		to = end + n
	}
	return annals.Span{Start: from, End: to}.In(text)
}

// weekdays are the yearless dates that stand with their weekday.
func weekdays(written []Written, dateline Date, weekday string) []Written {
	var pairs []Written
	if weekday != "" {
		pairs = append(pairs, Written{Date: dateline, Weekday: weekday})
	}
	for _, w := range written {
		if w.Weekday != "" && w.Year == 0 && w.Day != 0 {
			pairs = append(pairs, w)
		}
	}
	return pairs
}

// consistent says whether every weekday fits its date, each taken nearest to d.
func consistent(pairs []Written, d Date) bool {
	for _, p := range pairs {
		if strings.ToLower(nearest(p.Date, d).time().Weekday().String())[:3] != p.Weekday {
			return false
		}
	}
	return true
}

// nearest gives a yearless date the year that brings it closest to d.
func nearest(p, d Date) Date {
	best := p.In(d.Year)
	for _, year := range []int{d.Year - 1, d.Year + 1} {
		if abs(p.In(year).daysAfter(d)) < abs(best.daysAfter(d)) {
			best = p.In(year)
		}
	}
	return best
}

func before(a, b Date) bool { return a.time().Before(b.time()) }
