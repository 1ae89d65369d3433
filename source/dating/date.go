// Package dating finds when a report came out: dates in page headers, datelines,
// metadata and addresses, and which of them to believe.
package dating

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/annals-project/annals/source/lexicon"
)

// Date is a calendar date of which parts may be unknown (zero).
type Date struct{ Year, Month, Day int }

// EDTF writes the date as EDTF: "2021-08-30", "2021-08", "XXXX-08-30"; "" when
// nothing is known.
func (d Date) EDTF() string {
	switch {
	case d.Year == 0 && d.Month == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0 && d.Year == 0:
		return fmt.Sprintf("XXXX-%02d", d.Month)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case d.Year == 0:
		return fmt.Sprintf("XXXX-%02d-%02d", d.Month, d.Day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Full says whether year, month and day are all known.
func (d Date) Full() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// In is the date with its year set.
func (d Date) In(year int) Date { d.Year = year; return d }

// time is midnight UTC of a full date.
func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// daysAfter is how many days the full date d lies after the full date o.
func (d Date) daysAfter(o Date) int { return int(d.time().Sub(o.time()).Hours() / 24) }

// Of is the calendar date a time has where it was written.
func Of(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// valid says whether the known parts make a date of the calendar.
func (d Date) valid() bool {
	if d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 31 || (d.Day > 0 && d.Month == 0) {
		return false
	}
	if d.Year != 0 && (d.Year < earliestYear || d.Year > latestYear) {
		return false
	}
	if d.Day == 0 {
		return true
	}
	leap := d.In(2000) // a leap year: 29 February may be meant
	if d.Year != 0 {
		leap = d
	}
	return leap.time().Day() == d.Day
}

// Years beyond these are no dates of reports: numbers that only look like years.
const (
	earliestYear = 1900
	latestYear   = 2099
	// pivot: a two-digit year from here on is of the 1900s. The digital archives that write them start in the 1970s.
	pivot = 70
)

//go:embed months.tsv
var monthTable string

var months = lexicon.Map(monthTable)

// month is the number of a month name, 0 for any other word.
func month(name string) int {
	n, _ := strconv.Atoi(months[strings.ToLower(strings.TrimSuffix(name, "."))])
	return n
}

// year reads two or four digits as a year; 0 when it is none.
func year(digits string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(digits, "'"))
	switch {
	case err != nil:
		return 0
	case n >= 100:
		return n
	case n >= pivot:
		return 1900 + n
	}
	return 2000 + n
}
