package record

import (
	"slices"
	"strings"
	"unicode"

	"github.com/annals-project/annals"
)

// Query is what is searched for: phrases of one word or more, in lower case.
// A report is found when it holds them all.
type Query [][]string

// ParseQuery cuts a query as typed into phrases. What stands in double quotes
// is one phrase; every other word is one by itself.
func ParseQuery(s string) Query {
	var q Query
	quotes := strings.NewReplacer("“", `"`, "”", `"`, "„", `"`)
	for i, stretch := range strings.Split(quotes.Replace(s), `"`) {
		words := Words(stretch)
		switch {
		case len(words) == 0:
		case i%2 == 1:
			q = append(q, words)
		default:
			for _, w := range words {
				q = append(q, []string{w})
			}
		}
	}
	return q
}

// Find gives the places in a text where phrases of the query stand, ascending.
func (q Query) Find(text string) []annals.Span {
	words := cut(text)
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = strings.ToLower(w.In(text))
	}
	var out []annals.Span
	for i := range words {
		for _, phrase := range q {
			if stands(phrase, lower[i:]) {
				out = append(out, annals.Span{Start: words[i].Start, End: words[i+len(phrase)-1].End})
				break
			}
		}
	}
	return out
}

func stands(phrase, words []string) bool {
	if len(phrase) > len(words) {
		return false
	}
	for i, w := range phrase {
		if words[i] != w {
			return false
		}
	}
	return true
}

// cut gives the runs of letters, marks and digits of a text.
func cut(text string) []annals.Span {
	var out []annals.Span
	start := -1
	for i, c := range text {
		switch inWord := unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c); {
		case inWord && start < 0:
			start = i
		case !inWord && start >= 0:
			out = append(out, annals.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, annals.Span{Start: start, End: len(text)})
	}
	return out
}

// HasPhrase says whether words of the query have to stand together.
func (q Query) HasPhrase() bool {
	return slices.ContainsFunc(q, func(phrase []string) bool { return len(phrase) > 1 })
}

// HeldBy says whether each phrase of the query stands in one of the texts.
func (q Query) HeldBy(texts ...string) bool {
	for _, phrase := range q {
		if !slices.ContainsFunc(texts, func(text string) bool { return len(Query{phrase}.Find(text)) > 0 }) {
			return false
		}
	}
	return true
}

// Words is the words of a text in their order, cut as those of a query are.
func Words(text string) []string {
	var out []string
	for _, w := range cut(text) {
		out = append(out, strings.ToLower(w.In(text)))
	}
	return out
}
