package mask

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/annals-project/annals"
)

// Names are names to be covered. The zero value is empty and ready for use.
type Names struct {
	whole   map[string][][]string // a name's first word to the words of all names that begin so
	parts   map[string]bool       // words that betray a name by themselves
	scripts []string              // names in scripts without capitals and often without spaces
}

// shortestPart is the shortest word of a name that is covered wherever it
// stands with a capital; "al" and "bin" are no one's name alone.
const shortestPart = 3

// notNames are words that stand in names and name nobody.
var notNames = map[string]bool{"the": true, "and": true, "junior": true, "senior": true, "bin": true, "ibn": true, "abu": true, "umm": true,
	"van": true, "von": true, "der": true, "del": true, "las": true, "los": true, "mrs": true, "miss": true, "sir": true, "jrs": true}

// Add adds a name: the whole of it, and its words where parts says so.
func (n *Names) Add(name string, parts bool) {
	if n.whole == nil {
		n.whole, n.parts = map[string][][]string{}, map[string]bool{}
	}
	if caseless(strings.Join(strings.FieldsFunc(name, notLetter), "")) {
		n.scripts = append(n.scripts, strings.Fields(name)...)
		return
	}
	var folded []string
	for _, w := range words(name) {
		folded = append(folded, w.folded)
		if parts && w.upper && utf8.RuneCountInString(w.folded) >= shortestPart && !notNames[w.folded] && !called(w.folded) {
			n.parts[w.folded] = true
		}
	}
	if len(folded) > 1 && !slices.ContainsFunc(n.whole[folded[0]], func(known []string) bool { return slices.Equal(known, folded) }) {
		n.whole[folded[0]] = append(n.whole[folded[0]], folded)
	}
}

func notLetter(c rune) bool { return !letter(c) }

// Has says whether a text holds one of the names as a whole.
func (n *Names) Has(s string) bool { return len(n.findWhole(words(s))) > 0 }

// Empty says that no name was added.
func (n *Names) Empty() bool { return len(n.whole) == 0 && len(n.parts) == 0 && len(n.scripts) == 0 }

// Find gives the places where the names stand in a text: whole, in any case, or
// a word of one that is written as a name, spelt a little differently too; and
// addresses that hold one. What lies in open stays uncovered.
func (n *Names) Find(text string, open []annals.Span) []annals.Span {
	if n.Empty() {
		return nil
	}
	all := words(text)
	out := n.findWhole(all)
	out = append(out, n.findParts(text, all, open)...)
	out = append(out, n.findAlike(all, open)...)
	out = append(out, n.findAddresses(text)...)
	for _, s := range n.scripts {
		for from := 0; ; {
			i := strings.Index(text[from:], s)
			if i < 0 {
				break
			}
			out = append(out, annals.Span{Start: from + i, End: from + i + len(s)})
			from += i + len(s)
		}
	}
	return bridge(text, all, out)
}

// Cover covers the names in a text.
func (n *Names) Cover(text string) string { return Cover(text, n.Find(text, nil)) }

func (n *Names) findWhole(all []word) []annals.Span {
	var out []annals.Span
	for i := range all {
		for _, name := range n.whole[all[i].folded] {
			if len(name) <= len(all)-i && matches(name, all[i:], func(a, b string) bool { return a == b }) {
				out = append(out, annals.Span{Start: all[i].Start, End: all[i+len(name)-1].End})
			}
		}
	}
	return out
}

// farthest is how many bytes may lie between the words of one name, as in a slug
// or in a text cut into tokens.
const farthest = 4

func matches(name []string, all []word, alike func(a, b string) bool) bool {
	for i, w := range name {
		if !alike(all[i].folded, w) || i > 0 && all[i].Start-all[i-1].End > farthest {
			return false
		}
	}
	return true
}

