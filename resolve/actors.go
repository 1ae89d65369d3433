package resolve

import (
	"fmt"
	"strings"

	"github.com/annals-project/annals"
)

// Actor is entities of one report or more that are taken to be one.
type Actor struct {
	ID           string
	Name         string
	Kind         annals.Kind
	Public       bool
	Entities     []EntityKey
	Names        []ActorName
	PossiblySame []Likeness
}

// ActorName is a name an actor goes by, with how many mentions use it.
type ActorName struct {
	Name  string
	Kind  string // official, acronym, other
	Count int
	First EntityKey
}

// Likeness is another actor that may be the same, with the reasons.
type Likeness struct {
	Actor int
	Score float64
	Why   []string
}

// candidate is a named entity while actors are found.
type candidate struct {
	key    EntityKey
	entity *annals.Entity
	names  map[string]int    // name key to the number of its uses, introductions counted
	as     map[string]string // name key to the name as written
	total  int
}

// actorFinder joins named entities into actors.
type actorFinder struct {
	*Resolution
	candidates []candidate
	at         map[EntityKey]int // index into candidates
	rulings    []ruling
	parted     map[int]bool
	same       *partition
}

func (r *Resolution) findActors(known Aliases) {
	f := &actorFinder{Resolution: r, candidates: r.namedEntities(), at: map[EntityKey]int{}}
	for i, c := range f.candidates {
		f.at[c.key] = i
	}
	f.same = newPartition(len(f.candidates))
	f.rulings = rulings(r.standing, annals.ActorKey, f.number)
	f.parted = parted(f.rulings)
	f.same.rule(f.rulings)
	f.partBranches()
	byName := f.blocks(known)
	for _, k := range sortedKeys(byName) {
		f.joinBlock(byName[k], k)
	}
	r.actorOf = map[EntityKey]int{}
	for _, members := range f.same.members() {
		actor := r.newActor(f.candidates, members)
		for _, m := range members {
			r.actorOf[f.candidates[m].key] = len(r.Actors)
		}
		r.Actors = append(r.Actors, actor)
	}
	f.findPossiblySame()
}

// number is the candidate that a key names; -1 when no report names it.
func (f *actorFinder) number(k annals.Key) int {
	reading, ref := f.locate(k)
	if i, ok := f.at[EntityKey{reading, ref}]; ok {
		return i
	}
	return -1
}

// blocks sorts the candidates under the names that they go by. Those that a
// person parted from others come last, so that what is new joins the rest.
func (f *actorFinder) blocks(known Aliases) map[string][]int {
	once := newOnceEach(known)
	byName := map[string][]int{}
	put := func(i int) {
		c := f.candidates[i]
		for _, k := range sortedKeys(c.names) {
			byName[k] = append(byName[k], i)
			if canonical, ok := once.Canonical(c.as[k]); ok {
				byName["="+canonical] = append(byName["="+canonical], i)
			}
		}
	}
	for _, late := range []bool{false, true} {
		for i := range f.candidates {
			if f.parted[i] == late {
				put(i)
			}
		}
	}
	return byName
}

// joinBlock joins the entities of a block that share the name key k. Each is
// held against the first of every family of kinds met so far, so that a block of
// many reports costs no more than a few comparisons each. What must not join
// the first is held against the next that must not either.
func (f *actorFinder) joinBlock(block []int, k string) {
	why := sharedName(k)
	firsts := map[int][]int{}
	for _, j := range block {
		kind := family(f.candidates[j].entity.Kind)
		joined, refused := false, false
		for _, i := range firsts[kind] {
			if !sameActor(f.candidates[i], f.candidates[j], k) {
				continue
			}
			one := f.same.find(i) == f.same.find(j)
			if joined = f.same.join(i, j); joined {
				if !one {
					f.decideOn(i, j, annals.Same, why)
				}
				break
			}
			refused = true
		}
		if !joined && (refused || len(firsts[kind]) == 0) && speaksFor(f.candidates[j], k) {
			firsts[kind] = append(firsts[kind], j)
		}
	}
}

