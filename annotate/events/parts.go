package events

import (
	"slices"
	"strconv"
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// ordinals are the words that number the events of a series: "the first bomb", "a
// second blast". Which one "another" is, is not said: it is none told before.
var ordinals = map[string]int{"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
	"sixth": 6, "6th": 6, "another": another}

// another is the turn of an event told as one more.
const another = -1

// turn is which event of a series a mention of an event is: the number of its
// noun, or of the event or weapon that is the subject of its verb ("a third bomb
// killed"); 0 where the words do not number it.
func (j *joiner) turn(i int) int {
	at := j.found[i].token
	if j.found[i].noun {
		return j.ordinal(at)
	}
	for _, d := range j.found[i].around {
		if d.function != "subj" && d.function != "obj" {
			continue
		}
		k := &j.text.Tokens[d.token]
		if n := ordinals[k.Norm]; n > 0 && d.function == "subj" {
			return n // "the second killed nine"
		}
		if j.eventNoun(d.token) || j.class(d.token)&(explosive|weapon) != 0 && j.class(d.token)&human == 0 {
			if n := j.ordinal(d.token); n != 0 {
				return n
			}
		}
	}
	return 0
}

func (j *joiner) ordinal(noun int) int {
	for _, c := range j.text.Children(noun) {
		if n := ordinals[j.text.Tokens[c].Norm]; n != 0 {
			return n
		}
	}
	return 0
}

// number notes the turn of every mention of violence.
func (j *joiner) number() {
	j.turns = make([]int, len(j.found))
	for i := range j.found {
		if violent(j.event(i)) {
			j.turns[i] = j.turn(i)
		}
	}
}

// otherTurn says whether two mentions are of different events of a series: both
// are numbered, and not alike, or one is and the other is of several, or the later
// one is told as one more.
func (j *joiner) otherTurn(a, b int) bool {
	x, y := j.turns[min(a, b)], j.turns[max(a, b)]
	switch {
	case x > 0 && y > 0:
		return x != y
	case y == another || y > 1:
		return true
	}
	return x > 0 && j.several(max(a, b)) || y > 0 && j.several(min(a, b))
}

// parts links the numbered events of a series to the events that the report tells
// them all as: "three bombings … a second blast". Where it tells no such whole, each
// follows the one told before it. What they leave open of when and where they take
// from what they are linked to.
func (j *joiner) parts() {
	for i := range j.found {
		if j.turns[i] <= 0 || j.group[i] != i {
			continue
		}
		w := j.seriesOf(i)
		if w < 0 && j.turns[i] > 1 {
			j.link(i, annals.FollowUp, j.nearest(i))
			continue
		}
		j.link(i, annals.PartOf, w)
		j.link(j.unnumbered(w, i), annals.PartOf, w)
	}
}

// seriesOf is the group of the several events that a numbered one is one of; -1
// for none. "The first attack in a year" is one of none.
func (j *joiner) seriesOf(i int) int {
	for o := i - 1; o >= max(0, i-lookBack); o-- {
		if j.several(o) && j.turns[o] == 0 && j.mayBePart(i, o) {
			return j.group[o]
		}
	}
	return none
}

// several says whether a trigger tells of more events than one, by their number or
// by a word for two of a kind: "two bombings", "two car bombs exploded", "set off
// three devices".
func (j *joiner) several(i int) bool {
	if j.found[i].noun {
		return j.manyOf(j.found[i].token)
	}
	return slices.ContainsFunc(j.found[i].around, func(d dependent) bool {
		return (d.function == "subj" || d.function == "obj") && j.class(d.token)&explosive != 0 && j.class(d.token)&human == 0 && j.manyOf(d.token)
	})
}

func (j *joiner) manyOf(noun int) bool {
	return j.plural(noun) && j.anyChild(noun, func(c int) bool {
		k := &j.text.Tokens[c]
		return k.UPOS == text.NUM && countOf(k.Norm) > 1 || pairs[k.Norm]
	})
}

// nearest is the group of the single event that a report tells last before a
// numbered one and that could be of a series with it; -1 for none.
func (j *joiner) nearest(i int) int {
	for o := i - 1; o >= max(0, i-lookBack); o-- {
		if !j.several(o) && j.mayBePart(i, o) {
			return j.group[o]
		}
	}
	return none
}

// pairs are words for several events at once.
var pairs = map[string]bool{"twin": true, "double": true, "triple": true, "multiple": true, "several": true, "coordinated": true, "simultaneous": true}

func (j *joiner) mayBePart(part, whole int) bool {
	x, y := j.event(part), j.event(whole)
	return j.group[part] != j.group[whole] && violent(x) && violent(y) && x.Status == y.Status && j.likeMode(part, whole) &&
		!datesDiffer(x.EDTF, y.EDTF) && !j.placesDiffer(x, y)
}

// unnumbered is the group of the one event told between several events and the
// second of them: it is the first. -1 where that is numbered or not clear.
func (j *joiner) unnumbered(whole, second int) int {
	if whole < 0 || j.turns[second] != 2 {
		return none
	}
	first := none
	for o := whole + 1; o < second; o++ {
		g := j.group[o]
		switch {
		case g == whole || g == first || !violent(j.event(o)):
		case first != none || j.plural(j.found[o].token) || !j.mayBePart(o, whole):
			return none
		default:
			first = g
		}
	}
	return first
}

// link ties a group to another one, -1 none, unless it is tied so already, and gives
// it what it leaves open of when and where.
func (j *joiner) link(from int, how annals.LinkType, to int) {
	if from < 0 || to < 0 || slices.ContainsFunc(j.event(from).Links, func(l annals.Link) bool { return l.Type == how }) {
		return
	}
	j.event(from).Links = append(j.event(from).Links, annals.Link{Type: how, Event: annals.Ref(to + 1)})
	w := j.event(to)
	for i := range j.found {
		e := j.event(i)
		if j.group[i] != from {
			continue
		}
		if e.EDTF == "" && e.Time == 0 {
			e.Time, e.EDTF = w.Time, w.EDTF
		}
		if e.Place == 0 {
			e.Place, e.Places = w.Place, w.Places
		}
	}
}

// countOf reads a number in digits or a small one in words; 0 for others.
func countOf(word string) int {
	if n := smallNumbers[word]; n > 0 {
		return n
	}
	n, _ := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
	return n
}
