package claims

import (
	_ "embed"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

//go:embed medium.tsv
var mediumTable string

// mediumCases are the prepositions before a medium of each sort. An outlet is also the
// one that is told.
var mediumCases = map[string][]string{
	"text":   {"in", "via", "through", "by", "over", "during", "on"},
	"outlet": {"on", "via", "through", "over", "to", "with"},
	"ears":   {"to"},
}

// broadcasting are words that make a station, an agency or a page one of the news.
var broadcasting = map[string]bool{"radio": true, "television": true, "tv": true, "news": true, "press": true, "wire": true, "media": true,
	"broadcasting": true, "broadcast": true, "web": true, "internet": true, "facebook": true, "telegram": true, "twitter": true, "whatsapp": true,
	"propaganda": true}

// medium is the phrase for what a saying was said in, through or to: "its Haqq outlet",
// "an audio message", "a city radio station". It stands beside the cue or opens
// the sentence, outside what is said. The empty span where none does.
func (r *reading) medium(s *saying) annals.Span {
	if s.cue == text.None || s.way == continued {
		return annals.Span{}
	}
	var best annals.Span
	r.below(s, s.cue, 0, func(i int) {
		if best.Empty() {
			best = r.mediumAt(s, i)
		}
	})
	if !best.Empty() {
		return best
	}
	for i := r.t.Sentences[r.t.SentenceOf(s.cue)].First; i < s.cue; i++ {
		if i == s.source || r.isSaid(s, i) || r.ofOther(s, i) {
			continue
		}
		if best = r.mediumAt(s, i); !best.Empty() {
			return best
		}
	}
	if best = r.mediumNext(s); !best.Empty() {
		return best
	}
	return r.mediumBehind(s)
}

// mediumNext is the medium right behind the cue, wherever the parser hangs it: ", he said
// in a statement".
func (r *reading) mediumNext(s *saying) annals.Span {
	end := r.t.Sentences[r.t.SentenceOf(s.cue)].Last
	for i := s.cue + 1; i < end && r.t.Tokens[i].UPOS != text.PUNCT && r.t.Tokens[i].UPOS != text.VERB && !r.isSaid(s, i); i++ {
		if found := r.mediumAt(s, i); !found.Empty() {
			return found
		}
	}
	return annals.Span{}
}

// mediumBehind is the medium at the end of what is claimed or estimated, where syntax
// hangs it on the deed or the number: "claimed the attack through its outlet".
func (r *reading) mediumBehind(s *saying) annals.Span {
	if s.kind != annals.ClaimedResponsibility && s.kind != annals.Estimated || len(s.content) == 0 {
		return annals.Span{}
	}
	piece := s.content[len(s.content)-1]
	first, last := r.t.Covering(piece.Start, piece.End)
	for i := last - 1; i > first; i-- {
		at := r.t.Child(i, "case")
		if sort := r.mediumSort(i); sort == "" || r.quoted(i) || at == text.None || at > i || !slices.Contains(mediumCases[sort], r.t.Tokens[at].Norm) {
			continue
		}
		return r.trim(at+1, i+1)
	}
	return annals.Span{}
}

// ofOther says that a word stands behind the cue of another saying of the sentence: then
// it tells how that was said.
func (r *reading) ofOther(s *saying, i int) bool {
	for k := i; k >= r.t.Sentences[r.t.SentenceOf(s.cue)].First; k-- {
		if o := r.byCue[k]; o != nil && o != s {
			return true
		}
	}
	return false
}

// mediumAt is the phrase of the medium with head word i.
func (r *reading) mediumAt(s *saying, i int) annals.Span {
	sort := r.mediumSort(i)
	if sort == "" || r.quoted(i) {
		return annals.Span{}
	}
	t := &r.t.Tokens[i]
	told := t.Head == s.cue && (t.Dep == "obj" || t.Dep == "iobj") && sort != "text" && r.lexicon.verbs[r.t.Tokens[s.cue].Lemma].takes('d')
	at := r.t.Child(i, "case")
	if !told && (at == text.None || at > i || !slices.Contains(mediumCases[sort], r.t.Tokens[at].Norm)) {
		return annals.Span{}
	}
	first, last := r.t.Subtree(i)
	if !told {
		first = at + 1
	}
	return r.mediumSpan(s, first, last, i)
}

// mediumSort is the sort of a medium that a word heads: by the table, by a word of
// broadcasting in its name, or as a known outlet.
func (r *reading) mediumSort(i int) string {
	t := &r.t.Tokens[i]
	if t.UPOS != text.NOUN && t.UPOS != text.PROPN {
		return ""
	}
	sort := r.lexicon.medium[t.Lemma]
	if sort == "" {
		sort = r.lexicon.medium[t.Norm]
	}
	named := r.broadcasts(i)
	switch {
	case sort == "station" && named, t.UPOS == text.PROPN && (r.isOutlet(i) || named && r.named(r.entity(i))):
		return "outlet"
	case sort == "station":
		return ""
	}
	return sort
}

// broadcasts says that a word of broadcasting stands in the phrase of a head word, before it or as
// the first word of the name that it heads: "Radio Kala".
func (r *reading) broadcasts(i int) bool {
	first, last := r.t.Subtree(i)
	for k := first; k < last; k++ {
		if broadcasting[r.t.Tokens[k].Norm] && k != i && (r.t.Tokens[k].Head == i || r.t.Tokens[k].Head != text.None && r.t.Tokens[r.t.Tokens[k].Head].Head == i) && k-i <= 3 {
			return true
		}
	}
	return false
}

// mediumSpan is the phrase between two tokens up to the cue, the speaker, what is said, a
// comma or a day.
func (r *reading) mediumSpan(s *saying, first, last, head int) annals.Span {
	for k := head + 1; k < last; k++ {
		if k == s.cue || k == s.source || r.isSaid(s, k) || r.comma(k) || r.isTime(k) || r.t.Tokens[k].Norm == "to" && r.t.Tokens[k].UPOS == text.PART {
			last = k
		}
	}
	for last > head+1 && r.t.Tokens[last-1].UPOS == text.ADP {
		last--
	}
	if first > head || r.isSaid(s, head) {
		return annals.Span{}
	}
	return r.trim(first, last)
}
