package llm

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/proof"
	"github.com/annals-project/annals/text"
)

// sayingReach is how many words the path from who says to the word of saying has
// at most: "a spokesman for the police said" has three.
const sayingReach = 3

// claim judges who says what: a mention says it, by a word of saying that hangs
// from or governs it and is told as a fact, and what is said stands apart from both.
func (j *judge) claim(quote annals.Span, p *claimProposal) Outcome {
	if !oneOfThem(kinds, string(p.Kind)) {
		return UnknownValue
	}
	cueAt, ok := j.one(quote, p.Cue)
	content, ok2 := j.one(quote, p.Content)
	if !ok || !ok2 || content.Overlaps(cueAt) {
		return NoWords
	}
	m := j.mention(quote, p.Source, cueAt)
	if m == 0 {
		return NoName
	}
	source := j.d.Mentions[m-1].Span
	cue := j.cue(cueAt, string(p.Kind))
	switch way := j.path(j.first(j.root(source)), cue); {
	case cue == text.None:
		return NoCue
	case source.Overlaps(cueAt) || source.Overlaps(content):
		return NoWords
	case !j.sameSentence(source, cueAt) || way == nil || len(way) > sayingReach:
		return NotTied
	case !j.happened(j.token(cue)):
		return OtherStanding
	}
	for i := range j.d.Claims {
		known := &j.d.Claims[i]
		if known.Cue.Overlaps(cueAt) {
			return Known
		}
		for _, s := range known.Content {
			if s.Overlaps(content) {
				return Known
			}
		}
	}
	c := annals.Claim{Source: source, Cue: cueAt, Content: []annals.Span{content}, Speaker: j.d.Mentions[m-1].Entity,
		Kind: p.Kind, Confidence: Confidence, Rule: j.rule}
	return keep(&j.d.Claims, c, func(r annals.Ref) proof.Fields { return proof.Claim(j.d, r) })
}
