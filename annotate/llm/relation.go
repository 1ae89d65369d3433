package llm

import (
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/proof"
	"github.com/annals-project/annals/text"
)

// relation judges how two entities stand to each other: both are mentions of one
// sentence, and a word that can say so lies on the way from one to the other.
func (j *judge) relation(quote annals.Span, p *relationProposal) Outcome {
	if !oneOfThem(ties, string(p.Type)) {
		return UnknownValue
	}
	cueAt, ok := j.one(quote, p.Cue)
	if !ok {
		return NoWords
	}
	from, to := j.mention(quote, p.From, cueAt), j.mention(quote, p.To, cueAt)
	if from == 0 || to == 0 {
		return NoName
	}
	a, b := &j.d.Mentions[from-1], &j.d.Mentions[to-1]
	if a.Entity == 0 || b.Entity == 0 || a.Entity == b.Entity || !j.fits(p.Type, a.Entity, b.Entity) {
		return WrongKind
	}
	cue := j.cue(cueAt, string(p.Type))
	switch {
	case cue == text.None:
		return NoCue
	case !j.sameSentence(a.Span, b.Span, cueAt) || !j.between(a.Span, b.Span, cue):
		return NotTied
	case !j.happened(j.token(cue)):
		return OtherStanding
	case j.knownRelation(p.Type, a.Entity, b.Entity):
		return Known
	}
	r := annals.Relation{Type: p.Type, From: a.Entity, To: b.Entity, Confidence: Confidence, Rule: j.rule,
		Span: annals.Span{Start: min(a.Start, b.Start, cueAt.Start), End: max(a.End, b.End, cueAt.End)}}
	r.Text = r.In(j.d.Doc.Text)
	r.Claim = claims.Around(j.d.Claims, r.Span)
	return keep(&j.d.Relations, r, func(r annals.Ref) proof.Fields { return proof.Relation(j.d, r) })
}

// fits says that the kinds of two entities allow a relation: only persons lead
// and are members, only groups of them are led, joined, split and founded.
func (j *judge) fits(t annals.RelationType, from, to annals.Ref) bool {
	person := func(e annals.Ref) bool { return j.d.Entities[e-1].Kind == annals.Person }
	group := func(e annals.Ref) bool {
		switch j.d.Entities[e-1].Kind {
		case annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation:
			return true
		}
		return false
	}
	switch t {
	case annals.LeaderOf, annals.MemberOf:
		return person(from) && group(to)
	case annals.FoundedBy:
		return group(from) && (person(to) || group(to))
	case annals.AffiliateOf, annals.PartOfRelation, annals.SplinterOf:
		return group(from) && group(to)
	}
	return (person(from) || group(from)) && (person(to) || group(to))
}

// between says that a word lies on the way between two mentions in the syntax,
// or hangs from it.
func (j *judge) between(a, b annals.Span, cue int) bool {
	way := j.path(j.root(a), j.root(b))
	return slices.Contains(way, cue) || slices.Contains(way, j.d.Text.Tokens[cue].Head) && j.d.Text.Tokens[cue].Dep != "conj"
}

// knownRelation says that a relation of this type was read between the two,
// whichever way it runs.
func (j *judge) knownRelation(t annals.RelationType, a, b annals.Ref) bool {
	for i := range j.d.Relations {
		r := &j.d.Relations[i]
		if r.Type == t && (r.From == a && r.To == b || r.From == b && r.To == a) {
			return true
		}
	}
	return false
}
