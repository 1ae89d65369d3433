package resolve

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// calling is how a report calls a source by what it is: "the Surrey police",
// "her spokesman". The zero calling tells of nobody whom another report could
// have heard too.
type calling struct {
	head string          // "police", in the singular; spokesman for one who speaks for another
	sort string          // of the head
	of   map[string]bool // what narrows it: surrey

	byName   bool   // it is called by nothing but a name
	initials string // of the name: un for the United Nations
	acronym  string // the name, when it is initials
	speaks   bool   // it is one who speaks for another
}

// spokesman is the head of one who speaks for somebody or something without a
// word of the table: "a Waitrose spokeswoman", "a statement from Waitrose".
const spokesman = "spokesman"

// callingOf reads the words of a source, up to the first comma. Behind the word
// that says what it is only its name may stand: "government opponents" are not
// the government.
func callingOf(source string) calling {
	words := callingWords(beforeComma(source))
	before, after := cutAtPreposition(words)
	at := lastHead(before)
	if at < 0 {
		return nameCalling(words)
	}
	head := singular(before[at].lower)
	if and := slices.IndexFunc(before, isAnd); and >= 0 && (lastHead(before[:and]) >= 0 || head != before[at].lower) {
		return calling{} // two sources: "the police and the army", "the interior and health ministries"
	}
	c := calling{head: head, sort: voiceWords()[head], of: map[string]bool{}, initials: initialsOf(words)}
	for _, w := range append(before[:at:at], after...) {
		c.narrow(w.lower)
	}
	oneOfMany := indefinite[before[0].lower]
	switch {
	case c.sort == speakerWord:
		return c.spokenFor()
	case c.sort == workWord && citesWork(source):
		return calling{head: workWord, sort: bodyWord, of: c.of}
	case c.sort == rankWord:
		return c.ranked()
	case (oneOfMany || c.sort == someoneWord) && len(c.of) == 0:
		return calling{} // "an officer"
	case oneOfMany, c.sort == someoneWord, c.sort == officeWord && head != before[at].lower:
		c.sort = vagueWord // "a friend of the actress"; an office in the plural: several hold it
	case c.sort == workWord:
		c.sort = bodyWord // the Geological Survey
	case c.sort == forceWord:
		c.sort, c.speaks = bodyWord, true
	case c.sort == outletWord:
		return c.outletNamed(before)
	case c.sort == bodyWord, c.sort == anyWord, c.sort == vagueWord:
		return c.bodyNamed()
	}
	return c
}

// outletNamed makes an outlet with initials for a name one that goes by them
// alone: NNA for "the official NNA news agency".
func (c calling) outletNamed(words []callingWord) calling {
	c.sort = bodyWord
	for _, w := range words {
		if w.initials {
			return calling{head: spokesman, sort: officeWord, of: map[string]bool{w.lower: true}, byName: true, acronym: w.lower}
		}
	}
	return c
}

// beforeComma is a source up to the first aside.
func beforeComma(source string) string {
	if at := strings.IndexAny(source, ",("); at >= 0 {
		return source[:at]
	}
	return source
}

func isAnd(w callingWord) bool { return w.lower == "and" }

// nameCalling is how a body is called that goes by its name alone, as words with
// capitals: it speaks for itself. One word alone may be any name, unless it is
// initials.
func nameCalling(words []callingWord) calling {
	if slices.ContainsFunc(words, func(w callingWord) bool { return isAnd(w) || !w.name && !joiningWords[w.lower] }) {
		return calling{}
	}
	c := calling{head: spokesman, sort: officeWord, of: map[string]bool{}, byName: true, initials: initialsOf(words)}
	for _, w := range words {
		c.narrow(w.lower)
		if w.initials {
			c.acronym = w.lower
		}
	}
	switch {
	case len(c.of) > 1:
		c.acronym = ""
	case c.acronym == "":
		return calling{}
	}
	return c
}

