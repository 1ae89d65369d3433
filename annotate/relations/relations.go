// Package relations finds how the actors of a report stand to one another:
// affiliates, allies, enemies, leaders, members, supporters, founders, places;
// and what groups fight for.
//
// Each relation is found by a rule of rules/*.rules, which the result names.
// A group's founding is an event of its own, because PLOVER has no type for it:
// Event{PLOVER: nil, Rule: "founded"} with the group as target, who founded it
// as actor, and the time and place. What a group seeks is no relation either, but
// words: they are among the aims of its entity.
package relations

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/annotate"
	"github.com/annals-project/annals/annotate/claims"
	"github.com/annals-project/annals/annotate/pattern"
	"github.com/annals-project/annals/annotate/relations/scorer"
	"github.com/annals-project/annals/model/perceptron"
)

//go:embed rules/*.rules
var shipped embed.FS

// FoundedRule is the rule that events of a group's founding carry.
const FoundedRule = "founded"

// Relations is the component.
type Relations struct {
	rules  *pattern.Set
	scorer *perceptron.Model // nil: rules alone
	least  int               // margin from which the scorer's finds count
}

// WithScorer is the component with another scorer, whose finds count from the
// margin least on; nil leaves the rules alone.
func (r *Relations) WithScorer(m *perceptron.Model, least int) *Relations {
	return &Relations{r.rules, m, least}
}

// LikelyMargin is the margin from which a find of the scorer counts: there it
// gives itself six chances in ten, by its own odds, which are not calibrated.
const LikelyMargin = 100

// New loads the shipped rules and scorer and, where own is not nil, the
// relations/*.rules files of own over them.
func New(own fs.FS) (*Relations, error) {
	base, err := fs.Sub(shipped, "rules")
	if err != nil {
		return nil, fmt.Errorf("relations: %w", err)
	}
	set, err := pattern.Load(nil, base, pattern.Below(own, "relations"))
	if err != nil {
		return nil, fmt.Errorf("relations: %w", err)
	}
	for _, r := range set.Rules {
		if r.Property("type") == "" && r.Property("event") == "" && r.Property("profile") != "aim" {
			return nil, fmt.Errorf("%s:%d: rule %s says neither type= nor event= nor profile=aim: say what it finds", r.File, r.Line, r.Name)
		}
	}
	m, err := scorer.Default()
	if err != nil {
		return nil, err
	}
	return &Relations{set, m, LikelyMargin}, nil
}

// Name is the component's name.
func (r *Relations) Name() string { return "relations" }

// Requires are the layers that must be there.
func (r *Relations) Requires() []annotate.Layer {
	return []annotate.Layer{annotate.Syntax, annotate.Mentions, annotate.Entities, annotate.Claims}
}

// Assigns are the layers that are there afterwards.
func (r *Relations) Assigns() []annotate.Layer { return []annotate.Layer{annotate.Relations} }

// Annotate adds the relations of a document, the founding of groups to its
// events, and the aims of groups to its entities.
func (r *Relations) Annotate(d *annotate.Document) {
	f := finder{d: d, view: pattern.Of(d), seen: map[key]int{}, least: r.least}
	r.rules.Match(f.view, func(m *pattern.Match) {
		switch {
		case m.Rule.Property("profile") != "":
			f.aim(m)
		case m.Rule.Property("event") != "":
			f.event(m)
		default:
			f.relation(m)
		}
	})
	f.roles()
	if r.scorer != nil {
		f.judge(r.scorer)
	}
}

// key is what makes two finds the same relation in the same place.
type key struct {
	kind     annals.RelationType
	from, to annals.Ref
	sentence int
}

// finder gathers the relations of one document.
type finder struct {
	d     *annotate.Document
	view  *pattern.View
	seen  map[key]int // place in Relations
	least int
}

// symmetric says that a type of relation has no direction.
func symmetric(t annals.RelationType) bool {
	return t == annals.AllyOf || t == annals.HostileTo || t == annals.AliasOf
}

// relation adds what a rule found, unless the sentence does not assert it or it
// has been found there already.
func (f *finder) relation(m *pattern.Match) {
	fromWord, toWord := m.Token("from"), m.Token("to")
	from, to := f.entity(fromWord), f.entity(toWord)
	if from == 0 || to == 0 || from == to || !f.asserted(m) {
		return
	}
	kind := annals.RelationType(m.Rule.Property("type"))
	if kind == annals.LeaderOf && f.under(m.Token("role")) {
		kind = annals.MemberOf
	}
	if kind == annals.MemberOf && f.d.Entities[from-1].Kind != annals.Person {
		kind = annals.PartOfRelation
	}
	if !f.fits(kind, from, to, toWord) {
		return
	}
	k := key{kind, from, to, f.d.Text.SentenceOf(m.Anchor())}
	if symmetric(kind) && from > to {
		k.from, k.to = to, from
	}
	if _, known := f.seen[k]; known {
		return
	}
	r := annals.Relation{Span: f.span(m.Anchor(), fromWord, toWord), Type: kind, From: from, To: to,
		Time: f.timeOf(m.Anchor()), Confidence: confidence(m.Rule), Rule: m.Rule.Name}
	r.Text = r.Span.In(f.d.Text.Source)
	r.Claim = claims.Around(f.d.Claims, r.Span)
	f.seen[k] = len(f.d.Relations)
	f.d.Relations = append(f.d.Relations, r)
}

// fits says that two entities can be so related: nobody is a member of the
// people whose adjective stands before a role ("Australian minister"), and one
// name stands for another only where both are names of one sort of thing: an
// office is a role of its holder, not a name.
func (f *finder) fits(kind annals.RelationType, from, to annals.Ref, toWord int) bool {
	a, b := &f.d.Entities[from-1], &f.d.Entities[to-1]
	switch kind {
	case annals.MemberOf, annals.LeaderOf:
		if kind == annals.LeaderOf && !f.named(a) {
			return false // "a man who led it" is nobody to tell of
		}
		dep := f.d.Text.Tokens[toWord].Dep
		return b.Kind != annals.Population || dep != "amod" && dep != "compound"
	case annals.AliasOf:
		return (a.Kind == annals.Person) == (b.Kind == annals.Person) && f.named(a) && f.named(b)
	case annals.AllyOf, annals.HostileTo:
		return party(a.Kind) && party(b.Kind)
	}
	return true
}

// party says that a kind can be anybody's ally or enemy. To attack civilians makes
// nobody their rival.
func party(k annals.Kind) bool {
	return k != annals.Population && k != annals.PlaceKind && k != annals.Facility
}

// named says that an entity has a name.
func (f *finder) named(e *annals.Entity) bool {
	for _, m := range e.Mentions {
		if f.d.Mentions[m-1].Form == annals.Name {
			return true
		}
	}
	return false
}

// sureOfRule is the confidence of a rule that gives none of its own: a judgement
// of how clear such sentences are, not a measured share.
const sureOfRule = 0.8

func confidence(r *pattern.Rule) float64 {
	var c float64
	if _, err := fmt.Sscanf(r.Property("confidence"), "%g", &c); err == nil {
		return c
	}
	return sureOfRule
}
