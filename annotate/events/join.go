package events

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/edtf"
	"github.com/annals-project/annals/text"
)

// joiner puts events of one document into groups that are one event.
type joiner struct {
	*reading
	found  []candidate
	at     map[int]int // trigger token → event
	group  []int       // event → first event of its group
	reason []string    // why an event joined
	links  []link      // what comes before or after what
	turns  []int       // event → which of a series it is told as, 0 of none
}

// join ties mentions of one event together with same_as, each to the first:
// first the ties grammar makes inside a sentence, then those a definite
// description or shared victims make across sentences. What one mention of a
// group leaves out (who, whom, when, where) it takes from the others.
func (v *view) join(s Scorers) []int {
	r, found := v.reading, v.found
	j := &joiner{reading: r, found: found, at: map[int]int{}, group: make([]int, len(found)), reason: make([]string, len(found))}
	for i := range found {
		j.at[found[i].token] = i
		j.group[i] = i
	}
	j.links = j.ordered()
	j.forget()
	j.number()
	for i := range found {
		j.inSentence(i)
	}
	for i := range found {
		j.across(i)
	}
	if s.Pairs != nil {
		j.likely(v, s)
	}
	j.outcomes()
	for i, g := range j.group {
		if g != i {
			e := &r.doc.Events[i]
			e.Links = append(e.Links, annals.Link{Type: annals.SameAs, Event: annals.Ref(g + 1)})
		}
	}
	j.share()
	j.reckon()
	j.parts()
	return j.group
}

func (j *joiner) event(i int) *annals.Event { return &j.doc.Events[i] }

// tie puts two events into one group unless they cannot be one.
func (j *joiner) tie(a, b int, why string) bool {
	ga, gb := j.group[a], j.group[b]
	if ga == gb || !j.compatible(a, b) {
		return false
	}
	for x := range j.group { // what one mention leaves open another of its group may rule out
		for y := range j.group {
			if j.group[x] == ga && j.group[y] == gb && (datesDiffer(j.event(x).EDTF, j.event(y).EDTF) ||
				j.placesDiffer(j.event(x), j.event(y)) || j.actorsDiffer(x, y) || j.separate(x, y) || j.otherTurn(x, y)) {
				return false
			}
		}
	}
	first, other := min(ga, gb), max(ga, gb)
	for i, g := range j.group {
		if g == other {
			j.group[i] = first
		}
	}
	if j.reason[max(a, b)] == "" {
		j.reason[max(a, b)] = why
	}
	return true
}

// compatible says whether two events could be one by type, standing and day.
func (j *joiner) compatible(a, b int) bool {
	x, y := j.event(a), j.event(b)
	if x.PLOVER == nil || y.PLOVER == nil || x.PLOVER.Type != y.PLOVER.Type || x.Status != y.Status {
		return false
	}
	if (j.found[a].frame.name == "take") != (j.found[b].frame.name == "take") {
		return false
	}
	if (x.PLOVER.Mode == "abduct") != (y.PLOVER.Mode == "abduct") || (x.PLOVER.Mode == "strike") != (y.PLOVER.Mode == "strike") {
		return false
	}
	return !datesDiffer(x.EDTF, y.EDTF) && !j.placesDiffer(x, y)
}

