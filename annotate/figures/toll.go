package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// tollReach is how many tokens before a number its toll may be named.
const tollReach = 14

// asToll reads "the death toll rose to 17", "raised to 36 the number of people
// killed", "the number of wounded stands at 40".
func (r *reading) asToll(q *quantity) (finding, bool) {
	if q.head != text.None && r.sortOf(q.head) != person {
		return finding{}, false
	}
	first, last := r.sentence(q.first)
	changes, bare := false, finding{}
	for j := q.first - 1; j >= first && j >= q.first-tollReach; j-- {
		changes = changes || r.is(j, rise|be) || (r.norm(j) == "of" || r.norm(j) == "at") && (r.is(j-1, toll) || r.figureBefore(j-1) != "")
		if changes && bare.measure != "" {
			return bare, true
		}
		if r.norm(j) == "number" && r.norm(j+1) == "of" && !changes && bare.measure == "" && (r.norm(q.first-1) == "to" || r.norm(q.first-1) == "at") {
			if m, at := r.numberOf(j+2, q.first); m != "" {
				bare = finding{m, at, "toll", false, false} // "… rose to 9 and the number of injured to 40"
			}
		}
		if !changes || r.norm(j) == ";" {
			continue
		}
		if r.is(j, toll) {
			return finding{r.tollOf(j), j, "toll", false, false}, true
		}
		if m := r.figureBefore(j); m != "" && r.is(q.first-1, preposition) {
			return finding{m, j, "toll", false, false}, true
		}
		if r.norm(j) == "number" && r.norm(j+1) == "of" {
			if m, at := r.numberOf(j+2, q.first); m != "" {
				return finding{m, at, "toll", false, false}, true
			}
		}
	}
	if r.norm(q.last) == "the" && r.norm(q.last+1) == "number" {
		if m, at := r.numberOf(q.last+2, last); m != "" { // "the number of dead", "the number killed"
			return finding{m, at, "toll", false, false}, true
		}
	}
	return finding{}, false
}

// byLabel reads the number after the name of what it counts: "Death toll: 12",
// "Fatalities: 9".
func (r *reading) byLabel(q *quantity) (finding, bool) {
	i := q.first - 2
	if q.head != text.None || r.norm(q.first-1) != ":" || i < 0 {
		return finding{}, false
	}
	if r.is(i, toll) {
		return finding{r.tollOf(i), i, "toll", false, false}, true
	}
	if h := r.words[i].head; h != nil && hurts(h.measure) {
		return finding{h.measure, i, "toll", false, false}, true
	}
	return finding{}, false
}

// asBareToll reads a toll without a noun, whatever verb comes after it: "the toll stood
// at 17 and 30 were hurt".
func (r *reading) asBareToll(q *quantity) (finding, bool) {
	if n := r.norm(q.first - 1); q.head != text.None || n != "at" && n != "to" || !r.is(q.end, conjunction) && r.norm(q.end) != "," {
		return finding{}, false
	}
	return r.asToll(q)
}

// figureBefore is what "the figure" at token i stands for: what the number before it
// counts, where that is people killed or hurt; "" for anything else.
func (r *reading) figureBefore(i int) annals.Measure {
	if n := r.norm(i); n != "figure" && n != "number" && n != "count" || r.norm(i-1) != "the" && r.norm(i-1) != "that" || r.norm(i+1) == "of" {
		return ""
	}
	for j := i - 1; j >= 0; j-- {
		if p := r.at[j]; p != nil && hurts(p.found.measure) {
			return p.found.measure
		}
	}
	return ""
}

// tollOf is what a toll counts: the dead, unless the word before says otherwise.
func (r *reading) tollOf(i int) annals.Measure {
	switch r.norm(i - 1) {
	case "injury", "injured", "wounded":
		return annals.Injured
	case "casualty":
		return annals.OtherFigure
	}
	return annals.Killed
}

// numberOf is what "the number of" at token i counts: the first measure told of
// there before token last.
func (r *reading) numberOf(i, last int) (annals.Measure, int) {
	const reach = 6
	for j := i; j < last && j < i+reach; j++ {
		if h := r.words[j].head; h != nil {
			return h.measure, j
		}
		if t, _, ok := r.trigger(j); ok && t.measure != shot {
			return t.measure, j
		}
	}
	return "", text.None
}
