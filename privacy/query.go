package privacy

import (
	"strings"
	"unicode"

	"github.com/annals-project/annals"
)

// Query says whether a masked report holds all the phrases that somebody
// searched for, and where: what is covered is not found. A search that leaves
// out what Query does cannot be used to confirm a name that is not shown. Phrases
// are words in lower case that stand together; d must come from an account that
// Mask gave.
func Query(phrases [][]string, d *annals.Document) (spans []annals.Span, found bool) {
	title, text := runs(d.Title), runs(d.Text)
	for _, p := range phrases {
		at := places(p, text, d.Text)
		if len(at) == 0 && len(places(p, title, d.Title)) == 0 {
			return nil, false
		}
		spans = append(spans, at...)
	}
	return spans, len(phrases) > 0
}

// runs cuts a text as a search does: letters, marks and digits that stand
// together.
func runs(s string) []annals.Span {
	var out []annals.Span
	start := -1
	for i, c := range s + " " {
		in := unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c)
		if in && start < 0 {
			start = i
		} else if !in && start >= 0 {
			out = append(out, annals.Span{Start: start, End: i})
			start = -1
		}
	}
	return out
}

// places are where a phrase stands among the words of a text.
func places(phrase []string, all []annals.Span, text string) []annals.Span {
	var out []annals.Span
	for i := range all {
		if len(phrase) == 0 || len(phrase) > len(all)-i {
			break
		}
		stands := true
		for k, w := range phrase {
			stands = stands && strings.EqualFold(all[i+k].In(text), w)
		}
		if stands {
			out = append(out, annals.Span{Start: all[i].Start, End: all[i+len(phrase)-1].End})
		}
	}
	return out
}
