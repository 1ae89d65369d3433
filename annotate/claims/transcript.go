package claims

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// leastTurns is how many labels that name speakers make a text without any other
// label a transcript.
const leastTurns = 3

// findTurns finds what those say whom labels in brackets name in a transcript:
// each until the next label that names somebody or the end of the recording. Where
// a label opens a quotation it is that alone, and is his before any verb of saying.
// The outlet's own people speak for the report, but for those who ask questions in an
// interview that is printed as one.
func (r *reading) findTurns() {
	var turns []label
	notes, dialogue := false, false
	for i, l := range r.labels {
		if r.names(l) && !r.isIssuer(i) {
			turns = append(turns, l)
		}
		notes = notes || r.notes(l)
		dialogue = dialogue || r.holds(l, "dialogue")
	}
	if !notes && len(turns) < leastTurns {
		return
	}
	for _, l := range turns {
		if dialogue || !r.isOwn(l) {
			r.turn(l)
		}
	}
}

// turn adds what the label's speaker says.
func (r *reading) turn(l label) {
	s := &saying{cue: l.close, tail: text.None, source: r.labelHead(l), via: text.None, kind: annals.Said, rule: "turn", way: byRule}
	r.runs[s.source] = run{l.first, s.source + 1}
	r.byCue[l.close] = s
	if q := r.opensQuoted(l.close + 1); q != nil {
		s.content, s.direct = []annals.Span{q.Span}, true
		r.sayings = append(r.sayings, s)
		return
	}
	s.content = r.blocks(l.close+1, r.turnEnd(l))
	r.whole = append(r.whole, s)
}

// turnEnd is the token behind the last one of a turn.
func (r *reading) turnEnd(l label) int {
	for _, o := range r.labels {
		if o.open > l.close && (r.names(o) || r.t.Tokens[o.first].Norm == endOf && r.notes(o)) {
			return o.open
		}
	}
	return len(r.t.Tokens)
}

// endOf opens the label behind which a recording has ended.
const endOf = "end"

// blocks are the stretches of tokens first ≤ i < last, one a paragraph, behind the
// editor's labels that open them.
func (r *reading) blocks(first, last int) []annals.Span {
	var out []annals.Span
	for _, l := range r.labels {
		if l.open == first && r.notes(l) {
			first = l.close + 1
		}
	}
	for first < last {
		_, end := r.paragraphOf(first)
		if span := r.trim(first, min(end, last)); !span.Empty() {
			out = append(out, span)
		}
		first = end
	}
	return out
}
