package coref

import (
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/gazetteer/actors"
	ranking "github.com/annals-project/annals/model/coref"
)

// Choices are what there is to learn from a document whose mentions are of known
// entities: gold names the entity of each mention, "" where it has none.
func Choices(l *actors.Lexicon, d *annotate.Document, gold []string) []ranking.Choice {
	x := &reading{Resolver: &Resolver{lexicon: l}, d: d, t: d.Text}
	x.prepare()
	x.resolveNames()
	x.appositions()
	x.resolveGroups()
	s := x.start()
	known := []string{} // entity of each of s.entities
	var out []ranking.Choice
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Form == ranking.Name || s.settled[i] {
			e := x.entityFor(s, i)
			if e == len(known) {
				known = append(known, gold[i])
			}
			s.join(i, e)
			continue
		}
		var c ranking.Choice
		right := -1
		for _, o := range s.candidates(i, nil) {
			e := &s.entities[o.entity]
			c.Options = append(c.Options, ranking.Pair(nil, m, &s.mentions[e.Mention], e, i-e.Mention, o.entity == s.largest))
			yes := gold[i] != "" && known[o.entity] == gold[i]
			c.Right = append(c.Right, yes)
			if yes && right < 0 {
				right = o.entity
			}
		}
		c.Options = append(c.Options, ranking.New(nil, m, len(s.byHead[m.Head]), i == 0))
		c.Right = append(c.Right, right < 0)
		out = append(out, c)
		if right < 0 {
			right = len(s.entities)
			s.entities = append(s.entities, ranking.Entity{Kind: m.Kind})
			s.roots = append(s.roots, i)
			s.byRoot[i] = right
			known = append(known, gold[i])
		} else {
			x.merge(i, s.roots[right])
		}
		s.join(i, right)
	}
	return out
}
