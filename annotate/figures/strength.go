package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// byStrength reads how many a force has and who took part as fighters: "a core group of
// 1,500 fighters", "some 30 gunmen stormed the post", "78 more troops will be sent".
func (r *reading) byStrength(q *quantity) (finding, bool) {
	found := finding{annals.Strength, text.None, "strength", false, false}
	if r.norm(q.last) == "-" && r.norm(q.last+1) == "strong" || r.ofForce(q) || r.isDeployed(q) {
		return found, true
	}
	if verb := r.fightsAt(q); verb != text.None {
		found.trigger = verb
		return found, true
	}
	if noun := r.numbered(q); noun != text.None {
		q.whoFirst, q.whoLast = noun, noun+1
		return found, true
	}
	return finding{}, false
}

// ofForce reads "has 10,000 fighters", "10,000 fighters remain".
func (r *reading) ofForce(q *quantity) bool {
	const reach = 4
	if !r.is(q.head, force) {
		return false
	}
	first, _ := r.sentence(q.first)
	for j := q.first - 1; j >= first && j >= q.first-reach; j-- {
		if r.is(j, strength) {
			return true
		}
		if !r.is(j, preposition|determiner|adverb|rise) && r.isWord(j) && r.pos(j) != text.ADJ {
			break
		}
	}
	return r.norm(q.end) == "remain" || r.norm(q.end) == "remained" || r.norm(q.end) == "strong"
}

// isDeployed reads "sent 200 soldiers", "the arrival of a further 600 troops".
func (r *reading) isDeployed(q *quantity) bool {
	if !r.is(q.head, force) {
		return false
	}
	k := q.first - 1
	for r.is(k, determiner|adverb) || r.norm(k) == "further" || r.norm(k) == "additional" {
		k--
	}
	at, passive := q.end, false
	for r.is(at, be|have|modal|adverb) {
		passive = passive || r.is(at, be)
		at++
	}
	return r.is(k, deployment) || r.norm(k) == "of" && r.is(k-1, deployment) || passive && r.is(at, deployment)
}

// fightsAt is the verb that tells that those counted fought or joined a force: "around
// 60 gunmen surrounded the village"; text.None for none.
func (r *reading) fightsAt(q *quantity) int {
	if q.head == text.None || q.most() < 2 {
		return text.None
	}
	fighters := r.is(q.head, force|attacker) || r.capital(q.head) && r.isPlural(q.head) && r.sortOf(q.head) != thing
	_, last := r.sentence(q.first)
	for i := q.end; i < last && i < q.end+farthest; {
		next := i + 1
		switch {
		case fighters && r.fights(i), r.sortOf(q.head) == person && r.joinsForce(i):
			return i
		case r.is(i, conjunction) || r.norm(i) == "," && r.is(i+1, conjunction):
			return text.None // whoever comes next may be the one who fought
		case r.is(i, have|adverb):
		case r.norm(i) == "to" && r.is(i+1, be):
			next = r.afterNounPhrase(i+2, last) // "believed to be members of the group"
		default:
			next = r.passOver(i, last, q.end)
		}
		if next <= i {
			return text.None
		}
		i = next
	}
	return text.None
}

// fights says that the verb at token i tells what its subject did as a fighter: a
// participle alone may tell what was done to it.
func (r *reading) fights(i int) bool {
	if r.norm(i+1) == "fire" && r.t.Tokens[i].Lemma == "open" {
		return true
	}
	if !r.is(i, fight) || r.pos(i) == text.NOUN {
		return false
	}
	switch r.norm(i + 1) {
	case "at", "on", "into", "with", "back", "upon", "their":
		return true
	}
	return r.objectFollows(i + 1)
}

// joinsForce says that a verb of joining stands at token i before the name of a force.
func (r *reading) joinsForce(i int) bool {
	if r.t.Tokens[i].Lemma != "join" || r.pos(i) == text.NOUN {
		return false
	}
	at := i + 1
	for r.is(at, determiner) {
		at++
	}
	for m := range r.mentionsIn(r.span(at, min(at+1, len(r.t.Tokens)))) {
		if m.Kind == annals.ArmedGroup || m.Kind == annals.StateForce {
			return true
		}
	}
	return false
}

// numbered is the noun of the fighters whom a bare number counts: "the attackers
// numbered about 150", "the fighters, estimated at 20 to 25", "put the number of rebels
// at 40"; text.None for none.
func (r *reading) numbered(q *quantity) int {
	if q.head != text.None {
		return text.None
	}
	k, noun := q.first-1, text.None
	switch n := r.norm(k); {
	case n == "numbered" || n == "numbering" || n == "number":
		noun = r.beforeSigns(k - 1)
	case n == "at" && (r.norm(k-1) == "estimated" || r.norm(k-1) == "put"):
		noun = r.beforeSigns(k - 2)
	case (n == "at" || n == "to" || n == "as" || r.is(k, be)) && r.norm(k-2) == "of" && r.norm(k-3) == "number":
		noun = k - 1 // "the number of rebels at"
	}
	if !r.is(noun, force|attacker) || !r.isPlural(noun) {
		return text.None
	}
	return noun
}

// beforeSigns is the token at i or before the comma, adverbs and "be" there.
func (r *reading) beforeSigns(i int) int {
	for r.norm(i) == "," || r.is(i, be|adverb|modal) {
		i--
	}
	return i
}
