package claims

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// reach is what a verb of saying that precedes its content says: what stands
// from behind the verb and its circumstances to where the clause of the verb
// ends. The order of the words holds where parsers err: they hang the first noun
// of what is said on the verb as often as on its own predicate.
func (r *reading) reach(s *saying, head int) []annals.Span {
	if quoted := r.opensQuoted(s.last() + 1); quoted != nil && r.endsLikeSpeech(quoted) {
		return []annals.Span{quoted.Span}
	}
	first := r.reachFrom(s, head)
	if quoted := r.opensQuoted(first); quoted != nil && r.endsLikeSpeech(quoted) {
		return []annals.Span{quoted.Span}
	}
	if quoted := r.quotedBehind(first); quoted != nil {
		return []annals.Span{quoted.Span}
	}
	if span := r.trim(first, r.reachTo(s, first)); !span.Empty() {
		return []annals.Span{span}
	}
	return nil
}

// longestManner is how many words tell at most how something was said before the
// comma or dash behind which it is quoted: "in a low and trembling voice".
const longestManner = 10

// quotedBehind is the quotation that a comma, colon or dash parts from words from
// token first on that make no clause; nil when there is none.
func (r *reading) quotedBehind(first int) *quotation.Quotation {
	for i := first; i < min(first+longestManner, len(r.t.Tokens)-1); i++ {
		t := &r.t.Tokens[i]
		switch {
		case t.Norm == ",", t.Norm == ":", dashes[r.t.Form(i)]:
			if quoted := r.opensQuoted(i + 1); quoted != nil && r.endsLikeSpeech(quoted) {
				return quoted
			}
		case t.UPOS == text.PUNCT, t.UPOS == text.VERB && t.XPOS != "VBG" && t.XPOS != "VBN", t.UPOS == text.AUX, t.Norm == "that":
			return nil
		}
	}
	return nil
}

// last is the last word of the cue.
func (s *saying) last() int { return max(s.cue, s.tail) }

// opensQuoted is the quotation that starts with token i, past a comma or colon.
func (r *reading) opensQuoted(i int) *quotation.Quotation {
	if i >= len(r.t.Tokens) {
		return nil
	}
	if n := r.t.Tokens[i].Norm; (n == "," || n == ":") && i+1 < len(r.t.Tokens) {
		i++
	}
	for k := range r.quotations {
		if r.quotations[k].Start == r.t.Tokens[i].Start {
			return &r.quotations[k]
		}
	}
	return nil
}

// reachFrom is the first token of what is said: its conjunction, else the first
// word after the verb that is no circumstance of the saying.
func (r *reading) reachFrom(s *saying, head int) int {
	low := r.t.Sentences[r.t.SentenceOf(s.cue)].Last
	if head != text.None {
		low, _ = r.t.Subtree(head)
		low = max(low, s.last()+1)
		if m := r.t.Child(head, "mark"); m > s.last() && r.t.Tokens[m].Norm == "that" {
			return m
		}
	}
	i := s.last() + 1
	if that := r.thatBehind(s); that != text.None {
		return that
	}
	for i < low {
		end := r.circumstanceAt(s, i)
		if end == i {
			break
		}
		i = end
	}
	return min(i, low)
}

// thatBehind is the "that" by which what is said begins behind a circumstance of
// the saying, wherever the parser hangs the clause: "said in a history of the war
// that …", "told the radio that …". It is None where no such word stands before the
// next verb, or where a verb follows it: then it tells more of the noun before it.
func (r *reading) thatBehind(s *saying) int {
	first := s.last() + 1
	end := r.t.Sentences[r.t.SentenceOf(s.cue)].Last
	if first >= end || r.t.Tokens[first].UPOS != text.ADP && !r.lexicon.verbs[r.t.Tokens[s.cue].Lemma].takes('d') {
		return text.None
	}
	for i := first; i+1 < end; i++ {
		switch t := &r.t.Tokens[i]; {
		case t.Norm == "that" && (t.XPOS == "IN" || t.XPOS == "WDT"):
			switch r.t.Tokens[i+1].UPOS {
			case text.VERB, text.AUX, text.ADV:
				return text.None
			}
			return i
		case t.UPOS == text.VERB, t.UPOS == text.AUX, t.UPOS == text.PUNCT && t.Norm != "-", t.UPOS == text.SCONJ:
			return text.None
		}
	}
	return text.None
}

