package claims

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// announced is the saying of what a sentence announces before its colon: "issued
// the following statement: …", "informs the public of the following: 1. …",
// "Here is a ministry communiqué: …". It is nil where it announces nothing that
// is somebody's word.
func (r *reading) announced(sentence int) *saying {
	span := &r.t.Sentences[sentence]
	colon := r.next(span.First+1, span.Last, ":")
	if colon == text.None || r.quoted(colon) || colon+1 >= len(r.t.Tokens) {
		return nil
	}
	from := r.behindLabels(r.opening(span), colon)
	s := &saying{cue: text.None, tail: text.None, source: text.None, via: text.None, kind: annals.Said, rule: "announced", way: byRule}
	kind := r.issueBefore(from, colon)
	if following := r.followingBefore(from, colon); following != text.None {
		r.sayTheFollowing(s, following, kind)
	} else if kind != text.None {
		r.presentIssue(s, from, kind, colon)
	}
	if s.source == text.None || r.nobody(s.source) {
		return nil
	}
	if q := r.opensQuoted(colon + 1); q != nil {
		if r.overlapping(q) != nil {
			return nil
		}
		s.content, s.direct = []annals.Span{q.Span}, true
		return s
	}
	s.content = r.blocks(colon+1, r.announcedUntil(colon))
	return s
}

// behindLabels is the first token from first on that stands behind the editor's labels
// before a colon.
func (r *reading) behindLabels(first, colon int) int {
	for _, l := range r.labels {
		if l.open >= first && l.close < colon && r.opens(l) && r.notes(l) {
			first = l.close + 1
		}
	}
	return first
}

// issueBefore is the last word before a colon that tells of a text that is its
// issuer's word; None where there is none.
func (r *reading) issueBefore(first, colon int) int {
	for i := colon - 1; i >= first; i-- {
		if r.isLabelWord(i, "issue") {
			return i
		}
	}
	return text.None
}

// followingBefore is the "following" or "follows" before a colon, where it stands
// for what is said or for a text: not "the following provinces".
func (r *reading) followingBefore(first, colon int) int {
	for i := colon - 1; i > first; i-- {
		switch r.t.Tokens[i].Norm {
		case "follows":
			if r.t.Tokens[i-1].Norm == "as" {
				return i
			}
		case "following":
			if r.t.Tokens[i-1].Norm == "the" && r.standsForText(i, colon) {
				return i
			}
		}
	}
	return text.None
}

// standsForText says that no noun but one for a text stands behind "the following".
func (r *reading) standsForText(following, colon int) bool {
	for i := following + 1; i < colon; i++ {
		switch t := &r.t.Tokens[i]; {
		case r.isLabelWord(i, "issue"):
			return true
		case t.UPOS == text.NOUN || t.UPOS == text.PROPN:
			return r.t.Tokens[following+1].UPOS == text.ADP
		}
	}
	return true
}

// sayTheFollowing gives a saying the verb that governs "the following" and its
// subject. The verb is one of saying, or its object is a text.
func (r *reading) sayTheFollowing(s *saying, following, issue int) {
	for i := following - 1; i >= r.t.Sentences[r.t.SentenceOf(following)].First; i-- {
		t := &r.t.Tokens[i]
		if t.UPOS != text.VERB {
			continue
		}
		if _, says := r.lexicon.verbs[t.Lemma]; !says && issue < following && t.Lemma != "read" {
			return
		}
		s.cue, s.source = i, r.t.Child(i, "nsubj")
		if s.source == text.None {
			s.source = r.impliedSource(s)
		}
		if s.source != text.None && t.Lemma == "read" && r.t.Tokens[s.source].UPOS == text.PRON {
			s.source = text.None // one reads what another wrote
		}
		if s.source == text.None && text.DepIs(t.Dep, "acl") {
			s.source = t.Head // "The command issued …:", taken for a title
		}
		if found, ok := r.subjectBefore(i); ok && s.source == text.None {
			r.setSource(s, found)
		}
		return
	}
}

// presentIssue gives a saying the text that a sentence presents, "Here is a ministry
// communiqué", or that a line without a verb calls by its kind, with its issuer behind
// "by" where one is named.
func (r *reading) presentIssue(s *saying, first, issue, colon int) {
	if n := r.t.Tokens[first].Norm; r.hasVerb(first, colon) && n != "here" && n != "this" {
		return
	}
	s.cue = issue
	if by := r.next(issue+1, colon, "by"); by != text.None {
		r.setSource(s, run{by + 1, colon})
		return
	}
	from := issue
	for from > first && r.inPhrase(from-1) {
		from--
	}
	r.setSource(s, run{from, issue + 1})
}

// announcedUntil is the token behind what a colon announces. Texts with an editor's
// labels are printed whole and numbered points belong together; else it is the rest of
// the paragraph, or the next one where the colon ends its own.
func (r *reading) announcedUntil(colon int) int {
	end := len(r.t.Tokens)
	for _, l := range r.labels {
		if l.open > colon && r.names(l) {
			end = l.open
			break
		}
	}
	_, paragraph := r.paragraphOf(colon)
	if paragraph == colon+1 {
		_, paragraph = r.paragraphOf(colon + 1)
	}
	if len(r.labels) > 0 && r.t.Sentences[r.t.SentenceOf(colon)].Paragraph <= lastOpening {
		return end
	}
	return min(end, r.pointsUntil(paragraph))
}

// lastOpening is the last paragraph that may still open a report.
const lastOpening = 1

// pointsUntil is where the paragraphs that open with a number end, from the one that
// starts with token first on.
func (r *reading) pointsUntil(first int) int {
	for first < len(r.t.Tokens) && r.startsPoint(first) {
		_, first = r.paragraphOf(first)
	}
	return first
}

// startsPoint says that a token numbers a point: "2.".
func (r *reading) startsPoint(i int) bool {
	c := r.t.Form(i)[0]
	return '0' <= c && c <= '9'
}
