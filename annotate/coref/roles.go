package coref

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/text"
)

// roles reads what the text calls its persons: "US national security adviser
// Jake Sullivan", "Colin P. Clarke, anti-terrorism analyst at Soufan Group", "a
// new leader, Shahab al-Muhajir".
func (x *reading) roles() {
	x.worth = make([]int, len(x.d.Entities))
	for i := range x.d.Mentions {
		m := &x.d.Mentions[i]
		if m.Form != annals.Name || m.Kind != annals.Person || m.Entity == 0 {
			continue
		}
		for _, find := range []func(int) (int, int, bool){x.roleBefore, x.roleIntroduced, x.roleAfter} {
			if first, last, ok := find(i); ok {
				x.setRole(m.Entity, first, last)
			}
		}
	}
}

// What makes one role say more of a person than another: that it is held in
// public, and in what.
const (
	anyRole    = 1
	affiliated = 1
	rankRole   = 1
	publicRole = 2
)

// setRole keeps the role that says most, of equals the first, and whose it is
// held in.
func (x *reading) setRole(ref annals.Ref, first, last int) {
	worth, affiliation := anyRole, x.affiliation(ref, first, last)
	if affiliation != 0 {
		worth += affiliated
	}
	public := x.heldInPublic(first, last)
	worth += public
	if worth <= x.worth[ref-1] {
		return
	}
	x.worth[ref-1] = worth
	e := &x.d.Entities[ref-1]
	start, end := x.t.Bytes(first, last)
	e.Role, e.Public, e.Affiliation = x.t.Source[start:end], public > 0, affiliation
}

// affiliation is the entity named in a role: after "at", "of" or the like where
// there is one ("Afghanistan specialist at the Center": where, not on what), else
// the first; of a people its country, if the report names that.
func (x *reading) affiliation(holder annals.Ref, first, last int) annals.Ref {
	var out annals.Ref
	for i := range x.d.Mentions {
		m, v := &x.d.Mentions[i], &x.views[i]
		if v.first < first || v.last > last || m.Form != annals.Name || m.Kind == annals.Person || m.Entity == 0 || m.Entity == holder {
			continue
		}
		if v.first == first && v.last == last || m.Kind == annals.OtherKind && v.last-v.first == 1 {
			continue // the role itself, or a word of it, with a capital
		}
		entity := m.Entity
		if n := v.name; n != noName && x.names[n].demonym {
			entity = x.country(x.names[n].country)
		}
		if out == 0 {
			out = entity
		}
		if at := v.first - 1; at >= first && x.of(at) && entity != 0 {
			return entity
		}
	}
	return out
}

// country is the entity of a country that the report names; 0 for none.
func (x *reading) country(code string) annals.Ref {
	for i := range x.d.Mentions {
		if n := x.views[i].name; n != noName && x.names[n].country == code && !x.names[n].demonym {
			return x.d.Mentions[i].Entity
		}
	}
	return 0
}

// of says whether token i, or the one before an article there, is "at", "of" or
// the like.
func (x *reading) of(i int) bool {
	if x.t.Tokens[i].UPOS == text.DET && i > 0 {
		i--
	}
	switch x.t.Tokens[i].Norm {
	case "at", "of", "with", "for", "from":
		return true
	}
	return false
}

// roleBefore is the run of nouns, names and adjectives right before a name, when
// it ends in a noun of a person.
func (x *reading) roleBefore(i int) (first, last int, ok bool) {
	last = x.views[i].first
	sentence := x.t.Sentences[x.views[i].sentence].First
	first = last
	for first > sentence && x.inRole(first-1) {
		first--
	}
	for first < last && (x.t.Tokens[first].UPOS == text.DET || x.t.Tokens[first].UPOS == text.PUNCT) {
		first++
	}
	return first, last, first < last && x.personNoun(last-1)
}

func (x *reading) inRole(i int) bool {
	switch k := &x.t.Tokens[i]; k.UPOS {
	case text.NOUN, text.PROPN, text.ADJ:
		return true
	case text.PUNCT:
		return k.Norm == "-"
	case text.ADP:
		return k.Norm == "of" && i+1 < len(x.t.Tokens)
	}
	return false
}

// personNoun says whether token i is a noun for one person in a position.
func (x *reading) personNoun(i int) bool {
	k := &x.t.Tokens[i]
	switch x.lexicon.Noun(k.Norm) {
	case actors.Person, actors.Force, actors.Government:
		return true
	}
	_, office := x.lexicon.Honorific(x.t, i, i+1)
	return office
}

// roleIntroduced is the phrase before a comma before a name, when the two were
// found to mean one person: "its first leader, X".
func (x *reading) roleIntroduced(i int) (first, last int, ok bool) {
	comma := x.views[i].first - 1
	if comma < 1 || x.t.Form(comma) != "," {
		return 0, 0, false
	}
	for j := i - 1; j >= 0 && x.views[j].sentence == x.views[i].sentence; j-- {
		v := &x.views[j]
		if v.last != comma || x.d.Mentions[j].Form != annals.Nominal || x.d.Mentions[j].Entity != x.d.Mentions[i].Entity {
			continue
		}
		if !x.personNoun(v.head) {
			return 0, 0, false
		}
		first = v.first
		for first < v.head && (x.t.Tokens[first].XPOS == "PRP$" || x.t.Tokens[first].UPOS == text.DET) {
			first++
		}
		return first, v.last, true
	}
	return 0, 0, false
}

// roleAfter is the phrase between a comma after a name and the next comma or
// the clause, when its head is a noun of a person.
func (x *reading) roleAfter(i int) (first, last int, ok bool) {
	at := x.views[i].last
	sentence := x.t.Sentences[x.views[i].sentence].Last
	if at+1 >= sentence || x.t.Form(at) != "," {
		return 0, 0, false
	}
	first = at + 1
	if x.t.Tokens[first].UPOS == text.DET {
		first++
	}
	head := first
	for head < sentence && x.inRole(head) && x.t.Tokens[head].UPOS != text.ADP {
		head++
	}
	if head == first || !x.personNoun(head-1) {
		return 0, 0, false
	}
	last = head
	for last < sentence && x.t.Form(last) != "," && x.t.Tokens[last].UPOS != text.VERB && x.t.Tokens[last].UPOS != text.AUX &&
		x.t.Tokens[last].UPOS != text.PRON && x.t.Tokens[last].UPOS != text.PUNCT {
		last++
	}
	return first, last, true
}
