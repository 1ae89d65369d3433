package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/annals-project/annals"
)

// pointing are words for a source that was told of before.
var pointing = map[string]bool{"it": true, "he": true, "she": true, "they": true, "who": true, "which": true, "that": true}

// persons are those of one person who speaks.
var persons = map[string]bool{"he": true, "she": true}

// ofThing is that of a body.
const ofThing = "it"

// reachBack is how many sentences before one the source stands that it points to
// by no more than a pronoun or "the officer".
const reachBack = 3

// speakers are the sources that the sentences of a reading name.
type speakers struct {
	in    map[int][]tag       // by where the sentence starts
	meant map[annals.Span]tag // by the words that only point to a source told of before
}

// follow replaces the tags that only point to a source by that which they point
// to: a report that quotes somebody goes on with "he said", "the officer said",
// "the statement added".
func (s *speakers) follow(reading *annals.Reading) {
	f := follower{reading: reading}
	for at, sentence := range reading.Sentences {
		tags := s.in[sentence.Start]
		slices.SortStableFunc(tags, func(a, b tag) int { return cmp.Compare(a.source.Start, b.source.Start) })
		kept := tags[:0]
		for _, t := range tags {
			if to, ok := f.pointsTo(t, at); ok {
				s.meant[t.source] = to
				t = to
			} else if f.pronoun(t) && t.speaker == 0 {
				continue
			}
			kept = append(kept, t)
			f.past = append(f.past, heardAt{t, at})
		}
		s.in[sentence.Start] = kept
	}
}

// heardAt is a tag with the number of its sentence.
type heardAt struct {
	tag
	sentence int
}

// follower reads a report in order and remembers who spoke.
type follower struct {
	reading *annals.Reading
	past    []heardAt
}

func (f *follower) words(t tag) []string {
	var out []string
	for _, w := range textWords(t.source.In(f.reading.Document.Text)) {
		if w.lower != "the" {
			out = append(out, w.lower)
		}
	}
	return out
}

func (f *follower) pronoun(t tag) bool {
	words := f.words(t)
	return len(words) == 1 && (persons[words[0]] || words[0] == ofThing)
}

// pointsTo is the source told of before that a tag of a sentence points to.
func (f *follower) pointsTo(t tag, sentence int) (tag, bool) {
	words := f.words(t)
	if len(words) != 1 {
		return tag{}, false
	}
	if persons[words[0]] {
		return f.last(func(p heardAt) bool { return sentence-p.sentence <= reachBack && f.person(p.tag) })
	}
	if words[0] == ofThing {
		return f.lastBody(t, sentence)
	}
	text := t.source.In(f.reading.Document.Text)
	if f.named(t.speaker) || strings.ToLower(text[:1]) != text[:1] && !strings.HasPrefix(text, "The ") {
		return tag{}, false
	}
	if to, ok := f.last(func(p heardAt) bool { return f.calledSo(p.tag, words[0]) || f.inRole(p.tag, words[0]) }); ok {
		return to, true
	}
	switch {
	case ofBody[words[0]]:
		return f.lastBody(t, sentence)
	case ofOne[words[0]]:
		return f.last(func(p heardAt) bool { return sentence-p.sentence <= reachBack && f.person(p.tag) })
	case voiceWords()[singular(words[0])] == workWord, voiceWords()[words[0]] == speakerWord: // "the statement added" of what somebody stated
		return f.last(func(p heardAt) bool { return sentence-p.sentence <= reachBack && f.body(p.tag) })
	}
	return tag{}, false
}

// named says whether an entity is called by a name anywhere.
func (f *follower) named(entity annals.Ref) bool {
	return entity != 0 && slices.ContainsFunc(f.reading.Entities[entity-1].Mentions, func(m annals.Ref) bool { return f.reading.Mentions[m-1].Form == annals.Name })
}

// ofOne are words by which a report goes on to call a person of whom it has
// told the name or office.
var ofOne = map[string]bool{"officer": true, "official": true, "spokesman": true, "spokeswoman": true, "spokesperson": true}

// ofBody are words by which a report goes on to call a body whose name it has told.
var ofBody = map[string]bool{"agency": true, "body": true, "company": true, "firm": true, "group": true, "institution": true, "organisation": true,
	"organization": true, "airline": true, "association": true, "bank": true, "broadcaster": true, "carrier": true, "charity": true, "club": true, "federation": true,
	"league": true, "maker": true, "manufacturer": true, "network": true, "newspaper": true, "operator": true, "paper": true, "retailer": true, "studio": true, "team": true,
	"university": true, "hospital": true, "union": true, "magazine": true, "website": true}

// lastBody is the body to which "it" or "the agency" points: the one heard last or,
// nearer than that, the one that the same sentence named before.
func (f *follower) lastBody(t tag, sentence int) (tag, bool) {
	for i := len(f.reading.Mentions) - 1; i >= 0; i-- {
		m := &f.reading.Mentions[i]
		if m.Form == annals.Name && bodyKinds[m.Kind] && m.Entity != 0 && m.End <= t.source.Start && m.Start >= f.reading.Sentences[sentence].Start {
			return tag{m.Span, m.Entity}, true
		}
	}
	return f.last(func(p heardAt) bool { return sentence-p.sentence <= reachBack && f.body(p.tag) })
}

// bodyKinds are the kinds of what speaks without being a person.
var bodyKinds = map[annals.Kind]bool{annals.ArmedGroup: true, annals.StateForce: true, annals.Government: true, annals.Organisation: true}

// calledSo says whether a word stands among those of a tag; one for a body calls no
// person of it.
func (f *follower) calledSo(t tag, word string) bool {
	return slices.Contains(f.words(t), word) && (voiceWords()[word] != bodyWord || !f.person(t))
}

// inRole says whether a word is of the office that the person of a tag holds.
func (f *follower) inRole(t tag, office string) bool {
	return t.speaker != 0 && voiceWords()[office] == officeWord && slices.ContainsFunc(textWords(f.reading.Entities[t.speaker-1].Role), func(w word) bool { return w.lower == office })
}

// last is the latest source told of before that fits.
func (f *follower) last(fits func(heardAt) bool) (tag, bool) {
	for _, p := range slices.Backward(f.past) {
		if fits(p) {
			return p.tag, true
		}
	}
	return tag{}, false
}

// body says whether a tag is of a body, which writes reports and statements.
func (f *follower) body(t tag) bool {
	c := callingOf(t.source.In(f.reading.Document.Text))
	return !f.person(t) && (c.sort == bodyWord || c.byName)
}

// person says whether a tag is of a person with a name.
func (f *follower) person(t tag) bool {
	if t.speaker != 0 && f.reading.Entities[t.speaker-1].Kind == annals.Person {
		return true
	}
	return slices.ContainsFunc(f.reading.Mentions, func(m annals.Mention) bool {
		return m.Form == annals.Name && m.Kind == annals.Person && m.Overlaps(t.source)
	})
}
