package coref

import (
	"math"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/gazetteer/actors"
	ranking "github.com/annals-project/annals/model/coref"
	"github.com/annals-project/annals/text"
)

// How far back antecedents are sought. Pronouns reach a few sentences; nominals
// further, and to any entity that was called by their head.
const (
	pronounReach   = 3 // sentences
	nominalReach   = 8
	maxCandidates  = 24
	sameHeadExtras = 4
)

// linkMargin is by how many natural logarithms an antecedent must be likelier
// than a new entity: a wrong link costs more than a missing one.
const linkMargin = -0.3

// state is the entities as they stand while mentions are read in order.
type state struct {
	mentions []ranking.Mention
	entities []ranking.Entity
	roots    []int  // a mention of each entity
	settled  []bool // mentions that a rule has merged with others: ranking them would merge those too
	byRoot   map[int]int
	byHead   map[uint64][]int
	recent   []int // entities, latest last; an entity may stand in it more than once
	largest  int
	features []uint64
}

// candidate is an entity a mention may refer to.
type candidate struct {
	entity int
}

// resolveOthers ranks antecedents for nominals and pronouns in the order of the
// text.
func (x *reading) resolveOthers() {
	s := x.start()
	var options []candidate
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Form == ranking.Name || s.settled[i] || x.spoken[i] || x.anotherGroup(i, m) {
			s.join(i, x.entityFor(s, i))
			continue
		}
		options = s.candidates(i, options[:0])
		s.features = ranking.New(s.features[:0], m, len(s.byHead[m.Head]), i == 0)
		best, most := -1, x.ranker.Score(s.features)+int32(math.Round(linkMargin*float64(x.ranker.Unit())))
		for _, o := range options {
			e := &s.entities[o.entity]
			s.features = ranking.Pair(s.features[:0], m, &s.mentions[e.Mention], e, i-e.Mention, o.entity == s.largest)
			if score := x.ranker.Score(s.features); score > most {
				best, most = o.entity, score
			}
		}
		if best < 0 {
			best = x.entityFor(s, i)
		} else {
			x.merge(i, s.roots[best])
		}
		s.join(i, best)
	}
}

// anotherGroup says whether a mention is of a group in general or a new one:
// "small groups", "a relatively new group".
func (x *reading) anotherGroup(i int, m *ranking.Mention) bool {
	return m.Form == ranking.Nominal && m.Determiner != definite && m.Determiner != demonstrative && groupNouns[x.t.Tokens[x.views[i].head].Lemma]
}

// entityFor is the entity that mention i was merged into by rule, or a new one.
func (x *reading) entityFor(s *state, i int) int {
	r := x.root(i)
	if e, ok := s.byRoot[r]; ok {
		return e
	}
	e := len(s.entities)
	s.entities = append(s.entities, ranking.Entity{Kind: s.mentions[i].Kind})
	s.roots = append(s.roots, r)
	s.byRoot[r] = e
	return e
}

// join adds mention i to entity e.
func (s *state) join(i, e int) {
	m := &s.mentions[i]
	entity := &s.entities[e]
	entity.Size++
	entity.Mention = i
	if m.Form == ranking.Name && !entity.Named {
		entity.Named, entity.Kind = true, m.Kind
	}
	if m.Form != ranking.Pronoun {
		entity.Heads = append(entity.Heads, m.Head)
		if list := s.byHead[m.Head]; len(list) == 0 || list[len(list)-1] != e {
			s.byHead[m.Head] = append(list, e)
		}
	}
	s.recent = append(s.recent, e)
	if entity.Size > s.entities[s.largest].Size {
		s.largest = e
	}
}

// candidates appends the entities that mention i may refer to, latest first.
func (s *state) candidates(i int, out []candidate) []candidate {
	m := &s.mentions[i]
	reach := nominalReach
	if m.Form == ranking.Pronoun {
		reach = pronounReach
	}
	for k := len(s.recent) - 1; k >= 0 && len(out) < maxCandidates; k-- {
		e := s.recent[k]
		b := &s.mentions[s.entities[e].Mention]
		if m.Sentence-b.Sentence > reach {
			break
		}
		if s.entities[e].Mention != k { // mentions join in order, so recent[k] came with mention k
			continue // stands further on in the list
		}
		if b.Last > m.First && b.First < m.Last {
			continue
		}
		out = append(out, candidate{entity: e})
	}
	if m.Form == ranking.Nominal {
		out = s.sameHead(m, out)
	}
	return out
}

// sameHead adds entities called by the same head that are out of reach.
func (s *state) sameHead(m *ranking.Mention, out []candidate) []candidate {
	list := s.byHead[m.Head]
	for k, n := len(list)-1, 0; k >= 0 && n < sameHeadExtras; k-- {
		known := false
		for _, o := range out {
			known = known || o.entity == list[k]
		}
		if b := &s.mentions[s.entities[list[k]].Mention]; !known && b.Last <= m.First {
			out = append(out, candidate{entity: list[k]})
			n++
		}
	}
	return out
}

// start describes all mentions for the ranker.
func (x *reading) start() *state {
	s := &state{mentions: make([]ranking.Mention, len(x.d.Mentions)), settled: make([]bool, len(x.d.Mentions)),
		byRoot: map[int]int{}, byHead: map[uint64][]int{}, entities: make([]ranking.Entity, 0, len(x.d.Mentions))}
	quoted := x.quotes()
	for i := range x.d.Mentions {
		s.mentions[i] = x.describe(i, quoted)
		if r := x.root(i); r != i {
			s.settled[i], s.settled[r] = true, true
		}
	}
	return s
}

