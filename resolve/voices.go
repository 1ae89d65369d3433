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

//go:embed voices.tsv
var voicesTable string

// Sorts of words by which a source without a name is called; see voices.tsv.
const (
	speakerWord = "speaker"
	officeWord  = "office"
	bodyWord    = "body"
	vagueWord   = "vague"
)

// voiceWords gives the sort of each word of the table.
var voiceWords = sync.OnceValue(func() map[string]string { return wordSorts(voicesTable) })

// wordSorts reads a table of words and their sorts.
func wordSorts(table string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(table) {
		if word, sort, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			out[word] = sort
		}
	}
	return out
}

// calling is how a report calls a source by what it is: "the Surrey police",
// "her spokesman". The zero calling tells of nobody whom another report could
// have heard too.
type calling struct {
	head string          // "police", in the singular; spokesman for one who speaks for another
	sort string          // of the head
	of   map[string]bool // what narrows it: surrey
}

// spokesman is the head of one who speaks for somebody or something without a
// word of the table: "a Waitrose spokeswoman", "a statement from Waitrose".
const spokesman = "spokesman"

// callingOf reads the words of a source, up to the first comma. Behind the word
// that says what it is only its name may stand: "government opponents" are not
// the government.
func callingOf(source string) calling {
	source, _, _ = strings.Cut(source, ",")
	words := callingWords(source)
	if len(words) == 0 || slices.ContainsFunc(words, func(w callingWord) bool { return w.lower == "and" }) {
		return calling{}
	}
	before, after := cutAtPreposition(words)
	at := lastHead(before)
	if at < 0 {
		return calling{}
	}
	head := singular(before[at].lower)
	c := calling{head: head, sort: voiceWords()[head], of: map[string]bool{}}
	for _, w := range append(before[:at:at], after...) {
		c.narrow(w.lower)
	}
	switch {
	case c.sort == speakerWord:
		return c.spokenFor()
	case indefinite[before[0].lower]:
		return calling{} // "an officer": one of many
	case c.sort == bodyWord:
		return c.bodyNamed()
	case c.sort == officeWord && head != before[at].lower:
		c.sort = vagueWord // several hold it
	}
	return c
}

// callingWord is a word of a source.
type callingWord struct {
	lower string
	name  bool // written as one
}

// callingWords are the words of a source; what stands in them for a genitive is
// left out.
func callingWords(source string) []callingWord {
	var out []callingWord
	for _, w := range textWords(source) {
		if w.lower == "a" || len(w.lower) > 1 {
			first, _ := utf8.DecodeRuneInString(source[w.Start:])
			out = append(out, callingWord{w.lower, unicode.IsUpper(first)})
		}
	}
	return out
}

// cutAtPreposition parts "a spokesman for the hospital" at "for".
func cutAtPreposition(words []callingWord) (before, after []callingWord) {
	for i, w := range words {
		if prepositions[w.lower] {
			return words[:i], words[i+1:]
		}
	}
	return words, nil
}

var prepositions = map[string]bool{"for": true, "of": true, "from": true, "by": true, "in": true, "at": true, "with": true, "on": true, "to": true}

var indefinite = map[string]bool{"a": true, "an": true, "another": true, "some": true, "one": true, "two": true, "three": true, "several": true,
	"many": true, "other": true, "any": true, "no": true, "every": true, "each": true, "both": true}

// lastHead is the place of the last word of the table that nothing but a name
// follows; -1 none.
func lastHead(words []callingWord) int {
	for i := len(words) - 1; i >= 0; i-- {
		if voiceWords()[singular(words[i].lower)] != "" {
			return i
		}
		if !words[i].name {
			break
		}
	}
	return -1
}

// singular is a word of the table for its plural; any other word is itself.
func singular(word string) string {
	for _, s := range []string{word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "es"), strings.TrimSuffix(word, "ies") + "y",
		strings.TrimSuffix(word, "men") + "man", strings.TrimSuffix(word, "women") + "woman"} {
		if voiceWords()[s] != "" {
			return s
		}
	}
	return word
}

// narrow adds a word that says whose or which.
func (c *calling) narrow(word string) {
	if !joiningWords[word] && !indefinite[word] && !tellsNothing[word] && !prepositions[word] {
		c.of[word] = true
	}
}

// tellsNothing are words beside a source that do not say which it is.
var tellsNothing = map[string]bool{"his": true, "her": true, "their": true, "its": true, "our": true, "my": true, "local": true, "senior": true, "top": true,
	"official": true, "officials": true, "unnamed": true, "anonymous": true, "same": true, "that": true, "this": true, "those": true, "these": true,
	"who": true, "which": true, "also": true, "earlier": true, "meanwhile": true, "press": true, "news": true, "written": true, "joint": true, "brief": true,
	"mr": true, "ms": true, "mrs": true, "acting": true, "deputy": true, "assistant": true, "former": true}