// initialsOf are the initials of the words of a name; "" for fewer than two.
func initialsOf(words []callingWord) string {
	out, n := "", 0
	for _, w := range words {
		switch {
		case !w.name || joiningWords[w.lower]:
		case w.initials:
			out += w.lower // "UN Refugee Agency"
			n++
		default:
			out += string([]rune(w.lower)[:1])
			n++
		}
	}
	if n < 2 {
		return ""
	}
	return out
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
	"mr": true, "ms": true, "mrs": true, "country": true, "nation": true, "city": true, "town": true,
	"headquarters": true, "scene": true, "longtime": true, "family": true,
	"acting": true, "deputy": true, "assistant": true, "former": true}

// spokenFor is the body in whose name one speaks: the police for "a police
// spokesman".
func (c calling) spokenFor() calling {
	c.head, c.sort, c.speaks = spokesman, officeWord, true
	return c.bodyNamed()
}

// ranked is the body in which one has a rank, and speaks for: the police for "a
// police sergeant"; nobody for a rank alone.
func (c calling) ranked() calling {
	if c = c.bodyNamed(); c.sort != bodyWord {
		return calling{}
	}
	c.speaks = true
	return c
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
	if c.sort == bodyWord {
		maps.DeleteFunc(c.of, func(w string, _ bool) bool {
			return ofPerson[voiceWords()[singular(w)]] || slices.Index(bodies(), singular(w)) >= max(0, slices.Index(bodies(), c.head))
		})
	}
	return c
}

// ofPerson are the sorts of words for persons and what they say, which tell nothing
// of the body that they speak for: the navy of "Navy Chief Ada Quill".
var ofPerson = map[string]bool{officeWord: true, speakerWord: true, rankWord: true}

// bodies are the words for a body, the most telling first, as the table has them.
var bodies = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(voicesTable) {
		if word, sort, _ := strings.Cut(strings.TrimSpace(line), "\t"); sort == bodyWord || sort == forceWord {
			out = append(out, word)
		}
	}
	return out
})

// agrees says whether two callings may be of one source: what narrows one
// narrows the other too, or the other is not narrowed so far.
//
// Who speaks for nobody in particular is no body that goes by a name.
func (c *calling) agrees(o *calling) bool {
	if c.speaks != o.speaks && c.head == spokesman && (len(c.of) == 0 || len(o.of) == 0) {
		return false
	}
	return c.head == o.head && agree(c.of, o.of) || c.abbreviates(o) || o.abbreviates(c)
}

// heads says whether a calling is of an office at the head of another, a body, which
// has its word from it: the police chief of the police.
func (c *calling) heads(body *calling) bool {
	if c.sort != officeWord || body.sort != bodyWord || !c.of[body.head] {
		return false
	}
	which := maps.Clone(c.of)
	delete(which, body.head)
	return agree(which, body.of)
}

// tellingName is how many words that narrow a body tell which of all it is, whatever
// a report is about.
const tellingName = 2

// namedAlike says whether two callings name one body by so many words.
func (c *calling) namedAlike(o *calling) bool {
	return c.head == o.head && c.sort == bodyWord && agree(c.of, o.of) && min(len(c.of), len(o.of)) >= tellingName
}

// abbreviates says whether a calling is the initials of another's name, or those
// with its article.
func (c *calling) abbreviates(o *calling) bool {
	return c.acronym != "" && o.initials != "" && (c.acronym == o.initials || c.acronym == "t"+o.initials)
}

func agree(a, b map[string]bool) bool { return within(a, b) || within(b, a) }

func within(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] && !hasForm(b, w) {
			return false
		}
	}
	return true
}

// What two forms of a word have in common: Iran and Iranian, election and
// elections.
const (
	leastStem   = 4
	mostEndings = 3
)

// hasForm says whether another form of a word is among words.
func hasForm(words map[string]bool, word string) bool {
	for w := range words {
		n := 0
		for n < len(w) && n < len(word) && w[n] == word[n] {
			n++
		}
		if n >= leastStem && len(w)-n <= mostEndings && len(word)-n <= mostEndings {
			return true
		}
	}
	return false
}
