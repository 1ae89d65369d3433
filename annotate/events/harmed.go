package events

import (
	"github.com/annals-project/annals"
	"github.com/annals-project/annals/text"
)

type likeness int

const (
	unknown likeness = iota
	same
	differ
)

// sharedHarmed compares whom and what two events hit.
func (j *joiner) sharedHarmed(a, b int) likeness {
	x, y := j.harmed(a), j.harmed(b)
	if len(x) == 0 || len(y) == 0 {
		return unknown
	}
	for _, m := range x {
		for _, n := range y {
			if j.oneThing(m, n) {
				return same
			}
		}
	}
	return differ
}

func (j *joiner) harmed(i int) []annals.Ref {
	var out []annals.Ref
	for _, a := range j.event(i).Arguments {
		if a.Role == annals.Victim || a.Role == annals.Target {
			out = append(out, a.Mention)
		}
	}
	return out
}

// oneThing says whether two mentions can be of one thing.
func (j *joiner) oneThing(a, b annals.Ref) bool {
	x, y := &j.doc.Mentions[a-1], &j.doc.Mentions[b-1]
	if a == b || x.Entity > 0 && x.Entity == y.Entity {
		return true
	}
	hx, hy := j.headLemma(x), j.headLemma(y)
	return hx == hy && hx != "" && !general[hx]
}

// oneCount says whether two events harmed as many people, and one of them tells
// of these no more than the number: "31 killed", "31 people were killed".
func (j *joiner) oneCount(a, b int) bool {
	for _, m := range j.harmed(a) {
		for _, n := range j.harmed(b) {
			x, y := &j.doc.Mentions[m-1], &j.doc.Mentions[n-1]
			if c := j.counted(x); c >= tellingCount && c == j.counted(y) && (untold(j.headLemma(x)) || untold(j.headLemma(y))) {
				return true
			}
		}
	}
	return false
}

// tellingCount is from how many on a number is rarely that of two events of a report.
const tellingCount = 5

// untold says whether a head tells nothing of the people counted: it is the number,
// or a word for anyone.
func untold(head string) bool { return head == "person" || head == "people" || countOf(head) > 0 }

// counted is the number that a mention gives of its people; 0 for none.
func (j *joiner) counted(m *annals.Mention) int {
	first, last := j.text.Covering(m.Start, m.End)
	for i := first; i < last; i++ {
		if n := countOf(j.text.Tokens[i].Norm); n > 0 && j.text.Tokens[i].UPOS == text.NUM {
			return n
		}
	}
	return 0
}

// general are heads too common to tell people or things apart.
var general = map[string]bool{"person": true, "people": true, "man": true, "woman": true, "other": true, "member": true, "one": true, "soldier": true}

func (j *joiner) headLemma(m *annals.Mention) string {
	h := m.Head
	if h.Empty() {
		h = m.Span
	}
	if i := j.text.TokenAt(h.End - 1); i < len(j.text.Tokens) {
		return singular(j.text, i)
	}
	return ""
}
