package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// voices are the sources of all readings, with what each says; what a report
// says itself is one of them.
func (r *Resolution) voices() []*voice {
	var out []*voice
	for i, reading := range r.Readings {
		lead := leadWords(reading)
		here := map[string]*voice{}
		heard := map[[2]int]bool{}
		find := func(found voice) *voice {
			v := here[found.key]
			if v == nil {
				v = &found
				v.lead = lead
				here[found.key] = v
				out = append(out, v)
			}
			return v
		}
		tags := speakersIn(reading)
		for s := range reading.Statements {
			if reading.Statements[s].About == annals.AboutNothing {
				continue
			}
			k := StatementKey{i, s}
			v := find(r.voiceOf(k, tags))
			v.statements = append(v.statements, k)
			v.hear(reading, s, heard)
		}
		for _, sentence := range reading.Sentences {
			for _, t := range tags[sentence.Start] {
				v := find(r.voiceFrom(i, t))
				v.passages = append(v.passages, Passage{i, sentence})
				if v.tells() {
					v.sentences = append(v.sentences, rareWords(sentence.In(reading.Document.Text)))
				}
			}
		}
	}
	return out
}

// tells says whether what a voice says may tell who it is.
func (v *voice) tells() bool { return v.head != "" || v.person }

// hear takes in the sentences of a statement, each once for a claim.
func (v *voice) hear(reading *annals.Reading, statement int, heard map[[2]int]bool) {
	s := &reading.Statements[statement]
	if s.About != annals.AboutClaim || !v.tells() {
		return
	}
	for _, e := range s.Evidence {
		if at := [2]int{int(s.Claim), e.Start}; !heard[at] {
			heard[at] = true
			v.sentences = append(v.sentences, rareWords(e.In(reading.Document.Text)))
		}
	}
}

// voiceOf is the source that a statement itself points to: that of its claim, or
// the only one that its sentence names where no claim is read there.
func (r *Resolution) voiceOf(k StatementKey, tags map[int][]tag) voice {
	reading := r.Readings[k.Reading]
	c := claimOf(reading, k.Statement)
	if c != nil && !c.Source.Empty() {
		return r.voiceFrom(k.Reading, tag{c.Source, c.Speaker})
	}
	if e := reading.Statements[k.Statement].Evidence[0]; c != nil || !claimsIn(reading, e.Span) {
		if named := tags[e.Start]; len(named) == 1 {
			return r.voiceFrom(k.Reading, named[0])
		}
	}
	if c != nil {
		return r.voiceFrom(k.Reading, tag{c.Source, c.Speaker})
	}
	return voice{reading: k.Reading, actor: -1, key: outletOrigin + r.outlet(k.Reading)}
}

// claimsIn says whether a claim is made in a sentence.
func claimsIn(reading *annals.Reading, sentence annals.Span) bool {
	return slices.ContainsFunc(reading.Claims, func(c annals.Claim) bool { return c.Cue.Overlaps(sentence) })
}

// voiceFrom is the source that words of a report name.
func (r *Resolution) voiceFrom(in int, t tag) voice {
	source := t.source.In(r.Readings[in].Document.Text)
	if words := nameWords(source); citesWork(words) {
		if len(words) > 1 {
			return voice{reading: in, actor: -1, key: workOrigin + strings.Join(words, " ")}
		}
		return voice{reading: in, actor: -1, key: unnamedOrigin + words[0] + " in " + r.outlet(in), points: true}
	}
	v := voice{reading: in, calling: callingOf(source)}
	v.actor, v.person = r.named(EntityKey{in, t.speaker}, t.source)
	if v.actor >= 0 {
		v.key, v.name = actorOrigin+r.Actors[v.actor].ID, r.Actors[v.actor].Name
		v.calling = r.office(&v, t)
	} else { // without any words too: it is no word of the report's own
		v.key, v.points = unnamedOrigin+nameKey(source)+" in "+r.outlet(in), pointing[strings.ToLower(source)]
	}
	return v
}

// pointing are words for a source that was told of before.
var pointing = map[string]bool{"it": true, "he": true, "she": true, "they": true, "who": true, "which": true, "that": true}

// office is how a source with a name may be called without it: by the words
// beside the name, or by its role. A body goes by its name; a person by an
// office or for whom it speaks, not by the body it belongs to.
func (r *Resolution) office(v *voice, t tag) calling {
	if !v.person {
		if of := callingOf(r.Actors[v.actor].Name); of.head != "" {
			return of
		}
		named := calling{head: spokesman, sort: officeWord, of: map[string]bool{}}
		for _, w := range callingWords(r.Actors[v.actor].Name) {
			named.narrow(w.lower)
		}
		return named
	}
	texts := []string{t.source.In(r.Readings[v.reading].Document.Text)}
	if t.speaker != 0 {
		texts = append(texts, r.Readings[v.reading].Entities[t.speaker-1].Role)
	}
	for _, text := range texts {
		if of := callingOf(text); of.sort == officeWord || of.sort == bodyWord && speaks(text) {
			return of
		}
	}
	return calling{}
}

// speaks says whether words call one who speaks for a body.
func speaks(words string) bool {
	return slices.ContainsFunc(callingWords(words), func(w callingWord) bool { return voiceWords()[singular(w.lower)] == speakerWord })
}

// hearing is two voices that may be one, with what speaks for it.
type hearing struct {
	a, b   int // indices into the voices, the earlier first
	weight float64
}

// joinVoices gives voices of different reports that are one source one key: the
// police of one town in two reports of one thing.
func (r *Resolution) joinVoices(voices []*voice) {
	links := sameSources(voices)
	slices.SortFunc(links, func(x, y hearing) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	sets := newSets(len(voices))
	whose := slices.Clone(voices) // by representative: the voice that says most of who it is
	for _, l := range links {
		a, b := sets.find(l.a), sets.find(l.b)
		if a == b || !mayBeOne(whose[a], whose[b]) {
			continue
		}
		sets.join(a, b)
		whose[min(a, b)] = fuller(whose[a], whose[b])
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
}

// fuller is the voice that has a name, or else is called by more.
func fuller(a, b *voice) *voice {
	if a.actor < 0 && (b.actor >= 0 || len(b.of) > len(a.of)) {
		return b
	}
	return a
}

// mayBeOne says whether nothing parts two sources: no two names, nor callings
// that exclude each other.
func mayBeOne(a, b *voice) bool {
	if a.actor >= 0 && b.actor >= 0 {
		return a.actor == b.actor || a.person && b.person && namesakes(a.name, b.name)
	}
	return a.head == "" || b.head == "" || a.agrees(&b.calling)
}

// What two voices must have in common: the rarity of shared words in sum, and
// its share of the rarity of the words of the smaller.
const (
	heardAlike   = 11 // an office or body: some three rare words in all that it says
	vagueAlike   = 15 // officials: in one sentence of each
	vagueOverlap = 0.4
	leadAlike    = 20 // where reports begin alike, an office or body need not say the same
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
						out = append(out, hearing{i, j, weight})
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
	if v.sort == vagueWord || o.sort == vagueWord {
		return v.closest(o)
	}
	namesakes := v.actor >= 0 && o.actor >= 0
	if weight := common(v.heard(), o.heard()); weight >= heardAlike && (namesakes || alike(v.lead, o.lead, leadAlike, leadOverlap)) {
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
