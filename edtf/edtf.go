// Package edtf reads dates in the Extended Date/Time Format (ISO 8601-2:2019,
// annex A; Library of Congress, 2019) and says what they may mean: how finely a
// date is known, the earliest and latest moment it may stand for, whether two
// dates may be the same one, and whether one lies inside the other.
//
// Accepted: level 0 and level 1 (uncertain and approximate dates, unspecified
// digits, seasons 21–24, open and unknown ends of intervals, years beyond four
// digits), and of level 2 unspecified digits anywhere ("XXXX-08-30") and sets
// ("[2021-08-26,2021-08-27]", "{2016,2018..2020}").
//
// A season is read as the northern, meteorological one. A winter is given no
// year by common usage: 2018-24 may be either winter that touches 2018.
package edtf

import (
	"fmt"
	"strings"
	"time"
)

// Form is how a value is written.
type Form uint8

// Forms.
const (
	Date     Form = iota + 1 // one date: "2021-08-26", "198X", "2018-22"
	Interval                 // from one date to another: "2017-01/.."
	OneOf                    // one of several, not known which: "[2021-08-26,2021-08-27]"
	AllOf                    // each of several: "{2016,2018}"
)

// Precision is how finely a value is known.
type Precision uint8

// Precisions, finest first. The zero value means none.
const (
	Second Precision = iota + 1
	Day
	Month
	Season
	Year
	Decade
	Century
	Millennium
	Range // an interval or set, whatever the precision of its ends
)

// Value is one date, interval or set, as read. The zero Value stands for no
// date: it has no bounds, overlaps nothing and contains nothing. A Value is not
// changed after it is made.
type Value struct {
	source string
	form   Form
	parts  []span
	prec   Precision
	approx bool
	unsure bool
}

// Parse reads an EDTF string. The error says what is wrong and where.
func Parse(s string) (Value, error) {
	v, err := parse(s)
	if err != nil {
		return Value{}, fmt.Errorf("EDTF %q: %w", s, err)
	}
	v.source = s
	return v, nil
}

// Valid says whether s is EDTF as this package accepts it.
func Valid(s string) bool {
	_, err := parse(s)
	return err == nil
}

// String is the value as it was written.
func (v Value) String() string { return v.source }

// Form is how the value is written.
func (v Value) Form() Form { return v.form }

// IsZero says that the value stands for no date.
func (v Value) IsZero() bool { return v.form == 0 }

// Precision is how finely the value is known: Range for intervals and sets.
func (v Value) Precision() Precision { return v.prec }

// Approximate says that some date of the value carries "~" or "%".
func (v Value) Approximate() bool { return v.approx }

// Uncertain says that some date of the value carries "?" or "%".
func (v Value) Uncertain() bool { return v.unsure }

// Earliest is the first moment the value may stand for (UTC); false when it is
// open at that end.
func (v Value) Earliest() (time.Time, bool) {
	if len(v.parts) == 0 {
		return time.Time{}, false
	}
	first := v.parts[0].from
	for _, p := range v.parts[1:] {
		first = min(first, p.from)
	}
	return moment(first), first != always.from
}

// Latest is the last second the value may stand for (UTC); false when it is
// open at that end.
func (v Value) Latest() (time.Time, bool) {
	if len(v.parts) == 0 {
		return time.Time{}, false
	}
	last := v.parts[0].to
	for _, p := range v.parts[1:] {
		last = max(last, p.to)
	}
	return moment(last), last != always.to
}

func moment(second int64) time.Time {
	if second == always.from || second == always.to {
		return time.Time{}
	}
	return time.Unix(second, 0).UTC()
}

func parse(s string) (Value, error) {
	switch {
	case s == "":
		return Value{}, fmt.Errorf("it is empty")
	case s[0] == '[' || s[0] == '{':
		return parseSet(s)
	case strings.Contains(s, "/"):
		return parseInterval(s)
	}
	d, err := parseDate(s)
	if err != nil {
		return Value{}, err
	}
	return Value{form: Date, parts: d.parts(), prec: d.prec, approx: d.approx, unsure: d.unsure}, nil
}

func parseInterval(s string) (Value, error) {
	left, right, _ := strings.Cut(s, "/")
	if blank(left) && blank(right) {
		return Value{}, fmt.Errorf("an interval needs a date at one end")
	}
	v := Value{form: Interval, prec: Range, parts: []span{always}}
	for i, end := range []string{left, right} {
		if blank(end) {
			continue
		}
		d, err := parseDate(end)
		if err != nil {
			return Value{}, err
		}
		v.qualify(d)
		if i == 0 {
			v.parts[0].from = d.from
		} else {
			v.parts[0].to = d.to
		}
	}
	if v.parts[0].from > v.parts[0].to {
		return Value{}, fmt.Errorf("it ends before it begins")
	}
	return v, nil
}

// blank says that the end of an interval is open ("..") or unknown ("").
func blank(end string) bool { return end == "" || end == ".." }

func parseSet(s string) (Value, error) {
	form, closing := OneOf, "]"
	if s[0] == '{' {
		form, closing = AllOf, "}"
	}
	inner, ok := strings.CutSuffix(s[1:], closing)
	if !ok || inner == "" {
		return Value{}, fmt.Errorf("a set ends in %s and is not empty", closing)
	}
	v := Value{form: form, prec: Range}
	for _, member := range strings.Split(inner, ",") {
		if err := v.addMember(member); err != nil {
			return Value{}, err
		}
	}
	return v, nil
}

// addMember reads one member of a set: a date, "from..to", "..to" or "from..".
func (v *Value) addMember(member string) error {
	left, right, ranged := strings.Cut(member, "..")
	if !ranged {
		right = left
	}
	if left == "" && right == "" {
		return fmt.Errorf("a set has an empty member")
	}
	s := always
	if left != "" {
		d, err := parseDate(left)
		if err != nil {
			return err
		}
		v.qualify(d)
		s = d.span
	}
	if ranged {
		s.pattern = nil
		s.to = always.to
	}
	if ranged && right != "" {
		d, err := parseDate(right)
		if err != nil {
			return err
		}
		v.qualify(d)
		s.to = d.to
	}
	if s.from > s.to {
		return fmt.Errorf("the member %q ends before it begins", member)
	}
	v.parts = append(v.parts, s)
	return nil
}

func (v *Value) qualify(d date) {
	v.approx = v.approx || d.approx
	v.unsure = v.unsure || d.unsure
}
