package figures

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// isActor says of a kind that its strength, attacks and money are counted.
func isActor(k annals.Kind) bool {
	switch k {
	case annals.ArmedGroup, annals.StateForce, annals.Government, annals.Organisation:
		return true
	}
	return false
}

// subjectOf is the entity whose strength, attacks or money is counted: named
// within the phrase ("10,000 ISIS fighters"), else the nearest actor before it in
// the sentence, a pronoun or "the group" included, else the last actor that
// opened a sentence before.
func (r *reading) subjectOf(q *quantity, first int) annals.Ref {
	phrase := r.span(q.whoFirst, max(q.whoLast, q.whoFirst))
	for m := range r.mentionsIn(phrase) {
		if isActor(m.Kind) && m.Entity != 0 && !phrase.Empty() && m.Start >= phrase.Start && (q.head == text.None || m.End <= r.t.Tokens[q.head].Start) {
			return m.Entity
		}
	}
	if q.currency != "" && !r.ownSubject(q.first, first) {
		if got := r.receiver(first); got != 0 {
			return got
		}
	}
	start := r.t.Tokens[q.first].Start
	opening := r.t.Tokens[first].Start
	nearest := annals.Ref(0)
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Start >= start {
			break
		}
		if m.Entity == 0 || int(m.Entity) > len(r.d.Entities) || !isActor(r.d.Entities[m.Entity-1].Kind) {
			continue
		}
		if m.Start >= opening && r.subjectLike(m) {
			return m.Entity
		}
		if m.Start < opening && r.t.SentenceOf(r.t.TokenAt(m.Start)) >= r.t.SentenceOf(first)-1 && r.subjectLike(m) {
			nearest = m.Entity
		}
	}
	return nearest
}

// subjectLike says that a mention may be who the sentence is about: its subject,
// or the owner of it ("the group's ranks").
func (r *reading) subjectLike(m *annals.Mention) bool {
	i := r.t.TokenAt(m.End)
	if i < len(r.norms) && strings.HasPrefix(r.norm(i), "'s") || r.norm(i) == "’s" {
		return true
	}
	head := r.t.TokenAt(m.Head.Start)
	if head >= len(r.t.Tokens) {
		return false
	}
	dep := r.t.Tokens[head].Dep
	return text.DepIs(dep, "nsubj") || dep == "" || dep == "nmod:poss" || text.DepIs(dep, "obl") && r.norm(r.t.TokenAt(m.Start)-1) == "by"
}

// ownSubject says that an actor stands as the subject between the start of a
// sentence and token i.
func (r *reading) ownSubject(i, first int) bool {
	for m := range r.mentionsIn(r.span(first, max(i, first+1))) {
		if r.acts(m) && r.subjectLike(m) {
			return true
		}
	}
	return false
}

// acts says that a mention stands for an actor.
func (r *reading) acts(m *annals.Mention) bool {
	return m.Entity != 0 && int(m.Entity) <= len(r.d.Entities) && isActor(r.d.Entities[m.Entity-1].Kind)
}

// receiver is who the sentence before token first says received, raised or has
// something: sums told of after it are his. 0 for none.
func (r *reading) receiver(first int) annals.Ref {
	if first == 0 {
		return 0
	}
	from, to := r.sentence(first - 1)
	for m := range r.mentionsIn(r.span(from, to)) {
		head := r.t.TokenAt(m.Head.Start)
		if !r.acts(m) || head >= to || !text.DepIs(r.t.Tokens[head].Dep, "nsubj") {
			continue
		}
		switch verb := r.t.Tokens[head].Head; {
		case verb == text.None:
		case gains[r.t.Tokens[verb].Lemma]:
			return m.Entity
		}
	}
	return 0
}

// gains are the verbs whose subject comes to have something.
var gains = map[string]bool{"receive": true, "get": true, "obtain": true, "raise": true, "earn": true, "collect": true, "own": true, "have": true, "hold": true}
