package resolve

import (
	"cmp"
	"slices"

	"github.com/annals-project/annals"
)

// ruling is what a person says of two things, which go by number.
type ruling struct {
	left, right int
	*annals.Judgement
}

// rulings lists what persons say of two things of a kind, the latest first and
// each pair once. number finds the thing that a key names; -1 when the readings
// do not hold it, and the judgement waits until they do.
func rulings(standing []annals.Judgement, kind annals.KeyKind, number func(annals.Key) int) []ruling {
	var out []ruling
	for i := range standing {
		j := &standing[i]
		if j.By == annals.ByAnnals || j.Verdict != annals.Same && j.Verdict != annals.Different && j.Verdict != annals.Unsure {
			continue
		}
		left, errLeft := annals.ParseKey(j.Left)
		right, errRight := annals.ParseKey(j.Right)
		if errLeft != nil || errRight != nil || left.Kind != kind || right.Kind != kind {
			continue
		}
		if a, b := number(left), number(right); a >= 0 && b >= 0 && a != b {
			out = append(out, ruling{a, b, j})
		}
	}
	slices.SortFunc(out, func(x, y ruling) int {
		if x.Newer(y.Judgement) {
			return -1
		}
		return 1
	})
	judged := map[[2]int]bool{}
	return slices.DeleteFunc(out, func(x ruling) bool {
		pair := [2]int{min(x.left, x.right), max(x.left, x.right)}
		again := judged[pair]
		judged[pair] = true
		return again
	})
}

// rule lays down what persons say before anything else is joined. Of rulings
// that cannot all hold the later win.
func (p *partition) rule(rulings []ruling) {
	for _, x := range rulings {
		if x.Verdict == annals.Same {
			p.join(x.left, x.right)
		} else {
			p.forbid(x.left, x.right)
		}
	}
}

// parted are the things that a person parted from another: those named second
// in a ruling that keeps two apart.
func parted(rulings []ruling) map[int]bool {
	out := map[int]bool{}
	for _, x := range rulings {
		if x.Verdict != annals.Same {
			out[x.right] = true
		}
	}
	return out
}

// readingOf finds the reading of a document; -1 when there is none.
func (r *Resolution) readingOf(document string) int {
	i, found := slices.BinarySearchFunc(r.Readings, document, func(reading *annals.Reading, id string) int {
		return cmp.Compare(reading.Document.ID, id)
	})
	if !found {
		return -1
	}
	return i
}

// locate finds the element that a key names in all readings.
func (r *Resolution) locate(k annals.Key) (reading int, ref annals.Ref) {
	reading = r.readingOf(k.Document)
	if reading < 0 {
		return -1, 0
	}
	return reading, Locate(r.Readings[reading], k)
}
