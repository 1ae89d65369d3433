package times

import (
	"strings"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// What a step along the arcs between trigger and time costs: a step that stays
// in a clause little, one that leaves it much, so that a time of the trigger's
// own clause always wins. What is said or thought is told apart from when it was
// said: no time passes the arc between.
const (
	arcStep    = 1
	clauseStep = 20
	maxCost    = 60
)

// clauseSteps is what it costs to pass an arc between one clause and another.
var clauseSteps = map[string]int{"ccomp": maxCost, "parataxis": maxCost, "csubj": maxCost, "advcl": clauseStep, "acl": clauseStep,
	"conj": clauseStep, "xcomp": 2 * arcStep}

// leavesClause is what it costs to pass the arc above token i.
func (w *when) leavesClause(i int) int {
	k := &w.t.Tokens[i]
	dep, _, _ := strings.Cut(k.Dep, ":")
	if dep == "conj" && k.UPOS != text.VERB {
		return arcStep
	}
	if step, ok := clauseSteps[dep]; ok {
		return step
	}
	return arcStep
}

// cost is how far a time is from a trigger along the arcs of their sentence;
// maxCost and more when they do not hang together.
func (w *when) cost(verb int, span annals.Span) int {
	at, past := w.t.Covering(span.Start, span.End)
	if at == past {
		return maxCost
	}
	if w.t.Tokens[verb].Dep == "" {
		return min(maxCost-1, abs(at-verb)*arcStep)
	}
	up := w.ancestors(at)
	total := 0
	for i, n := verb, 0; n < maxDepth; n++ {
		if below, ok := up[i]; ok {
			return total + below
		}
		total += w.leavesClause(i)
		head := w.t.Tokens[i].Head
		if head == text.None || head == i {
			break
		}
		i = head
	}
	return maxCost
}

// maxDepth bounds the way up a sentence's arcs.
const maxDepth = 40

// ancestors is what it costs to come up from a time to each token above it.
func (w *when) ancestors(i int) map[int]int {
	out := map[int]int{i: 0}
	total := 0
	for range maxDepth {
		total += w.leavesClause(i)
		head := w.t.Tokens[i].Head
		if head == text.None || head == i {
			break
		}
		i = head
		if _, seen := out[i]; seen {
			break
		}
		out[i] = total
	}
	return out
}

func abs(n int) int { return max(n, -n) }
