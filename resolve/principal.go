package resolve

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// principals finds for whom those speak whom a report calls a person's spokesman,
// publicist or representative: "her rep", "the actress's publicist", "Ada Quill's
// spokeswoman" are one, however a report calls whose they are. Where it gives no name
// it is the person of whom it tells most.
func (r *Resolution) principals(in int, voices map[string]*voice) {
	reading := r.Readings[in]
	text := reading.Document.Text
	for _, v := range voices {
		if v.actor < 0 {
			v.speakFor(reading, speakerIn(text, v.source))
		}
	}
	r.eachNamed(in, voices, func(v *voice, name annals.Span) {
		before := annals.Span{Start: max(0, name.Start-longestTitle), End: name.Start}
		if words := textWords(before.In(text)); len(words) > 0 && voiceWords()[words[len(words)-1].lower] == speakerWord {
			v.speakFor(reading, before.Start+words[len(words)-1].Start)
		}
	})
}

// speakerIn is where the first word for who speaks for another stands in a stretch; -1
// nowhere.
func speakerIn(text string, source annals.Span) int {
	for _, w := range textWords(source.In(text)) {
		if voiceWords()[singular(w.lower)] == speakerWord {
			return source.Start + w.Start
		}
	}
	return -1
}

// speakFor makes a spokesman, who is called so at a place, one of the person of whom
// the words before it tell.
func (v *voice) speakFor(reading *annals.Reading, at int) {
	if at < 0 || !v.speaks || v.head != spokesman {
		return
	}
	if whose := whoseBefore(reading.Document.Text, at); !whose.Empty() {
		if principal := principalOf(reading, whose, v.name); principal != "" {
			v.of = map[string]bool{principal: true}
		}
	}
}

// whoseBefore is the word that says whose what stands at a place is: "her", "actress"
// of "the actress's", with an adjective between them at most.
func whoseBefore(text string, at int) annals.Span {
	from := max(0, at-longestTitle)
	words := textWords(text[from:at])
	adjectives := 0
	for i := len(words) - 1; i >= 0 && adjectives <= mostAdjectives; i-- {
		w := annals.Span{Start: from + words[i].Start, End: from + words[i].End}
		behind := strings.ReplaceAll(text[w.End:at], " ", "")
		switch {
		case ofPrincipal[words[i].lower] || isGenitive(words[i].lower, behind):
			return w
		case strings.ContainsAny(behind, ",.;:\"“”"):
			return annals.Span{}
		case words[i].lower != "s":
			adjectives++
		}
	}
	return annals.Span{}
}

// mostAdjectives is how many adjectives may stand before "publicist".
const mostAdjectives = 1

// isGenitive says whether a word is one by what stands behind it, without blanks.
func isGenitive(word, behind string) bool {
	for _, mark := range []string{"'", "’"} {
		if strings.HasPrefix(behind, mark+"s") || strings.HasPrefix(behind, mark) && strings.HasSuffix(word, "s") {
			return true
		}
	}
	return false
}

// ofPrincipal are the words before "spokesman" for the person of whom a report tells.
var ofPrincipal = map[string]bool{"his": true, "her": true, "family": true}

// principalOf is the surname of the person whom a word means that says for whom
// somebody speaks; "" when it means none.
func principalOf(reading *annals.Reading, whose annals.Span, speaker string) string {
	word := strings.ToLower(whose.In(reading.Document.Text))
	at := slices.IndexFunc(reading.Mentions, func(m annals.Mention) bool { return m.Contains(whose) && m.Kind == annals.Person })
	switch {
	case ofPrincipal[word]:
		return surname(nameWords(mostTold(reading, speaker)))
	case at < 0:
		return ""
	case reading.Mentions[at].Form == annals.Name:
		return surname(nameWords(reading.Mentions[at].Text))
	}
	return surname(nameWords(mostTold(reading, speaker)))
}

// mostTold is the person whom a report names most often, but for one.
func mostTold(reading *annals.Reading, but string) string {
	best, most := "", 0
	for i := range reading.Entities {
		e := &reading.Entities[i]
		named := 0
		for _, m := range e.Mentions {
			if reading.Mentions[m-1].Form == annals.Name {
				named++
			}
		}
		if e.Kind == annals.Person && e.Name != but && named > most {
			best, most = e.Name, named
		}
	}
	return best
}
