package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/model/chain"
	"github.com/annals-project/annals/model/names/corpus"
	"github.com/annals-project/annals/text"
)

// readIntroduced takes names that the report writes out beside their short
// form: "the Central Relief Bureau (CRB)", "CRB [CENTRAL RELIEF BUREAU]". The
// letters say where the long form begins; where they are of another language,
// its capitals do.
func (r *reading) readIntroduced(found []chain.Span) {
	for i := range r.t.Tokens {
		if form := r.t.Form(i); form != "(" && form != "[" {
			continue
		}
		s := &r.t.Sentences[r.t.SentenceOf(i)]
		if i > s.First && i+1 < s.Last {
			r.introduced(i, s, found)
		}
	}
}

// introduced reads the bracket that token i opens.
func (r *reading) introduced(i int, s *text.Sentence, found []chain.Span) {
	if end := r.shortForm(i+1, s.Last); end > i+1 && r.closed(end, s.Last) {
		if first := r.longForm(s.First, i, r.letters(i+1, end)); first < i {
			r.takeBoth(chain.Span{First: first, Last: i}, chain.Span{First: i + 1, Last: end}, found)
		}
		return
	}
	if end := r.closing(i+1, s.Last); end > i+2 && r.shortForm(i-1, i) == i {
		if first := r.longForm(i+1, end, r.letters(i-1, i)); first == i+1 {
			r.takeBoth(chain.Span{First: first, Last: end}, chain.Span{First: i - 1, Last: i}, found)
		}
	}
}

// takeBoth takes a long and a short form as names of one sort, unless they are
// of a country, a thing or a person's office.
func (r *reading) takeBoth(long, short chain.Span, found []chain.Span) {
	kind, ok := r.introducedType(long, found)
	if !ok || !r.free(long.First, long.Last) || !r.free(short.First, short.Last) {
		return
	}
	for _, n := range []chain.Span{long, short} {
		n.Type, n.Score = kind, listedMargin
		r.take(n)
	}
}

// introducedType is the type of a long form: a body's by its noun, else what
// the model has for a name in it.
func (r *reading) introducedType(long chain.Span, found []chain.Span) (kind int, ok bool) {
	if n, _, _ := r.lexicon.Country(r.t, long.First, long.Last); n == long.Last-long.First {
		return 0, false
	}
	head := r.headOf(long.First, long.Last)
	if _, body := bodies[r.t.Tokens[head].Norm]; body {
		return corpus.Organisation, true
	}
	if c := r.class(head); c != 0 && !people(c) {
		return 0, false
	}
	kind = corpus.Other
	for _, f := range found {
		if f.First >= long.First && f.Last <= long.Last && f.Type == corpus.Organisation {
			kind = corpus.Organisation
		}
	}
	return kind, true
}

// Bounds of a short form: letters it has, and tokens, as a hyphen may part it.
const (
	fewestLetters = 2
	mostLetters   = 10
	mostParts     = 3
)

// shortForm is where the short form that starts at token i ends; i when none does.
func (r *reading) shortForm(i, last int) int {
	end := i
	for end < last && end-i < mostParts && (r.written(end) || end > i && r.t.Form(end) == "-") {
		end++
	}
	letters, upper := 0, 0
	for _, c := range r.span(i, end) {
		if unicode.IsLetter(c) {
			letters++
		}
		if unicode.IsUpper(c) {
			upper++
		}
	}
	if letters < fewestLetters || letters > mostLetters || upper == 0 || upper == 1 && end > i+1 {
		return i
	}
	return end
}

// written says whether token i is a word of letters and digits that begins with
// a capital.
func (r *reading) written(i int) bool {
	form := r.t.Form(i)
	first, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(first) && !strings.ContainsFunc(form, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// closed says whether a bracket or a mark that goes on with further names ends
// the short form at token i.
func (r *reading) closed(i, last int) bool {
	if i >= last {
		return false
	}
	switch r.t.Tokens[i].Norm {
	case ")", "]", ",", ";", "/", "or", "-rrb-", "-rsb-":
		return true
	}
	return false
}

// closing is the bracket that closes what starts at i; i when none does.
func (r *reading) closing(i, last int) int {
	for at := i; at < last; at++ {
		if form := r.t.Form(at); form == ")" || form == "]" {
			return at
		}
	}
	return i
}

func (r *reading) span(first, last int) string {
	if first >= last {
		return ""
	}
	start, end := r.t.Bytes(first, last)
	return r.t.Source[start:end]
}

// letters are those of a short form in small ones, without the "s" of a plural.
func (r *reading) letters(first, last int) string {
	s := r.span(first, last)
	if strings.HasSuffix(s, "s") && capitals(strings.TrimSuffix(s, "s")) {
		s = strings.TrimSuffix(s, "s")
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

// longForm is where the long form that ends before token end begins: end when
// there is none.
func (r *reading) longForm(from, end int, letters string) int {
	start := r.runStart(from, end)
	best, skipped := end, 0
	for i := end - 1; i >= start; i-- {
		if r.small(i) {
			continue
		}
		if n, ok := spells(r.wordsOf(i, end), letters); ok && (best == end || n < skipped) {
			best, skipped = i, n
		}
	}
	if best < end {
		return best
	}
	return r.otherLanguage(start, end, letters)
}

// longestForm is how many tokens a long form has at most.
const longestForm = 14

// runStart is where the words that may belong to a name end before token end
// going back: words with capitals, small words between them, and one noun
// without a capital at the very end ("the Relief Support mission").
func (r *reading) runStart(from, end int) int {
	start := end
	for i := end - 1; i >= max(from, end-longestForm); i-- {
		switch {
		case r.nameWord(i), i == end-1 && r.t.Tokens[i].UPOS == text.NOUN:
			start = i
		case i < end-1 && r.small(i):
		default:
			return start
		}
	}
	return start
}

// nameWord says whether token i may be a word of a name: it has a capital, and
// where all have, it is a noun or adjective.
func (r *reading) nameWord(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.t.Form(i))
	if !unicode.IsUpper(first) {
		return false
	}
	if !r.inCapitals(i) {
		return true
	}
	switch r.t.Tokens[i].UPOS {
	case text.NOUN, text.PROPN, text.ADJ:
		return true
	}
	return text.DepIs(r.t.Tokens[i].Dep, "amod")
}

// inCapitals says whether the sentence of token i is written in capitals
// throughout, so that they tell no name.
func (r *reading) inCapitals(i int) bool {
	s := &r.t.Sentences[r.t.SentenceOf(i)]
	return capitals(r.t.Source[s.Start:s.End])
}

// small says whether token i is one of the words that join a name's others.
func (r *reading) small(i int) bool { return smallWords[r.t.Tokens[i].Norm] }

var smallWords = map[string]bool{"of": true, "the": true, "for": true, "in": true, "and": true, "on": true, "to": true, "against": true, "with": true,
	"&": true, "-": true, "'s": true, "’s": true, "'": true, "’": true, "de": true, "la": true, "las": true, "los": true, "le": true, "les": true, "del": true, "du": true,
	"des": true, "da": true, "do": true, "dos": true, "et": true, "y": true, "e": true, "al": true, "el": true, "i": true, "wal": true, "fi": true}