// media are the nouns of what something is said in, on or through.
var media = map[string]bool{"statement": true, "interview": true, "speech": true, "tweet": true, "email": true, "e-mail": true, "letter": true,
	"report": true, "post": true, "broadcast": true, "briefing": true, "conference": true, "message": true, "video": true, "memo": true,
	"communiqué": true, "communique": true, "bulletin": true, "release": true, "telephone": true, "phone": true, "radio": true, "television": true,
	"address": true, "call": true, "article": true, "interviews": true, "testimony": true}

// longestTime is how many words tell at most, between a verb of saying and what is
// said, when it was said: "on Monday evening", "late last week".
const longestTime = 4

// circumstanceAt is the end of the circumstance of saying that starts with token
// i: an adverb, when it was said, whom it was told to, what it was said in. It
// is i when none does.
func (r *reading) circumstanceAt(s *saying, i int) int {
	t := &r.t.Tokens[i]
	if t.Norm == "," || t.Norm == ":" {
		return i + 1
	}
	for _, c := range r.t.Children(s.cue) {
		first, last := r.t.Subtree(int(c))
		if first != i || last <= i {
			continue
		}
		if that := r.next(i, last, "that"); that != text.None && r.t.Tokens[that].Dep == "mark" && r.t.Tokens[that].Head >= last {
			last = that
		}
		if r.isTime(int(c)) && last-first <= longestTime {
			return last
		}
		switch child := &r.t.Tokens[c]; child.Dep {
		case "advmod", "compound:prt", "obl:tmod", "obl:unmarked":
			return last
		case "obj", "iobj":
			if r.lexicon.verbs[r.t.Tokens[s.cue].Lemma].takes('d') {
				return last
			}
		case "obl":
			if media[child.Lemma] || r.isTime(int(c)) || r.lexicon.speakers[child.Lemma].kind != "" {
				return last
			}
		}
	}
	return i
}

// isTime says that a word is the head of a time that the reader found, or a day.
func (r *reading) isTime(i int) bool {
	t := &r.t.Tokens[i]
	for k := range r.d.Times {
		if r.d.Times[k].Start <= t.Start && t.End <= r.d.Times[k].End {
			return true
		}
	}
	return weekdays[t.Norm]
}

var weekdays = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// reachTo is where the clause of the verb of saying ends, or what goes on in it
// with another act of the speaker.
func (r *reading) reachTo(s *saying, first int) int {
	sentence := &r.t.Sentences[r.t.SentenceOf(s.cue)]
	end := sentence.Last
	if !r.main(s.cue) {
		_, end = r.t.Subtree(s.cue)
	}
	for _, c := range r.t.Children(s.cue) {
		if int(c) <= first || !r.goesOn(int(c)) {
			continue
		}
		from, _ := r.t.Subtree(int(c))
		if from > first {
			end = min(end, from)
		}
	}
	for end > first+1 && r.t.Tokens[end-1].UPOS == text.CCONJ {
		end--
	}
	return r.untilOthers(first, r.untilAttributed(first, end))
}

// main says that a verb is the main verb of its sentence, or is coordinated or
// strung with it.
func (r *reading) main(i int) bool {
	for {
		t := &r.t.Tokens[i]
		if t.Head == text.None {
			return true
		}
		if t.Dep != "conj" && t.Dep != "parataxis" {
			return false
		}
		i = t.Head
	}
}

// quoted says that a token stands inside a quotation.
func (r *reading) quoted(i int) bool {
	t := &r.t.Tokens[i]
	return slices.ContainsFunc(r.quotations, func(q quotation.Quotation) bool { return q.Start < t.Start && t.End <= q.End })
}

// phrase is the object of a preposition that belongs to the cue, and what
// follows it in the clause: "warned of …".
func (r *reading) phrase(s *saying, head int) []annals.Span {
	if head == text.None || s.tail == text.None || head < s.tail {
		return nil
	}
	_, last := r.t.Subtree(head)
	for _, c := range r.t.Children(s.cue) {
		if m := r.t.Child(int(c), "mark"); int(c) > head && m != text.None && r.t.Tokens[m].Norm == "to" {
			_, end := r.t.Subtree(int(c))
			last = max(last, end)
		}
	}
	for i := s.tail + 2; i < last; i++ {
		if r.opensAside(i) {
			last = i
		}
	}
	if span := r.trim(s.tail+1, last); !span.Empty() {
		return []annals.Span{span}
	}
	return nil
}
