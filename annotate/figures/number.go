package figures

import (
	"math"
	"strconv"
	"strings"
)

// number is a number as it stands, or vague words in its place.
type number struct {
	value   float64
	first   int // tokens first ≤ i < last
	last    int
	digits  bool
	decimal bool   // "5.9", "1.2 million" too
	scaled  bool   // a scale word or dozen multiplies it
	vague   string // "dozens", "several"; value is then what multiplies the table's
	weak    bool
}

// readNumber reads the number or vague words that start at token i.
func (r *reading) readNumber(i int) (number, bool) {
	if n, ok := r.readEqual(i); ok {
		return n, true
	}
	if n, ok := r.readVague(i); ok {
		return n, true
	}
	if n, ok := r.readDigits(i); ok {
		return r.scale(n), true
	}
	if r.norm(i) == "both" {
		return number{value: 2, first: i, last: i + 1}, r.norm(i+1) == "of" || r.namesPeople(i+1) && !r.is(i+2, conjunction)
	}
	if r.is(i, article) && r.norm(i+1) == "single" && !r.is(i-1, negative) {
		return number{value: 1, first: i, last: i + 2}, true
	}
	return r.readWords(i)
}

// readDigits reads a number in digits, with its groups where the text has been
// cut at every sign ("120 , 000").
func (r *reading) readDigits(i int) (number, bool) {
	form := r.norm(i)
	if form == "" || form[0] < '0' || form[0] > '9' {
		return number{}, false
	}
	value, ok := parseDigits(form)
	if !ok {
		return number{}, false
	}
	n := number{value: value, first: i, last: i + 1, digits: true, decimal: value != math.Trunc(value)}
	n.scaled = form[len(form)-1] > '9'
	for r.spacedGroup(n) {
		group, _ := strconv.ParseFloat(r.norm(n.last+1), 64)
		n.value, n.last = n.value*1000+group, n.last+2
	}
	if r.spacedSign(n.last, ".") && n.last == i+1 && allDigits(r.norm(n.last+1)) && len(r.norm(n.last+1)) <= 2 {
		if v, err := strconv.ParseFloat(form+"."+r.norm(n.last+1), 64); err == nil {
			n.value, n.last, n.decimal = v, n.last+2, true
		}
	}
	return n, true
}

// spacedGroup says that ", ddd" cut apart by spaces goes on with the number.
func (r *reading) spacedGroup(n number) bool {
	return r.spacedSign(n.last, ",") && len(r.norm(n.last-1)) <= 3 && allDigits(r.norm(n.last-1)) &&
		len(r.norm(n.last+1)) == 3 && allDigits(r.norm(n.last+1))
}

