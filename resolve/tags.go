package resolve

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

//go:embed tags.tsv
var tagsTable string

// Sorts of words in tags.tsv; see there.
const (
	sayingWord  = "saying"
	tellingWord = "telling"
	actWord     = "act"
	citingWord  = "citing"
	quotingWord = "quoting"
)

// tagWords gives the sort of each word of the table.
var tagWords = sync.OnceValue(func() map[string]string { return wordSorts(tagsTable) })

// tag is one from whom a sentence says that it has what it tells, as the words
// beside each other show: the reader's claims rest on syntax, which long titles
// and appositions lead astray.
type tag struct {
	source  annals.Span
	speaker annals.Ref // 0 for one without a name
}

// same says whether two tags are of one source.
func (t tag) same(o tag) bool {
	return t.source.Overlaps(o.source) || t.speaker != 0 && t.speaker == o.speaker
}

// How far from a word of saying its speaker stands at most: a title or an
// apposition may part them.
const (
	wordsToName   = 9
	wordsToClause = 20 // "Ada Quill, who has run the brigade for ten years, said"
	wordsToBody   = 2  // "the police have also said"
	wordsToBy     = 3  // "was described as deliberate by"
)

// auxiliary are words between a speaker and a word of saying: "the mayor has also
// said", "the ministry on Monday said".
var auxiliary = map[string]bool{"on": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true,
	"sunday": true, "today": true, "yesterday": true, "late": true, "early": true, "has": true, "have": true, "had": true, "is": true, "are": true, "was": true, "were": true, "also": true,
	"later": true, "then": true, "now": true, "earlier": true, "been": true}

// tagged is a sentence with its words and the names among them.
type tagged struct {
	text  string
	words []word
	names []*annals.Mention
}

// tagsIn lists whom the words of a sentence name as its sources.
func tagsIn(reading *annals.Reading, sentence annals.Span) []tag {
	s := tagged{text: reading.Document.Text}
	for _, w := range textWords(sentence.In(s.text)) {
		w.Start, w.End = w.Start+sentence.Start, w.End+sentence.Start
		s.words = append(s.words, w)
	}
	if !slices.ContainsFunc(s.words, func(w word) bool { return tagWords()[w.lower] != "" }) {
		return nil
	}
	for i := range reading.Mentions {
		if m := &reading.Mentions[i]; m.Form == annals.Name && m.Entity != 0 && sentence.Contains(m.Span) {
			s.names = append(s.names, m)
		}
	}
	var out []tag
	add := func(t tag, ok bool) {
		if ok && !slices.ContainsFunc(out, t.same) {
			out = append(out, t)
		}
	}
	for i := range s.words {
		add(s.tagAt(i))
		add(s.agencyTold(i))
	}
	return out
}

// tagAt is whom a word of the table names as a source; false when it names nobody.
func (s *tagged) tagAt(i int) (tag, bool) {
	sort := tagWords()[s.words[i].lower]
	switch {
	case sort == actWord:
		return s.body(i)
	case sort == quotingWord:
		return s.ahead(i + 1)
	case sort == citingWord && i+1 < len(s.words) && passing[s.words[i+1].lower]:
		return s.ahead(i + 2)
	case sort == sayingWord && i > 0 && passive[s.words[i-1].lower] && !strings.HasSuffix(s.words[i].lower, "ing"), sort == sayingWord && i+1 < len(s.words) && s.words[i+1].lower == "by":
		if by := s.by(i); by > 0 {
			return s.ahead(by + 1)
		}
	case sort == sayingWord, sort == tellingWord:
		if t, ok := s.behind(i); ok || sort == tellingWord || i == 0 || strings.TrimSpace(s.gap(i-1)) == "" {
			return t, ok
		}
		return s.ahead(i + 1)
	}
	return tag{}, false
}

// agencyTold is the agency or outlet to which somebody told what a sentence tells:
// those who have it from there have it from both. It is known by its initials or
// by what it is called.
func (s *tagged) agencyTold(i int) (tag, bool) {
	at := i + 1
	switch sort := tagWords()[s.words[i].lower]; {
	case sort == sayingWord && at < len(s.words) && s.words[at].lower == "to": // "confirmed to the Harbour Herald"
		at++
	case sort != tellingWord:
		return tag{}, false
	}
	t, ok := s.ahead(at)
	if !ok {
		return tag{}, false
	}
	words := callingWords(t.source.In(s.text))
	known := slices.ContainsFunc(words, func(w callingWord) bool { return w.initials || voiceWords()[w.lower] == outletWord })
	return t, known || outletIn(words) != nil
}

// passing are the words between one of citing and who is cited.
var passing = map[string]bool{"to": true, "from": true, "by": true}

// passive are words behind which one of saying tells what is said of its subject.
var passive = map[string]bool{"been": true, "was": true, "were": true, "is": true, "are": true, "being": true}

// by is the place of a "by" close behind a word; 0 none.
func (s *tagged) by(i int) int {
	for at := i + 1; at < len(s.words) && at <= i+wordsToBy; at++ {
		if s.words[at].lower == "by" {
			return at
		}
	}
	return 0
}

// gap is what stands between a word and the next.
func (s *tagged) gap(i int) string {
	return annals.Span{Start: s.words[i].End, End: s.words[i+1].Start}.In(s.text)
}

