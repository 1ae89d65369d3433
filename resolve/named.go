package resolve

import (
	"sort"

	"github.com/annals-project/annals"
)

func (r *Resolution) newActor(candidates []candidate, members []int) Actor {
	actor := Actor{}
	written := map[string]*ActorName{}
	kinds := map[annals.Kind]int{}
	for _, m := range members {
		c := candidates[m]
		actor.Entities = append(actor.Entities, c.key)
		actor.Public = actor.Public || c.entity.Public
		kinds[c.entity.Kind] += c.total
		for _, ref := range c.entity.Mentions {
			if mention := &r.Readings[c.key.Reading].Mentions[ref-1]; mention.Form == annals.Name {
				addName(written, mention.Text, c.key, "")
			}
		}
		for _, a := range c.entity.Aliases {
			addName(written, a.Name, c.key, a.Kind)
		}
	}
	for _, k := range sortedKeys(written) {
		actor.Names = append(actor.Names, *written[k])
	}
	sort.SliceStable(actor.Names, func(i, j int) bool { return actor.Names[i].Count > actor.Names[j].Count })
	actor.Name = bestName(actor.Names)
	actor.Kind = commonest(kinds)
	actor.ID = r.EntityKey(actor.Entities[0]).Short(actorLetter)
	return actor
}

func addName(names map[string]*ActorName, name string, from EntityKey, kind string) {
	clean := stripArticle(name)
	k := nameKey(name)
	if names[k] == nil {
		names[k] = &ActorName{Name: clean, Kind: "other", First: from}
		if isAcronym(clean) {
			names[k].Kind = "acronym"
		}
	}
	if kind != "" {
		names[k].Kind = kind
	}
	names[k].Count++
}

func stripArticle(name string) string {
	for _, article := range []string{"the ", "The ", "THE "} {
		if len(name) > len(article) && name[:len(article)] == article {
			return name[len(article):]
		}
	}
	return name
}

// bestName is the most used name; of names used alike the longer.
func bestName(names []ActorName) string {
	best := names[0]
	for _, n := range names[1:] {
		if n.Count == best.Count && len(n.Name) > len(best.Name) {
			best = n
		}
	}
	return best.Name
}

func commonest(kinds map[annals.Kind]int) annals.Kind {
	best := annals.Kind("")
	for _, k := range sortedKeys(kinds) {
		if best == "" || kinds[k] > kinds[best] {
			best = k
		}
	}
	return best
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}
