package claims

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// rest is the clause that holds the cue, without the cue's own words.
func (r *reading) rest(s *saying, head int) []annals.Span {
	if head == text.None {
		return nil
	}
	if r.t.Tokens[s.cue].Dep != "case" && r.t.Tokens[s.cue].Dep != "fixed" {
		if mark := r.t.Child(s.cue, "mark"); mark != text.None {
			sentence := &r.t.Sentences[r.t.SentenceOf(s.cue)]
			comma := r.next(max(s.source, s.cue)+1, sentence.Last, ",")
			switch {
			case mark == sentence.First && comma != text.None:
				return r.after(r.pastApposition(comma))
			case !r.comma(mark - 1):
				return nil // "smoked as he talked" says nothing of what he said
			}
		}
		w := r.words(r.t.SentenceOf(head))
		r.subtree(w, head, true, text.None)
		r.subtree(w, s.cue, false, text.None)
		return r.pieces(w)
	}
	if comma := r.opensClause(s); comma != text.None {
		return r.after(comma)
	}
	return r.around(s)
}

// around is what stands before an "according to" in its sentence and, where the
// phrase only breaks it, after.
func (r *reading) around(s *saying) []annals.Span {
	sentence := &r.t.Sentences[r.t.SentenceOf(s.cue)]
	first := s.cue
	for _, c := range r.t.Children(s.cue) {
		first = min(first, int(c))
	}
	if t := &r.t.Tokens[s.cue]; t.Dep == "fixed" {
		first = min(first, t.Head)
	}
	source := r.sourceSpan(s.source, s.cue)
	_, last := r.t.Covering(source.Start, source.End)
	from := r.opening(sentence)
	if first <= from {
		return nil
	}
	before := r.trim(from, first)
	if before.Empty() {
		return nil
	}
	content := []annals.Span{before}
	if r.dash(first-1) && r.dash(last) || !r.hasVerb(from, first) && r.resumes(first, last, sentence.Last) {
		content = append(content, r.after(last)...)
	}
	return content
}

// dash says that token i is a dash that breaks a sentence.
func (r *reading) dash(i int) bool {
	if i < 0 || i >= len(r.t.Tokens) {
		return false
	}
	switch r.t.Form(i) {
	case "—", "–", "--", "―":
		return true
	}
	return false
}

// nextDash is the first dash after token i and before stop, in its sentence; None for none.
func (r *reading) nextDash(i, stop int) int {
	for end := min(stop, r.t.Sentences[r.t.SentenceOf(i)].Last); i < end; i++ {
		if r.dash(i) {
			return i
		}
	}
	return text.None
}

// betweenDashes is the speaker of an "according to" that stands between two dashes,
// whatever the parser ties to it behind them.
func (r *reading) betweenDashes(head, cue int) annals.Span {
	if cue == text.None || cue > head || r.t.Tokens[cue].Norm != "according" || !r.dash(cue-1) {
		return annals.Span{}
	}
	dash := r.nextDash(cue, len(r.t.Tokens))
	if dash == text.None {
		return annals.Span{}
	}
	return r.trim(cue+2, dash) // behind "according to"
}

// longestDateline is how many tokens a dateline takes at most: "LOS ANGELES,
// Feb. 2 (UPI) —".
const longestDateline = 16

// opening is where what a sentence says begins: behind a dateline and a word
// that ties it to the sentence before.
func (r *reading) opening(sentence *text.Sentence) int {
	first := sentence.First
	words := r.t.Source[sentence.Start:sentence.End]
	capitals := words == strings.ToUpper(words)
	for i := first + 1; i < min(first+longestDateline, sentence.Last-1); i++ {
		switch r.t.Form(i) {
		case "—", "–", "-", "--", "―":
			spaced := r.t.Tokens[i-1].End < r.t.Tokens[i].Start && r.t.Tokens[i].End < r.t.Tokens[i+1].Start
			if before := r.t.Form(i - 1); spaced && (before == ")" || !capitals && before == strings.ToUpper(before) && len(before) > 2) {
				first = i + 1
			}
		}
	}
	if t := &r.t.Tokens[first]; t.UPOS == text.CCONJ && first+1 < sentence.Last {
		first++
	}
	return first
}

// opensClause is the comma after the source of an "according to" that opens its
// sentence, however the parser ties the two; None when it does not open it. An
// apposition between two commas that tells what the speaker is belongs to the source.
func (r *reading) opensClause(s *saying) int {
	sentence := &r.t.Sentences[r.t.SentenceOf(s.cue)]
	first := s.cue
	if first > sentence.First && r.t.Tokens[first-1].Norm == "as" {
		first--
	}
	start := r.t.Form(first)
	if first > sentence.First && (start[0] < 'A' || start[0] > 'Z' || r.t.Tokens[first-1].UPOS != text.PUNCT) {
		return text.None
	}
	comma := r.next(s.source+1, sentence.Last, ",")
	if comma == text.None {
		return text.None
	}
	return r.pastApposition(comma)
}

// pastApposition is the comma behind which a sentence goes on: the one after the
// speaker or, where what stands behind that tells what the speaker is, the next.
func (r *reading) pastApposition(comma int) int {
	second := r.next(comma+1, r.t.Sentences[r.t.SentenceOf(comma)].Last, ",")
	if second == text.None {
		return comma
	}
	for i := comma + 1; i < second; i++ {
		if u := r.t.Tokens[i].UPOS; u == text.VERB || u == text.AUX {
			return comma
		}
	}
	for i := comma + 1; i < second; i++ {
		if r.lexicon.speakers[r.t.Tokens[i].Lemma].kind != "" {
			return second
		}
	}
	return comma
}
