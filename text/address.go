package text

import "strings"

// The longest address and number that are looked for; without a bound a text
// without blanks would be gone through again at each of its words.
const (
	longestAddress = 1024 // bytes
	mostGroups     = 6    // of digits in a number with hyphens
)

// address is the end of the internet or mail address at i, or i.
func (s *scanner) address(i int) int {
	if i >= s.chunkEnd {
		s.chunkEnd = i
		for s.chunkEnd < min(len(s.src), i+longestAddress) && s.src[s.chunkEnd] > ' ' && s.src[s.chunkEnd] < 0x7f &&
			!strings.ContainsRune("<>\"`", rune(s.src[s.chunkEnd])) {
			s.chunkEnd++
		}
		chunk := s.src[i:s.chunkEnd]
		s.plainChunk = !strings.ContainsAny(chunk, "@:") && !strings.Contains(chunk, "www.") && !strings.Contains(chunk, "WWW.")
	}
	if s.plainChunk {
		return i
	}
	chunk := s.src[i:s.chunkEnd]
	if !isAddress(chunk) {
		return i
	}
	return i + len(strings.TrimRight(chunk, ".,;:!?)]}'*_"))
}

// isAddress says that a chunk without spaces starts as a web or mail address.
func isAddress(chunk string) bool {
	if i := strings.Index(chunk, "://"); i > 1 && i < 8 {
		return true
	}
	if len(chunk) > 4 && strings.EqualFold(chunk[:4], "www.") {
		return true
	}
	at := strings.IndexByte(chunk, '@')
	if at <= 0 || at+1 == len(chunk) || strings.ContainsAny(chunk[:at], "(),;:!?/'") {
		return false
	}
	return strings.IndexByte(chunk[at:], '.') > 0 || strings.IndexByte(chunk[at+1:], '@') < 0 && isUpper(chunk[at+1:])
}

// numberGroups is the end of the telephone number, post code or date at i,
// written as digits with hyphens, or i. A span of years is none of these.
func (s *scanner) numberGroups(i int) int {
	groups, end, lengths := 0, i, [2]int{}
	for {
		j := end
		for j < len(s.src) && '0' <= s.src[j] && s.src[j] <= '9' {
			j++
		}
		if j == end {
			return i
		}
		if groups < len(lengths) {
			lengths[groups] = j - end
		}
		if groups, end = groups+1, j; groups > mostGroups {
			return i
		}
		if j+1 >= len(s.src) || s.src[j] != '-' || s.src[j+1] < '0' || s.src[j+1] > '9' {
			break
		}
		end++
	}
	local := groups == 2 && lengths[1] == 4 && (lengths[0] == 3 || lengths[0] == 5)
	if groups < 3 && !local || s.wordAt(end) {
		return i
	}
	return end
}
