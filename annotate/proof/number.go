package proof

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// digits is a number in digits, in groups or not, with a decimal part.
var digits = regexp.MustCompile(`\d+(?: ?, ?\d{3}\b)*(?: ?\. ?\d+)?`)

// words are the words of numbers.
var words = regexp.MustCompile(`(?i)[a-z]+`)

var (
	small = map[string]float64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
		"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
		"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
		"fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
	scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
		"mln": 1e6, "mn": 1e6, "bn": 1e9, "m": 1e6, "b": 1e9, "k": 1e3, "lakh": 1e5, "crore": 1e7}
	collectives = map[string]float64{"dozen": 12, "score": 20, "couple": 2, "pair": 2}
	nones       = map[string]bool{"no": true, "none": true, "nobody": true, "without": true, "zero": true}
)

// literalNumber is a number that stands in a text.
type literalNumber struct {
	value      float64
	collective bool // "a dozen": follows from the word
	span       annals.Span
}

// numbersIn are the numbers that stand in a stretch of the text.
func numbersIn(d *annotate.Document, at annals.Span) []literalNumber {
	text := at.In(d.Doc.Text)
	var out []literalNumber
	for _, m := range digits.FindAllStringIndex(text, -1) {
		plain := strings.NewReplacer(" ", "", ",", "").Replace(text[m[0]:m[1]])
		v, err := strconv.ParseFloat(plain, 64)
		if err != nil {
			continue
		}
		span := annals.Span{Start: at.Start + m[0], End: at.Start + m[1]}
		out = append(out, literalNumber{v, false, span})
		if w := nextWord(text[m[1]:]); scales[w]+collectives[w] != 0 {
			out = append(out, literalNumber{v * (scales[w] + collectives[w]), false, span})
		}
	}
	return append(out, wordNumbers(text, at.Start)...)
}

// nextWord is the first word of a text, lower case.
func nextWord(s string) string { return strings.ToLower(words.FindString(strings.TrimLeft(s, " -"))) }

// wordNumbers reads runs of number words: "two hundred and fifty", "a dozen".
func wordNumbers(text string, offset int) []literalNumber {
	var out []literalNumber
	total, current, start, end := 0.0, 0.0, -1, 0
	collective := false
	flush := func() {
		if start >= 0 {
			out = append(out, literalNumber{total + current, collective, annals.Span{Start: offset + start, End: offset + end}})
		}
		total, current, start, collective = 0, 0, -1, false
	}
	for _, m := range words.FindAllStringIndex(text, -1) {
		w := strings.ToLower(text[m[0]:m[1]])
		v, isSmall := small[w]
		scale, group := scales[w], collectives[w]
		switch {
		case len(w) > 1 && w == "half":
			flush()
			current, start, collective = 0.5, m[0], true
		case isSmall:
			if start >= 0 && (current != 0 && math.Mod(current, 100) < 20 && math.Mod(current, 100) != 0) {
				flush()
			}
			current += v
		case len(w) > 1 && scale == 100 && (start >= 0 || article(text[:m[0]])):
			current = max(current, 1) * 100
		case len(w) > 1 && scale > 100 && (start >= 0 || article(text[:m[0]])):
			total, current = total+max(current, half(current))*scale, 0
		case group != 0:
			current, collective = max(current, half(current))*group, true
		case w == "and" || w == "a" || w == "an":
			continue
		default:
			flush()
			continue
		}
		if start < 0 {
			start = m[0]
		}
		end = m[1]
	}
	flush()
	return out
}

// half keeps a half and makes one of nothing.
func half(v float64) float64 {
	if v == 0 {
		return 1
	}
	return v
}

// article says that "a" or "an" ends a text.
func article(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, " -"))
	return s == "a" || s == "an" || strings.HasSuffix(s, " a") || strings.HasSuffix(s, " an")
}

// number checks value and bounds: each stands in the figure's text, or follows
// from a collective, from "no", from a vague word, or from one person being told
// of; where two differ the weaker counts.
func number(d *annotate.Document, f *annals.Figure) Result {
	if !literal(d, f.Span, f.Text) {
		return unsupported
	}
	there := numbersIn(d, f.Span)
	out := Result{}
	for _, v := range [...]*float64{f.Value, f.Low, f.High} {
		if v == nil {
			continue
		}
		r := oneNumber(d, f, *v, v == f.Low && f.Value == nil, there)
		if out.Verdict == "" {
			out = r
		} else {
			out = weaker(out, r)
		}
	}
	if out.Verdict == "" {
		return stated(f.Span) // a vague word and no number read into it
	}
	return out
}

func oneNumber(d *annotate.Document, f *annals.Figure, v float64, vagueLow bool, there []literalNumber) Result {
	for _, n := range there {
		if math.Abs(n.value-v) > 1e-6*math.Abs(v) {
			continue
		}
		if n.collective {
			return derived("collective number", n.span)
		}
		return stated(n.span)
	}
	switch first := nextWord(f.Text); {
	case v == 0 && nones[first]:
		return derived("none told of", f.Span)
	case len(there) == 0 && vagueLow:
		return derived("vague count by table", f.Span)
	case v == 1 && len(there) == 0, v == 1 && f.Who != "" && f.Unit == "person" && ages(d, there, f):
		return derived("one person told of", f.Span)
	case sharedScale(f, v, there):
		return derived("scale of the upper end", f.Span)
	}
	return unsupported
}

// ages says that the only numbers in the text are ages: "a 34-year-old man".
func ages(d *annotate.Document, there []literalNumber, f *annals.Figure) bool {
	for _, n := range there {
		if w := nextWord(d.Doc.Text[n.span.End:f.End]); !strings.HasPrefix(w, "year") && !strings.HasPrefix(w, "month") && w != "old" {
			return false
		}
	}
	return true
}

// sharedScale says that the lower end of a range leans on the scale word of the
// upper: "16 to 28 million".
func sharedScale(f *annals.Figure, v float64, there []literalNumber) bool {
	if f.High == nil {
		return false
	}
	for _, low := range there {
		for _, scale := range scales {
			if low.value*scale == v && low.value != v {
				return true
			}
		}
	}
	return false
}
