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
		if !ok || r.byCue[i] != nil || r.tails[i] != nil || !c.takes('l') && !r.thatFollows(i, c) || t.UPOS != text.VERB || r.t.Child(i, "aux:pass") != text.None {
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
		s.source = r.t.Child(verb, "expl") // "it", taken for an empty subject
	}
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
	until := last
	if semicolon := r.next(first, last, ";"); semicolon != text.None {
		until = semicolon
	}
	relative := r.relativeBefore(s.source) && r.opensPredicate(first)
	if relative {
		last = r.clauseUntil(first, r.t.Sentences[r.t.SentenceOf(verb)].Last)
		until = last
	}
	if !relative && !r.opensClauseAt(first) || !r.hasVerb(first, until) && r.opensQuoted(first) == nil {
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

// relativeBefore says that a relative pronoun stands right before the speaker: what he
// says is the rest of its clause then, "a flaw that the firm says has been mended".
func (r *reading) relativeBefore(source int) bool {
	phrase := r.sourceSpan(source, text.None)
	first, _ := r.t.Covering(phrase.Start, phrase.End)
	if first < 2 || r.t.SentenceOf(first-2) != r.t.SentenceOf(source) {
		return false
	}
	switch r.t.Tokens[first-1].Norm {
	case "that", "which", "who":
		antecedent := r.t.Tokens[first-2].UPOS
		return antecedent == text.NOUN || antecedent == text.PROPN || r.comma(first-2)
	}
	return false
}

// opensPredicate says that a finite verb starts with token i, or an adverb before one.
func (r *reading) opensPredicate(i int) bool {
	if r.t.Tokens[i].UPOS == text.ADV && i+1 < len(r.t.Tokens) {
		i++
	}
	return r.hasVerb(i, i+1)
}

// clauseUntil is the first comma or semicolon from token first on, else end.
func (r *reading) clauseUntil(first, end int) int {
	for i := first; i < end; i++ {
		if r.comma(i) || r.t.Tokens[i].Norm == ";" {
			return i
		}
	}
	return end
}

// thatFollows says that "that" begins what is said right behind a finite verb of saying
// and when it was said: "announced this afternoon that …".
func (r *reading) thatFollows(verb int, c cue) bool {
	if !c.takes('c') || c.kind != annals.Said && !c.takes('q') || !r.hasVerb(verb, verb+1) {
		return false
	}
	s := &saying{cue: verb, tail: text.None, source: text.None}
	first := r.reachFrom(s, text.None)
	return first+1 < len(r.t.Tokens) && r.t.Tokens[first].Norm == "that" && r.t.Tokens[first].XPOS == "IN"
}

// opensClauseAt says that a clause may start with token i: a conjunction of
// content, a noun phrase, a quotation.
func (r *reading) opensClauseAt(i int) bool {
	return r.t.Tokens[i].Norm == "that" || r.opensNoun(i) || r.opensQuoted(i) != nil
}
