package claims

import (
	"slices"
	"strings"

	"github.com/annals-project/annals/text"
)

// label is what an editor set in brackets into a text: "[TEXT]", "[REPORTER]". Its
// words are tokens first ≤ i < last; open and close are the brackets.
type label struct {
	open, first, last, close int
}

// longestLabelled is how many words a label in brackets takes at most: "[INTERVIEW
// WITH …, COMMANDER OF …, BY …]".
const longestLabelled = 40

// findLabels lists the labels. What stands in brackets inside a quotation explains
// a word there and is none.
func (r *reading) findLabels() []label {
	var out []label
	for i := 0; i < len(r.t.Tokens); i++ {
		if r.t.Form(i) != "[" || r.quoted(i) {
			continue
		}
		end := r.next(i+1, min(i+longestLabelled, len(r.t.Tokens)), "]")
		if end == text.None || end == i+1 {
			continue
		}
		out = append(out, label{i, i + 1, end, end})
		i = end
	}
	return out
}

// opens says that a label stands where a sentence may start: other words in brackets
// explain the word before them.
func (r *reading) opens(l label) bool {
	if l.open == r.t.Sentences[r.t.SentenceOf(l.open)].First || r.dash(l.open-1) {
		return true
	}
	switch r.t.Tokens[l.open-1].Norm {
	case "]", ".", "?", "!", "...", "....":
		return true
	}
	return false
}

// holds says that a word of the label is of that sort.
func (r *reading) holds(l label, sort string) bool {
	for i := l.first; i < l.last; i++ {
		if r.isLabelWord(i, sort) {
			return true
		}
	}
	return false
}

// isLabelWord says that a token is a word of that sort, whatever the tagger makes
// of capitals.
func (r *reading) isLabelWord(i int, sort string) bool {
	t := &r.t.Tokens[i]
	return r.lexicon.labels[t.Lemma] == sort || r.lexicon.labels[t.Norm] == sort || r.lexicon.labels[strings.TrimSuffix(t.Norm, "s")] == sort
}

// names says that a label names somebody who speaks behind it: a part ("REPORTER")
// or a name that the text has elsewhere too. How he speaks may follow behind a
// comma: "[PONCE, INTERRUPTING]".
func (r *reading) names(l label) bool {
	if !r.opens(l) || r.notes(l) || r.holds(l, "issue") {
		return false
	}
	last := r.labelHead(l)
	if r.isLabelWord(last, "person") || r.lexicon.speakers[r.t.Tokens[last].Norm].kind != "" {
		return true
	}
	if u := r.t.Tokens[last].UPOS; u != text.PROPN && u != text.NOUN {
		return false
	}
	return slices.ContainsFunc(r.t.Tokens, func(t text.Token) bool {
		return t.Norm == r.t.Tokens[last].Norm && t.Start != r.t.Tokens[last].Start
	})
}

// notes says that a label is the editor's own.
func (r *reading) notes(l label) bool {
	return r.holds(l, "note") || r.holds(l, "dialogue") || r.holds(l, "own")
}

// isOwn says that whom a label names speaks for the outlet itself: a part ("REPORTER"),
// the author of the report that a label names before, or one who is called a reporter.
// What he tells is the report's own word.
func (r *reading) isOwn(l label) bool {
	head := r.labelHead(l)
	if r.isLabelWord(head, "person") {
		return true
	}
	for i := range r.t.Tokens {
		if r.t.Tokens[i].Norm != r.t.Tokens[head].Norm {
			continue
		}
		for k := max(0, i-nearLabel); k < i; k++ {
			closes := r.t.Form(k+1) == "]"
			if closes && r.isLabelWord(k, "own") {
				return true
			}
			if !closes && k >= i-nearAuthor && (r.isLabelWord(k, "person") || r.isLabelWord(k, "own") && r.t.Tokens[k+1].Norm == "by") {
				return true
			}
		}
	}
	return false
}

// nearAuthor is how many words before a name may tell that it is an author's, "our
// reporter, Ana Sosa"; nearLabel is that of a label, with another between them: "REPORT]
// [TEXT] [ANA SOSA".
const (
	nearAuthor = 5
	nearLabel  = 8
)

// labelHead is the last word of whom a label names: the one before its first comma.
func (r *reading) labelHead(l label) int {
	if comma := r.next(l.first+1, l.last, ","); comma != text.None {
		return comma - 1
	}
	return l.last - 1
}
