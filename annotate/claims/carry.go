package claims

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

// connectives are sentence openers by which a report goes on with what a
// document it cites says.
var connectives = map[string]bool{"however": true, "moreover": true, "furthermore": true, "further": true,
	"additionally": true, "also": true, "nevertheless": true, "nonetheless": true}

// documents are the things that are cited and go on speaking.
var documents = map[string]bool{"report": true, "study": true, "survey": true, "assessment": true, "document": true, "paper": true, "memo": true}

// carry gives speech that has no cue of its own to whoever spoke before it: a
// quotation that goes on, a sentence that follows a cited report with a
// connective, a passive ("is assessed to") after a cited report.
func (r *reading) carry() {
	var carried []*saying
	for i := range r.quotations {
		q := &r.quotations[i]
		if q.Words < leastWords || r.overlapping(q) != nil {
			continue
		}
		if from := r.speakerBefore(q, carried); from != nil {
			carried = append(carried, &saying{cue: from.cue, tail: from.tail, source: from.source, via: from.via, kind: from.kind,
				rule: "continued quotation", from: from, direct: true, way: continued, content: []annals.Span{q.Span}})
		}
	}
	r.sayings = append(r.sayings, carried...)
	r.carryReports()
	r.sayings = slices.DeleteFunc(r.sayings, func(s *saying) bool { return len(s.content) == 0 })
	slices.SortStableFunc(r.sayings, func(a, b *saying) int { return cmp.Compare(a.content[0].Start, b.content[0].Start) })
}

// speakerBefore is the saying that a quotation without a cue goes on with: the
// one that ends in the sentence before it, in the same paragraph, or in the
// paragraph before when the quotation is taken up by its opening mark.
func (r *reading) speakerBefore(q *quotation.Quotation, carried []*saying) *saying {
	sentence := r.t.SentenceAt(q.Start)
	if sentence < 1 || r.t.Sentences[sentence].Start != q.Start {
		return nil
	}
	paragraph := r.t.Sentences[sentence].Paragraph
	var best *saying
	for _, s := range slices.Concat(r.sayings, carried) {
		end := s.lastByte(r.t)
		if end > q.Start || best != nil && best.lastByte(r.t) > end {
			continue
		}
		of := r.t.SentenceAt(end - 1)
		same := r.t.Sentences[of].Paragraph == paragraph && of >= sentence-1
		taken := q.Continues && s.direct && r.t.Sentences[of].Paragraph == paragraph-1
		if same || taken || of == sentence-1 && r.fillsParagraph(q) && r.goesOnSpeaking(s, of) {
			best = s
		}
	}
	return best
}

// fillsParagraph says that nothing but a quotation stands in its paragraph.
func (r *reading) fillsParagraph(q *quotation.Quotation) bool {
	first, last := r.t.Covering(q.Start, q.End)
	from, to := r.paragraphOf(first)
	return first == from && last == to
}

// goesOnSpeaking says that the speaker of a saying, whose last sentence ends the
// paragraph before a quotation that stands alone, is the one who is quoted: he is
// one person, the only one who speaks in that paragraph, and either his words are told there
// or, where he is quoted there too, he is a person with a role. In dialogue, where
// nobody is introduced, the next line is another's.
func (r *reading) goesOnSpeaking(s *saying, sentence int) bool {
	if s.source == text.None || s.nested || !r.onePerson(s.source) {
		return false
	}
	paragraph := r.t.Sentences[sentence].Paragraph
	who := r.speaker(s.source, annals.Span{})
	for _, o := range r.sayings {
		if o == s || o.nested || r.t.Sentences[r.t.SentenceAt(o.content[0].Start)].Paragraph != paragraph {
			continue
		}
		if o.source == text.None || r.speaker(o.source, annals.Span{}) != who || who == 0 && o.source != s.source {
			return false
		}
	}
	return !s.direct || who != 0 && r.d.Entities[who-1].Role != ""
}

// onePerson says that a head word names a single person: "officials" or a body say
// many things, but speak no sentence in the first person together.
func (r *reading) onePerson(head int) bool {
	t := &r.t.Tokens[head]
	if t.XPOS == "NNS" || t.XPOS == "NNPS" || t.Norm == "they" || t.Norm == "we" {
		return false
	}
	word := r.lexicon.speakers[t.Lemma]
	if e := r.speaker(head, annals.Span{}); e != 0 {
		// "a security official" may count among the forces he is of
		return r.d.Entities[e-1].Kind == annals.Person || !r.named(e) && word.kind == official && !word.anywhere
	}
	return word.kind != ""
}

// lastByte is where a saying ends: its cue or the end of its content. A carried
// saying's cue stands elsewhere and does not count.
func (s *saying) lastByte(t *text.Text) int {
	end := 0
	if s.from == nil {
		end = t.Tokens[s.cue].End
	}
	for _, c := range s.content {
		end = max(end, c.End)
	}
	return end
}

// carryReports goes through the sentences with the last cited document in mind.
func (r *reading) carryReports() {
	bySentence := map[int][]*saying{}
	for _, s := range r.sayings {
		k := r.t.SentenceOf(s.cue)
		bySentence[k] = append(bySentence[k], s)
	}
	var last *saying
	lastParagraph := 0
	for k := range r.t.Sentences {
		sentence := &r.t.Sentences[k]
		if last != nil && sentence.Paragraph > lastParagraph+1 {
			last = nil
		}
		if last != nil && len(bySentence[k]) == 0 && sentence.Paragraph == lastParagraph && !sentence.Heading && r.opensWith(k) {
			if whole := r.trim(sentence.First, sentence.Last); !whole.Empty() {
				r.sayings = append(r.sayings, last.goesOn("carried by a connective", whole))
			}
			continue
		}
		for _, s := range bySentence[k] {
			if s.source == text.None && last != nil {
				s.from, s.source = last, last.source
				continue
			}
			if r.said(s.cue, bySentence[k]) {
				continue
			}
			last = nil
			if s.source != text.None && documents[r.t.Tokens[s.source].Lemma] {
				last = s
			}
		}
		if last != nil && len(bySentence[k]) > 0 {
			lastParagraph = sentence.Paragraph
		}
	}
}

// said says that a word stands in what one of the sayings says.
func (r *reading) said(i int, sayings []*saying) bool {
	return slices.ContainsFunc(sayings, func(s *saying) bool { return r.isSaid(s, i) })
}

// goesOn is a saying of the same speaker with other content.
func (s *saying) goesOn(rule string, content annals.Span) *saying {
	return &saying{cue: s.cue, tail: s.tail, source: s.source, via: s.via, kind: s.kind, rule: rule, from: s,
		way: byRule, content: []annals.Span{content}}
}

// opensWith says that a sentence starts with a connective.
func (r *reading) opensWith(sentence int) bool {
	first := r.t.Sentences[sentence].First
	return connectives[r.t.Tokens[first].Norm]
}
