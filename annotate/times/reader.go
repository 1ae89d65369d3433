package times

import (
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
)

// reader reads one document.
type reader struct {
	tables *Times
	d      *annotate.Document
	text   string
	m      matcher

	published     point // grain noGrain when unknown
	publishedSpan annals.Span
	written       bool  // published comes from a dateline
	released      point // year and month of the number of a press release
	releasedSpan  annals.Span

	told  [minute + 1]point // the last time told of, at each grain it is known to
	spans [minute + 1]annals.Span
	found []found
}

// found is a Time with what its range and neighbours need to know of it.
type found struct {
	annals.Time
	point       point
	first, last int // items
	dated       bool
}

// reading is what a match turns out to mean.
type reading struct {
	kind    string // DATE TIME DURATION SET
	value   string // TIMEX3
	point   point  // grain noGrain when it is none
	edtf    string // overrides the point's
	derived string
	anchor  annals.Span
	dated   bool // the year stands in the text
	aside   bool // only compared with; the story does not move there
}

// meaning works out what a match says; false when it is no time after all.
type meaning func(r *reader, m *match) (reading, bool)

// publish takes the day of publication as the anchor, as finely as it is known.
func (r *reader) publish(p *annals.Published) {
	if p == nil {
		return
	}
	s := strings.TrimRight(p.EDTF, "?~%")
	q := point{year: nominalYear, undated: true}
	if len(s) >= 4 && !strings.ContainsAny(s[:4], "X/[{.-") {
		q.year, _ = strconv.Atoi(s[:4])
		q.undated = false
		q.grain = year
	}
	if len(s) >= 7 && s[4] == '-' {
		if n, err := strconv.Atoi(s[5:7]); err == nil && n >= 1 && n <= 12 {
			q.month = n
			q.grain = month
		}
	}
	if len(s) >= 10 && q.month > 0 && s[7] == '-' && (len(s) == 10 || s[10] == 'T') {
		if n, err := strconv.Atoi(s[8:10]); err == nil && n >= 1 && n <= daysIn(q.year, q.month) {
			q.day = n
			q.grain = day
		}
	}
	if len(s) > 10 && s[10] != 'T' || q.year == 0 {
		return
	}
	r.published, r.publishedSpan = q, p.Span
}

// remember makes p the time told of, at its own grain and all coarser ones.
func (r *reader) remember(p point, span annals.Span) {
	if p.undated {
		return
	}
	for g := century; g <= min(p.grain, day); g++ {
		if g == half || g == quarter || g == season {
			continue // told only in so many words
		}
		if q, ok := p.to(g); ok {
			r.told[g], r.spans[g] = q, span
		}
	}
	if p.grain >= decade {
		r.told[p.grain], r.spans[p.grain] = p, span
	}
}

// base is an anchor for a meaning: where it stands in time and in the text.
type base struct {
	point point
	span  annals.Span
	name  string
}

// fromPublication is the anchor of "last week".
func (r *reader) fromPublication(g grain) (base, bool) {
	b := base{span: r.publishedSpan, name: "publication"}
	if r.published.grain == noGrain {
		return b, false
	}
	var ok bool
	b.point, ok = r.published.to(g)
	return b, ok
}

// fromStory is the anchor of "the following week": what was told last at that
// grain, else publication.
func (r *reader) fromStory(g grain) (base, bool) {
	if p := r.told[g]; p.grain != noGrain {
		p.part, p.approx = 0, false
		return base{point: p, span: r.spans[g], name: "earlier time"}, true
	}
	return r.fromPublication(g)
}

// value is what the first item captured in class c means; false when none was.
func (m *match) value(items []item, c class) (float64, bool) {
	if i := m.item(c); i >= 0 {
		return items[i].valueOf(c), true
	}
	return 0, false
}

// item is the first item captured in class c; -1 when none was.
func (m *match) item(c class) int {
	for _, got := range m.captures[:m.n] {
		if got.class == c {
			return int(got.item)
		}
	}
	return -1
}

func (m *match) has(c class) bool { return m.item(c) >= 0 }

// lastItem is the last item captured in class c; -1 when none was.
func (m *match) lastItem(c class) int {
	for k := m.n - 1; k >= 0; k-- {
		if m.captures[k].class == c {
			return int(m.captures[k].item)
		}
	}
	return -1
}

// holds says whether one of the words stands in the match.
func (r *reader) holds(m *match, words ...string) bool {
	for i := m.first; i < m.last; i++ {
		for _, w := range words {
			if r.isWord(i, w) {
				return true
			}
		}
	}
	return false
}

// isWord says whether item i is the word w, in any case.
func (r *reader) isWord(i int, w string) bool {
	if i < 0 || i >= len(r.m.items) {
		return false
	}
	it := &r.m.items[i]
	return it.end-it.start == len(w) && strings.EqualFold(r.text[it.start:it.end], w)
}

// isOne says whether item i is one of the words.
func (r *reader) isOne(i int, words ...string) bool {
	for _, w := range words {
		if r.isWord(i, w) {
			return true
		}
	}
	return false
}
