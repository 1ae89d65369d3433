package figures

import (
	"slices"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// sufferers are the nouns of those whom a word tells something befell, as the arcs of its
// sentence have it, with those joined to them.
func (r *reading) sufferers(l lot) []int {
	var out []int
	switch {
	case l.kind == ofNoun || l.kind == ofPeople:
		for _, c := range r.t.Children(l.next - 1) {
			if text.DepIs(r.t.Tokens[c].Dep, "nmod") && r.norm(r.t.Child(int(c), "case")) == "of" {
				out = append(out, int(c))
			}
		}
	default:
		if out = r.governedBy(l, l.at); len(out) == 0 {
			out = r.lentTo(l)
		}
	}
	for n := 0; n < len(out); n++ {
		for _, c := range r.t.Children(out[n]) {
			if r.t.Tokens[c].Dep == "conj" && int(c) > out[n] {
				out = append(out, int(c))
			}
		}
	}
	return out
}

// governedBy are the nouns that token verb governs as what l tells something befell.
func (r *reading) governedBy(l lot, verb int) []int {
	passive := l.kind.takesObject() && l.form&participle != 0 && r.t.Child(l.at, "aux:pass", "cop") != text.None
	var out []int
	for _, c := range r.t.Children(verb) {
		dep := r.t.Tokens[c].Dep
		if governs(l.trigger, dep) || passive && dep == "nsubj" {
			out = append(out, int(c))
		}
	}
	return out
}

// lentTo are the nouns that a verb without any of its own has from elsewhere: "a man
// arrested on Monday", "was seized and shot".
func (r *reading) lentTo(l lot) []int {
	verb := &r.t.Tokens[l.at]
	done := l.kind.takesObject() && l.form&participle != 0 && l.form&ingForm == 0
	switch {
	case verb.Dep == "acl" && done:
		return []int{verb.Head}
	case verb.Dep == "conj" && verb.Head != text.None:
		passive := r.t.Child(l.at, "aux:pass") != text.None || r.t.Sentences[r.t.SentenceOf(l.at)].Heading // "Woman struck, killed"
		var out []int
		for _, c := range r.t.Children(verb.Head) {
			dep := r.t.Tokens[c].Dep
			if done && text.DepIs(dep, "nsubj:pass") || text.DepIs(dep, "nsubj") && (l.kind == onSubject || done && passive) {
				out = append(out, int(c))
			}
		}
		return out
	case done && l.kind == onObject && r.pos(l.at-1) == text.NOUN && !r.objectFollows(l.next):
		return []int{l.at - 1}
	}
	return nil
}

// harmedBy are the nouns of those whom the event that l tells of is told to have been
// done to.
func (r *reading) harmedBy(l lot) []int {
	noun := r.pos(l.at) == text.NOUN
	event := r.eventAt(l.at)
	if event == 0 || l.kind == adjective || noun && r.norm(l.next) != "of" {
		return nil
	}
	victims := r.victimsOf(&r.d.Events[event-1])
	return slices.DeleteFunc(victims, func(head int) bool { return noun && head < l.at })
}

// victimsOf are the nouns of those to whom an event is told to have been done.
func (r *reading) victimsOf(e *annals.Event) []int {
	var out []int
	for _, a := range e.Arguments {
		if a.Role == annals.Victim {
			head, _ := r.t.Covering(r.d.Mentions[a.Mention-1].Head.Start, r.d.Mentions[a.Mention-1].Head.End)
			out = append(out, head)
		}
	}
	return out
}

// assailed are the nouns of those named as whom an attack was on, and the token of the
// attack: "the attack on Senator Smith".
func (r *reading) assailed(e *annals.Event) (at int, heads []int) {
	at = r.t.TokenAt(e.Trigger.Start)
	if e.PLOVER == nil || e.PLOVER.Type != "ASSAULT" || e.Status != annals.Happened || r.pos(at) != text.NOUN {
		return at, nil
	}
	if r.norm(at+1) != "on" {
		return at, nil
	}
	return at, slices.DeleteFunc(r.victimsOf(e), func(head int) bool { return r.personNamed(head, lot{}) == nil && r.afterName(head) == head+1 })
}

// personNamed is the mention of a person by name whose head is token head. What befalls
// only people makes a person of what the name alone does not: "Lima was charged".
func (r *reading) personNamed(head int, l lot) *annals.Mention {
	for m := range r.mentionsIn(r.span(head, head+1)) {
		if m.Form == annals.Name && m.Head.Overlaps(r.span(head, head+1)) && r.mayBePerson(m.Kind, head, l) && !strings.Contains(m.Text, "/") {
			return m
		}
	}
	return nil
}

// mayBePerson says that a name of a kind, whose head is token head, is a person's where l
// tells what befell it: one of no known kind but for what is released, a place where it
// was arrested or charged.
func (r *reading) mayBePerson(k annals.Kind, head int, l lot) bool {
	switch k {
	case annals.Person:
		return true
	case annals.OtherKind:
		return l.measure != "" && l.measure != annals.Released
	case annals.PlaceKind:
		return (l.measure == annals.Captured || l.measure == annals.OtherFigure) && r.t.Tokens[head].Dep == "nsubj:pass"
	}
	return false
}

// peopleAt is the phrase of the people whose noun, name or pronoun stands at token head,
// with what l tells of them; false where it is of nobody, or no phrase of its own.
func (r *reading) peopleAt(head int, l lot) (*quantity, bool) {
	if head < 0 || r.at[head] != nil || r.sharesNumber(head) {
		return nil, false
	}
	q, ok := r.peoplePhrase(head, l)
	if !ok || r.holdsQuantity(q.first, q.end) {
		return nil, false
	}
	if n := r.norm(q.end); n == "'s" || n == "’s" || n == "'" || n == "’" {
		return nil, false
	}
	q.found = l.finding()
	return q, true
}

// sharesNumber says that the noun at token head is joined to one whose number holds for
// both: "five judges and magistrates".
func (r *reading) sharesNumber(head int) bool {
	t := &r.t.Tokens[head]
	return t.Dep == "conj" && t.Head >= 0 && r.at[t.Head] != nil && r.t.Child(head, "det", "nmod:poss") == text.None && r.isPlural(head)
}

// peoplePhrase is the phrase of the noun, name or pronoun at token head, with what l tells.
func (r *reading) peoplePhrase(head int, l lot) (*quantity, bool) {
	switch r.norm(head) {
	case "he", "she", "him", "her":
		return r.pronounAt(head), true
	case "they", "them":
		q := r.pronounAt(head)
		q.plural = true
		return q, true
	}
	if m := r.personNamed(head, l); m != nil {
		first, last := r.t.Covering(m.Start, m.End)
		q := r.single(r.titleBefore(first), first, last, last-1)
		q.named = true
		return q, true
	}
	if r.sortOf(head) != person || r.pos(head) != text.NOUN && r.pos(head) != text.PROPN {
		return nil, false
	}
	q := r.single(r.phraseStart(head), r.phraseStart(head), r.afterName(head), head)
	q.plural = r.isPlural(head) && !strings.Contains(r.t.Tokens[head].Feats, "Number=Sing")
	q.named = q.end > head+1
	return q, q.named || r.standsAlone(q)
}

// afterName is the token after the name that a title at token head opens: "union leader
// John Smith".
func (r *reading) afterName(head int) int {
	end := head + 1
	for _, c := range r.t.Children(head) {
		if int(c) == end && r.t.Tokens[c].Dep == "flat" {
			end++
		}
	}
	return end
}

// whole are the words before people of whom something is told in general.
var whole = map[string]bool{"all": true, "any": true, "every": true, "each": true}

// phraseStart is the first token of the words that describe the noun at token head.
func (r *reading) phraseStart(head int) int {
	first := head
	for _, c := range r.t.Children(head) {
		for _, dep := range [...]string{"det", "amod", "compound", "nmod:poss"} {
			if int(c) < first && text.DepIs(r.t.Tokens[c].Dep, dep) {
				first = r.phraseStart(int(c))
			}
		}
	}
	return first
}

// standsAlone says that a phrase of a common noun tells of somebody by itself: it is asked
// for or denied by no word, and of one person it has an article, but in headings and of
// relatives and victims.
func (r *reading) standsAlone(q *quantity) bool {
	before := r.norm(q.first - 1)
	for i := q.first; i < q.head; i++ {
		if r.norm(i) == "/" {
			return false // an address
		}
	}
	switch {
	case before == "how" || before == "not" || before == "/" || r.is(q.first, negative) || whole[r.norm(q.first)]:
		return false
	case q.plural:
		return true
	case r.is(q.first, determiner) || r.norm(q.head) == "victim" || before == ":" || before == ".":
		return true
	}
	first, _ := r.sentence(q.first)
	return q.first == first || slices.Contains(kin, r.norm(q.head)) && r.is(q.first-1, conjunction)
}
