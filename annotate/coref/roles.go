package coref

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	"github.com/annals-project/annals/text"
)

// roles reads what the text calls its persons: "US national security adviser
// Jake Sullivan", "Colin P. Clarke, anti-terrorism analyst at Soufan Group".
func (x *reading) roles() {
	for i := range x.d.Mentions {
		m := &x.d.Mentions[i]
		if m.Form != annals.Name || m.Kind != annals.Person || m.Entity == 0 {
			continue
		}
		if first, last, ok := x.roleBefore(i); ok {
			x.setRole(m.Entity, first, last)
		} else if first, last, ok := x.roleAfter(i); ok {
			x.setRole(m.Entity, first, last)
		}
	}
}

// setRole keeps the first role read, and whose it is held in.
func (x *reading) setRole(ref annals.Ref, first, last int) {
	e := &x.d.Entities[ref-1]
	if e.Role != "" {
		return
	}
	start, end := x.t.Bytes(first, last)
	e.Role = x.t.Source[start:end]
	e.Public = true
	for i := range x.d.Mentions {
		m, v := &x.d.Mentions[i], &x.views[i]
		if v.first < first || v.last > last || m.Form != annals.Name || m.Kind == annals.Person || m.Entity == 0 {
			continue
		}
		if e.Affiliation == 0 {
			e.Affiliation = m.Entity
		}
		if at := v.first - 1; at >= first && x.of(at) {
			e.Affiliation = m.Entity // "Afghanistan specialist at the Center": where, not on what
			return
		}
	}
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