// actorsDiffer says whether two events name different doers.
func (j *joiner) actorsDiffer(a, b int) bool {
	x, y := j.actorsNamed(a), j.actorsNamed(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for _, m := range x {
		for _, n := range y {
			if j.oneThing(m, n) || j.doc.Mentions[m-1].Overlaps(j.doc.Mentions[n-1].Span) {
				return false
			}
		}
	}
	return true
}

// actorsNamed are the actors of an event that are given by name.
func (j *joiner) actorsNamed(i int) []annals.Ref {
	var out []annals.Ref
	for _, a := range ofRole(j.event(i).Arguments, annals.Actor) {
		if j.doc.Mentions[a.Mention-1].Form == annals.Name && a.Rule != "learned role" {
			out = append(out, a.Mention)
		}
	}
	return out
}

// dayLength is the length of an EDTF day.
const dayLength = len("2021-08-26")

func daysDiffer(a, b string) bool { return len(a) == dayLength && len(b) == dayLength && a != b }

// datesDiffer says whether two dates, each as exact as it is told, share no day: a
// July and the May of another year, a day and a year that does not hold it.
func datesDiffer(a, b string) bool {
	x, err := edtf.Parse(a)
	y, fault := edtf.Parse(b)
	return err == nil && fault == nil && !x.Approximate() && !y.Approximate() && !x.Overlaps(y)
}

// placesDiffer says whether two events lie in different settlements.
func (j *joiner) placesDiffer(x, y *annals.Event) bool {
	a, b := j.placeOf(x), j.placeOf(y)
	return a != nil && b != nil && (a.Country != b.Country && a.Country != "" && b.Country != "" ||
		a.Precision == annals.Settlement && b.Precision == annals.Settlement && a.GeoNames != b.GeoNames)
}

// result says whether a trigger tells of the harm an attack does.
func result(c *candidate) bool {
	return c.frame.name == "harm" || c.frame.name == "undergo" || c.mode == "destroy" || c.mode == "primitive"
}

// inSentence ties an event to those its own sentence makes one with it.
func (j *joiner) inSentence(i int) {
	c := &j.found[i]
	for _, d := range c.around {
		o, isEvent := j.at[d.token]
		if !isEvent || o == i {
			continue
		}
		switch d.function {
		case "in", "during", "by", "from", "with": // "killed in the attack"
			j.tie(i, o, "in the sentence: "+d.function)
		case "subj": // "the attack killed"
			if result(c) {
				j.tie(i, o, "in the sentence: subject")
			}
		case "of":
			if !c.noun || result(&j.found[o]) {
				continue
			}
			j.tie(i, o, "in the sentence: of")
		}
	}
	k := &j.text.Tokens[c.token]
	if o, isEvent := j.at[k.Head]; isEvent && k.Head >= 0 {
		switch {
		case k.Dep == "acl:relcl" || k.Dep == "acl": // "the attack that killed"
			if j.found[o].noun {
				j.tie(i, o, "in the sentence: relative clause")
			}
		case k.Dep == "advcl" && k.XPOS == "VBG" && result(c): // "exploded, killing"
			j.tie(i, o, "in the sentence: participle")
		case k.Dep == "conj" && result(c): // "attacked and killed", "killed and wounded"
			j.tie(i, o, "in the sentence: coordination")
		}
	}
	if k.Head >= 0 && (k.Dep == "obj" || text.DepIs(k.Dep, "obl")) { // "the blast caused deaths"
		if s := j.text.Child(k.Head, "nsubj"); s != text.None {
			if o, isEvent := j.at[s]; isEvent {
				j.tie(i, o, "in the sentence: cause")
			}
		}
	}
}

// pointers are event nouns that can point back at any violence.
var pointers = map[string]bool{"attack": true, "assault": true, "incident": true, "act": true, "action": true, "violence": true, "massacre": true,
	"bombing": true, "explosion": true, "blast": true, "killing": true, "murder": true, "assassination": true, "shooting": true, "kidnapping": true,
	"ambush": true, "raid": true, "strike": true}

// lookBack is how many earlier events a mention may go back to.
const lookBack = 30

// across ties an event to an earlier one of the text.
func (j *joiner) across(i int) {
	if j.group[i] != i && j.text.SentenceOf(j.found[j.group[i]].token) != j.text.SentenceOf(j.found[i].token) {
		return
	}
	anaphor := j.found[i].noun && j.definite(j.found[i].token)
	for o := i - 1; o >= max(0, i-lookBack); o-- {
		if j.group[o] == j.group[i] {
			continue
		}
		switch shared := j.sharedHarmed(i, o); {
		case j.oneCount(i, o) && j.likeMode(i, o): // "kills 31" of a heading is no habit
			if j.tie(o, i, "as many people harmed") {
				return
			}
		case shared == differ || j.plural(j.found[i].token) || j.plural(j.found[o].token):
			continue
		case shared == same && j.likeMode(i, o):
			if j.tie(o, i, "same people or things harmed") {
				return
			}
		case anaphor && (pointers[j.found[i].words[len(j.found[i].words)-1]] || j.found[i].words[0] == j.found[o].words[0]) && j.likeMode(i, o) && (j.event(i).PLOVER.Mode == "" || j.event(o).PLOVER.Mode != ""):
			if j.tie(o, i, "definite description") {
				return
			}
		}
	}
}

// likely ties the pairs the scorer is surest of, the surest first.
func (j *joiner) likely(v *view, s Scorers) {
	type pair struct {
		a, b int
		p    float64
	}
	var pairs []pair
	p := make([]float64, 2)
	for b := range j.found {
		for a := max(0, b-lookBack); a < b; a++ {
			if j.group[a] == j.group[b] || !violent(j.event(a)) || !violent(j.event(b)) || !j.compatible(a, b) ||
				j.plural(j.found[a].token) || j.plural(j.found[b].token) || j.sharedHarmed(a, b) != same && j.text.SentenceOf(j.found[b].token)-j.text.SentenceOf(j.found[a].token) > farthest {
				continue
			}
			s.Pairs.Probabilities(v.ofPair(a, b), p)
			if p[1] >= s.LeastPair {
				pairs = append(pairs, pair{a, b, p[1]})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.p, x.p) })
	for _, x := range pairs {
		j.tie(x.a, x.b, "learned pair")
	}
}

// renewed are words that mark an event as another one.
var renewed = map[string]bool{"another": true, "new": true, "second": true, "third": true, "fourth": true, "fifth": true, "previous": true,
	"earlier": true, "other": true, "similar": true, "recent": true, "last": true, "next": true, "further": true, "future": true, "several": true, "subsequent": true, "many": true, "more": true}

// definite says whether an event noun points back: "the attack", "this killing".
func (j *joiner) definite(token int) bool {
	pointing := false
	for _, c := range j.text.Children(token) {
		k := &j.text.Tokens[c]
		if renewed[k.Norm] || k.Dep == "nummod" {
			return false
		}
		pointing = pointing || k.Dep == "det" && (k.Norm == "the" || k.Norm == "this" || k.Norm == "that")
	}
	return pointing
}

// likeMode says whether the modes of two events leave room for one event.
func (j *joiner) likeMode(a, b int) bool {
	x, y := j.event(a).PLOVER, j.event(b).PLOVER
	if x == nil || y == nil {
		return false
	}
	if x.Mode == "" || y.Mode == "" || x.Mode == y.Mode {
		return true
	}
	bomb := func(m string) bool { return m == "explosives" || m == "suicide-attack" }
	return bomb(x.Mode) && bomb(y.Mode) || slices.Contains(x.Modes, y.Mode) || slices.Contains(y.Modes, x.Mode)
}

func ofRole(args []annals.Argument, role annals.Role) []annals.Argument {
	var out []annals.Argument
	for _, a := range args {
		if a.Role == role {
			out = append(out, a)
		}
	}
	return out
}
