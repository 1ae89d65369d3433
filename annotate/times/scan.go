package times

import (
	"unicode"
	"unicode/utf8"
)

// item is a word, number or mark of a text as rules see it.
type item struct {
	start, end int
	word       *word // nil for words no rule knows
	mask       mask
	value      float64 // of a number; minutes of a clock time; yyyymmdd of a full date; first year of a decade
	digits     int8    // how many digits it was written with; 0 in words
	mark       byte    // the byte of a punctuation mark; 0 for words and numbers
	flags      flag
}

type flag uint8

const (
	spaced   flag = 1 << iota // white space before it
	breaks                    // a paragraph or sentence begins with it
	upper                     // begins with a capital
	allUpper                  // capitals only, two or more
	money                     // a currency sign before it
)

func (it *item) is(f flag) bool { return it.flags&f != 0 }

func (it *item) text(source string) string { return source[it.start:it.end] }

// valueOf is what the item means as a member of class c.
func (it *item) valueOf(c class) float64 {
	switch c {
	case number, dayNumber, yearNumber, shortYear, twoDigits, hourMinute, clockTime, fullDate:
		return it.value
	case decadeWord, ordWord:
		if it.word == nil {
			return it.value
		}
	}
	return float64(it.word.value(c))
}

// scanner cuts a text into items. It keeps no more of a word than the rules
// need, so that most of a text costs one look-up a word.
type scanner struct {
	text  string
	words lexicon
	marks *[256]*word
	items []item
	flags flag // of the item to come
}

func (s *scanner) scan() {
	s.flags = breaks
	for i := 0; i < len(s.text); {
		c := s.text[i]
		switch {
		case c == '\n' || c == '\r' || c == ' ' || c == '\t':
			i = s.space(i)
		case c >= '0' && c <= '9':
			i = s.digitsAt(i)
		case isLetter(c):
			i = s.wordAt(i)
		case c >= utf8.RuneSelf:
			i = s.foreign(i)
		default:
			i = s.markAt(i, c, 1)
		}
	}
}

// space skips white space; a blank line, or a line break before a capital after
// a finished line, parts sentences.
func (s *scanner) space(i int) int {
	lines := 0
	for i < len(s.text) {
		c := s.text[i]
		if c == '\n' {
			lines++
		} else if c != ' ' && c != '\t' && c != '\r' {
			break
		}
		i++
	}
	s.flags |= spaced
	if lines > 1 {
		s.flags |= breaks
	}
	return i
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

func (s *scanner) at(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

func (s *scanner) emit(it item) {
	it.flags |= s.flags
	s.flags = 0
	s.items = append(s.items, it)
}

// foreign reads what starts with a byte beyond ASCII: a typographic quote or
// dash, white space, or a letter of another alphabet.
func (s *scanner) foreign(i int) int {
	r, w := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case r == '’' || r == '‘' || r == 'ʼ' || r == '´':
		return s.markAt(i, '\'', w)
	case r == '–' || r == '—' || r == '‐' || r == '‑' || r == '−':
		return s.markAt(i, '-', w)
	case r == '“' || r == '”' || r == '«' || r == '»':
		return s.markAt(i, '"', w)
	case r == '£' || r == '€' || r == '¥':
		return s.markAt(i, '$', w)
	case unicode.IsSpace(r):
		s.flags |= spaced
		return i + w
	case unicode.IsLetter(r):
		return s.wordAt(i)
	}
	return s.markAt(i, '?'|0x80, w)
}

// markAt reads a mark of w bytes, or the "'s" that an apostrophe begins.
func (s *scanner) markAt(i int, c byte, w int) int {
	end := i + w
	if c == '\'' {
		if s.at(end)|0x20 == 's' && !isLetter(s.at(end+1)) && len(s.items) > 0 && s.flags == 0 {
			s.emit(item{start: i, end: end + 1, mask: 1 << possessive})
			return end + 1
		}
		if isDigit(s.at(end)) && isDigit(s.at(end+1)) && !isDigit(s.at(end+2)) {
			return s.apostropheYear(i, end)
		}
	}
	s.emit(item{start: i, end: end, mark: c, word: s.marks[c]})
	switch c {
	case '.', '!', '?', ';':
		s.flags |= breaks
	case '$':
		s.flags |= money
	}
	return end
}

// apostropheYear reads '98 and '90s.
func (s *scanner) apostropheYear(i, digits int) int {
	value := 1900 + int(s.text[digits]-'0')*10 + int(s.text[digits+1]-'0')
	if value < 1930 {
		value += 100
	}
	it := item{start: i, end: digits + 2, value: float64(value), mask: 1 << shortYear, digits: 2}
	if s.at(it.end)|0x20 == 's' && !isLetter(s.at(it.end+1)) {
		it.end++
		it.mask = 1 << decadeWord
	}
	s.emit(it)
	return it.end
}

// wordAt reads a run of letters, with the full stops of an abbreviation.
func (s *scanner) wordAt(i int) int {
	var low [longestWord + 1]byte
	end, plain, capitals := i, true, 0
	for end < len(s.text) {
		c := s.text[end]
		if isLetter(c) {
			if end-i < longestWord {
				low[end-i] = c | 0x20
			}
			if c < 'a' {
				capitals++
			}
			end++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, w := utf8.DecodeRuneInString(s.text[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		plain = false
		end += w
	}
	it := item{start: i, end: end}
	if plain && end-i < longestWord {
		it.word, it.end = s.look(low[:], i, end)
	}
	if s.text[i] >= 'A' && s.text[i] <= 'Z' {
		it.flags |= upper
		if capitals == end-i && capitals > 1 {
			it.flags |= allUpper
		}
	}
	if it.word != nil {
		it.mask = it.word.mask
	} else if it.is(upper) {
		it.mask = 1 << capital
	}
	s.emit(it)
	return it.end
}

// look finds the word s.text[i:end], whose lower-case bytes are in low, taking
// along the full stops of "Sept." and "a.m.", and the rest of "o'clock".
func (s *scanner) look(low []byte, i, end int) (*word, int) {
	n := end - i
	if n == 1 && s.at(end) == '.' && s.at(end+1)|0x20 == 'm' && !isLetter(s.at(end+2)) {
		low[1], low[2], low[3] = '.', 'm', '.'
		if w := s.words[string(low[:4])]; w != nil {
			if s.at(end+2) == '.' {
				return w, end + 3
			}
			return w, end + 2
		}
	}
	if s.at(end) == '.' && n <= 5 {
		low[n] = '.'
		if w := s.words[string(low[:n+1])]; w != nil {
			return w, end + 1
		}
	}
	return s.words[string(low[:n])], end
}