// spokenFor is the body in whose name one speaks: the police for "a police
// spokesman".
func (c calling) spokenFor() calling {
	c.head, c.sort = spokesman, officeWord
	return c.bodyNamed()
}

// bodyNamed makes the most telling body among the words the head: the police
// for "the police department".
func (c calling) bodyNamed() calling {
	best, bestRank := "", len(bodies())
	if c.sort == bodyWord {
		best, bestRank = c.head, slices.Index(bodies(), c.head)
	}
	for w := range c.of {
		if rank := slices.Index(bodies(), singular(w)); rank >= 0 && rank < bestRank {
			best, bestRank = w, rank
		}
	}
	if best != "" && best != c.head {
		delete(c.of, best)
		c.head, c.sort = singular(best), bodyWord
	}
	return c
}

// bodies are the words for a body, the most telling first, as the table has them.
var bodies = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(voicesTable) {
		if word, sort, _ := strings.Cut(strings.TrimSpace(line), "\t"); sort == bodyWord {
			out = append(out, word)
		}
	}
	return out
})

// agrees says whether two callings may be of one source: what narrows one
// narrows the other too, or the other is not narrowed so far.
func (c *calling) agrees(o *calling) bool {
	return c.head == o.head && (within(c.of, o.of) || within(o.of, c.of))
}

func within(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}

// voice is a source as one report has it: all that it says there.
type voice struct {
	calling
	reading    int
	points     bool       // it is only pointed to: "the report", "he"
	key        string     // of the origin that it is by itself
	actor      int        // index into Actors when it has a name; -1
	name       string     // of that actor
	person     bool       // it is one
	lead       []string   // the rare words with which its report begins
	sentences  [][]string // the rare words of each sentence that it says
	statements []StatementKey
	passages   []Passage // the sentences that name it as their source
}

// heard is all the rare words of what a voice says and of how its report begins.
func (v *voice) heard() []string {
	return sortedSet(append(slices.Concat(v.sentences...), v.lead...))
}

// rareWord is the rarity from which a word tells what a sentence is about: what
// fewer than one report in twenty uses.
const rareWord = 3

// rareWords are the words of a sentence that tell what it is about, sorted.
func rareWords(sentence string) []string {
	var out []string
	for _, w := range textWords(sentence) {
		if rarity(w.lower) >= rareWord {
			out = append(out, w.lower)
		}
	}
	return sortedSet(out)
}

func sortedSet(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// leadSentences is how many sentences of a report tell what it is about.
const leadSentences = 5

// leadWords are the rare words of a report's first sentences.
func leadWords(reading *annals.Reading) []string {
	var out []string
	for _, s := range reading.Sentences[:min(leadSentences, len(reading.Sentences))] {
		out = append(out, rareWords(s.In(reading.Document.Text))...)
	}
	return sortedSet(out)
}

// named is the actor that the words of a source name, and whether it is a
// person; -1 none. The speaker that the reader found comes first, unless the
// words speak of one of many without its name: "a friend of the actress" is not
// the actress.
func (r *Resolution) named(k EntityKey, source annals.Span) (actor int, person bool) {
	reading := r.Readings[k.Reading]
	words := callingWords(source.In(reading.Document.Text))
	actor = -1
	if k.Entity != 0 {
		actor = r.Actor(k)
	}
	if actor >= 0 && len(words) > 0 && indefinite[words[0].lower] && !r.calledIn(actor, words) {
		actor = -1
	}
	if actor >= 0 && r.Actors[actor].Kind == annals.Person {
		return actor, true
	}
	source = titled(reading.Document.Text, source)
	for i := range reading.Mentions {
		m := &reading.Mentions[i]
		if m.Form == annals.Name && m.Kind == annals.Person && m.Overlaps(source) && m.Entity != 0 {
			if a := r.Actor(EntityKey{k.Reading, m.Entity}); a >= 0 {
				return a, true
			}
		}
	}
	return actor, false
}

// titled is a source with the name that follows a title: "Police Chief" before
// "Maria Gomez".
func titled(text string, source annals.Span) annals.Span {
	c := callingOf(source.In(text))
	if c.sort == officeWord && source.End < len(text) && text[source.End] == ' ' {
		source.End += 2
	}
	return source
}

// calledIn says whether a name of an actor stands in the words.
func (r *Resolution) calledIn(actor int, words []callingWord) bool {
	have := spaced(words)
	return slices.ContainsFunc(r.Actors[actor].Names, func(n ActorName) bool { return strings.Contains(have, spaced(callingWords(n.Name))) })
}

func spaced(words []callingWord) string {
	out := " "
	for _, w := range words {
		out += w.lower + " "
	}
	return out
}
