package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// findQuantities reads every number that may count something.
func (r *reading) findQuantities() {
	for i := 0; i < len(r.t.Tokens); {
		q, ok := r.readQuantity(i)
		if !ok {
			i++
			continue
		}
		next := max(q.last, i+1)
		if r.isCount(q) && r.inOneSentence(q) {
			if p := r.at[q.number.first]; p != nil && p.of == q.number.first && !p.weak { // "a group of 27" is 27
				q.whole = true
			}
			if r.readCounted(q); !r.isType(q) && !r.isModel(q) {
				r.keep(q)
			}
		}
		i = next
	}
}

// keep adds a quantity to those of the document.
func (r *reading) keep(q *quantity) {
	r.quantities = append(r.quantities, q)
	for j := q.first; j < q.end; j++ {
		r.at[j] = q
	}
}

// inOneSentence says that no sentence ends inside q; none ends after the sign of a
// currency or at a decimal point, whatever cut it there.
func (r *reading) inOneSentence(q *quantity) bool {
	if q.decimal && q.currency != "" {
		return true
	}
	first := q.first
	if q.currency != "" {
		first = q.number.first
	}
	return r.t.SentenceOf(first) == r.t.SentenceOf(q.last-1)
}

// measureAll says of each quantity what befell those it counts, drops those that
// count nothing, and finds which are parts of others.
func (r *reading) measureAll() {
	r.shareHeads()
	kept := r.quantities[:0]
	for _, q := range r.quantities {
		q.found = r.measureOf(q, kept)
		q.part = r.partOf(q, kept)
		if q.part != nil && (q.found.rule == "other" || q.found.rule == "with" || r.acrossConjunct(q)) && q.part.found.measure != "" && (r.sortOf(q.head) != thing || r.addsUp(q.part, q) || q.part.found.measure == annals.Destroyed) {
			q.found = q.part.found
			q.found.rule = "with"
		}
		if r.worth(q) {
			kept = append(kept, q)
			continue
		}
		for j := q.first; j < q.end; j++ {
			if r.at[j] == q {
				r.at[j] = nil
			}
		}
	}
	r.quantities = kept
}

// acrossConjunct says that q was read with the verb of what is joined after it:
// "18 killed, including 8 civilians, and another 27 were wounded".
func (r *reading) acrossConjunct(q *quantity) bool {
	if q.found.rule != "predicate" || r.ofThem(q) {
		return false
	}
	return r.joinedBefore(q.end, q.found.trigger)
}

// joinedBefore says that something is joined between two tokens.
func (r *reading) joinedBefore(first, last int) bool {
	for i := first; i < last; i++ {
		if r.is(i, conjunction) || r.norm(i) == "," {
			return true
		}
	}
	return false
}

// worth says that a quantity is a figure: it counts something named, or the
// words around it say what befell those it counts.
func (r *reading) worth(q *quantity) bool {
	f := q.found
	if q.vague != "" && q.weak {
		if _, ok := r.table.Least(q.vague); !ok || !harms(f.measure) || f.rule == "head" {
			return false
		}
	}
	if q.of > 0 && q.value == 1 && !q.digits && (f.rule == "head" || f.rule == "other") {
		return false // "his was one of seven killings"
	}
	if r.norm(q.number.first) == "both" && f.rule != "predicate" && f.rule != "object" {
		return false // of whom nothing is told but that they were named
	}
	if f.rule != "other" {
		return !(q.value == 1 && q.upper == nil && !q.digits && q.head == text.None && f.rule != "predicate" && f.rule != "object" && q.part == nil) && (q.part != nil || !r.isAge(q))
	}
	if q.head == text.None {
		return q.value > 1 && (r.ofThem(q) || r.ofCrowd(q))
	}
	if q.value == 1 && q.vague == "" && q.upper == nil && !q.digits {
		return r.sortOf(q.head) == thing && !q.partitive || r.someOf(q)
	}
	return r.isPlural(q.head) || r.sortOf(q.head) != "" || q.digits && q.value == 1
}

// ofCrowd says that a bare number counts the members of a group named before it: "a
// crowd of 5,000".
func (r *reading) ofCrowd(q *quantity) bool {
	if r.norm(q.first-1) != "of" {
		return false
	}
	switch r.singular(q.first - 2) {
	case "crowd", "group", "band", "mob", "team", "squad", "force", "party", "delegation", "garrison", "gathering", "crew":
		return true
	}
	return false
}

// someOf says that q is one of people told of, not one of a kind: "one of the
// students", but not "one of the best students".
func (r *reading) someOf(q *quantity) bool {
	return q.partitive && q.of == 0 && q.whoFirst == q.head && r.is(q.whoFirst-1, determiner) && r.sortOf(q.head) == person
}

// isAge says that a number stands between commas after a name: "Smith, 34,".
func (r *reading) isAge(q *quantity) bool {
	if q.head != text.None || q.first != q.number.first || q.value > oldest {
		return false
	}
	before, after := r.norm(q.first-1), r.norm(q.last)
	if q.partitive && r.is(q.whoFirst, pronoun) {
		return false
	}
	return (before == "," && r.isWord(q.first-2) || before == "(") && (after == "," || after == "." || after == ")" || after == "of" || after == "and" || after == ";") ||
		before == "age" || before == "aged" || before == "ages" || before == "and" && (r.norm(q.first-3) == "ages" || r.norm(q.first-3) == "aged")
}

// oldest is the greatest age of a person.
const oldest = 120
