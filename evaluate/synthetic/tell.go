package synthetic

import (
	"fmt"

	"github.com/annals-project/annals"
)

// Who says how many were harmed, where it is not somebody without a name.
const (
	officialShare = 0.3
	watcherShare  = 0.15
	enemyShare    = 0.1 // the group itself
)

// speaker draws who says what a report tells of an incident.
func (b *writer) speaker(x incident) party {
	switch chance := b.random.Float64(); {
	case chance < officialShare/2:
		return x.force
	case chance < officialShare:
		return x.home.government()
	case chance < officialShare+watcherShare:
		return x.home.watchers()
	case chance < officialShare+watcherShare+enemyShare:
		return x.group.party()
	}
	return party{name: pick(b.random, speakers)}
}

// claim writes who says something and gives the claim. A speaker without a kind
// has no name.
func (b *writer) claim(c annals.Claim, by party) annals.Ref {
	r := &b.reading
	if by.kind == "" {
		c.Source = b.say(by.name)
	} else {
		m := &r.Mentions[b.name(by)-1]
		c.Source, c.Speaker = m.Span, m.Entity
	}
	c.Confidence, c.Rule = 1, Extractor
	r.Claims = append(r.Claims, c)
	ref := annals.Ref(len(r.Claims))
	b.state(annals.AboutClaim, ref, 0)
	return ref
}

// boast writes that a group took responsibility for the news.
func (b *writer) boast(x incident) {
	b.say("Responsibility for ")
	content := b.say("the " + x.deed.noun)
	b.say(" was taken by ")
	b.claim(annals.Claim{Content: []annals.Span{content}, Kind: annals.ClaimedResponsibility}, x.group.party())
	b.stop()
}

// wording is how reports put a tie: what stands between the two, and before the year.
type wording struct{ between, before string }

var wordings = map[annals.RelationType]wording{
	annals.HostileTo:   {" has fought ", " since "},
	annals.AllyOf:      {" has stood by ", " since "},
	annals.SplinterOf:  {" broke away from ", " in "},
	annals.AffiliateOf: {" has sworn loyalty to ", " since "},
	annals.SupportedBy: {" has been armed by ", " since "},
	annals.LeaderOf:    {" has led ", " since "},
}

// toldShare is how many ties stand inside somebody's claim.
const toldShare = 0.3

// tie writes how the group of an incident stands to another, or who leads it.
func (b *writer) tie(x incident, t tie) {
	left, right := x.group.party(), t.other
	if t.kind == annals.LeaderOf {
		left, right = right, left
	}
	r, words := &b.reading, wordings[t.kind]
	from := r.Mentions[b.name(left)-1].Entity
	b.say(words.between)
	to := r.Mentions[b.name(right)-1].Entity
	b.say(words.before)
	year := fmt.Sprint(t.year)
	relation := annals.Relation{Span: annals.Span{Start: b.start}, Type: t.kind, From: from, To: to, Time: b.time(year, year), Confidence: 1, Rule: Extractor}
	relation.End = b.text.Len()
	relation.Text = relation.In(b.text.String())
	if b.random.Float64() < toldShare {
		b.say(", ")
		relation.Claim = b.claim(annals.Claim{Content: []annals.Span{relation.Span}, Kind: annals.Said}, b.speaker(x))
		b.say(" said")
	}
	r.Relations = append(r.Relations, relation)
	b.state(annals.AboutRelation, annals.Ref(len(r.Relations)), relation.Claim)
	b.stop()
}

// fightersMean is how many fighters a group has, on the average.
const fightersMean = 400

// strength writes how many fighters a group is thought to have.
func (b *writer) strength(g *group) {
	r := &b.reading
	subject := r.Mentions[b.name(g.party())-1].Entity
	b.say(" is thought to have ")
	b.figure(annals.Figure{Measure: annals.Strength, Subject: subject}, 1+int(b.random.ExpFloat64()*fightersMean), "fighters")
	b.state(annals.AboutFigure, annals.Ref(len(r.Figures)), 0)
	b.stop()
}
