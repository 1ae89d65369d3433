package edtf

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// span is the seconds since 1970 a date may stand for, both ends included.
// Where unspecified digits leave holes in it ("XXXX-08-30"), pattern says which
// days count.
type span struct {
	from, to int64
	pattern  *pattern
}

var always = span{from: math.MinInt64, to: math.MaxInt64}

// pattern is the eight digits of a day, 'X' where unspecified: "XXXX0830".
type pattern [8]byte

type date struct {
	span
	prec           Precision
	approx, unsure bool

	// A winter's first part ends before split, its second begins at resume.
	split, resume int64
}

// parts are the stretches of time the date may stand for.
func (d date) parts() []span {
	if d.split == 0 && d.resume == 0 {
		return []span{d.span}
	}
	return []span{{from: d.from, to: d.split - 1}, {from: d.resume, to: d.to}}
}

// Seasons as months of the northern year: first month, and how many. The two
// winters that touch a year begin in the December before it and in its own.
var seasons = [...]struct{ first, months int }{21: {3, 3}, 22: {6, 3}, 23: {9, 3}, 24: {0, 15}}

const winter = 24

// maxLongYear keeps years of the "Y" form inside what time.Time can count.
const maxLongYear = 1_000_000_000

func parseDate(s string) (date, error) {
	var d date
	body := s
	switch {
	case strings.HasSuffix(s, "?"):
		d.unsure, body = true, s[:len(s)-1]
	case strings.HasSuffix(s, "~"):
		d.approx, body = true, s[:len(s)-1]
	case strings.HasSuffix(s, "%"):
		d.unsure, d.approx, body = true, true, s[:len(s)-1]
	}
	var err error
	switch {
	case strings.HasPrefix(body, "Y"):
		err = d.longYear(body[1:])
	case strings.Contains(body, "T"):
		err = d.clock(body)
	default:
		err = d.calendar(body)
	}
	return d, err
}

func (d *date) longYear(s string) error {
	year, err := strconv.Atoi(s)
	if err != nil || len(strings.TrimPrefix(s, "-")) < 5 || s[0] == '+' || max(year, -year) > maxLongYear {
		return fmt.Errorf("%q is no year of more than four digits", s)
	}
	d.prec = Year
	d.from, d.to = seconds(year, 1, 1), seconds(year+1, 1, 1)-1
	return nil
}

// clock reads a date with a time of day: 2021-08-26T17:30:00, with Z or an
// offset from UTC or without.
func (d *date) clock(s string) error {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil && !strings.ContainsAny(s, ".,") {
			d.prec = Second
			d.from, d.to = t.Unix(), t.Unix()
			return nil
		}
	}
	return fmt.Errorf("%q is no date with a time (YYYY-MM-DDThh:mm:ss)", s)
}

// calendar reads YYYY, YYYY-MM and YYYY-MM-DD, with unspecified digits, and
// YYYY-SS for seasons.
func (d *date) calendar(s string) error {
	negative := strings.HasPrefix(s, "-")
	digits := strings.TrimPrefix(s, "-")
	if !shaped(digits) || negative && (len(digits) > 4 && strings.Contains(digits, "X") || digits == "0000") {
		return fmt.Errorf("%q is no date (YYYY, YYYY-MM, YYYY-MM-DD, X for a digit not known)", s)
	}
	year := digits[:4]
	low, high := number(year, '0'), number(year, '9')
	if negative {
		low, high = -high, -low
	}
	switch len(digits) {
	case 4:
		d.prec = yearPrecision(year)
		d.from, d.to = seconds(low, 1, 1), seconds(high+1, 1, 1)-1
		if gaps(year) {
			d.pattern = newPattern(year, "XX", "XX")
		}
		return nil
	case 7:
		return d.month(low, high, year, digits[5:7])
	}
	return d.day(low, high, year, digits[5:7], digits[8:10])
}

func (d *date) month(low, high int, year, month string) error {
	if n := number(month, '0'); n >= 21 && n <= 24 && !masked(month) {
		season := seasons[n]
		d.prec = Season
		d.from = seconds(low, season.first, 1)
		d.to = seconds(high, season.first+season.months, 1) - 1
		if n == winter && low == high {
			d.split = seconds(low, 3, 1)
			d.resume = seconds(low, 12, 1)
		}
		return nil
	}
	first, last, ok := bounds(month, 1, 12)
	if !ok {
		return fmt.Errorf("there is no month %q", month)
	}
	d.prec = Month
	if masked(month) {
		d.prec = Year
	}
	if masked(year) {
		d.pattern = newPattern(year, month, "XX")
	}
	d.from, d.to = seconds(low, first, 1), seconds(high, last+1, 1)-1
	return nil
}

func (d *date) day(low, high int, year, month, day string) error {
	firstMonth, lastMonth, ok := bounds(month, 1, 12)
	if !ok {
		return fmt.Errorf("there is no month %q", month)
	}
	longest := 31
	if !masked(month) {
		longest = daysIn(low, firstMonth)
		if masked(year) && firstMonth == 2 {
			longest = 29
		}
	}
	first, last, ok := bounds(day, 1, longest)
	if !ok {
		return fmt.Errorf("there is no day %q in month %q", day, month)
	}
	d.prec = Day
	switch {
	case masked(day) && masked(month):
		d.prec = Year
	case masked(day):
		d.prec = Month
	}
	if masked(year) || masked(month) && day != "XX" || masked(month) && gaps(month) {
		d.pattern = newPattern(year, month, day)
	}
	d.from = seconds(low, firstMonth, first)
	d.to = seconds(high, lastMonth, min(last, daysIn(high, lastMonth))+1) - 1
	return nil
}

// shaped says whether s is YYYY, YYYY-MM or YYYY-MM-DD of digits and X.
func shaped(s string) bool {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash != (s[i] == '-') {
			return false
		} else if !dash && s[i] != 'X' && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

func yearPrecision(year string) Precision {
	switch strings.Count(year, "X") {
	case 0:
		return Year
	case 1:
		return Decade
	case 2:
		return Century
	}
	return Millennium
}

func masked(s string) bool { return strings.Contains(s, "X") }

// gaps says whether a known digit follows an unknown one.
func gaps(s string) bool {
	return strings.TrimRight(s, "X") != s[:max(0, strings.IndexByte(s+"X", 'X'))]
}

// newPattern is the pattern of a day; nil when it has no hole.
func newPattern(year, month, day string) *pattern {
	var p pattern
	if digits := year + month + day; gaps(digits) {
		copy(p[:], digits)
		return &p
	}
	return nil
}

// number reads digits with X standing for fill.
func number(s string, fill byte) int {
	n := 0
	for i := range len(s) {
		c := s[i]
		if c == 'X' {
			c = fill
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// bounds is the lowest and highest number in low..high that two digits with X
// may stand for.
func bounds(s string, low, high int) (first, last int, ok bool) {
	for n := low; n <= high; n++ {
		if fits(s, n) {
			if !ok {
				first, ok = n, true
			}
			last = n
		}
	}
	return first, last, ok
}

func fits(s string, n int) bool {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] != 'X' && int(s[i]-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return true
}

func seconds(year, month, day int) int64 {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix()
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
