package claims

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

// findIssued finds texts that a report prints whole: a communiqué or a speech
// that its labels name with its issuer ("[COMMUNIQUE] [SALVADORAN GOVERNMENT]
// [TEXT]"), and what is announced before a colon ("issued the following
// statement: 1. …"). All of it is the issuer's word.
func (r *reading) findIssued() {
	for k := range r.labels {
		if s := r.issuedUnder(k); s != nil {
			r.whole = append(r.whole, s)
			return
		}
	}
	for k := range r.t.Sentences {
		if s := r.announced(k); s != nil {
			r.whole = append(r.whole, s)
		}
	}
}

// issuedUnder is the saying of the text whose kind label k tells; nil where it
// tells none or names no issuer.
func (r *reading) issuedUnder(k int) *saying {
	l := r.labels[k]
	if !r.issues(l) {
		return nil
	}
	s := &saying{cue: l.first, tail: text.None, source: text.None, via: text.None, kind: annals.Said, rule: "issued", way: byRule}
	after := l.close + 1
	if by := r.next(l.first+1, l.last, "by"); by != text.None {
		r.setSource(s, run{by + 1, l.last})
	} else if r.isIssuer(k + 1) {
		r.setSource(s, run{r.labels[k+1].first, r.labels[k+1].last})
		after = r.labels[k+1].close + 1
	}
	if s.source == text.None {
		return nil
	}
	s.content = r.blocks(after, len(r.t.Tokens))
	return s
}

// issues says that a label tells that its text is somebody's word from end to end.
func (r *reading) issues(l label) bool {
	return r.opens(l) && r.holds(l, "issue") && !r.notes(l)
}

// isIssuer says that label k names the issuer of the text whose kind the label right
// before it tells.
func (r *reading) isIssuer(k int) bool {
	if k < 1 || k >= len(r.labels) {
		return false
	}
	before, l := r.labels[k-1], r.labels[k]
	return l.open == before.close+1 && r.issues(before) && !r.notes(l)
}

// findWhole adds what is said over sentences, once it is known what is said in
// them: a quotation there needs no other speaker.
func (r *reading) findWhole() {
	r.sayings = append(r.sayings, r.whole...)
	r.sayings = slices.DeleteFunc(r.sayings, func(s *saying) bool { return len(s.content) == 0 })
	slices.SortStableFunc(r.sayings, func(a, b *saying) int { return cmp.Compare(a.content[0].Start, b.content[0].Start) })
}
