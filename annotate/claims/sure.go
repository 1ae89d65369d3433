package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims/quotation"
	"github.com/annals-project/annals/text"
)

//go:embed sure.tsv
var sureTable string

// way is how a claim was found, as far as that tells how often it is right.
type way string

// The ways, with rows of sure.tsv; what has no rows there is as sure as byRule. The
// rules in rules/ name theirs as sure=; one that names none is byRule.
const (
	byRule    way = "rule"
	byClause  way = "clause"    // a verb of saying before a clause of its own
	aside     way = "aside"     // what tells the speaker stands set off behind what is said or within it
	beside    way = "beside"    // a verb of saying in the words beside a quotation
	quoted    way = "quoted"    // aside or beside, where no word of the content stands outside the marks
	continued way = "continued" // a quotation that goes on
	unspoken  way = "unspoken"  // a quotation without a speaker
)

// sureness is the confidence of a claim by the way it was found and by its doubts,
// from none on; more than there are rows count as the last.
type sureness map[way][]float64

func newSureness() (sureness, error) {
	out := sureness{}
	var bad error
	err := rows("sure.tsv", sureTable, 7, func(f []string) {
		sure, err := strconv.ParseFloat(f[2], 64)
		if w := way(f[0]); err != nil || f[1] != strconv.Itoa(len(out[w])) {
			bad = fmt.Errorf("claims: sure.tsv: %s %s: doubts are counted from 0 on and a confidence is a number", f[0], f[1])
		} else {
			out[w] = append(out[w], sure)
		}
	})
	if err == nil {
		err = bad
	}
	return out, err
}

// of is the confidence of a claim.
func (s sureness) of(w way, doubts int) float64 {
	known, ok := s[w]
	if !ok {
		known = s[byRule]
	}
	return known[min(doubts, len(known)-1)]
}

// sureOf is how sure the reader is of a claim that it made of a saying.
func (r *reading) sureOf(s *saying, c *annals.Claim) float64 {
	w := s.way
	if (w == aside || w == beside) && r.allQuoted(c) {
		w = quoted
	}
	return r.lexicon.sure.of(w, r.doubtsOfSource(s, c)+r.doubtsOfCue(s, c)+r.doubtsOfContent(s, c))
}

func (r *reading) allQuoted(c *annals.Claim) bool {
	return !slices.ContainsFunc(c.Content, func(piece annals.Span) bool {
		return !slices.ContainsFunc(r.quotations, func(q quotation.Quotation) bool { return q.Contains(piece) })
	})
}

// Doubts are what goes with claims whose spans are wrong. One weighs twice where it
// lowers the share of right claims about as much as two others.
const doubly = 2

// longSource is how many words make it likely that the phrase of a speaker holds more
// than it should, longCue that of a cue.
const (
	longSource = 5
	longCue    = 3
)

// doubtsOfSource counts a long phrase, one that words part from its verb, and, doubly,
// one that a comma ends: an apposition or a relative clause is often cut off there.
func (r *reading) doubtsOfSource(s *saying, c *annals.Claim) (n int) {
	if s.source == text.None {
		return 0
	}
	first, last := r.t.Covering(c.Source.Start, c.Source.End)
	if last-first >= longSource {
		n++
	}
	if s.cue != text.None && s.way != continued && last != s.cue && first != s.cue+1 {
		n++
	}
	if r.comma(last) && !(last+1 < len(r.t.Tokens) && r.isQuote(last+1)) {
		n += doubly
	}
	return n
}

// doubtsOfCue counts a cue of several words, another cue in its sentence, and, doubly,
// a bare verb: what is to be said is often not said ("declined to say").
func (r *reading) doubtsOfCue(s *saying, c *annals.Claim) (n int) {
	if s.cue == text.None {
		return 0
	}
	if first, last := r.t.Covering(c.Cue.Start, c.Cue.End); last-first >= longCue {
		n++
	}
	if s.way != continued && r.cuesBeside(s.cue) {
		n++
	}
	if r.t.Tokens[s.cue].XPOS == "VB" {
		n += doubly
	}
	return n
}

// cuesBeside says that the sentence of a cue holds another one.
func (r *reading) cuesBeside(cue int) bool {
	sentence := &r.t.Sentences[r.t.SentenceOf(cue)]
	for i := sentence.First; i < sentence.Last; i++ {
		if i != cue && r.byCue[i] != nil {
			return true
		}
	}
	return false
}

// doubtsOfContent counts, doubly, content in pieces; then what the way makes likely.
func (r *reading) doubtsOfContent(s *saying, c *annals.Claim) (n int) {
	first, last := r.t.Covering(c.Content[0].Start, c.Content[len(c.Content)-1].End)
	sentence := &r.t.Sentences[r.t.SentenceOf(first)]
	if len(c.Content) > 1 {
		n += doubly
	}
	switch s.way {
	case unspoken: // what does not open its paragraph is often a title or a term
		if from, _ := r.paragraphOf(first); from != first {
			n++
		}
	case continued: // other words may have changed the speaker
		if first != r.spokenUntil(s, c)+1 {
			n += doubly
		}
	case aside:
	case beside: // words of the sentence before a quotation are often said too
		if sentence.First != first {
			n += doubly + r.loose(c, first, last, sentence.Last)
		}
	default:
		n += r.loose(c, first, last, sentence.Last)
	}
	return n
}

// loose counts words between a cue and what is said, and words of the sentence behind
// that.
func (r *reading) loose(c *annals.Claim, first, last, end int) (n int) {
	if c.Cue.Empty() {
		return 0
	}
	if _, behind := r.t.Covering(c.Cue.Start, c.Cue.End); first > behind {
		n++
	}
	if last < end-1 {
		n++
	}
	return n
}

// spokenUntil is the token behind the cue and the speaker.
func (r *reading) spokenUntil(s *saying, c *annals.Claim) int {
	end := c.Cue.End
	if s.source > s.cue {
		end = c.Source.End
	}
	_, last := r.t.Covering(0, end)
	return last
}
