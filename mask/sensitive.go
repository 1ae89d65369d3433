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

// harmReach is how far after a name the word for what befell its bearer stands,
// in bytes; harmBefore how far before it.
const (
	harmReach  = 70
	harmBefore = 20
)

// harmedInWords says whether the words right after a name, up to the end of the
// sentence or a word of saying, or right before it, tell of harm. It is for those
// whom no event was read to harm: "Captain Reed and his aide died at the scene".
func harmedInWords(text string, spans []annals.Span) bool {
	for _, s := range spans {
		_, after := around(text, s, harmReach)
		if i := strings.IndexAny(after, ".;\n\""); i >= 0 {
			after = after[:i]
		}
		for _, w := range words(after) {
			if cues["speech"][w.folded] {
				break
			}
			if cues["harm"][w.folded] {
				return true
			}
		}
		before, _ := around(text, s, harmBefore)
		if all := words(before); len(all) > 0 && cues["harm"][all[len(all)-1].folded] {
			return true
		}
	}
	return false
}
