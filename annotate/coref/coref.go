// Package coref says which mentions of a report refer to one thing: names by
// rules that would rather part than merge, nominals and pronouns by a ranking
// model of their antecedents. Noun phrases of no kind that nothing else refers to
// are dropped from the mentions: they were there as antecedents only.
//
// A parent group is not its branch: "Islamic State" and "Islamic State Khorasan
// Province" stay two entities. A country is one entity whatever its name stands
// for ("US" the place, "US" the government), apart from its people ("Afghans")
// and its government when that is named ("the Afghan government").
package coref

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/gazetteer/actors"
	ranking "github.com/annals-project/annals/model/coref"
	"github.com/annals-project/annals/text"
)

// Resolver is the component that fills Document.Entities and Mention.Entity.
type Resolver struct {
	lexicon *actors.Lexicon
	ranker  *ranking.Ranker
	public  map[string]int // nouns of public roles, and what each is worth
}

// New loads the embedded model and lexicons.
func New() (*Resolver, error) {
	l, err := actors.Default()
	if err != nil {
		return nil, err
	}
	m, err := ranking.Default()
	if err != nil {
		return nil, err
	}
	return &Resolver{l, m, publicNouns()}, nil
}

// Name is the component's name.
func (r *Resolver) Name() string { return "coref" }

// Requires lists the layers read.
func (r *Resolver) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Syntax, annotate.Mentions}
}

// Assigns lists the layers written.
func (r *Resolver) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Entities} }

// Annotate groups d.Mentions into d.Entities. A pronoun that resolves to
// nothing keeps no entity.
func (r *Resolver) Annotate(d *annotate.Document) {
	x := &reading{Resolver: r, d: d, t: d.Text}
	x.prepare()
	x.resolveNames()
	x.appositions()
	x.resolveGroups()
	x.resolveSpeakers()
	x.resolveOthers()
	x.prune()
	x.entities()
	x.collectives()
	x.roles()
}

// reading is the state of one document.
type reading struct {
	*Resolver
	d        *annotate.Document
	t        *text.Text
	views    []view
	names    []name
	parent   []int32 // of each mention, in the forest of merged mentions
	aliases  []introduction
	spoken   []bool       // of each mention: "I" or "we" in a quotation
	entityOf []annals.Ref // of each root, once entities are made
	worth    []int        // of each entity, how much its role says
}

// view is what resolving asks of a mention.
type view struct {
	first, last, head int // tokens first ≤ i < last
	sentence          int
	name              int // index of its distinct name, or noName
}

const noName = -1

func (x *reading) prepare() {
	x.views = make([]view, len(x.d.Mentions))
	x.parent = make([]int32, len(x.d.Mentions))
	for i := range x.d.Mentions {
		m := &x.d.Mentions[i]
		v := view{name: noName}
		v.first, v.last = x.t.Covering(m.Start, m.End)
		v.head = min(x.t.TokenAt(m.Head.Start), len(x.t.Tokens)-1)
		v.sentence = x.t.SentenceOf(v.head)
		x.views[i] = v
		x.parent[i] = int32(i)
	}
}

// root is the first mention of those merged with i.
func (x *reading) root(i int) int {
	for int(x.parent[i]) != i {
		x.parent[i] = x.parent[x.parent[i]]
		i = int(x.parent[i])
	}
	return i
}

func (x *reading) merge(a, b int) {
	a, b = x.root(a), x.root(b)
	if a != b {
		x.parent[max(a, b)] = int32(min(a, b))
	}
}
