package mask

import (
	"regexp"
	"strings"

	"github.com/annals-project/annals"
)

// loose finds persons whom the reader did not take for any: what is written as a
// name, and stands where only a person's would. They are private.
func loose(text string, a *annals.Annotations, known []Person) []Person {
	l := finder{text: text, all: words(text)}
	l.shouted = shouted(l.all)
	for i := range known {
		l.known = append(l.known, known[i].Spans...)
	}
	for i := range a.Mentions {
		if m := &a.Mentions[i]; m.Form == annals.Name {
			l.other = append(l.other, m.Span)
			if group(a, m) {
				l.groups = append(l.groups, m.Span)
			}
		}
	}
	var out []Person
	for i := 0; i < len(l.all); {
		n := l.run(i)
		if n == 0 {
			i++
			continue
		}
		span := annals.Span{Start: l.all[i].Start, End: l.all[i+n-1].End}
		if l.isPerson(i, n, span) {
			out = append(out, Person{Names: []string{span.In(text)}, Spans: []annals.Span{span}})
		}
		i += n
	}
	return out
}

type finder struct {
	text         string
	all          []word
	shouted      bool
	known, other []annals.Span
	groups       []annals.Span // of other, those of armed groups, forces and governments
}

// longestRun is how many words a person's name has at most.
const longestRun = 5

// run is the number of words from i on that stand together as a name may, or 0.
func (l *finder) run(i int) int {
	if !l.nameWord(i) {
		return 0
	}
	n := 1
	for i+n < len(l.all) && n < longestRun && l.nameWord(i+n) && joined(l.text[l.all[i+n-1].End:l.all[i+n].Start]) {
		n++
	}
	return n
}

// joined says whether what parts two words may stand inside a name: a space, a
// hyphen, the point of an initial, a quotation mark round a nickname.
func joined(gap string) bool {
	return len(gap) <= farthest && strings.Trim(gap, " -.\"'“”‘’") == ""
}

func (l *finder) nameWord(i int) bool {
	w := &l.all[i]
	if !w.upper || called(w.folded) {
		return false
	}
	for _, s := range l.known {
		if s.Overlaps(w.Span) {
			return false
		}
	}
	return true
}

var (
	agedAfter  = regexp.MustCompile(`^\s?,\s?(?:aged?\s)?\d{1,3}\s?(?:,|\.|;|-)|^\s?\(\s?\d{1,3}\s?\)`)
	agedBefore = regexp.MustCompile(`(?i)\d{1,3}\s?-\s?years?\s?-\s?old\s+$`)
)

// isPerson says whether a run of words stands where a person's name does. What
// the reader took for the name of something else must be called a person
// outright.
func (l *finder) isPerson(i, n int, span annals.Span) bool {
	before, after := around(l.text, span, ageReach)
	if l.beforeKnown(span) {
		return false // "the Englishman", right before a name
	}
	taken := false
	for _, s := range l.other {
		taken = taken || s.Overlaps(span)
	}
	if n == 1 && taken {
		return false
	}
	for _, s := range l.groups {
		if s.Contains(span) {
			return false // "tried to recruit Afghan Taliban members"
		}
	}
	if agedAfter.MatchString(after) || agedBefore.MatchString(before) {
		return true
	}
	cue := ""
	if i > 0 && strings.Trim(l.text[l.all[i-1].End:span.Start], " ,:-") == "" {
		cue = l.all[i-1].folded
	}
	called := cues["kin"][cue] || cues["title"][cue] || n > 1 && (cues["trade"][cue] || cues["side"][cue] && !l.shouted)
	if taken || l.shouted {
		return called && n > 1
	}
	next := ""
	if i+n < len(l.all) && strings.Trim(l.text[span.End:l.all[i+n].Start], " ,") == "" {
		next = l.all[i+n].folded
	}
	return called || n > 1 && (cues["named"][cue] || cues["fate"][next])
}

func (l *finder) beforeKnown(span annals.Span) bool {
	for _, s := range l.known {
		if s.Start >= span.End && s.Start-span.End <= 1 {
			return true
		}
	}
	return false
}
