package resolve

import (
	"cmp"
	"slices"
	"strings"
)

// hearing is two voices that may be one, with what speaks for it.
type hearing struct {
	a, b   int // indices into the voices, the earlier first
	weight float64
	worded bool // reports give them the same words
}

// joinVoices gives voices of different reports that are one source one key: the
// police of one town in two reports of one thing.
func (r *Resolution) joinVoices(voices []*voice) {
	links := append(sameSources(voices), r.worded(voices)...)
	slices.SortStableFunc(links, func(x, y hearing) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	sets := newSets(len(voices))
	parties := make([]party, len(voices)) // by representative
	first := map[string]int{}
	for i, v := range voices { // one actor or work in all the reports that quote it
		parties[i] = newParty(v)
		at, met := first[v.key]
		if !met {
			first[v.key] = i
			continue
		}
		sets.join(at, i)
		parties[at].take(parties[i])
	}
	var heard []hearing
	for _, l := range links {
		a, b := sets.find(l.a), sets.find(l.b)
		if a != b && parties[a].mayBe(parties[b], l.worded) {
			sets.join(a, b)
			parties[min(a, b)].take(parties[max(a, b)])
			heard = append(heard, l)
		}
	}
	keys := map[int]string{}
	for i, v := range voices {
		root := sets.find(i)
		if have, ok := keys[root]; !ok || v.key < have {
			keys[root] = v.key
		}
	}
	for i, v := range voices {
		v.key = keys[sets.find(i)]
	}
	for _, l := range heard {
		r.because(voices[l.a].key, l.why(voices))
	}
}

// why says what makes two voices one source.
func (h *hearing) why(voices []*voice) string {
	a, b := voices[h.a], voices[h.b]
	switch {
	case h.worded:
		return "reports give them the same words"
	case a.person && b.person:
		return "names that may be one person's, who tells of the same"
	case a.abbreviates(&b.calling) || b.abbreviates(&a.calling):
		return "a name and its initials, telling of the same"
	}
	return "called alike, telling of the same"
}

// party is what reports say of who one source is.
type party struct {
	named  []*voice           // a voice for each actor
	called map[string]calling // by head: the narrowest
}

func newParty(v *voice) party {
	p := party{called: map[string]calling{}}
	if v.actor >= 0 {
		p.named = []*voice{v}
	}
	if v.head != "" {
		p.called[v.head] = v.calling
	}
	return p
}

// take adds what is said of another who is the same.
func (p *party) take(o party) {
	for _, v := range o.named {
		at := slices.IndexFunc(p.named, func(have *voice) bool {
			return have.actor == v.actor || have.person && v.person && namesakes(have.name, v.name)
		})
		if at < 0 {
			p.named = append(p.named, v)
			continue
		}
		one := *p.named[at] // both say more of one
		if len(v.name) > len(one.name) {
			one.name = v.name
		}
		if _, ofBody := one.forBody(); !ofBody && v.head != "" {
			one.calling = v.calling
		}
		p.named[at] = &one
	}
	for head, c := range o.called {
		if have, ok := p.called[head]; !ok || len(c.of) > len(have.of) {
			p.called[head] = c
		}
	}
}

// mayBe says whether nothing parts two parties: no two names, nor callings that
// exclude each other. One to whom reports give the words of a body may speak for it.
func (p *party) mayBe(o party, worded bool) bool {
	for _, v := range p.named {
		if slices.ContainsFunc(o.named, func(w *voice) bool { return !oneName(v, w) && !(worded && mayBeOf(v, w)) }) {
			return false
		}
	}
	for head, c := range p.called {
		if other, both := o.called[head]; both && !c.agrees(&other) {
			return false
		}
	}
	return true
}

// mayBeOf says whether one of two sources with names may have the word of the other:
// a person that of a body, or one of whom no office is told that of somebody who
// speaks for a body.
func mayBeOf(a, b *voice) bool {
	_, x := a.forBody()
	_, y := b.forBody()
	return a.person != b.person || a.head == "" && y || b.head == "" && x
}

// mayBeOne says whether nothing parts two sources.
func mayBeOne(a, b *voice) bool {
	if a.actor >= 0 && b.actor >= 0 {
		return oneName(a, b)
	}
	return a.head == "" || b.head == "" || a.agrees(&b.calling) || a.mayMean(b) || b.mayMean(a) || a.heads(&b.calling) || b.heads(&a.calling)
}

// mayMean says whether a source may be any body, and another is one: officials
// may be the police. One may be who speaks for it.
func (v *voice) mayMean(o *voice) bool {
	return v.sort == anyWord && o.sort != anyWord && (o.sort == bodyWord || o.sort == vagueWord || o.speaks) && agree(v.of, o.of)
}

// oneName says whether two sources with names may be one: one actor, namesakes,
// a body and its initials, or a body and the person who speaks for it.
func oneName(a, b *voice) bool {
	switch {
	case a.actor == b.actor || officersOfOne(a, b):
		return true
	case a.person && b.person:
		return namesakes(a.name, b.name)
	case !a.person && !b.person:
		return a.abbreviates(&b.calling) || b.abbreviates(&a.calling) || a.head == b.head && within(a.of, b.of) && within(b.of, a.of)
	}
	return (a.speaks || b.speaks) && len(a.of) > 0 && len(b.of) > 0 && a.agrees(&b.calling)
}

// What two voices must have in common: the rarity of shared words in sum, and
// its share of the rarity of the words of the smaller.
const (
	heardAlike   = 11 // an office or body: some three rare words in all that it says
	vagueAlike   = 12 // officials: in one sentence of each
	vagueOverlap = 0.25
	leadAlike    = 16 // where reports begin alike, an office or body need not say the same
	leadOverlap  = 0.25
)

// sameSources lists the pairs of voices of different reports that are called
// alike and tell of the same.
func sameSources(voices []*voice) []hearing {
	index := map[string][]int{}
	for i, v := range voices {
		for _, called := range v.calls() {
			for _, w := range v.heard() {
				index[called+" "+w] = append(index[called+" "+w], i)
			}
		}
	}
	met := map[[2]int]bool{}
	var out []hearing
	for _, k := range sortedKeys(index) {
		members := index[k]
		if len(members) > commonRun {
			continue
		}
		for x, i := range members {
			for _, j := range members[x+1:] {
				if !met[[2]int{i, j}] {
					met[[2]int{i, j}] = true
					if weight := voices[i].like(voices[j]); weight > 0 {
						out = append(out, hearing{i, j, weight, false})
					}
				}
			}
		}
	}
	return out
}

// calls are the words by which a voice is looked for: what it is and, of a
// person, the surname.
func (v *voice) calls() []string {
	var out []string
	if v.head != "" {
		out = append(out, v.head)
	}
	if v.sort == anyWord || v.sort == bodyWord || v.sort == vagueWord || v.speaks {
		out = append(out, anyWord)
	}
	for w := range v.of {
		if v.sort == officeWord && voiceWords()[w] == bodyWord {
			out = append(out, w)
		}
	}
	for _, initials := range []string{v.acronym, v.initials} {
		if initials != "" {
			out = append(out, "initials "+initials)
		}
	}
	if v.person {
		out = append(out, "name "+surname(nameWords(v.name)))
	}
	return out
}

// like is what speaks for two voices being one source; 0 when too little does.
func (v *voice) like(o *voice) float64 {
	if v.reading == o.reading || v.actor >= 0 && v.actor == o.actor || !mayBeOne(v, o) {
		return 0
	}
	if v.sort == vagueWord || o.sort == vagueWord || v.sort == anyWord || o.sort == anyWord {
		return v.closest(o)
	}
	named := v.actor >= 0 && o.actor >= 0 || v.calling.namedAlike(&o.calling)
	if weight := common(v.heard(), o.heard()); weight >= heardAlike && (named || alike(v.lead, o.lead, leadAlike, leadOverlap)) {
		return weight
	}
	return 0
}

// alike says whether two lists of words share so much.
func alike(a, b []string, least, share float64) bool {
	weight := common(a, b)
	return weight >= least && weight >= share*min(common(a, a), common(b, b))
}

// closest is the most that a sentence of each has in common.
func (v *voice) closest(o *voice) float64 {
	best := 0.0
	for _, x := range v.sentences {
		for _, y := range o.sentences {
			if alike(x, y, vagueAlike, vagueOverlap) {
				best = max(best, common(x, y))
			}
		}
	}
	return best
}

// common is the rarity of the words in both sorted lists, in sum.
func common(a, b []string) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			sum += rarity(a[i])
			i++
			j++
		}
	}
	return sum
}