// quotes says of each token whether it stands in double quotes.
func (x *reading) quotes() []bool {
	out := make([]bool, len(x.t.Tokens))
	open := false
	paragraph := -1
	for s := range x.t.Sentences {
		if p := x.t.Sentences[s].Paragraph; p != paragraph {
			open, paragraph = false, p
		}
		for i := x.t.Sentences[s].First; i < x.t.Sentences[s].Last; i++ {
			switch x.t.Form(i) {
			case "“", "``":
				open = true
			case "”", "''":
				open = false
			case "\"":
				open = !open
			}
			out[i] = open
		}
	}
	return out
}

var forms = map[annals.Form]uint8{annals.Name: ranking.Name, annals.Nominal: ranking.Nominal, annals.Pronoun: ranking.Pronoun}

var kindNumbers = map[annals.Kind]uint8{annals.Person: 1, annals.ArmedGroup: 2, annals.StateForce: 3, annals.Government: 4,
	annals.Organisation: 5, annals.Population: 6, annals.PlaceKind: 7, annals.Facility: 8, annals.Weapon: 9, annals.Vehicle: 10, annals.OtherKind: 11}

func (x *reading) describe(i int, quoted []bool) ranking.Mention {
	m, v := &x.d.Mentions[i], &x.views[i]
	k := &x.t.Tokens[v.head]
	out := ranking.Mention{Form: forms[m.Form], Kind: kindNumbers[m.Kind], First: v.first, Last: v.last, At: v.head, Sentence: v.sentence,
		Head: hash(k.Lemma), Word: hash(k.Norm), Governor: k.Head, Role: role(k.Dep), Quoted: quoted[v.head]}
	if k.Lemma == "" {
		out.Head = out.Word
	}
	out.Class = uint8(x.nounClass(v.head))
	switch {
	case k.XPOS == "NNS" || k.XPOS == "NNPS" || plurals[k.Norm]:
		out.Number = ranking.Plural
	case k.XPOS != "PRP" || singulars[k.Norm]:
		out.Number = ranking.Singular
	}
	out.Determiner = x.determiner(v)
	if k.Head >= 0 && out.Role != roleOther {
		out.Predicate = hash(x.t.Tokens[k.Head].Lemma)
	}
	for j := v.first; j < v.last; j++ {
		if u := x.t.Tokens[j].UPOS; j != v.head && (u == text.ADJ || u == text.NOUN || u == text.PROPN || u == text.NUM || u == text.VERB) {
			out.Modifiers = append(out.Modifiers, hash(x.t.Tokens[j].Norm))
		}
	}
	return out
}

func (x *reading) nounClass(i int) actors.Class {
	k := &x.t.Tokens[i]
	if c := x.lexicon.Noun(k.Norm); c != actors.NoClass {
		return c
	}
	return x.lexicon.Noun(k.Lemma)
}

var plurals = map[string]bool{"they": true, "them": true, "their": true, "theirs": true, "themselves": true, "we": true, "us": true, "our": true, "ours": true, "these": true, "those": true}
var singulars = map[string]bool{"he": true, "him": true, "his": true, "himself": true, "she": true, "her": true, "hers": true, "herself": true, "it": true, "its": true, "itself": true, "i": true, "me": true, "my": true, "this": true, "that": true}

// Determiners of a noun phrase.
const (
	bare0 uint8 = iota
	definite
	indefinite
	demonstrative
	possessive
	quantity
)

// determiner reads the first word of a phrase, or the article before it.
func (x *reading) determiner(v *view) uint8 {
	at := v.first
	if at > 0 && x.t.Tokens[at-1].UPOS == text.DET {
		at--
	}
	switch k := &x.t.Tokens[at]; k.Norm {
	case "the":
		return definite
	case "a", "an", "another":
		return indefinite
	case "this", "that", "these", "those", "such":
		return demonstrative
	case "some", "many", "several", "all", "no", "any", "most", "every", "each", "few":
		return quantity
	default:
		switch {
		case k.XPOS == "PRP$":
			return possessive
		case k.UPOS == text.NUM || at < v.head && k.UPOS == text.ADV:
			return quantity
		}
	}
	for at := v.first; at < v.head; at++ {
		if n := x.t.Tokens[at].Norm; n == "'s" || n == "'" {
			return possessive
		}
	}
	return bare0
}

// Grammatical roles.
const (
	roleOther uint8 = iota
	roleSubject
	rolePassive
	roleObject
	roleOblique
	roleModifier
	rolePossessor
	roleCompound
	roleApposition
	roleConjunct
	roleRoot
)

var roleNames = map[string]uint8{"nsubj": roleSubject, "nsubj:pass": rolePassive, "csubj": roleSubject, "obj": roleObject, "iobj": roleObject,
	"obl": roleOblique, "obl:agent": roleSubject, "obl:tmod": roleOblique, "obl:unmarked": roleOblique, "nmod": roleModifier, "nmod:poss": rolePossessor,
	"compound": roleCompound, "amod": roleCompound, "appos": roleApposition, "conj": roleConjunct, "root": roleRoot, "nmod:desc": roleCompound}

func role(dep string) uint8 { return roleNames[dep] }

func hash(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h
}
