package claims

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// findLeading finds what the rules miss because the parser hung what is said
// elsewhere: a verb of saying with a subject, then words that make a clause.
func (r *reading) findLeading() {
	for i := range r.t.Tokens {
		t := &r.t.Tokens[i]
		c, ok := r.lexicon.verbs[t.Lemma]
		if !ok || r.byCue[i] != nil || r.tails[i] != nil || !c.takes('l') || t.UPOS != text.VERB || r.t.Child(i, "aux:pass") != text.None {
			continue
		}
		if s := r.leading(i, c); s != nil {
			r.byCue[i] = s
			r.sayings = append(r.sayings, s)
		}
	}
}

// leading is the saying of a verb that stands before what is said; nil when no
// clause follows it.
func (r *reading) leading(verb int, c cue) *saying {
	s := &saying{cue: verb, tail: text.None, source: r.t.Child(verb, "nsubj"), via: text.None, kind: c.kind, rule: "leading", way: byRule}
	if s.source == text.None {
		s.source = r.impliedSource(s)
	}
	if found, ok := r.subjectBefore(verb); ok && s.source == text.None {
		r.setSource(s, found)
	}
	if r.notSaid(s) {
		return nil
	}
	r.mendSource(s)
	if s.source == text.None || s.source > verb || r.nobody(s.source) || verb+1 >= len(r.t.Tokens) {
		return nil
	}
	first := r.reachFrom(s, text.None)
	if first >= r.t.Sentences[r.t.SentenceOf(verb)].Last || r.t.SentenceOf(first) != r.t.SentenceOf(verb) {
		return nil
	}
	last := r.reachTo(s, first)
	if !r.opensClauseAt(first) || !r.hasVerb(first, last) && r.opensQuoted(first) == nil {
		return nil
	}
	if quoted := r.opensQuoted(first); quoted != nil && r.endsLikeSpeech(quoted) {
		s.content = []annals.Span{quoted.Span}
		return s
	}
	if span := r.trim(first, last); !span.Empty() {
		s.content = []annals.Span{span}
		return s
	}
	return nil
}

// opensClauseAt says that a clause may start with token i: a conjunction of
// content, a noun phrase, a quotation.
func (r *reading) opensClauseAt(i int) bool {
	return r.t.Tokens[i].Norm == "that" || r.opensNoun(i) || r.opensQuoted(i) != nil
}
