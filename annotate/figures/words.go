package figures

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/events"
	"github.com/annals-project/annals/text"
)

// reading is one document while its figures are read.
type reading struct {
	d *annotate.Document
	t *text.Text
	*Reader

	norms []string // by token, lower case
	words []*entry // by token; never nil

	caseless bool // capitals say nothing in this text

	quantities []*quantity // in the order of the text
	at         []*quantity // by token: the quantity whose number or noun phrase holds it
	timed      []bool      // by token: a date or time of day

	plain *events.Plain // made when first asked for

	counting Counting // of totals
	overTime bool     // figures over a longer time may be totals: the report has no others
}

var unknown = &entry{}

func newReading(d *annotate.Document, x *Reader) *reading {
	t := d.Text
	r := &reading{d: d, t: t, Reader: x,
		norms: make([]string, len(t.Tokens)), words: make([]*entry, len(t.Tokens)),
		at: make([]*quantity, len(t.Tokens)), timed: make([]bool, len(t.Tokens))}
	for i := range t.Tokens {
		norm := t.Tokens[i].Norm
		if norm == "" {
			norm = strings.ToLower(t.Form(i))
		}
		if t.Form(i) == "US" {
			norm = "u.s." // not the pronoun
		}
		r.norms[i] = norm
		if r.words[i] = x.lex[norm]; r.words[i] == nil {
			r.words[i] = unknown
		}
	}
	for i := range t.Tokens {
		if t.Tokens[i].UPOS == text.ADJ && r.words[i].unit == timeUnit && r.describes(i) {
			r.words[i] = unknown
		}
	}
	r.caseless = caseless(t.Source)
	for i := range d.Times {
		if typ := d.Times[i].Type; typ == "DURATION" || typ == "SET" {
			continue
		}
		first, last := t.Covering(d.Times[i].Start, d.Times[i].End)
		for j := first; j < last; j++ {
			r.timed[j] = true
		}
	}
	return r
}

// describes says that an adjective that may be a unit of time stands before a noun:
// the "local" of "two local reporters", but not of "at 1900 local time".
func (r *reading) describes(i int) bool {
	next := r.pos(i + 1)
	return (next == text.NOUN || next == text.ADJ || next == text.PROPN) && r.norm(i+1) != "time" && !r.is(i, ordinal) && !r.unitWord(i+1)
}

// caseless says that a text is in capitals but for a few letters.
func caseless(s string) bool {
	upper, lower := 0, 0
	for _, c := range s {
		if unicode.IsUpper(c) {
			upper++
		} else if unicode.IsLower(c) {
			lower++
		}
	}
	return upper > 4*lower // running text has some thirty small letters to a capital
}

// is says whether token i, which may lie outside the text, is of a class.
func (r *reading) is(i int, c classes) bool {
	return i >= 0 && i < len(r.words) && r.words[i].classes&c != 0
}

// norm is token i in lower case; "" outside the text.
func (r *reading) norm(i int) string {
	if i < 0 || i >= len(r.norms) {
		return ""
	}
	return r.norms[i]
}

// follows says whether the tokens from i on are the words of p, of one
// sentence; a hyphen between them is passed over. next is the token after.
func (r *reading) follows(i int, p phrase) (next int, ok bool) {
	for _, w := range p {
		if r.norm(i) == "-" && r.glued(i) {
			i++
		}
		if r.norm(i) != w {
			return 0, false
		}
		i++
	}
	return i, true
}

// glued says that no space stands before token i.
func (r *reading) glued(i int) bool {
	return i > 0 && i < len(r.t.Tokens) && r.t.Tokens[i].Start == r.t.Tokens[i-1].End
}

// sentence is the tokens first ≤ i < last of the sentence of token i.
func (r *reading) sentence(i int) (first, last int) {
	s := r.t.Sentences[r.t.SentenceOf(i)]
	return s.First, s.Last
}

// span is the bytes of tokens first ≤ i < last.
func (r *reading) span(first, last int) annals.Span {
	start, end := r.t.Bytes(first, last)
	return annals.Span{Start: start, End: end}
}

// pos is the tag of token i, Untagged outside the text.
func (r *reading) pos(i int) text.UPOS {
	if i < 0 || i >= len(r.t.Tokens) {
		return text.Untagged
	}
	return r.t.Tokens[i].UPOS
}

