package pattern

import (
	"fmt"
	"strings"
)

// scanner reads the pattern of one rule.
type scanner struct {
	file string
	src  []rune
	line []int // line of each rune
	at   int
}

func (s *scanner) fail(format string, args ...any) error {
	line := 0
	if len(s.line) > 0 {
		line = s.line[min(s.at, len(s.line)-1)]
	}
	return &Error{s.file, line, fmt.Sprintf(format, args...)}
}

func (s *scanner) space() {
	for s.at < len(s.src) && (s.src[s.at] == ' ' || s.src[s.at] == '\t' || s.src[s.at] == '\n' || s.src[s.at] == '\r') {
		s.at++
	}
}

func (s *scanner) peek() rune {
	if s.at < len(s.src) {
		return s.src[s.at]
	}
	return 0
}

// take reads c when it stands next.
func (s *scanner) take(c rune) bool {
	if s.peek() != c || s.at >= len(s.src) {
		return false
	}
	s.at++
	return true
}

// until reads the run of characters that are none of stops.
func (s *scanner) until(stops string) string {
	from := s.at
	for s.at < len(s.src) && !strings.ContainsRune(stops, s.src[s.at]) {
		s.at++
	}
	return string(s.src[from:s.at])
}

// operators are the relations but for the child and governor, longest first.
var operators = []struct {
	sign     string
	relation relation
}{
	{">>", descendant}, {"<<", ancestor}, {">", child}, {"<", governor},
	{"..", later}, {".", next}, {",,", earlier}, {",", previous},
	{"$.", siblingLater}, {"$,", siblingBefore}, {"$", sibling},
}

// operator reads a relation sign; ok is false when none stands next.
func (s *scanner) operator() (relation, bool) {
	rest := string(s.src[s.at:min(s.at+2, len(s.src))])
	for _, o := range operators {
		if strings.HasPrefix(rest, o.sign) {
			s.at += len(o.sign)
			return o.relation, true
		}
	}
	return anchor, false
}