// name is the name that ends with a word; nil when none does.
func (s *tagged) name(i int) *annals.Mention {
	for _, m := range s.names {
		if m.Contains(s.words[i].Span) && (i+1 == len(s.words) || !m.Contains(s.words[i+1].Span)) {
			return m
		}
	}
	return nil
}

// behind is who stands before a word: a name next to it or parted from it by an
// aside, a body or office, or somebody told of before.
func (s *tagged) behind(i int) (tag, bool) {
	if i == 0 || strings.ContainsAny(s.gap(i-1), stops) {
		return tag{}, false
	}
	if strings.ContainsAny(s.gap(i-1), ",)") {
		return s.beforeAside(i)
	}
	for at := i - 1; at >= 0 && !strings.ContainsAny(s.gap(at), stops+","); at-- {
		if m := s.name(at); m != nil {
			return s.phraseOf(m, at), true
		}
		if w := s.words[at]; persons[w.lower] || w.lower == ofThing {
			return tag{source: w.Span}, true
		} else if !auxiliary[w.lower] {
			break
		}
	}
	return s.body(i)
}

// stops are the marks across which no word tells who speaks.
const stops = ";:\"“”`?!"

// beforeAside is who stands before an aside that ends at a word: Ada Quill in
// "Ada Quill, of the Harbour brigade, said", "Ada Quill (Harbour) said". A person
// in the aside itself is the one it is about: "the mayor, Ada Quill, said".
func (s *tagged) beforeAside(i int) (tag, bool) {
	other, found := tag{}, false
	clause := false
	for at := i - 1; at >= 0 && at >= i-wordsToClause; at-- {
		gap := s.gap(at)
		if strings.ContainsAny(gap, stops) {
			break
		}
		clause = clause || opensClause[s.words[at].lower]
		m := s.name(at)
		if m == nil || i-at > wordsToName && !clause || strings.TrimSpace(gap) == "" { // an aside parts it from what follows
			continue
		}
		if m.Kind == annals.Person {
			return tag{m.Span, m.Entity}, true
		}
		if !found && (at == i-1 || m.Kind != annals.PlaceKind) {
			other, found = tag{m.Span, m.Entity}, true
		}
	}
	return other, found
}

var opensClause = map[string]bool{"who": true, "whose": true, "which": true}

// phraseOf is a name with the words that it narrows: "a message from the election
// commission of Marrin" for Marrin.
func (s *tagged) phraseOf(m *annals.Mention, at int) tag {
	first := at
	for first > 0 && m.Contains(s.words[first-1].Span) {
		first--
	}
	if first > 0 && prepositions[s.words[first-1].lower] {
		if whole := s.upTo(at); callingOf(whole.In(s.text)).head != "" {
			return tag{whole, m.Entity}
		}
	}
	return tag{m.Span, m.Entity}
}

// body is a body or office without a name right before a word.
func (s *tagged) body(i int) (tag, bool) {
	for at := i - 1; at >= 0 && at >= i-1-wordsToBody && strings.TrimSpace(s.gap(at)) == ""; at-- {
		if voiceWords()[singular(s.words[at].lower)] != "" {
			return tag{source: s.upTo(at)}, true
		}
		if whole := s.upTo(at); len(callingWords(whole.In(s.text))) > 1 && callingOf(whole.In(s.text)).head != "" {
			return tag{source: whole}, true // "a friend of the actress said"
		}
		if !auxiliary[s.words[at].lower] {
			break
		}
	}
	return tag{}, false
}

// upTo are the words that end with one and may call a source together.
func (s *tagged) upTo(at int) annals.Span {
	from := at
	for from > 0 && strings.TrimSpace(s.gap(from-1)) == "" && s.callsWith(from-1) {
		from--
	}
	return annals.Span{Start: s.words[from].Start, End: s.words[at].End}
}

// callsWith says whether a word may be of those that call a source.
func (s *tagged) callsWith(i int) bool {
	w := s.words[i].lower
	return s.capital(i) || joiningWords[w] || prepositions[w] || voiceWords()[singular(w)] != ""
}

// ahead is who stands from a word on: the first name behind words of a title, or
// a body or office with what narrows it.
func (s *tagged) ahead(i int) (tag, bool) {
	calls := -1
	for at := i; at < len(s.words) && at < i+wordsToName; at++ {
		if at > i && strings.ContainsAny(s.gap(at-1), ";:\"“”`?!") {
			break
		}
		if m := s.name(at); m != nil && (m.Kind == annals.Person || !s.goesOn(at)) {
			return tag{m.Span, m.Entity}, true
		}
		w := s.words[at].lower
		title := voiceWords()[singular(w)] != ""
		if title {
			calls = at
		}
		if prepositions[w] && !joiningWords[w] || indefinite[w] && at > i || pointing[w] || auxiliary[w] || tagWords()[w] != "" && !s.goesOn(at) {
			break
		}
	}
	if calls < 0 {
		return tag{}, false
	}
	return tag{source: annals.Span{Start: s.words[i].Start, End: s.words[calls].End}}, true
}

// goesOn says whether a title or another name follows a word: "Harbour Police".
func (s *tagged) goesOn(i int) bool {
	return i+1 < len(s.words) && strings.TrimSpace(s.gap(i)) == "" && (s.capital(i+1) || voiceWords()[singular(s.words[i+1].lower)] != "")
}

func (s *tagged) capital(i int) bool {
	first, _ := utf8.DecodeRuneInString(s.text[s.words[i].Start:])
	return unicode.IsUpper(first)
}