func (f *actorFinder) decideOn(i, j int, verdict, why string) {
	a, b := f.candidates[i].key, f.candidates[j].key
	f.Decisions = append(f.Decisions, Decision{Kind: annals.ActorKey, Left: Element{a.Reading, a.Entity}, Right: Element{b.Reading, b.Entity}, Verdict: verdict, Why: why})
}

// sharedName says why two that share a name key are one.
func sharedName(k string) string {
	if k[0] == '=' {
		return "known actor: both go by names of " + k[1:]
	}
	return "same name: both are called " + k
}

// branches are the relations whose two ends are never one actor: a parent is
// not its branch, an enemy not its enemy.
var branches = map[annals.RelationType]bool{annals.AffiliateOf: true, annals.PartOfRelation: true, annals.SplinterOf: true, annals.HostileTo: true}

// partBranches keeps apart what a report says stand to each other as only two
// can.
func (f *actorFinder) partBranches() {
	for i, reading := range f.Readings {
		for n := range reading.Relations {
			x := &reading.Relations[n]
			from, okFrom := f.at[EntityKey{i, x.From}]
			to, okTo := f.at[EntityKey{i, x.To}]
			if branches[x.Type] && okFrom && okTo && !f.same.forbidden(from, to) && f.same.forbid(from, to) {
				f.decideOn(from, to, annals.Different, fmt.Sprintf("a report says that one is %s the other", strings.ReplaceAll(string(x.Type), "_", " ")))
			}
		}
	}
}

// speaksFor says whether the name key is one that the entity really goes by.
func speaksFor(c candidate, k string) bool { return k[0] == '=' || weight(c, k) >= rareName }

// namedEntities lists the entities that the reports call by a name.
func (r *Resolution) namedEntities() []candidate {
	var out []candidate
	for ri, reading := range r.Readings {
		for ei := range reading.Entities {
			e := &reading.Entities[ei]
			c := candidate{key: EntityKey{ri, annals.Ref(ei + 1)}, entity: e, names: map[string]int{}, as: map[string]string{}}
			for _, m := range e.Mentions {
				mention := &reading.Mentions[m-1]
				if mention.Form == annals.Name {
					c.add(mention.Text)
				}
			}
			if c.total == 0 {
				continue
			}
			for _, a := range e.Aliases {
				c.add(a.Name)
			}
			out = append(out, c)
		}
	}
	return out
}

func (c *candidate) add(name string) {
	k := nameKey(name)
	if k == "" {
		return
	}
	c.names[k]++
	c.total++
	if c.as[k] == "" {
		c.as[k] = stripArticle(name)
	}
}

// rareName is the share of an entity's mentions below which a name is too
// seldom used to say by itself who the entity is: "the Islamic State", once,
// among twenty mentions of its branch.
const rareName = 0.15

// shortName is the length of a name key below which it does not tell one person
// from another.
const shortName = 4

// sameActor says whether two entities that share the name key k are one.
func sameActor(a, b candidate, k string) bool {
	if !kindsAgree(a.entity.Kind, b.entity.Kind) {
		return false
	}
	if k[0] == '=' { // one known actor: the names may differ
		return true
	}
	if a.entity.Kind == annals.Person && len(k) < shortName {
		return false
	}
	return weight(a, k) >= rareName && weight(b, k) >= rareName
}

func weight(c candidate, k string) float64 { return float64(c.names[k]) / float64(c.total) }

// kindsAgree says whether one thing may have been read as either kind: groups,
// forces, governments and organisations are easily taken for one another, a
// person is not.
func kindsAgree(a, b annals.Kind) bool {
	return a == b || family(a) == family(b)
}

func family(k annals.Kind) int {
	switch k {
	case annals.Person:
		return 1
	case annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation, annals.OtherKind:
		return 2
	case annals.PlaceKind:
		return 3
	case annals.Population:
		return 4
	default:
		return 5
	}
}
