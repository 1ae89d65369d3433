package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// byFlight reads people told to have left where they live: "forcing 60 families to
// flee", "drove 120 families from the valley", "6,300 people have left the area", "900 people had
// reached a school".
func (r *reading) byFlight(q *quantity) (finding, bool) {
	if q.head != text.None && !r.is(q.head, settled) {
		return finding{}, false
	}
	found := finding{annals.Displaced, text.None, "object", false, false}
	k := q.first - 1
	for r.is(k, determiner|adverb) {
		k--
	}
	if r.is(k, impel) && r.goes(q, k) {
		first, _ := r.sentence(q.first)
		found.trigger, found.unreal = k, r.unreal(k, first)
		return found, true
	}
	at, unreal := q.end, false
	for r.is(at, have|adverb|modal) && !r.is(at, flown) {
		unreal = unreal || r.is(at, modal)
		at++
	}
	if q.head == text.None || !(r.is(at, flown) && r.leavesHome(at+1) || r.is(at, arrived) && r.findsRefuge(at+1)) {
		return finding{}, false
	}
	found.trigger, found.rule, found.unreal = at, "predicate", unreal
	return found, true
}

// goes says that those whom the verb at token verb moves have to go: "to flee", and of
// those driven also from or into where.
func (r *reading) goes(q *quantity, verb int) bool {
	at := q.end
	if next := r.quantityFrom(at + 2); r.norm(at) == "," && r.norm(at+1) == "or" && next != nil {
		if at = next.end; r.norm(at) == "," { // "120 families, or some 600 people, from"
			at++
		}
	}
	if r.norm(at) == "to" && r.is(at+1, flight) || r.t.Tokens[verb].Lemma == "make" && r.is(at, flight) {
		return true
	}
	switch r.norm(at) {
	case "from", "out", "off", "into":
		lemma := r.t.Tokens[verb].Lemma
		return lemma == "drive" || lemma == "force"
	}
	return false
}

// leavesHome says that what is left at token i is where people live.
func (r *reading) leavesHome(i int) bool {
	const longest = 4 // "the two eastern districts"
	for j := i; j < i+longest; j++ {
		if r.is(j, habitation) {
			return true
		}
		for m := range r.mentionsIn(r.span(j, min(j+1, len(r.t.Tokens)))) {
			if m.Kind == annals.PlaceKind {
				return true
			}
		}
		if !r.isWord(j) || r.is(j, preposition|conjunction|clause) {
			return false
		}
	}
	return false
}

// findsRefuge says that the place told at token i is one where people who fled stay: "a
// school", "to the camps", "at three monasteries".
func (r *reading) findsRefuge(i int) bool {
	for r.is(i, preposition|determiner) || i < len(r.words) && r.words[i].numeral != nil {
		i++
	}
	return r.is(i, refuge)
}
