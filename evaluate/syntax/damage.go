package syntax

import (
	"strings"

	"github.com/annals-project/annals/model/treebank"
)

// damages are the ways in which text is worsened before it is read, by name.
var damages = []struct {
	name  string
	apply Damage
}{
	{"", mapped(func(s string) string { return s })},
	{"in capitals", mapped(strings.ToUpper)},
	{"in small letters", mapped(strings.ToLower)},
	{"without punctuation", withoutMarks},
	{"with curly quotes", curly},
}

func mapped(change func(string) string) Damage {
	return func(words []treebank.Word) []string {
		out := make([]string, len(words))
		for i, w := range words {
			out[i] = change(w.Form)
		}
		return out
	}
}

// withoutMarks leaves out punctuation that governs nothing.
func withoutMarks(words []treebank.Word) []string {
	governs := make([]bool, len(words))
	for _, w := range words {
		if w.Head >= 0 {
			governs[w.Head] = true
		}
	}
	out := make([]string, len(words))
	for i, w := range words {
		if w.UPOS != "PUNCT" || governs[i] || w.Head < 0 {
			out[i] = w.Form
		}
	}
	return out
}

// curly sets typographic quotes: opening where a quotation mark is the first,
// third and so on of the sentence.
func curly(words []treebank.Word) []string {
	out := make([]string, len(words))
	open := false
	for i, w := range words {
		switch {
		case w.Form == `"` || w.Form == "''" || w.Form == "``":
			if open = !open; open {
				out[i] = "“"
			} else {
				out[i] = "”"
			}
		default:
			out[i] = strings.ReplaceAll(w.Form, "'", "’")
		}
	}
	return out
}
