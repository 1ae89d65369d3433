package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// voiceOf is the source that a statement itself points to: that of its claim, or
// the nearest one that its sentence names where no claim is read there.
func (r *Resolution) voiceOf(k StatementKey, named *speakers) voice {
	reading := r.Readings[k.Reading]
	c := claimOf(reading, k.Statement)
	if c != nil && !c.Source.Empty() {
		if to, points := named.meant[c.Source]; points {
			return r.voiceFrom(k.Reading, to)
		}
		return r.voiceFrom(k.Reading, tag{c.Source, c.Speaker})
	}
	if e := reading.Statements[k.Statement].Evidence[0]; c != nil || !claimsIn(reading, e.Span) {
		if tags := named.in[e.Start]; len(tags) > 0 {
			return r.voiceFrom(k.Reading, nearest(tags, r.stands(k)))
		}
	}
	if c != nil {
		return r.voiceFrom(k.Reading, tag{c.Source, c.Speaker})
	}
	return voice{reading: k.Reading, actor: -1, key: outletOrigin + r.outlet(k.Reading)}
}

// nearest is the tag that stands nearest to what a statement is about; of those
// as near the first.
func nearest(tags []tag, about annals.Span) tag {
	return slices.MinFunc(tags, func(a, b tag) int { return cmp.Compare(distance(a.source, about), distance(b.source, about)) })
}

// distance is how far two stretches stand from each other.
func distance(a, b annals.Span) int { return max(0, a.Start-b.End, b.Start-a.End) }

// claimsIn says whether a claim is made in a sentence.
func claimsIn(reading *annals.Reading, sentence annals.Span) bool {
	return slices.ContainsFunc(reading.Claims, func(c annals.Claim) bool { return c.Cue.Overlaps(sentence) })
}

// voiceFrom is the source that words of a report name.
func (r *Resolution) voiceFrom(in int, t tag) voice {
	source := t.source.In(r.Readings[in].Document.Text)
	if citesWork(source) {
		words := nameWords(beforeComma(source))
		if len(words) > 1 {
			called := callingOf(source)
			if outlet := outletIn(callingWords(beforeComma(source))); outlet != nil { // who has its report has its word
				called = nameCalling(outlet)
			}
			return voice{reading: in, actor: -1, calling: called, key: workOrigin + strings.Join(words, " ")}
		}
		return voice{reading: in, actor: -1, key: unnamedOrigin + words[0] + " in " + r.outlet(in), points: true}
	}
	v := voice{reading: in, source: t.source, calling: callingOf(source)}
	v.actor, v.person = r.named(EntityKey{in, t.speaker}, t.source)
	if v.actor >= 0 {
		v.key, v.name = actorOrigin+r.Actors[v.actor].ID, r.Actors[v.actor].Name
		v.calling = r.office(&v, t)
	} else { // without any words too: it is no word of the report's own
		v.key, v.points = unnamedOrigin+nameKey(source)+" in "+r.outlet(in), pointing[strings.ToLower(source)]
	}
	return v
}

// office is how a source with a name may be called without it: by the words
// beside the name, or by its role. A body goes by its name; a person by an
// office, for whom it speaks or of whom it is, where a report says so beside the
// name.
func (r *Resolution) office(v *voice, t tag) calling {
	source := t.source.In(r.Readings[v.reading].Document.Text)
	if !v.person {
		return r.bodyCalled(v.actor, source)
	}
	for _, text := range []string{source, r.role(v, t)} {
		if of := callingOf(text); of.ofOffice() {
			return of
		}
	}
	return affiliation(source)
}

// bodyCalled is how a body is called by its name. A country or government may mean any
// body of its own.
func (r *Resolution) bodyCalled(actor int, source string) calling {
	if called := callingOf(source); called.byName && r.calledIn(actor, callingWords(source)) {
		return called
	}
	a := &r.Actors[actor]
	if of := callingOf(a.Name); of.head != "" {
		return of
	}
	named := calling{head: spokesman, sort: officeWord, of: map[string]bool{}}
	if a.Kind == annals.Government {
		named.sort = anyWord
	}
	for _, w := range callingWords(a.Name) {
		named.narrow(w.lower)
		if w.initials {
			named.acronym = w.lower
		}
	}
	return named
}

// affiliation is the body that stands behind a person's name, for which it then
// speaks: the Herald of "Ada Quill of the Harbour Herald".
func affiliation(source string) calling {
	for _, of := range []string{" of ", " from ", " with "} {
		name, body, found := strings.Cut(beforeComma(source), of)
		if words := callingWords(name); found && len(words) > 0 && words[len(words)-1].name {
			c := callingOf(body)
			c.speaks = c.head != ""
			return c
		}
	}
	return calling{}
}

