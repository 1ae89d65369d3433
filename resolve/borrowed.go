package resolve

import (
	"cmp"
	"maps"
	"slices"

	"github.com/annals-project/annals"
)

// takenOver is the rarity of the words of a run from which who tells it has
// taken over a sentence of the other's, or both of a third's. Of somebody's
// words, though nobody says whose, less will do.
const takenOver = 20

// borrow gives statements that share wording one origin: that of the one which
// names its source, or, of what reports took over without any, the first that
// has it. Whoever is quoted keeps his own words; open are the statements that
// only point to who said so before.
func (r *Resolution) borrow(keys map[StatementKey]string, open map[StatementKey]bool) {
	reuses := slices.Concat(r.Reuses, r.echoes)
	slices.SortStableFunc(reuses, func(a, b Reuse) int { return cmp.Compare(b.Rarity, a.Rarity) })
	own := maps.Clone(keys)
	same := newSets(0)
	number := map[StatementKey]int{}
	join := func(k StatementKey) int {
		if _, met := number[k]; !met {
			number[k] = len(same)
			same = append(same, len(same))
		}
		return number[k]
	}
	for _, reuse := range reuses {
		whole := reuse.Rarity >= takenOver || reuse.echo
		r.told(reuse, func(a, b StatementKey) {
			best := min(own[a], own[b])
			if !attributed(best) && (whole || r.about(a) == annals.AboutClaim) {
				same.join(join(a), join(b))
			}
			for _, k := range []StatementKey{a, b} {
				if attributed(best) && best < own[k] && (!attributed(keys[k]) || open[k] && keys[k] == own[k]) {
					keys[k] = best
					r.because(best, sharedWording)
				}
			}
		})
	}
	best := map[int]string{}
	for k, i := range number {
		if root := same.find(i); best[root] == "" || keys[k] < best[root] {
			best[root] = keys[k]
		}
	}
	for k, i := range number {
		keys[k] = best[same.find(i)]
		r.because(keys[k], sharedWording)
	}
}

// sharedWording is why a statement has the origin of another.
const sharedWording = "shared wording"

// told visits the pairs of statements of the two reports that a run of words
// tells in both.
func (r *Resolution) told(reuse Reuse, visit func(a, b StatementKey)) {
	left, right := r.statementsIn(reuse.Left), r.statementsIn(reuse.Right)
	for _, a := range left {
		for _, b := range right {
			if (r.sameSubject(a, b) || r.samePlace(a, b, reuse)) && !r.otherNumber(a, b) {
				visit(a, b)
			}
		}
	}
}

// statementsIn lists the statements of a passage's reading whose evidence
// touches the passage.
func (r *Resolution) statementsIn(p Passage) []StatementKey {
	var out []StatementKey
	for s := range r.Readings[p.Reading].Statements {
		for _, e := range r.Readings[p.Reading].Statements[s].Evidence {
			if e.Overlaps(p.Span) {
				out = append(out, StatementKey{p.Reading, s})
				break
			}
		}
	}
	return out
}

// samePlace says whether two statements stand at the same word of a run of words
// that their reports share.
func (r *Resolution) samePlace(a, b StatementKey, reuse Reuse) bool {
	x, y := r.stands(a), r.stands(b)
	if x.Empty() || r.about(a) != r.about(b) || !reuse.Left.Contains(x) || !reuse.Right.Contains(y) {
		return false
	}
	before := func(p Passage, s annals.Span) int {
		return len(textWords(annals.Span{Start: p.Start, End: s.Start}.In(r.Readings[p.Reading].Document.Text)))
	}
	return before(reuse.Left, x) == before(reuse.Right, y)
}

// otherNumber says whether two statements give different numbers: whoever took over
// the words had the number from somewhere else.
func (r *Resolution) otherNumber(a, b StatementKey) bool {
	if r.about(a) != annals.AboutFigure || r.about(b) != annals.AboutFigure {
		return false
	}
	x, y := r.figure(a), r.figure(b)
	return !sameNumber(x.Value, y.Value) || !sameNumber(x.Low, y.Low) || !sameNumber(x.High, y.High)
}

func (r *Resolution) figure(k StatementKey) *annals.Figure {
	reading := r.Readings[k.Reading]
	return &reading.Figures[reading.Statements[k.Statement].Ref-1]
}

func sameNumber(x, y *float64) bool { return x == y || x != nil && y != nil && *x == *y }

func (r *Resolution) about(k StatementKey) annals.About {
	return r.Readings[k.Reading].Statements[k.Statement].About
}

// stands is where what a statement is about stands in its report; empty for what
// stands in no one place.
func (r *Resolution) stands(k StatementKey) annals.Span {
	reading := r.Readings[k.Reading]
	switch s := &reading.Statements[k.Statement]; s.About {
	case annals.AboutEvent:
		return reading.Events[s.Ref-1].Trigger
	case annals.AboutFigure:
		return reading.Figures[s.Ref-1].Span
	case annals.AboutRelation:
		return reading.Relations[s.Ref-1].Span
	default:
		return annals.Span{}
	}
}

// sameSubject says whether two statements of different reports state the same
// kind of thing about the same: only then does shared wording make one origin.
func (r *Resolution) sameSubject(a, b StatementKey) bool {
	ra, rb := r.Readings[a.Reading], r.Readings[b.Reading]
	sa, sb := &ra.Statements[a.Statement], &rb.Statements[b.Statement]
	if sa.About != sb.About {
		return false
	}
	switch sa.About {
	case annals.AboutFigure:
		return ra.Figures[sa.Ref-1].Measure == rb.Figures[sb.Ref-1].Measure
	case annals.AboutRelation:
		x, y := &ra.Relations[sa.Ref-1], &rb.Relations[sb.Ref-1]
		return x.Type == y.Type && r.Actor(EntityKey{a.Reading, x.From}) == r.Actor(EntityKey{b.Reading, y.From})
	case annals.AboutEvent:
		return r.Event(EventKey{a.Reading, sa.Ref}) == r.Event(EventKey{b.Reading, sb.Ref})
	default:
		return true
	}
}
