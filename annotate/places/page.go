package places

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer"
)

// page is a report's text cut into words as the gazetteer cuts them.
type page struct {
	source string
	words  []word
	upper  bool // written in capitals throughout
}

// word is a word of a page, with what stands before it.
type word struct {
	annals.Span
	gap     gap
	capital bool // starts with a capital
	shout   bool // all capitals, two letters at least
}

// gap is what stands between two words, by the strongest sign in it.
type gap byte

// Gaps.
const (
	space    gap = ' '
	hyphen   gap = '-'
	slash    gap = '/'
	comma    gap = ','
	colon    gap = ':' // and semicolons
	quote    gap = '"'
	opening  gap = '('
	closing  gap = ')'
	fullStop gap = '.' // ends a sentence
	abridged gap = '~' // the full stop of an abbreviation
	start    gap = '^' // a paragraph starts
	owner    gap = 's' // a possessive: the next word is what is owned
)

// newPage cuts a source into words.
func newPage(source string) *page {
	p := &page{source: source, words: make([]word, 0, len(source)/6+1)}
	end, lower := 0, 0
	for {
		span, ok := gazetteer.NextWord(source, end)
		if !ok {
			break
		}
		form := source[span.Start:span.End]
		between := source[end:span.Start]
		end = span.End
		if n := len(p.words); n > 0 && (form == "s" || form == "S") && isApostrophe(between) {
			continue // the next gap is a possessive
		}
		w := word{Span: span, capital: startsUpper(form), shout: isShout(form)}
		w.gap = p.gapOf(span.Start)
		if !w.capital {
			lower++
		}
		p.words = append(p.words, w)
	}
	p.upper = len(p.words) >= minUpperWords && lower*upperShare < len(p.words)
	return p
}

// A text is upper case when one word in upperShare at most is not; in shorter
// ones a headline would pass for such a text.
const (
	minUpperWords = 12
	upperShare    = 8
)

// gapOf is what stands between the last word so far and byte at.
func (p *page) gapOf(at int) gap {
	if len(p.words) == 0 {
		return start
	}
	last := p.words[len(p.words)-1]
	between := p.source[last.End:at]
	switch {
	case between == " ":
		return space
	case strings.Count(between, "\n") > 1 || strings.ContainsAny(between, "\u2028\u2029"):
		return start
	case strings.ContainsAny(between, "!?") || strings.Contains(between, "…"):
		return fullStop
	}
	if strings.HasPrefix(between, ".,") {
		return comma // "Springfield, Ill., in"
	}
	if i := strings.IndexByte(between, '.'); i >= 0 {
		if i == 0 && len(between) <= 2 && isAbbreviation(p.source[last.Start:last.End]) {
			return abridged
		}
		return fullStop
	}
	if len(p.source) > last.End && strings.HasSuffix(p.source[last.Start:last.End], ".") {
		return abridged
	}
	if strings.Contains(between, " - ") {
		return colon // a hyphen for a dash
	}
	for _, sign := range gapSigns {
		if strings.ContainsAny(between, sign.signs) {
			return sign.gap
		}
	}
	if isPossessive(between) {
		return owner
	}
	return space
}

var gapSigns = []struct {
	signs string
	gap   gap
}{{"(", opening}, {")", closing}, {"“”\"«»", quote}, {":;", colon}, {",", comma}, {"/", slash}, {"—–", colon}, {"-‐‑", hyphen}}

// isApostrophe says that a gap is one apostrophe, with nothing around it.
func isApostrophe(s string) bool {
	switch s {
	case "'", "’", "ʼ", "`", "´", "‘":
		return true
	}
	return false
}

// isPossessive says that a gap holds the 's of the word before it.
func isPossessive(between string) bool {
	_, w := utf8.DecodeRuneInString(between)
	return w > 0 && w < len(between) && isApostrophe(between[:w]) && (between[w] == 's' || between[w] == 'S')
}

// isAbbreviation says that a word with a full stop is more likely shortened
// than the end of a sentence: a lone capital, or a listed one.
func isAbbreviation(form string) bool {
	if len(form) == 1 {
		return true
	}
	return lexicon().term(form)&abbreviationTerm != 0
}

func startsUpper(s string) bool {
	if s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func isShout(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// form is word i as written; "" outside the page.
func (p *page) form(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.source[p.words[i].Start:p.words[i].End]
}

// gapAfter is what stands after word i.
func (p *page) gapAfter(i int) gap {
	if i+1 >= len(p.words) {
		return start
	}
	return p.words[i+1].gap
}

// opens says that word i starts a sentence.
func (p *page) opens(i int) bool {
	if i == 0 {
		return true
	}
	g := p.words[i].gap
	return g == start || g == fullStop
}

// together says that two toponyms stand in one paragraph.
func (p *page) together(a, b *Toponym) bool {
	for i := min(a.first, b.first) + 1; i <= max(a.first, b.first); i++ {
		if p.words[i].gap == start {
			return false
		}
	}
	return true
}
