package coref

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// entities turns merged mentions into entities.
func (x *reading) entities() {
	x.entityOf = make([]annals.Ref, len(x.d.Mentions))
	for i := range x.d.Mentions {
		r := x.root(i)
		if x.entityOf[r] == 0 {
			if x.d.Mentions[i].Form == annals.Pronoun && x.alone(i) {
				continue
			}
			x.d.Entities = append(x.d.Entities, annals.Entity{})
			x.entityOf[r] = annals.Ref(len(x.d.Entities))
		}
		x.d.Mentions[i].Entity = x.entityOf[r]
		e := &x.d.Entities[x.entityOf[r]-1]
		e.Mentions = append(e.Mentions, annals.Ref(i+1))
	}
	for k := range x.d.Entities {
		e := &x.d.Entities[k]
		x.nameEntity(e)
		for _, ref := range e.Mentions {
			if m := &x.d.Mentions[ref-1]; m.Form == annals.Name && collective(m.Kind) && collective(e.Kind) {
				m.Kind = e.Kind
			}
		}
	}
	x.listAliases()
}

// alone says whether nothing was merged with mention i.
func (x *reading) alone(i int) bool {
	for j := range x.parent {
		if j != i && x.root(j) == x.root(i) {
			return false
		}
	}
	return true
}

// nameEntity gives an entity its name, the most used, of those the fullest, and
// the kind most of its names have.
func (x *reading) nameEntity(e *annals.Entity) {
	uses := map[string]int{}
	kinds := map[annals.Kind]int{}
	form := annals.Pronoun
	for _, ref := range e.Mentions {
		if f := x.d.Mentions[ref-1].Form; f == annals.Name || f == annals.Nominal && form == annals.Pronoun {
			form = f
		}
	}
	for _, ref := range e.Mentions {
		if m := &x.d.Mentions[ref-1]; m.Form == form {
			uses[x.bareName(int(ref-1))]++
			kinds[m.Kind] += x.certainty(int(ref - 1))
		}
	}
	for _, ref := range e.Mentions {
		m := &x.d.Mentions[ref-1]
		if m.Form != form {
			continue
		}
		n := x.bareName(int(ref - 1))
		if e.Name == "" || x.better(m.Kind, n, e.Name, uses) {
			e.Name = n
		}
		if e.Kind == "" || kinds[m.Kind] > kinds[e.Kind] {
			e.Kind = m.Kind
		}
	}
}

// bareName is a mention's text as a name: a person's without the titles before it.
func (x *reading) bareName(mention int) string {
	m, v := &x.d.Mentions[mention], &x.views[mention]
	if m.Form != annals.Name || m.Kind != annals.Person {
		return plainName(m.Text)
	}
	first := v.first
	for {
		k, office := x.lexicon.Honorific(x.t, first, v.last)
		if k == 0 || first+k >= v.last || !office {
			break
		}
		first += k
	}
	start, end := x.t.Bytes(first, v.last)
	if open, shut := x.nickname(mention); open > first {
		_, before := x.t.Bytes(first, open)
		after, _ := x.t.Bytes(shut+1, v.last)
		return plainName(x.t.Source[start:before] + " " + x.t.Source[after:end])
	}
	return plainName(x.t.Source[start:end])
}

// certainty is how much a mention's kind counts for its entity's: that of a
// known group's name more than all others, no kind only where there is no other.
func (x *reading) certainty(mention int) int {
	if n := x.views[mention].name; n != noName && x.names[n].group != 0 {
		return 100
	}
	if x.d.Mentions[mention].Kind == annals.OtherKind {
		return 0
	}
	return 1
}

// better says whether a is a better name than b: a person's fullest, else the
// most used, else the longest.
func (x *reading) better(kind annals.Kind, a, b string, uses map[string]int) bool {
	if kind == annals.Person {
		return strings.Count(a, " ") > strings.Count(b, " ")
	}
	return uses[a] > uses[b] || uses[a] == uses[b] && len(a) > len(b)
}

// listAliases lists the other names of each entity, with the place that
// introduces them: the sentence part that says so, else where they first stand.
func (x *reading) listAliases() {
	for _, a := range x.aliases {
		x.addAlias(a.name, a.span, a.kind)
		x.addAlias(a.of, a.span, "official")
		if titled := x.d.Mentions[a.name].Entity; a.titled != "" && titled != 0 {
			x.addName(titled, annals.Alias{Name: a.titled, Span: a.span, Kind: a.kind})
		}
	}
	x.listNicknames()
	for i := range x.d.Mentions {
		m := &x.d.Mentions[i]
		if m.Form == annals.Name && m.Entity != 0 {
			kind := "other"
			if acronym(m.Text) != "" {
				kind = "acronym"
			}
			x.addAlias(i, m.Span, kind)
		}
	}
}

func (x *reading) addAlias(mention int, span annals.Span, kind string) {
	m := &x.d.Mentions[mention]
	e := &x.d.Entities[m.Entity-1]
	n := x.bareName(mention)
	if k, _ := x.lexicon.Honorific(x.t, x.views[mention].first, x.views[mention].last); n == e.Name || k > 0 && m.Kind == annals.Person {
		return
	}
	x.addName(m.Entity, annals.Alias{Name: n, Span: span, Kind: kind})
}

// addName adds a name to those of an entity, unless it has it.
func (x *reading) addName(ref annals.Ref, a annals.Alias) {
	e := &x.d.Entities[ref-1]
	if a.Name != e.Name && !slices.ContainsFunc(e.Aliases, func(b annals.Alias) bool { return a.Name == b.Name }) {
		e.Aliases = append(e.Aliases, a)
	}
}
