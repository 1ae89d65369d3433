package mask

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
)

// ofAge is the age from which a person is no child.
const ofAge = 18

// Reaches, in bytes, of what says something of a name: an age or a noun stands
// close by, a crime in the same sentence or the next.
const (
	ageReach    = 40
	sexualReach = 300
)

var (
	ageBefore = regexp.MustCompile(`(?i)\b(\d{1,2})\s?-\s?(?:year|yr|month|week|day)s?\s?-\s?old\b[^.;]*$`)
	ageAfter  = regexp.MustCompile(`(?i)^\s?,?\s?\(?(?:aged?\s)?(\d{1,2})\s?(?:-\s?(?:year|month|week)s?\s?-\s?old)?\s?[,.;)]`)
	ageClause = regexp.MustCompile(`(?i)^\s?,\s(?:an?|the|who\s(?:is|was))\s(\d{1,2})\s?-?\s?(?:year|month)`)
)

// child says whether a report tells of a person as under age.
func child(text string, a *annals.Annotations, p *Person) bool {
	for _, s := range p.Spans {
		before, after := around(text, s, ageReach)
		for _, found := range [][]string{ageBefore.FindStringSubmatch(before), ageAfter.FindStringSubmatch(after), ageClause.FindStringSubmatch(after)} {
			if found != nil && young(found) {
				return true
			}
		}
	}
	if p.Entity <= 0 || int(p.Entity) > len(a.Entities) {
		return false
	}
	for _, ref := range a.Entities[p.Entity-1].Mentions {
		m := &a.Mentions[ref-1]
		if m.Form == annals.Nominal && cues["child"][fold(m.Head.In(text))] {
			return true
		}
	}
	return false
}

func young(found []string) bool {
	if strings.Contains(strings.ToLower(found[0]), "month") || strings.Contains(strings.ToLower(found[0]), "week") {
		return true
	}
	n, err := strconv.Atoi(found[1])
	return err == nil && n < ofAge
}

// sexual says whether a name stands near words of sexual violence. Who did it
// and who suffered it is not told apart.
func sexual(text string, spans []annals.Span) bool {
	for _, s := range spans {
		before, after := around(text, s, sexualReach)
		for _, w := range append(words(before), words(after)...) {
			if cues["sexual"][w.folded] {
				return true
			}
		}
	}
	return false
}

// around is what stands within reach before and after a span.
func around(text string, s annals.Span, reach int) (before, after string) {
	return text[max(0, s.Start-reach):s.Start], text[s.End:min(len(text), s.End+reach)]
}
