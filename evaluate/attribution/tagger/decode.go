package tagger

import (
	"math"
	"slices"
)

// likely is a span with how likely it is.
type likely struct {
	Span
	chance float64
}

// Decode gives the spans of a passage that together have the most chance, each
// counted by what it has above the least of its type. Where the least is half of the
// F1 that is reached, that is the choice with the highest F1 to be expected.
func (p Tagger) Decode(passage *Sequence, least [Types]float64) []Span {
	n := len(passage.Features)
	if n == 0 {
		return nil
	}
	return choice(p.spans(passage, least), n, least)
}

// choice are those of the spans of n words that do not overlap and together have the
// most chance above the least.
func choice(spans []likely, n int, least [Types]float64) []Span {
	slices.SortStableFunc(spans, func(a, b likely) int { return a.Last - b.Last })
	best, taken := make([]float64, n+1), make([]int, n+1)
	next := 0
	for end := 1; end <= n; end++ {
		best[end], taken[end] = best[end-1], -1
		for ; next < len(spans) && spans[next].Last == end; next++ {
			s := &spans[next]
			if v := best[s.First] + s.chance - least[s.Type]; v > best[end] {
				best[end], taken[end] = v, next
			}
		}
	}
	var out []Span
	for end := n; end > 0; {
		if k := taken[end]; k >= 0 {
			out = append(out, spans[k].Span)
			end = spans[k].First
			continue
		}
		end--
	}
	slices.Reverse(out)
	return out
}

// spans are all spans with more than the least chance of their type.
func (p Tagger) spans(passage *Sequence, least [Types]float64) (out []likely) {
	emit, t := p.average(passage)
	l := lattice{emit: emit}
	l.sum(passage.Context, t)
	for i := range emit {
		for kind := range Types {
			base := 1 + 4*kind
			add := func(last int, score float64) {
				if chance := math.Exp(score - l.z); chance > least[kind] {
					out = append(out, likely{Span{Type(kind), i, last}, chance})
				}
			}
			add(i+1, l.alpha[i][base+single]+l.beta[i][base+single])
			score, at := l.alpha[i][base+begin], base+begin
			for k := i + 1; k < len(emit) && math.Exp(score+l.beta[k-1][at]-l.z) > least[kind]; k++ {
				c := passage.Context[k]
				add(k+1, score+t[c][at][base+end]+emit[k][base+end]+l.beta[k][base+end])
				score += t[c][at][base+inside] + emit[k][base+inside]
				at = base + inside
			}
		}
	}
	return out
}

// average is the mean of the members' scores of each word and step.
func (p Tagger) average(passage *Sequence) ([][Labels]float64, *steps) {
	sum := make([][Labels]float64, len(passage.Features))
	var t steps
	share := 1 / float64(len(p))
	for _, m := range p {
		compact := m.compact(passage)
		for i, scores := range m.scores(&compact, nil) {
			for y, v := range scores {
				sum[i][y] += v * share
			}
		}
		for c := range t {
			for x := range Labels {
				for y := range Labels {
					t[c][x][y] += m.transitions[c][x][y] * share
				}
			}
		}
	}
	return sum, &t
}