// spacedSign says that token i is the sign, with one space on either side.
func (r *reading) spacedSign(i int, sign string) bool {
	if r.norm(i) != sign || i+1 >= len(r.t.Tokens) {
		return false
	}
	t := r.t.Tokens
	return t[i].Start == t[i-1].End+1 && t[i+1].Start == t[i].End+1
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// suffixes of numbers in digits and what they multiply by.
var suffixes = [...]struct {
	text  string
	times float64
}{{"million", 1e6}, {"billion", 1e9}, {"mln", 1e6}, {"mn", 1e6}, {"bn", 1e9}, {"m", 1e6}, {"b", 1e9}, {"k", 1e3}, {"", 1}}

// parseDigits reads "1,500", "12.5", "3m": digits, in groups of three or not.
func parseDigits(s string) (float64, bool) {
	times := 1.0
	for _, x := range suffixes {
		if rest, ok := strings.CutSuffix(s, x.text); ok {
			s, times = rest, x.times
			break
		}
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if groups := strings.Split(whole, ","); len(groups) > 1 {
		for k, g := range groups {
			if k > 0 && len(g) != 3 || len(g) == 0 || len(g) > 3 {
				return 0, false
			}
		}
		whole = strings.Join(groups, "")
	}
	if !allDigits(whole) || fraction != "" && !allDigits(fraction) || len(whole) > 1 && whole[0] == '0' {
		return 0, false
	}
	if fraction != "" {
		whole += "." + fraction
	}
	v, err := strconv.ParseFloat(whole, 64)
	return rounded(v*times, times), err == nil
}

// scale multiplies a number in digits by the scale word or dozen after it.
func (r *reading) scale(n number) number {
	if times := r.suffix(n); times > 1 {
		n.value, n.last, n.scaled = rounded(n.value*times, times), n.last+1, true
	}
	for {
		at := n.last
		if r.norm(at) == "-" && r.glued(at) {
			at++
		} else if r.spacedSign(at, "-") {
			at++ // "2.6 - million"
		}
		if at >= len(r.words) {
			return n
		}
		m := r.words[at].numeral
		if rest := r.restInDigits(at, n.value); rest > 0 && r.norm(at-1) == "hundred" {
			n.value, n.last = n.value+rest, at+1 // "1 hundred 20"
			return n
		}
		if m == nil || m.kind != "scale" && m.kind != "hundred" && m.kind != "dozen" || r.norm(at) == "couple" || r.norm(at) == "pair" {
			return n
		}
		n.value, n.last, n.scaled = rounded(n.value*m.value, m.value), at+1, true
	}
}

// suffix is what the letters after a sum multiply it by: "£1.7m", "2bn euros"; 1 for
// none, since other letters are units: "5m" is a length.
func (r *reading) suffix(n number) float64 {
	at := n.last
	if at+1 >= len(r.words) || !r.glued(at) {
		return 1
	}
	before := n.first > 0 && r.words[n.first-1].currency != nil && r.words[n.first-1].currency.before
	if after := r.words[at+1].currency; !before && (after == nil || !after.after) {
		return 1
	}
	for _, x := range suffixes {
		if x.text == r.norm(at) {
			return x.times
		}
	}
	return 1
}

// rounded rounds a product that stands for a count: 34.3 times a billion.
func rounded(v, times float64) float64 {
	if times >= 100 {
		return math.Round(v)
	}
	return v
}

// readWords reads a number in words: "two hundred and fifty", "a dozen",
// "half a million".
func (r *reading) readWords(i int) (number, bool) {
	n := number{first: i}
	if r.is(i-1, negative) || r.norm(i-1) == "any" || r.norm(i-1) == "every" || r.norm(i-1) == "some" && r.norm(i) == "one" {
		return n, false // "no one"
	}
	total, current, at, seen := 0.0, 0.0, i, false
	if r.is(i, article) && i+1 < len(r.words) && r.opensWithArticle(i+1) {
		current, at = 1, i+1
	}
	for at < len(r.words) {
		step := at
		if seen && r.norm(at) == "-" && r.glued(at) {
			step++
		} else if seen && r.norm(at) == "and" && (n.scaled || current >= 100) {
			step++
		}
		if step >= len(r.words) || r.words[step].numeral == nil {
			if rest := r.restInDigits(step, current); seen && rest > 0 {
				current, at = current+rest, step+1
			}
			break
		}
		m := r.words[step].numeral
		switch {
		case m.kind == "unit" && (!seen || fits(current, m.value)):
			current += m.value
		case m.kind == "ten" && (!seen || current == 0 || math.Mod(current, 100) == 0):
			current += m.value
		case m.kind == "hundred" && current > 0 && current < 100:
			current, n.scaled = current*100, true
		case m.kind == "scale" && (current > 0):
			total, current, n.scaled = total+current*m.value, 0, true
		case m.kind == "dozen" && !seen && r.bareDozen(step):
			current = m.value
		case m.kind == "dozen" && current > 0 && (r.norm(step) == "dozen" || r.is(i, article) && r.norm(step+1) == "of" && r.norm(step) != "score"):
			current, n.scaled = current*m.value, true
		case r.norm(step) == "couple" && current > 0 && (r.is(step+1, conjunction|be|have|clause) || r.norm(step+1) == ","):
			current = m.value // "a couple and their son"
		case m.kind == "half" && !seen && r.halfOf(step) > 0:
			current, step = 0.5, r.halfOf(step)-1
		default:
			return r.finish(n, total+current, at, seen)
		}
		at, seen = step+1, true
	}
	return r.finish(n, total+current, at, seen)
}

// restInDigits is the digits at token i that end a number begun in words, as machines and
// some desks write: "forty 6", "one hundred 20"; 0 for none.
func (r *reading) restInDigits(i int, current float64) float64 {
	v, err := strconv.ParseFloat(r.norm(i), 64)
	if err != nil || !allDigits(r.norm(i)) || v <= 0 {
		return 0
	}
	if current >= 20 && v < 10 && fits(current, v) || current >= 100 && v < 100 && math.Mod(current, 100) == 0 {
		return v
	}
	return 0
}

// bareDozen says that "dozen" at token i counts without an article: "wounded dozen
// others", "another dozen".
func (r *reading) bareDozen(i int) bool {
	return r.norm(i) == "dozen" && (r.norm(i-1) == "another" || r.norm(i+1) == "others" || r.norm(i+1) == "other" || r.norm(i+1) == "more" || r.is(i+1, people) || r.norm(i-1) == "," && r.trigAfterAdverbs(i+1))
}

// fits says that a unit may follow what has been read: twenty-five, a hundred and
// eleven, a thousand two.
func fits(current, unit float64) bool {
	tens := math.Mod(current, 100)
	return tens == 0 || unit < 10 && tens >= 20 && math.Mod(tens, 10) == 0
}

func (r *reading) finish(n number, value float64, at int, seen bool) (number, bool) {
	n.value, n.last = value, at
	return n, seen && value != 0 && value >= 1
}

// opensWithArticle says that "a" before token i is a one: "a hundred".
func (r *reading) opensWithArticle(i int) bool {
	m := r.words[i].numeral
	return m != nil && (m.kind == "hundred" || m.kind == "scale" || m.kind == "dozen")
}

// halfOf is the token of what "half" at token i halves ("half a million", "half
// dozen"); 0 when it halves no number.
func (r *reading) halfOf(i int) int {
	at := i + 1
	if r.is(at, article) || r.norm(at) == "-" && r.glued(at) {
		at++
	}
	if at < len(r.words) && r.words[at].numeral != nil && (r.words[at].numeral.kind == "scale" || r.norm(at) == "dozen") {
		return at
	}
	return 0
}
