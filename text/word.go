package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads the word at i: letters and digits with the signs that belong
// inside, cut into its parts where it is a contraction. It returns the end.
func (s *scanner) word(i int) int {
	if end := s.address(i); end > i {
		return s.emit(i, end)
	}
	if end := s.numberGroups(i); end > i {
		return s.emit(i, end)
	}
	j := i
	for j < len(s.src) {
		r, c, w := next(s.src, j)
		if c == classLetter || c == classDigit || s.inside(i, j, r, w) {
			j += w
			continue
		}
		if isApostrophe(r) && j > i && s.letterAt(j+w) {
			if end := s.contraction(i, j, w); end > 0 {
				return end
			}
			if r != '\'' && r != '’' {
				break
			}
			j += w
			continue
		}
		break
	}
	if j == i { // a full stop before digits
		j = s.plainWord(i + 1)
	}
	return s.finish(i, j)
}

// finish ends the word i ≤ b < j: its full stop, its currency sign, its parts.
func (s *scanner) finish(i, j int) int {
	form := s.src[i:j]
	if strings.HasPrefix(s.src[j:], "$") && len(form) <= 3 && isUpper(form) {
		return s.emit(i, j+1)
	}
	if j < len(s.src) && s.src[j] == '.' && s.keepsStop(i, j) {
		return s.emit(i, j+1)
	}
	var buf [maxListed]byte
	if n := leadingNumber(form); n > 0 && n < len(form) && s.words.units[string(lowered(&buf, form[n:]))] {
		s.emit(i, i+n)
		return s.emit(i+n, j)
	}
	if len(form) <= longestStutter && s.letters(i) == j && strings.HasPrefix(s.src[j:], "- ") {
		return s.emit(i, j+1)
	}
	if parts := s.words.contractions[string(lowered(&buf, form))]; parts != nil {
		for _, n := range parts {
			i = s.emit(i, i+n)
		}
		return j
	}
	return s.emit(i, j)
}

// inside says that the sign r at j, of width w, belongs to the word that
// started at i.
func (s *scanner) inside(i, j int, r rune, w int) bool {
	if j+w >= len(s.src) || j == i && r != '.' {
		return false
	}
	before, after := s.endsInDigit(i, j), s.digitAt(j+w)
	switch r {
	case '.':
		return before && after || j == i && after || s.stopInside(i, j)
	case ',':
		return before && s.digitAt(j+1) && s.digitAt(j+2) && s.digitAt(j+3) && !s.digitAt(j+4)
	case ':', '/':
		return before && after
	case '&':
		return j-i <= 2 && s.letterAt(j+1) && isUpper(s.src[i:j])
	case '-', '‐', '‑':
		var buf [maxListed]byte
		return s.letterAt(j+w) && !s.follows(i, '-') && s.words.prefixes[string(lowered(&buf, s.src[i:j]))]
	}
	return false
}

func (s *scanner) endsInDigit(i, j int) bool {
	return j > i && s.src[j-1] >= '0' && s.src[j-1] <= '9'
}

// stopInside says that the full stop at j belongs to the word from i because
// its letters are spelled one by one, or a domain or file type follows.
func (s *scanner) stopInside(i, j int) bool {
	if !s.letterAt(j + 1) {
		return false
	}
	from := strings.LastIndexByte(s.src[i:j], '.') + 1 + i
	end := s.letters(j + 1)
	if utf8.RuneCountInString(s.src[from:j]) == 1 && !s.endsInDigit(from, j) &&
		(utf8.RuneCountInString(s.src[j+1:end]) == 1 || from > i) {
		return true
	}
	if strings.EqualFold(s.src[i:j], "ph") && strings.EqualFold(s.src[j+1:end], "d") {
		return true
	}
	for labels := 0; labels < mostLabels && end+1 < len(s.src) && s.src[end] == '.' && s.letterAt(end+1); labels++ {
		j, end = end, s.letters(end+1)
	}
	var buf [maxListed]byte
	return !s.digitAt(end) && isLower(s.src[j+1:end]) && s.words.domains[string(lowered(&buf, s.src[j+1:end]))]
}

