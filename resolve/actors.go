package resolve

import (
	"fmt"
	"sort"

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

func (r *Resolution) findActors(known Aliases) {
	candidates := r.namedEntities()
	once := newOnceEach(known)
	byName := map[string][]int{}
	for i, c := range candidates {
		for _, k := range sortedKeys(c.names) {
			byName[k] = append(byName[k], i)
			if canonical, ok := once.Canonical(c.as[k]); ok {
				byName["="+canonical] = append(byName["="+canonical], i)
			}
		}
	}
	same := newSets(len(candidates))
	for _, k := range sortedKeys(byName) {
		joinBlock(candidates, byName[k], k, same)
	}
	r.applyActorJudgements(candidates, same)
	r.actorOf = map[EntityKey]int{}
	for _, members := range same.members() {
		actor := r.newActor(candidates, members)
		for _, m := range members {
			r.actorOf[candidates[m].key] = len(r.Actors)
		}
		r.Actors = append(r.Actors, actor)
	}
	r.findPossiblySame(candidates)
}

// joinBlock joins the entities of a block that share the name key k. Each is
// held against the first of every family of kinds met so far, so that a block of
// many reports costs no more than a few comparisons each.
func joinBlock(candidates []candidate, block []int, k string, same sets) {
	first := map[int]int{}
	for _, j := range block {
		kind := family(candidates[j].entity.Kind)
		i, met := first[kind]
		switch {
		case !met && speaksFor(candidates[j], k):
			first[kind] = j
		case met && sameActor(candidates[i], candidates[j], k):
			same.join(i, j)
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

// sameActor says whether two entities that share the name key k are one.
func sameActor(a, b candidate, k string) bool {
	if !kindsAgree(a.entity.Kind, b.entity.Kind) {
		return false
	}
	if k[0] == '=' { // one known actor: the names may differ
		return true
	}
	if a.entity.Kind == annals.Person && len(k) < 4 {
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

// applyActorJudgements joins what a person called the same. Keys are actor
// names or "document#entity".
func (r *Resolution) applyActorJudgements(candidates []candidate, same sets) {
	for _, j := range r.Judgements {
		if j.Verdict != annals.Same {
			continue
		}
		left, right := r.find(candidates, j.Left), r.find(candidates, j.Right)
		if left >= 0 && right >= 0 {
			same.join(left, right)
		}
	}
}

func (r *Resolution) find(candidates []candidate, key string) int {
	k := nameKey(key)
	for i, c := range candidates {
		if c.names[k] > 0 || fmt.Sprintf("%s#e%d", r.Readings[c.key.Reading].Document.ID, c.key.Entity) == key {
			return i
		}
	}
	return -1
}

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
	actor.ID = r.EntityKey(actor.Entities[0]).Short("a")
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

// findPossiblySame notes actors one of whose names contains all words of the
// other's, or who share a rare name: shown, left open, not joined.
func (r *Resolution) findPossiblySame(candidates []candidate) {
	byName := map[string][]int{}
	for _, c := range candidates {
		for _, k := range sortedKeys(c.names) {
			actor := r.actorOf[c.key]
			if list := byName[k]; len(list) == 0 || list[len(list)-1] != actor {
				byName[k] = append(list, actor)
			}
		}
	}
	seen := map[[2]int]bool{}
	for _, k := range sortedKeys(byName) {
		for _, a := range byName[k] {
			for _, b := range byName[k] {
				if a == b || seen[[2]int{a, b}] || !kindsAgree(r.Actors[a].Kind, r.Actors[b].Kind) {
					continue
				}
				seen[[2]int{a, b}] = true
				r.Actors[a].PossiblySame = append(r.Actors[a].PossiblySame, Likeness{Actor: b, Score: sharedNameScore, Why: []string{"both are called " + k}})
			}
		}
	}
}

// sharedNameScore is the score of two actors that share a name which one of
// them goes by only rarely.
const sharedNameScore = 0.5

func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}
