package plain

import (
	"strings"
	"unicode"

	"github.com/annals-project/annals/source/dating"
)

const (
	longestHeadline  = 200 // bytes
	shortestHeadline = 3   // words
)

// headline takes the first paragraph for the title when it reads like one and
// the header named none.
func (a *Article) headline() {
	text := a.Text.String
	pars := paragraphs(text)
	if a.Title != "" || len(pars) < 2 {
		return
	}
	first := pars[0].In(text)
	if looksLikeHeadline(first) && pars[1].Len()+pars[len(pars)-1].Len() > len(first) {
		a.Title = first
	}
}

// looksLikeHeadline says whether a line is short, is no sentence with a full
// stop, and is no dateline.
func looksLikeHeadline(line string) bool {
	if len(line) > longestHeadline || len(strings.Fields(line)) < shortestHeadline {
		return false
	}
	if strings.ContainsRune(".:;,…-", rune(line[len(line)-1])) || !strings.ContainsFunc(line, unicode.IsLetter) {
		return false
	}
	_, isDateline := dating.ReadDateline(line)
	return !isDateline
}