// mostLabels is how many labels of a domain name are looked at for its ending.
const mostLabels = 8

// keepsStop says that the full stop at j is part of the word i ≤ b < j.
func (s *scanner) keepsStop(i, j int) bool {
	form := s.src[i:j]
	if strings.HasPrefix(s.src[j:], "..") {
		return false
	}
	if s.letters(i) == j && utf8.RuneCountInString(form) == 1 && isUpper(form) {
		return form != "I" && !s.follows(i, '-') && s.capitalAfter(j+1)
	}
	var buf [maxListed]byte
	switch s.words.abbreviations[string(lowered(&buf, form))] {
	case stopAlways:
		return true
	case stopName:
		return s.capitalAfter(j + 1)
	case stopDigit:
		return s.digitAt(s.skipBlanks(j + 1))
	case stopInner:
		return s.classAt(j+1) != classSpace || !s.capitalAfter(j+1) && !s.endsLine(j+1)
	}
	if dot := strings.LastIndexByte(form, '.'); dot > 0 && utf8.RuneCountInString(form[dot+1:]) == 1 {
		return !s.endsInDigit(i, j)
	}
	return s.startsLine(i) && len(form) <= 2 && s.endsInDigit(i, j) && s.classAt(j+1) == classSpace
}

// follows says that the sign c stands right before i.
func (s *scanner) follows(i int, c byte) bool { return i > 0 && s.src[i-1] == c }

// capitalAfter says that a capital or a digit follows i on the same line.
func (s *scanner) capitalAfter(i int) bool {
	i = s.skipBlanks(i)
	if i >= len(s.src) {
		return false
	}
	r, c, _ := next(s.src, i)
	return c == classDigit || c == classLetter && !unicode.IsLower(r)
}

// skipBlanks is the first place at or after i that is no space, a single line
// break among the spaces passed over.
func (s *scanner) skipBlanks(i int) int {
	breaks := 0
	for i < len(s.src) && breaks < 2 && s.classAt(i) == classSpace {
		if s.src[i] == '\n' {
			breaks++
		}
		_, _, w := next(s.src, i)
		i += w
	}
	return i
}

// endsLine says that nothing but blanks follows i on its line.
func (s *scanner) endsLine(i int) bool {
	for i < len(s.src) && (s.src[i] == ' ' || s.src[i] == '\t') {
		i++
	}
	return i == len(s.src) || s.src[i] == '\n' || s.src[i] == '\r'
}

// startsLine says that only blanks stand before i on its line.
func (s *scanner) startsLine(i int) bool {
	for i > 0 && (s.src[i-1] == ' ' || s.src[i-1] == '\t') {
		i--
	}
	return i == 0 || s.src[i-1] == '\n' || s.src[i-1] == '\r'
}

// contraction cuts the word from i at the apostrophe at j, of width w, when a
// clitic follows: "we|'re", "do|n't". It returns the end, 0 when none does.
func (s *scanner) contraction(i, j, w int) int {
	end := s.letters(j + w)
	if tail := s.src[j+w : end]; (tail == "t" || tail == "T") && j-i >= 2 && (s.src[j-1] == 'n' || s.src[j-1] == 'N') {
		s.emit(i, j-1)
		return s.afterClitic(s.emit(j-1, end))
	}
	end = s.clitic(j + w)
	if end == 0 {
		return 0
	}
	s.emit(i, j)
	return s.afterClitic(s.emit(j, end))
}

// afterClitic reads the further clitics of "couldn't've".
func (s *scanner) afterClitic(i int) int {
	for i < len(s.src) {
		r, _, w := next(s.src, i)
		if !isApostrophe(r) {
			break
		}
		end := s.clitic(i + w)
		if end == 0 {
			break
		}
		i = s.emit(i, end)
	}
	return i
}

// longestStutter is the length of the longest word taken to be broken off when
// a hyphen and a blank follow: "th- the".
const longestStutter = 2

// leadingNumber is the length of the number that form starts with.
func leadingNumber(form string) int {
	return len(form) - len(strings.TrimLeft(form, "0123456789:.,"))
}

func isUpper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }
func isLower(s string) bool { return s == strings.ToLower(s) }
