package text

import "strings"

// address is the end of the internet or mail address at i, or i.
func (s *scanner) address(i int) int {
	end := i
	for end < len(s.src) && s.src[end] > ' ' && s.src[end] < 0x7f && !strings.ContainsRune("<>\"`", rune(s.src[end])) {
		end++
	}
	chunk := s.src[i:end]
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
		groups, end = groups+1, j
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
