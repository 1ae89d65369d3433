package boundary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/model/perceptron"
)

// Scan walks over the gaps between the tokens of one paragraph.
type Scan struct {
	tokens   []Token
	caseless bool
	at       int
	length   int  // tokens since the last sentence end, up to and with at
	quoted   bool // inside double quotes, by their count in the paragraph
	depth    int  // of open brackets
	features []perceptron.Feature
}

// NewScan starts before the first gap.
func NewScan(tokens []Token, caseless bool) *Scan {
	return &Scan{tokens: tokens, caseless: caseless, at: -1, features: make([]perceptron.Feature, 0, 48)}
}

// Next moves to the next gap between two tokens and says whether there is one.
func (s *Scan) Next() bool {
	s.at++
	if s.at+1 >= len(s.tokens) {
		return false
	}
	s.length++
	switch form := s.tokens[s.at].Form; form {
	case `"`, "''", "``":
		s.quoted = !s.quoted
	case "“", "„":
		s.quoted = true
	case "”":
		s.quoted = false
	case "(", "[":
		s.depth++
	case ")", "]":
		s.depth = max(0, s.depth-1)
	}
	return true
}

// At is the index of the token before the gap.
func (s *Scan) At() int { return s.at }

// Decide tells the scan whether a sentence ends at the present gap.
func (s *Scan) Decide(end bool) {
	if end {
		s.length = 0
	}
}

// Candidate says whether a sentence may end at the gap at all: after a sign, at
// a wide gap, or before a capital, bracket, quote or list mark.
func (s *Scan) Candidate() bool {
	before, after := s.tokens[s.at], s.tokens[s.at+1]
	if isOpener(before, after) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before.Form)
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) || after.Space == Wide {
		return true
	}
	first, _ := utf8.DecodeRuneInString(after.Form)
	return after.Space == Blank && !s.caseless && !unicode.IsLower(first) && first != ',' && first != '.'
}

// Bound says that the gap holds a sentence together whatever the model says: it
// follows the number of a list item, or the editor's brackets of old wire copy,
// which stand inside sentences.
func (s *Scan) Bound() bool {
	before, after := s.tokens[s.at], s.tokens[s.at+1]
	return s.at == 0 && isNumber(before.Form) || s.caseless && before.Form == "]" && after.Space != Wide
}

// Features describe the gap. The slice is good until the next call.
func (s *Scan) Features() []perceptron.Feature {
	s.features = s.features[:0]
	stop := s.at // the token that would end the sentence, before closing quotes
	for stop > 0 && stop > s.at-3 && isCloser(s.tokens[stop].Form) {
		stop--
	}
	p2, p1, p0 := s.form(s.at-2), s.form(s.at-1), s.form(s.at)
	n1, n2, n3 := s.form(s.at+1), s.form(s.at+2), s.form(s.at+3)
	t0, t1 := s.form(stop), s.form(stop-1)
	space := uint64(s.tokens[s.at+1].Space)
	closers := uint64(s.at - stop)
	mode := flags(s.caseless, s.quoted, s.depth > 0)
	sp0, sp1, sn1, sn2, sn3 := shape(p0), shape(p1), shape(n1), shape(n2), shape(n3)
	if s.caseless {
		sn1, sn2, sn3, sp0, sp1 = sn1&^caseBits, sn2&^caseBits, sn3&^caseBits, sp0&^caseBits, sp1&^caseBits
	}
	st0, st1 := stopKind(t0), shape(t1)
	hp0, hp1, hn1, hn2, ht1 := lower(p0), lower(p1), lower(n1), lower(n2), lower(t1)
	long := bucket(s.length)
	rest := bucket(len(s.tokens) - s.at - 1)
	context := perceptron.Mix(perceptron.Mix(st0, space), closers)

	s.add(1, context)
	s.add(2, context, mode)
	s.add(3, context, sn1)
	s.add(4, context, sn1, mode)
	s.add(5, context, sn1, sn2)
	s.add(6, context, hn1)
	s.add(7, context, hn1, sn1)
	s.add(8, context, ht1)
	s.add(9, context, ht1, sn1)
	s.add(10, context, st1, sn1)
	s.add(11, hp0, sn1, space)
	s.add(12, hp0, hn1)
	s.add(13, hp1, hp0, sn1)
	s.add(14, hn1, sn1, space)
	s.add(15, hn1, hn2, context)
	s.add(16, sp0, sn1, sn2, space)
	s.add(17, sp1, sp0, sn1, space)
	s.add(18, context, long, sn1)
	s.add(19, context, rest, sn1)
	s.add(20, context, long, rest)
	s.add(21, context, uint64(utf8.RuneCountInString(t1)), sn1)
	s.add(22, context, sn1, sn2, sn3)
	s.add(23, hp0, space)
	s.add(24, hp1, hp0)
	s.add(25, perceptron.String(strings.ToLower(p2)), hp1, hp0)
	s.add(26, sp1, sp0, sn1, sn2, mode)
	s.add(27, hn1, mode, space)
	s.add(28, uint64(utf8.RuneCountInString(p0)), sp0, sn1, space)
	return s.features
}

