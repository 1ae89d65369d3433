package figures

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// byChange reads bare numbers of attacks told of as rising or falling, or set against
// one another: "attacks are down from 112 in October to 37 last month", "reported 29
// security incidents, against 34 the week before; 21 took place in the north".
func (r *reading) byChange(q *quantity) (finding, bool) {
	if q.head != text.None || q.partitive || q.currency != "" {
		return finding{}, false
	}
	first, _ := r.sentence(q.first)
	if n := r.norm(q.first - 1); n != "from" && n != "to" {
		return r.byContrast(q, first)
	}
	changes := false
	for j := q.first - 1; j >= first && j >= q.first-tollReach; j-- {
		changes = changes || r.is(j, rise) || r.norm(j) == "down" || r.norm(j) == "up"
		if h := r.words[j].head; changes && h != nil && isAttack(h.measure) && r.isPlural(j) && r.at[j] == nil {
			q.whoFirst, q.whoLast = j, j+1
			return finding{h.measure, j, "toll", false, false}, true
		}
		if r.norm(j) == ";" || r.is(j, clause) {
			break
		}
	}
	return finding{}, false
}

// byContrast reads a bare number of the attacks that the number before it counts.
func (r *reading) byContrast(q *quantity, first int) (finding, bool) {
	against := r.norm(q.first-1) == "against" || r.norm(q.first-2) == "compared" || r.norm(q.first-2) == "up" && r.norm(q.first-1) == "from"
	if n := r.norm(q.end); !against && n != "occurred" && n != "happened" && !(n == "took" && r.norm(q.end+1) == "place") {
		return finding{}, false
	}
	for j := q.first - 1; j >= first; j-- {
		if p := r.at[j]; p != nil && p != q && isAttack(p.found.measure) && p.head != text.None {
			q.whoFirst, q.whoLast = p.whoFirst, p.whoLast
			return finding{p.found.measure, p.head, "with", false, false}, true
		}
	}
	return finding{}, false
}

func isAttack(m annals.Measure) bool { return m == annals.Attacks || m == annals.Clashes }

// isSecurityIncident says that "incident" at token i is told to be one of violence.
func (r *reading) isSecurityIncident(i int) bool {
	if r.singular(i) != "incident" {
		return false
	}
	switch r.norm(i - 1) {
	case "security", "violent", "armed", "terrorist", "terror", "shooting", "bombing", "hostile", "kinetic":
		return true
	}
	return false
}