// role is that of the entity that a tag names, unless it tells the name again.
func (r *Resolution) role(v *voice, t tag) string {
	if t.speaker == 0 {
		return ""
	}
	role := r.Readings[v.reading].Entities[t.speaker-1].Role
	if r.calledIn(v.actor, callingWords(role)) {
		return ""
	}
	return role
}

// named is the actor that the words of a source name, and whether it is a
// person; -1 none. A name behind a title comes first, then the speaker that the
// reader found, unless the words speak of another who has no name: "a friend of
// the actress" is not the actress, nor is her publicist.
func (r *Resolution) named(k EntityKey, source annals.Span) (actor int, person bool) {
	reading := r.Readings[k.Reading]
	text := reading.Document.Text
	if a := r.personAt(k.Reading, behindTitle(text, source)); a >= 0 {
		return a, true
	}
	actor = -1
	if k.Entity != 0 {
		actor = r.Actor(k)
	}
	if actor >= 0 && (r.isOther(k, actor, source) || r.onlyNarrows(actor, source.In(text))) {
		actor = -1
	}
	if actor >= 0 && r.Actors[actor].Kind == annals.Person {
		return actor, true
	}
	source.Start = source.End - len(afterGenitive(source.In(text)))
	if a := r.personAt(k.Reading, source); a >= 0 {
		return a, true
	}
	return actor, false
}

// personAt is the first person whom a stretch names; -1 none.
func (r *Resolution) personAt(in int, span annals.Span) int {
	for i := range r.Readings[in].Mentions {
		m := &r.Readings[in].Mentions[i]
		if m.Form == annals.Name && m.Kind == annals.Person && m.Overlaps(span) && m.Entity != 0 {
			if a := r.Actor(EntityKey{in, m.Entity}); a >= 0 {
				return a
			}
		}
	}
	return -1
}

// behindTitle is where a name stands behind a title: behind "Police Chief" in
// "Police Chief Maria Gomez".
func behindTitle(text string, source annals.Span) annals.Span {
	at := annals.Span{Start: source.End, End: source.End}
	if source.End < len(text) && text[source.End] == ' ' && callingOf(source.In(text)).sort == officeWord {
		at = annals.Span{Start: source.End + 1, End: source.End + 2}
	}
	return at
}

// genitives are the endings behind which stands what is somebody's.
var genitives = []string{"'s ", "’s ", "s' ", "s’ ", " ' s ", " ’ s "}

var possessivePronouns = map[string]bool{"his": true, "her": true, "their": true, "its": true, "my": true, "our": true}

// isOther says whether the words of a source speak of one of many without the
// name of the actor that the reader took for it, or of somebody of the actor's:
// nobody is his own publicist.
func (r *Resolution) isOther(k EntityKey, actor int, source annals.Span) bool {
	reading := r.Readings[k.Reading]
	text := source.In(reading.Document.Text)
	words := callingWords(text)
	if len(words) == 0 {
		return false
	}
	if indefinite[words[0].lower] {
		return !r.calledIn(actor, words)
	}
	whose := annals.Span{Start: source.Start, End: source.End - len(afterGenitive(text))}
	if possessivePronouns[words[0].lower] {
		whose.End = source.Start + len(words[0].lower)
	}
	return slices.ContainsFunc(reading.Mentions, func(m annals.Mention) bool { return m.Entity == k.Entity && whose.Contains(m.Span) }) &&
		!r.calledIn(actor, callingWords(afterGenitive(text)))
}

// afterGenitive is what stands behind the last genitive of the words that call a
// source: "attorney" of "the actress's attorney"; all of it where there is none.
func afterGenitive(source string) string {
	if comma := strings.IndexByte(source, ','); comma >= 0 && afterGenitive(source[:comma]) == source[:comma] {
		return source
	}
	for _, mark := range genitives {
		if at := strings.LastIndex(source, mark); at >= 0 {
			source = source[at+len(mark):]
		}
	}
	return source
}

// onlyNarrows says whether a body or place only tells which office or body the
// words mean: Marrin in "the election commission of Marrin". Whoever speaks for
// it has its word, and so has its government.
func (r *Resolution) onlyNarrows(actor int, words string) bool {
	c := callingOf(words)
	if r.Actors[actor].Kind == annals.Person || c.head == "" || c.head == spokesman || c.head == "government" {
		return false
	}
	name := callingOf(r.Actors[actor].Name)
	return name.head != c.head && r.calledIn(actor, callingWords(words))
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
