package claims

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// via is through whom a claim reached the report: who quoted it, and the outlet
// it was told to ("told Reuters", "speaking to CNN", "in an interview with").
func (r *reading) via(s *saying, speaker annals.Ref) []annals.Ref {
	var out []annals.Ref
	add := func(head int) {
		if head == text.None {
			return
		}
		if e := r.speaker(head, annals.Span{}); e != 0 && e != speaker && !contains(out, e) {
			out = append(out, e)
		}
	}
	add(s.via)
	for _, head := range r.outlets(s) {
		add(head)
	}
	return out
}

// outlets are the head words below the cue, and below a participle beside it,
// that name a news outlet.
func (r *reading) outlets(s *saying) []int {
	var out []int
	r.below(s, s.cue, 0, func(i int) {
		if r.isOutlet(i) {
			out = append(out, i)
		}
	})
	return append(out, r.outletsBefore(s)...)
}

// outletsBefore are the outlets in the words that open the sentence of a saying,
// before its speaker: "In an interview with …, the minister said".
func (r *reading) outletsBefore(s *saying) []int {
	if s.source == text.None || s.cue == text.None || s.source > s.cue {
		return nil
	}
	var out []int
	seen := false
	for i := r.t.Sentences[r.t.SentenceOf(s.cue)].First; i < s.source && !r.isSaid(s, i); i++ {
		t := &r.t.Tokens[i]
		seen = seen || media[t.Lemma] || t.Norm == "speaking" || t.Norm == "talking"
		if seen && r.isOutlet(i) && r.entity(i) != 0 {
			out = append(out, i)
		}
	}
	return out
}

// deepest is how far below a cue its circumstances stand: "in an interview with
// the paper on Monday".
const deepest = 4

// below calls each for every word below word i that is neither said nor names
// the speaker.
func (r *reading) below(s *saying, i, depth int, each func(int)) {
	if depth > deepest || i == text.None {
		return
	}
	for _, c := range r.t.Children(i) {
		k := int(c)
		if k == s.source || r.isSaid(s, k) {
			continue
		}
		each(k)
		r.below(s, k, depth+1, each)
	}
}

// isSaid says that a word is part of what is said.
func (r *reading) isSaid(s *saying, i int) bool {
	t := &r.t.Tokens[i]
	for _, c := range s.content {
		if c.Contains(annals.Span{Start: t.Start, End: t.End}) {
			return true
		}
	}
	return false
}

// isOutlet says that the phrase with this head word names a news outlet.
func (r *reading) isOutlet(i int) bool {
	if r.t.Tokens[i].UPOS != text.PROPN {
		return false
	}
	if m := r.view.Mention(i); m != 0 && r.lexicon.media[strings.TrimPrefix(strings.ToLower(r.d.Mentions[m-1].Text), "the ")] {
		return true
	}
	return r.lexicon.media[r.t.Tokens[i].Norm]
}

// timeIn is the time told in a phrase, "a March 1 statement"; 0 for none.
func (r *reading) timeIn(span annals.Span) annals.Ref {
	for k := range r.d.Times {
		if t := &r.d.Times[k]; t.Type != "DURATION" && span.Contains(t.Span) {
			return annals.Ref(k + 1)
		}
	}
	return 0
}

// timeOf is when it was said: a time below the cue and outside what is said.
func (r *reading) timeOf(s *saying) annals.Ref {
	if s.from != nil || len(r.d.Times) == 0 {
		return 0
	}
	found := annals.Ref(0)
	r.below(s, s.cue, 0, func(i int) {
		if found != 0 {
			return
		}
		t := &r.t.Tokens[i]
		for k := range r.d.Times {
			time := &r.d.Times[k]
			if time.Type != "DURATION" && time.Start <= t.Start && t.End <= time.End {
				found = annals.Ref(k + 1)
			}
		}
	})
	return found
}