// capital says that token i starts with a capital that says something.
func (r *reading) capital(i int) bool {
	if r.caseless || i < 0 || i >= len(r.t.Tokens) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.t.Source[r.t.Tokens[i].Start:])
	return unicode.IsUpper(c)
}

// isWord says that token i is made of letters.
func (r *reading) isWord(i int) bool {
	if i < 0 || i >= len(r.t.Tokens) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.norms[i])
	return unicode.IsLetter(c)
}

// trigger is the longest trigger that starts at token i, and the token after it.
func (r *reading) trigger(i int) (trigger, int, bool) {
	if i < 0 || i >= len(r.words) {
		return trigger{}, 0, false
	}
	for _, t := range r.words[i].triggers {
		if next, ok := r.follows(i+1, t.rest); ok && r.hasNeeds(t, next) {
			return t, next, true
		}
	}
	return trigger{}, 0, false
}

// hasNeeds says that the word a trigger needs after it comes soon after token i.
func (r *reading) hasNeeds(t trigger, i int) bool {
	class := t.kind.needs()
	if class == 0 {
		return true
	}
	for j := i; j < i+t.kind.reach() && j < len(r.words); j++ {
		if r.is(j, class) {
			return true
		}
		if n := r.norm(j); n == "." || n == ";" {
			return false
		}
	}
	return false
}

// singular is a noun without its plural ending, as data/nouns.tsv has it.
func (r *reading) singular(i int) string {
	w := r.norm(i)
	if strings.HasSuffix(w, "species") || strings.HasSuffix(w, "series") {
		return w
	}
	if stem, es := strings.CutSuffix(w, "es"); es && r.pos(i) != text.PROPN && r.lex[stem] != nil && r.lex[stem].sort != "" && r.lex[stem+"e"] == nil {
		return stem // "buses"
	}
	for _, c := range [...]struct{ end, with string }{{"women", "woman"}, {"men", "man"}, {"children", "child"},
		{"people", "person"}, {"persons", "person"}, {"ies", "y"}, {"ches", "ch"}, {"shes", "sh"}, {"sses", "ss"}, {"xes", "x"}, {"us", "us"}, {"is", "is"}, {"s", ""}} {
		if strings.HasSuffix(w, c.end) && len(w) > len(c.end)+1 && !strings.HasSuffix(w, "ss") || w == c.end && c.with != "" {
			return strings.TrimSuffix(w, c.end) + c.with
		}
	}
	return w
}

// sortOf is the sort of thing the noun at token i names.
func (r *reading) sortOf(i int) nounSort {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	e := r.words[i]
	if e.classes&(people|force) != 0 || len(e.traits) > 0 && len(e.traits[len(e.traits)-1].rest) == 0 {
		return person
	}
	if r.ofPeople(i) {
		return person
	}
	if e.sort != "" {
		return e.sort
	}
	word := r.singular(i)
	if e := r.lex[word]; e != nil {
		return e.sort
	}
	if at := strings.LastIndexByte(word, '-'); at >= 0 && r.lex[word[at+1:]] != nil {
		return r.lex[word[at+1:]].sort // "co-pilot", "ex-soldier"
	}
	return ""
}

// ofPeople says that token i heads the name of a people in the plural: "170
// Afghans", "two Hazaras".
func (r *reading) ofPeople(i int) bool {
	return r.isPlural(i) && r.namesNation(i)
}

// namesNation says that the word at token i, in capitals, is a mention of a people:
// "Afghans", "an Afghan".
func (r *reading) namesNation(i int) bool {
	if !r.capital(i) {
		return false
	}
	for k := range r.d.Mentions {
		if m := &r.d.Mentions[k]; m.Kind == annals.Population && m.Head.Start == r.t.Tokens[i].Start {
			return true
		}
	}
	return false
}

// isPlural says that the noun at token i names more than one.
func (r *reading) isPlural(i int) bool {
	if i >= 0 && i < len(r.t.Tokens) && strings.Contains(r.t.Tokens[i].Feats, "Number=Plur") {
		return true
	}
	w := r.norm(i)
	return r.is(i, collective|people) && w != "person" || len(w) > 2 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") ||
		strings.HasSuffix(w, "men") || w == "children" || w == "militia"
}
