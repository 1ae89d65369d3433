package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annals-project/annals/model/boundary"
)

// caselessShare is the share of capitals (or of small letters) among all
// letters from which on capitals say nothing about where a sentence starts.
const caselessShare = 0.995

// isCaseless says whether source is written in capitals or small letters only,
// but for a few; upper-case wire copy holds an occasional "McDONALD".
func isCaseless(source string) bool {
	upper, lower := 0, 0
	for _, r := range source {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return float64(max(upper, lower)) >= caselessShare*float64(upper+lower) || upper > 4*lower
}

// Paragraph is a run of tokens First ≤ i < Last that no paragraph break parts.
type Paragraph struct {
	First, Last int
	Units       []boundary.Token // the same tokens as the boundary model sees them
	Caseless    bool             // the whole source is in capitals, or in small letters
}

// Paragraphs groups the tokens of source.
func Paragraphs(source string, tokens []Token) []Paragraph {
	t := Text{Source: source, Tokens: tokens}
	wrapped, caseless := isWrapped(source), isCaseless(source)
	units := make([]boundary.Token, len(tokens))
	var out []Paragraph
	first := 0
	for i := range tokens {
		units[i] = boundary.Token{Form: t.Form(i), Space: t.space(i)}
		if i+1 == len(tokens) || breaksParagraph(t.gap(i+1), wrapped, t.Form(i)) {
			out = append(out, Paragraph{first, i + 1, units[first : i+1], caseless})
			first = i + 1
		}
	}
	return out
}

// split fills t.Sentences from t.Tokens.
func (t *Text) split(m *boundary.Model) {
	ends := make([]bool, len(t.Tokens))
	for number, p := range Paragraphs(t.Source, t.Tokens) {
		m.Split(p.Units, p.Caseless, ends[p.First:p.Last])
		for i := p.First; i < p.Last; i++ {
			ends[i] = ends[i] && !t.stopsTitle(i, p.Last) && !t.pointsNumber(i, p.Last)
		}
		t.addSentences(p.First, ends[p.First:p.Last], number)
	}
}

// stopsTitle says that token i is the full stop of a title that text set in tokens
// has parted from it: "Lt . Gerry". The paragraph ends before last.
func (t *Text) stopsTitle(i, last int) bool {
	if i == 0 || i+1 >= last || t.Form(i) != "." || t.gap(i) == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t.Form(i + 1))
	return words().titles[strings.ToLower(t.Form(i-1))] && unicode.IsUpper(first)
}

// pointsNumber says that token i is the decimal point of a number that text set in tokens has
// cut in three: "$ 27 . 5 million", "3 . 5 percent". The paragraph ends before last.
func (t *Text) pointsNumber(i, last int) bool {
	const decimals = 2
	if i == 0 || i+2 >= last || t.Form(i) != "." || t.gap(i) != " " || t.gap(i+1) != " " {
		return false
	}
	whole, part := t.Form(i-1), t.Form(i+1)
	if !isDigits(strings.TrimLeft(whole, "$£€")) || !isDigits(part) || len(part) > decimals {
		return false
	}
	sum := i > 1 && strings.ContainsAny(t.Form(i-2), "$£€") || strings.ContainsAny(whole, "$£€")
	return sum || words().scales[strings.ToLower(t.Form(i+2))]
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// gap is what stands between token i and the one before it.
func (t *Text) gap(i int) string {
	if i == 0 {
		return t.Source[:t.Tokens[0].Start]
	}
	return t.Source[t.Tokens[i-1].End:t.Tokens[i].Start]
}

func (t *Text) space(i int) boundary.Space {
	gap := t.gap(i)
	switch {
	case gap == "":
		return boundary.Glued
	case strings.Contains(gap, "  ") && !strings.Contains(gap, "\n"):
		return boundary.Wide
	}
	return boundary.Blank
}

// addSentences adds the sentences of a paragraph whose first token is first.
func (t *Text) addSentences(first int, ends []bool, paragraph int) {
	from, lone := first, len(t.Sentences)
	for i, end := range ends {
		if !end {
			continue
		}
		last := first + i + 1
		t.Sentences = append(t.Sentences, Sentence{Start: t.Tokens[from].Start, End: t.Tokens[last-1].End,
			First: from, Last: last, Paragraph: paragraph})
		from = last
	}
	last := &t.Sentences[len(t.Sentences)-1]
	last.Heading = len(t.Sentences) == lone+1 && t.isHeading(last) || t.isLabel(last)
}
