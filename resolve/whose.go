package resolve

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

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
		name := r.Actors[v.actor].Name
		if of := callingOf(name); of.head != "" {
			return of
		}
		named := calling{head: spokesman, sort: officeWord, of: map[string]bool{}}
		for _, w := range callingWords(name) {
			named.narrow(w.lower)
		}
		return named
	}
	texts := []string{t.source.In(r.Readings[v.reading].Document.Text)}
	if t.speaker != 0 {
		texts = append(texts, r.Readings[v.reading].Entities[t.speaker-1].Role)
	}
	for _, text := range texts {
		if of := callingOf(text); of.initials == "" && of.sort == officeWord || of.speaks {
			return of
		}
	}
	return calling{}
}

// named is the actor that the words of a source name, and whether it is a
// person; -1 none. The speaker that the reader found comes first, unless the
// words speak of one of many without its name: "a friend of the actress" is not
// the actress.
func (r *Resolution) named(k EntityKey, source annals.Span) (actor int, person bool) {
	reading := r.Readings[k.Reading]
	words := callingWords(source.In(reading.Document.Text))
	actor = -1
	if k.Entity != 0 {
		actor = r.Actor(k)
	}
	if actor >= 0 && len(words) > 0 && indefinite[words[0].lower] && !r.calledIn(actor, words) {
		actor = -1
	}
	if actor >= 0 && r.Actors[actor].Kind == annals.Person {
		return actor, true
	}
	source = titled(reading.Document.Text, source)
	for i := range reading.Mentions {
		m := &reading.Mentions[i]
		if m.Form == annals.Name && m.Kind == annals.Person && m.Overlaps(source) && m.Entity != 0 {
			if a := r.Actor(EntityKey{k.Reading, m.Entity}); a >= 0 {
				return a, true
			}
		}
	}
	return actor, false
}

// titled is a source with the name that follows a title: "Police Chief" before
// "Maria Gomez".
func titled(text string, source annals.Span) annals.Span {
	c := callingOf(source.In(text))
	if c.sort == officeWord && source.End < len(text) && text[source.End] == ' ' {
		source.End += 2
	}
	return source
}

// calledIn says whether a name of an actor stands in the words.
func (r *Resolution) calledIn(actor int, words []callingWord) bool {
	have := spaced(words)
	return slices.ContainsFunc(r.Actors[actor].Names, func(n ActorName) bool { return strings.Contains(have, spaced(callingWords(n.Name))) })
}

func spaced(words []callingWord) string {
	out := " "
	for _, w := range words {
		out += w.lower + " "
	}
	return out
}
