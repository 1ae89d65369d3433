package resolve

import (
	_ "embed"
	"maps"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed voices.tsv
var voicesTable string

//go:embed called.tsv
var calledTable string

// readAs gives the words for one that says no more than they do.
var readAs = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for short, long := range wordSorts(calledTable) {
		out[short] = strings.Fields(long)
	}
	return out
})

// Sorts of words by which a source without a name is called; see voices.tsv.
const (
	speakerWord = "speaker"
	officeWord  = "office"
	bodyWord    = "body"
	forceWord   = "force"
	vagueWord   = "vague"
	outletWord  = "outlet"
	workWord    = "work"
	titleWord   = "title"
	rankWord    = "rank"
	anyWord     = "any"
	someoneWord = "someone"
)

// voiceWords gives the sort of each word of the table that calls somebody.
var voiceWords = sync.OnceValue(func() map[string]string {
	out := wordSorts(voicesTable)
	maps.DeleteFunc(out, func(_, sort string) bool { return sort == titleWord })
	return out
})

// outletTitles are the words with which names of outlets end.
var outletTitles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for word, sort := range wordSorts(voicesTable) {
		if sort == titleWord {
			out[word] = true
		}
	}
	return out
})

// outletIn are the words of the name of an outlet among others: the Harbour Herald of
// "a report in the Harbour Herald"; nil when there is none.
func outletIn(words []callingWord) []callingWord {
	for i := len(words) - 1; i > 0; i-- {
		if !words[i].name || !outletTitles()[words[i].lower] {
			continue
		}
		from := i
		for from > 0 && words[from-1].name && !prepositions[words[from-1].lower] {
			from--
		}
		if words[from].lower == "the" {
			from++
		}
		if i > from {
			return words[from : i+1]
		}
	}
	return nil
}

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

// callingWord is a word of a source.
type callingWord struct {
	lower    string
	name     bool // written as one
	initials bool // written as initials
}

// dotted are initials with stops: "U.S.", set in tokens too.
var dotted = regexp.MustCompile(`\b\p{Lu}(?: ?\. ?\p{Lu})+ ?\.`)

// mostInitials is the length up to which capitals are initials, and no word of a
// text in capitals.
const mostInitials = 6

// callingWords are the words of a source; what stands in them for a genitive is
// left out.
func callingWords(source string) []callingWord {
	var out []callingWord
	source = dotted.ReplaceAllStringFunc(source, func(s string) string { return strings.NewReplacer(".", "", " ", "").Replace(s) })
	for _, w := range textWords(source) {
		if w.lower == "a" || len(w.lower) > 1 {
			first, _ := utf8.DecodeRuneInString(source[w.Start:])
			written := w.In(source)
			initials := len(written) <= mostInitials && isAcronym(written)
			if written == "Rep" { // one of a parliament, not who speaks for somebody
				w.lower = "congressman"
			}
			if others, known := readAs()[w.lower]; known {
				for _, w := range others {
					out = append(out, callingWord{lower: w, name: unicode.IsUpper(first)})
				}
				continue
			}
			out = append(out, callingWord{w.lower, unicode.IsUpper(first), initials})
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
