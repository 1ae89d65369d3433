package claims

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// meant is whom a pronoun that speaks stands for: reports go on with the speaker of the
// sentence before ("The mayor rejected that. … , he said"), whoever else is told of
// there. 0 where nobody of the pronoun's number and sex spoke there.
func (r *reading) meant(s *saying, head int) annals.Ref {
	if head == text.None || s.from != nil || s.cue == text.None || r.quoted(s.cue) || !r.goesOnAs(head, head) {
		return 0
	}
	p := r.spokeBefore(s, head)
	switch {
	case p == nil:
		return 0
	case r.t.Tokens[p.source].UPOS == text.PRON:
		return r.meant(p, p.source)
	}
	return r.speaker(p.source, r.sourceSpan(p.source, p.cue))
}

// spokeBefore is the last saying of the sentence before that the report itself tells of and
// whose speaker the pronoun may stand for.
func (r *reading) spokeBefore(s *saying, pronoun int) *saying {
	k := r.sentenceSpokenBefore(s)
	var best *saying
	for _, o := range r.sayings {
		if o == s || o.cue == text.None || o.source == text.None || o.from != nil || r.t.SentenceOf(o.cue) != k || r.said(o.cue, r.sayings) {
			continue
		}
		if best == nil || o.cue > best.cue {
			best = o
		}
	}
	if best == nil || !r.goesOnAs(pronoun, best.source) {
		return nil
	}
	return best
}

// sentenceSpokenBefore is the sentence before that in which what a saying says starts, in the
// same paragraph; -1 for none.
func (r *reading) sentenceSpokenBefore(s *saying) int {
	k := r.t.SentenceOf(s.cue)
	if len(s.content) > 0 {
		k = min(k, r.t.SentenceAt(s.content[0].Start))
	}
	if k < 1 || r.t.Sentences[k-1].Paragraph != r.t.Sentences[k].Paragraph {
		return -1
	}
	return k - 1
}

// goesOnAs says that a pronoun may stand for a speaker with a head word: one person for
// "he" or "she", a body for "it".
func (r *reading) goesOnAs(pronoun, head int) bool {
	norm := r.t.Tokens[pronoun].Norm
	if r.t.Tokens[head].UPOS == text.PRON {
		return norm == r.t.Tokens[head].Norm && (norm == "he" || norm == "she" || norm == "it")
	}
	switch lemma := strings.ToLower(r.t.Tokens[head].Lemma); norm {
	case "he":
		return r.onePerson(head) && !strings.HasSuffix(lemma, "woman") && !female[lemma]
	case "she":
		return r.onePerson(head) && (strings.HasSuffix(lemma, "woman") || !strings.HasSuffix(lemma, "man")) && !male[lemma]
	case "it":
		e := r.speaker(head, annals.Span{})
		return e != 0 && r.speaks(e) && r.d.Entities[e-1].Kind != annals.Person && r.t.Tokens[head].XPOS != "NNS"
	}
	return false
}

// female and male are nouns that only one of "she" and "he" stands for.
var (
	female = map[string]bool{"mother": true, "wife": true, "widow": true, "daughter": true, "sister": true, "girl": true, "aunt": true,
		"grandmother": true, "nun": true, "housewife": true, "schoolgirl": true, "midwife": true, "queen": true, "actress": true}
	male = map[string]bool{"father": true, "husband": true, "widower": true, "son": true, "brother": true, "boy": true, "uncle": true,
		"grandfather": true, "monk": true, "imam": true, "schoolboy": true, "king": true, "bishop": true, "priest": true}
)
