package plain

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/source/dating"
	"github.com/annals-project/annals/source/lexicon"
)

//go:embed mastwords.tsv
var mastwordTable string

var mastwords = lexicon.Map(mastwordTable)

const (
	// longestMastline is the longest line, in bytes, that may hold the date of publication among other words.
	longestMastline = 160
	// footLines is how many lines from the bottom a page may say when it was published.
	footLines = 4
)

// masthead reads the date of publication where it stands above the article among other
// words: a place ("Kabul, 8 November 2018"), the number of a bulletin, an hour. The
// line stays. A line that says outright that it was published then counts
// before one that only holds a date, and counts below the article as well.
func (a *Article) masthead() {
	if len(a.Dates) > 0 {
		return
	}
	text := a.Text.String
	var filled []annals.Span
	for _, line := range lines(text) {
		if s := shrink(text, line); !s.Empty() {
			filled = append(filled, s)
		}
	}
	var plainly, merely *mastdate
	article := false // the lines of the article have begun
	for i, s := range filled {
		if i >= headerWithin && i < len(filled)-footLines {
			continue
		}
		article = article || isProse(s.In(text))
		for _, m := range mastdates(s.In(text)) {
			m.line = s
			if m.keyed && (!article || m.whole && outright.MatchString(s.In(text))) && plainly == nil {
				plainly = &m
			} else if !m.keyed && !article && i < headerWithin && merely == nil {
				merely = &m
			}
		}
	}
	for _, m := range []*mastdate{plainly, merely} {
		if m != nil {
			a.evidence(m.line, m.Span, m.Date, m.crawl)
			return
		}
	}
}

// proseWords is how many words a sentence of an article has at least.
const proseWords = 8

// isProse says that a line is one of the article: too long for a title, or a sentence.
func isProse(line string) bool {
	return len(line) > longestHeadline || strings.HasSuffix(line, ".") && len(strings.Fields(line)) >= proseWords
}

// mastdate is a date in a line above the article.
type mastdate struct {
	dating.Written
	line  annals.Span
	keyed bool // a word says that it is the day of publication
	whole bool // nothing else stands in the line
	crawl bool // the word says that the page was changed then
}

var (
	// between are the marks that part a line above the article: "Issue 3 | Nairobi - 5 May 2020".
	between = regexp.MustCompile(`\s*[|·•]\s*|\s+(?:--?|–|—|/|//)\s+`)
	// sentenceEnd ends a remark before the place and the date: "Translated from French. Dakar, 5 May 2020".
	sentenceEnd = regexp.MustCompile(`\p{Ll}{3}[.!]\s+`)
	// titled is a run of words that may stand before a date: names and titles, numbers, what joins them.
	titled = regexp.MustCompile(`^(?:[Bb]y:?\s+)?(?:(?:[\p{Lu}\d#][\p{L}\d'’./-]*|of|the|for|in|on|at|and|de|del|la|el|al|du|des|do|da|dos|das|von|no\.)[\s,:&()\[\]'’–-]*)*$`)
	// outright is how a line among or below those of the article starts that says when the page came out.
	outright = regexp.MustCompile(`(?i)^\W*(?:(?:first|originally) )?(?:publi|posted|veröff|pubbl)`)
	// timesNote ends a line that heads a list of updates: "All times are local."
	timesNote = regexp.MustCompile(`(?i)^\.\s+(?:all )?times? (?:are|is|in)\b.*$`)
	// dayRange is the first day of a range that ends in the date behind it: "1 - ".
	dayRange = regexp.MustCompile(`(?:^|\s)(?:[12]?\d|3[01])(?:st|nd|rd|th)?\s*[-–—]\s*$`)
	// numbered are words that make the number behind them no day.
	numbered = regexp.MustCompile(`(?i)(?:\bno\.?|\bnr\.?|#|\bnumber|\bissue|\bvol(?:ume|\.)?|\breport|\bbulletin|\bupdate|\bedition|\bsitrep|\brelease|\bflash)\s*\d+\s*[-–—]\s*$`)
	// onward continues a range behind a date.
	onward = regexp.MustCompile(`(?i)^\s*(?:[-–—]|to|until|through|and)\s*(?:\p{L}{3,10}\.?\s+)?\d`)
)

// mastdates are the dates of publication that a line gives.
func mastdates(line string) []mastdate {
	if len(line) > longestMastline {
		return nil
	}
	var out []mastdate
	for _, w := range dating.Find(line) {
		if !w.Full() || isRange(line, w.Span) {
			continue
		}
		before, after := line[:w.Start], line[w.End:]
		if cut := between.FindAllStringIndex(before, -1); len(cut) > 0 {
			before = before[cut[len(cut)-1][1]:]
		}
		if cut := sentenceEnd.FindAllStringIndex(before, -1); len(cut) > 0 {
			before = before[cut[len(cut)-1][1]:]
		}
		rest := after
		if cut := between.FindStringIndex(after); cut != nil {
			after = after[:cut[0]]
		}
		m := mastdate{Written: w, whole: before == line[:w.Start] && isClock(rest)}
		if !timesNote.MatchString(after) && !isClock(strings.TrimRight(after, " )]")) {
			continue
		}
		if m.keyed, m.crawl = publishedBy(before); m.keyed || isTitled(before) {
			out = append(out, m)
		}
	}
	return out
}

// isRange says that a date starts or ends a range of days.
func isRange(line string, date annals.Span) bool {
	before := line[:date.Start]
	if dayRange.MatchString(before) && !numbered.MatchString(before) || onward.MatchString(line[date.End:]) {
		return true
	}
	dash := strings.TrimRight(before, " -–—")
	return dash != strings.TrimRight(before, " ") && slices.ContainsFunc(dating.Find(before), func(w dating.Written) bool { return w.End == len(dash) })
}

// publishedBy says whether the words before a date say that it is the day of
// publication, and whether it is the day of a change.
func publishedBy(before string) (keyed, crawl bool) {
	lead := posted.FindString(before)
	kind := leadKind(lead)
	return kind != "" && withoutClock(before[len(lead):]) == "", kind == "crawl"
}

// isTitled says that the words before a date are names and titles that tell of no
// happening and of no other day.
func isTitled(before string) bool {
	before = withoutClock(before[len(posted.FindString(before)):])
	if !titled.MatchString(strings.TrimLeft(before, "([")) {
		return false
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(before), func(r rune) bool { return strings.ContainsRune(" ,:()[]/", r) }) {
		if mastwords[word] != "" {
			return false
		}
	}
	return true
}

// withoutClock is what stands before a date without the hour and the marks around it.
func withoutClock(before string) string {
	for _, re := range []*regexp.Regexp{clockFirst, zonedFirst} {
		if loc := re.FindStringIndex(before); loc != nil {
			before = before[:loc[0]]
		}
	}
	return strings.TrimSpace(before)
}
