package times

import (
	"strings"
	"time"
)

// A dateline ("KABUL, Afghanistan (Nov. 12, 2011)", "BOGOTA, 3 JAN 90 (AFP) --")
// says on what day a report was written. What is told as today or yesterday
// leans on it.
const (
	datelineWithin = 600 // bytes from the top of the text
	datelineWords  = 8   // most words of place and agency before the date
	datelineLag    = 3   // most days from writing to publication
)

// dateline takes the time of a match as the day of writing when it stands where
// a dateline does and fits what is known of the publication. It says whether the
// time is that day, told again or not.
func (r *reader) dateline(m *match, got reading) bool {
	p := got.point
	if r.stamped(m, p) {
		return true
	}
	if p.grain != day || r.m.items[m.first].start > datelineWithin || !r.headsParagraph(m) || !r.endsDateline(m.last) {
		return false
	}
	p.part, p.approx = 0, false
	if r.published.grain == day && !r.published.undated {
		if p.undated {
			return false
		}
		const most = datelineLag * 24 * time.Hour
		if lag := r.published.date().Sub(p.date()); lag < 0 || lag > most {
			return lag < 0 && lag >= -most && r.written // a headline dated it before its dateline does
		}
	} else if r.written && (p.undated || p.month != r.published.month || p.day != r.published.day) {
		return false // one dateline a text, told again with its year at most
	}
	r.written = true
	r.published = p
	r.publishedSpan.Start, r.publishedSpan.End = r.m.items[m.first].start, r.m.items[m.last-1].end
	return true
}

// stamped says whether a full date is the one a page bears: "UPDATED: March 5, 2018".
// It must lie near the publication that is known already.
func (r *reader) stamped(m *match, p point) bool {
	if p.grain < day || p.undated || r.published.grain != day || r.published.undated {
		return false
	}
	for i := m.first - 1; i >= 0 && i >= m.first-stampMarks; i-- {
		it := &r.m.items[i]
		if it.mark == 0 && len(it.text(r.text)) <= longestWord && isCue("stamp", strings.ToLower(it.text(r.text))) {
			lag := r.published.date().Sub(p.date())
			return (it.is(breaks) || it.is(upper)) && max(lag, -lag) <= datelineLag*24*time.Hour
		}
		if it.mark != ':' && it.mark != '-' && it.mark != '(' && !r.isOne(i, "on") {
			return false
		}
	}
	return false
}

// stampMarks is how many marks and words may stand between "UPDATED" and its date.
const stampMarks = 3

// headsParagraph says whether nothing but names and marks stands between the
// start of the paragraph and the match, or the match stands in brackets behind a
// name, as in releases whose lines are run together.
func (r *reader) headsParagraph(m *match) bool {
	if m.first > 1 && r.m.items[m.first-1].mark == '(' && r.m.items[m.last-1].end < len(r.text) && r.text[r.m.items[m.last-1].end] == ')' {
		return r.flags(m.first-2)&upper != 0 && !r.maskAt(m.first-2).has(weekdayWord) // "on Thursday (March 22)" is a day of the story
	}
	words := 0
	for i := m.first; ; i-- {
		it := &r.m.items[i]
		if i < m.first {
			if it.mark == 0 && !it.is(upper) && !r.isOne(i, "of", "the", "al") {
				return false
			}
			if it.mark == 0 {
				words++
			}
		}
		if i == 0 || r.parts(i) {
			return words <= datelineWords
		}
	}
}

// parts says whether a line ends before item i.
func (r *reader) parts(i int) bool {
	for _, c := range []byte(r.text[r.m.items[i-1].end:r.m.items[i].start]) {
		if c == '\n' {
			return true
		}
	}
	return false
}

// endsDateline says whether a dateline can end before item i: the text, a line or
// a bracket ends there, or a dash, a colon or an agency in brackets follows.
func (r *reader) endsDateline(i int) bool {
	if i >= len(r.m.items) || r.parts(i) {
		return true
	}
	if r.m.items[i].mask.has(clockTime) {
		return true // the time of day that a page puts beside its date
	}
	switch r.m.items[i].mark {
	case ')', '(', '-', '_', ':', ']', '[':
		return true
	}
	return false
}

// release notes the year and month of the number of a press release.
func release(r *reader, m *match) (reading, bool) {
	y, _ := m.value(r.m.items, yearNumber)
	n, _ := m.value(r.m.items, twoDigits)
	if n >= 1 && n <= 12 && r.m.items[m.first].start <= datelineWithin {
		r.released = point{grain: month, year: int(y), month: int(n)}
		r.releasedSpan.Start, r.releasedSpan.End = r.m.items[m.first].start, r.m.items[m.last-1].end
		return reading{}, true
	}
	return reading{}, false
}