func (s *Scan) add(template uint64, parts ...uint64) {
	s.features = append(s.features, perceptron.Hash(template, parts...))
}

// form is token i, or "" outside the paragraph.
func (s *Scan) form(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].Form
}

func lower(s string) uint64 { return perceptron.String(strings.ToLower(s)) }

func flags(bits ...bool) (n uint64) {
	for i, b := range bits {
		if b {
			n |= 1 << i
		}
	}
	return n
}

// bucket rounds a count down so that long ones share weights.
func bucket(n int) uint64 {
	switch {
	case n < 8:
		return uint64(n)
	case n < 40:
		return 8 + uint64(n/8)
	}
	return 15
}

// isNumber says whether form numbers a list item: "1." or "12.".
func isNumber(form string) bool {
	digits, ok := strings.CutSuffix(form, ".")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// isOpener says that a sign opens what follows: it clings to the next token only.
func isOpener(t, next Token) bool {
	switch t.Form {
	case "(", "[", "{", "“", "‘", "«", "``":
		return true
	case `"`, "'", "''":
		return t.Space != Glued && next.Space == Glued
	}
	return false
}

func isCloser(form string) bool {
	switch form {
	case `"`, "''", "'", "”", "’", ")", "]", "»", "’’", "}":
		return true
	}
	return false
}

// stopKind is the sign that ends a sentence as far as form shows one: the sign
// itself, an abbreviation's full stop, or none.
func stopKind(form string) uint64 {
	last, _ := utf8.DecodeLastRuneInString(form)
	switch {
	case form == "":
		return 0
	case unicode.IsLetter(last):
		return 1
	case unicode.IsDigit(last):
		return 2
	case last == '.' && len(form) > 1 && form[0] != '.':
		return 3
	}
	return perceptron.String(form)
}

// The bits of a shape that say how a word is capitalised.
const (
	shapeUpper uint64 = 1 << iota
	shapeLower
	shapeTitle
	shapeDigit
	shapeLetter
	shapeSingle
	shapeStop
	shapeEmpty

	caseBits = shapeUpper | shapeLower | shapeTitle
)

// shape sums up how a form looks; signs keep their identity in the high bits.
func shape(form string) uint64 {
	if form == "" {
		return shapeEmpty
	}
	var s uint64
	first, _ := utf8.DecodeRuneInString(form)
	upper, lower, digit := 0, 0, 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r):
			digit++
		}
	}
	switch {
	case upper+lower+digit == 0:
		if unicode.IsLetter(first) {
			return shapeLetter
		}
		return perceptron.String(form) << 8
	case lower > 0 && unicode.IsUpper(first):
		s |= shapeTitle
	case upper > 0:
		s |= shapeUpper
	case lower > 0:
		s |= shapeLower
	}
	if digit > 0 {
		s |= shapeDigit
	}
	if upper+lower > 0 {
		s |= shapeLetter
	}
	if utf8.RuneCountInString(form) == 1 {
		s |= shapeSingle
	}
	if len(form) > 1 && form[len(form)-1] == '.' {
		s |= shapeStop
	}
	return s
}