// findAlike finds whole names of which every word may be misspelt, short ones too.
func (n *Names) findAlike(all []word, open []annals.Span) []annals.Span {
	if len(n.parts) == 0 {
		return nil
	}
	var out []annals.Span
	for i := range all {
		if !all[i].upper || within(all[i].Span, open) {
			continue
		}
		for _, begin := range n.whole {
			for _, name := range begin {
				if len(name) <= len(all)-i && matches(name, all[i:], oneSlip) {
					out = append(out, annals.Span{Start: all[i].Start, End: all[i+len(name)-1].End})
				}
			}
		}
	}
	return out
}

func (n *Names) findParts(text string, all []word, open []annals.Span) []annals.Span {
	var out []annals.Span
	slack := fuzzyLength
	if shouted(all) {
		slack = fuzzyShouted
	}
	for i := range all {
		w := &all[i]
		if within(w.Span, open) {
			continue
		}
		exact := n.parts[w.folded]
		switch {
		case exact && (w.upper || n.beside(all, i)):
		case !exact && w.upper && utf8.RuneCountInString(w.folded) >= slack && n.near(w.folded):
		default:
			continue
		}
		out = append(out, w.Span)
	}
	return out
}

// fuzzyShouted is how long a word must be to be taken for a misspelt name in a
// text in capitals, where every word looks like a name.
const fuzzyShouted = 8

// shouted says whether a text is written in capitals.
func shouted(all []word) bool {
	loud := 0
	for i := range all {
		if all[i].loud {
			loud++
		}
	}
	return 3*loud > 2*len(all)
}

// beside says whether the word before or after is a part of a name in lower case
// too: "raul palafox" is a name, "will" is not.
func (n *Names) beside(all []word, i int) bool {
	before := i > 0 && all[i].Start-all[i-1].End <= farthest && !all[i-1].upper && n.parts[all[i-1].folded]
	after := i+1 < len(all) && all[i+1].Start-all[i].End <= farthest && !all[i+1].upper && n.parts[all[i+1].folded]
	return before || after
}

func (n *Names) near(w string) bool {
	for p := range n.parts {
		if near(w, p) {
			return true
		}
	}
	return false
}

func within(s annals.Span, spans []annals.Span) bool {
	for _, o := range spans {
		if o.Contains(s) {
			return true
		}
	}
	return false
}

// bridge covers what stands between two covered words of one name: initials and
// particles.
func bridge(text string, all []word, spans []annals.Span) []annals.Span {
	covered := func(w *word) bool {
		for _, s := range spans {
			if s.Overlaps(w.Span) {
				return true
			}
		}
		return false
	}
	if len(spans) == 0 {
		return nil
	}
	out := spans
	for i := 1; i+1 < len(all); i++ {
		w := &all[i]
		if (initial(w) || particles[w.folded]) && w.Start-all[i-1].End <= farthest && all[i+1].Start-w.End <= farthest &&
			!covered(w) && covered(&all[i-1]) && covered(&all[i+1]) {
			out = append(out, w.Span)
		}
	}
	return out
}

// particles are the words in lower case that stand inside names.
var particles = map[string]bool{"de": true, "la": true, "del": true, "al": true, "el": true, "bin": true, "ibn": true, "ben": true, "van": true,
	"von": true, "der": true, "dos": true, "das": true, "di": true, "da": true, "du": true, "y": true, "e": true, "ul": true, "ud": true}

// initial says whether a word is one letter or two of a name.
func initial(w *word) bool { return w.upper && utf8.RuneCountInString(w.folded) <= 2 }

// called says whether a word is what people are called by, and no name.
func called(w string) bool {
	return offices[w] || cues["trade"][w] || cues["side"][w] || cues["rank"][w] || cues["kin"][w] || cues["title"][w] || cues["stop"][w]
}

// Betrays says whether a name of something else ends like one of the names: a
// foundation called after a family stays itself, a person whom the reader took
// for a firm does not.
func (n *Names) Betrays(name string) bool {
	w := words(name)
	if len(w) == 0 {
		return false
	}
	return n.ends(name) || n.near(w[len(w)-1].folded)
}

// ends says whether the last word of a name is exactly a word of one of the names.
func (n *Names) ends(name string) bool {
	w := words(name)
	return len(w) > 0 && n.parts[w[len(w)-1].folded]
}
