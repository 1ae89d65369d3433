package llm

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// root is the token of a span that hangs from outside it; the last of several.
func (j *judge) root(s annals.Span) int {
	first, last := j.d.Text.Covering(s.Start, s.End)
	best := text.None
	for i := first; i < last; i++ {
		if h := j.d.Text.Tokens[i].Head; (h < first || h >= last) && j.d.Text.Tokens[i].UPOS != text.PUNCT {
			best = i
		}
	}
	return best
}

// above are a token and those that govern it, nearest first.
func (j *judge) above(i int) []int {
	var out []int
	for ; i != text.None && len(out) <= len(j.d.Text.Tokens); i = j.d.Text.Tokens[i].Head {
		out = append(out, i)
	}
	return out
}

// path are the tokens that lead from one token to another, ends included; nil
// where nothing does.
func (j *judge) path(a, b int) []int {
	if a == text.None || b == text.None {
		return nil
	}
	place := map[int]int{}
	up := j.above(a)
	for n, i := range up {
		place[i] = n
	}
	var down []int
	for _, i := range j.above(b) {
		if n, met := place[i]; met {
			return append(append([]int{}, up[:n+1]...), down...)
		}
		down = append(down, i)
	}
	return nil
}

// first is the first of the words that a token is coordinated with: what is said
// of that one is said of all.
func (j *judge) first(i int) int {
	for i != text.None && j.d.Text.Tokens[i].Dep == "conj" {
		i = j.d.Text.Tokens[i].Head
	}
	return i
}

// sameSentence says that spans stand in one sentence.
func (j *judge) sameSentence(spans ...annals.Span) bool {
	for _, s := range spans {
		if at := j.d.Text.SentenceAt(s.Start); at != j.d.Text.SentenceAt(spans[0].Start) || at != j.d.Text.SentenceAt(s.End-1) {
			return false
		}
	}
	return true
}

// cue is the token in the words cited that can say what is proposed.
func (j *judge) cue(s annals.Span, what string) int {
	first, last := j.d.Text.Covering(s.Start, s.End)
	for i := first; i < last; i++ {
		if t := &j.d.Text.Tokens[i]; j.tables.cues[what][t.Lemma] || j.tables.cues[what][t.Norm] {
			return i
		}
	}
	return text.None
}

// token is the span of a token.
func (j *judge) token(i int) annals.Span {
	return annals.Span{Start: j.d.Text.Tokens[i].Start, End: j.d.Text.Tokens[i].End}
}

// happened says that the syntax around a word tells of it as a fact.
func (j *judge) happened(s annals.Span) bool {
	return j.standing.Standing(j.d, s) == annals.Happened
}
