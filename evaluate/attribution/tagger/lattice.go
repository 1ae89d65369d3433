package tagger

import "math"

// steps are the scores of the steps from label to label in each context.
type steps [contexts][Labels][Labels]float64

// lattice is the scores of all labellings of a passage, in logarithms.
type lattice struct {
	emit        [][Labels]float64 // of each word
	alpha, beta [][Labels]float64 // of all ways to a word, it counted in, and from it on
	z           float64           // of all ways
}

func resize(b [][Labels]float64, n int) [][Labels]float64 {
	if cap(b) < n {
		return make([][Labels]float64, n)
	}
	return b[:n]
}

// sum fills alpha, beta and z from emit, which is not empty.
func (l *lattice) sum(context []uint8, t *steps) {
	n := len(l.emit)
	l.alpha, l.beta = resize(l.alpha, n), resize(l.beta, n)
	for i := range n {
		for y := range Labels {
			if i == 0 {
				l.alpha[0][y] = l.emit[0][y] + first[y]
				continue
			}
			var into [Labels]float64
			for x := range Labels {
				into[x] = l.alpha[i-1][x] + t[context[i]][x][y] + allowed[x][y]
			}
			l.alpha[i][y] = logSum(&into) + l.emit[i][y]
		}
	}
	l.beta[n-1] = final
	for i := n - 2; i >= 0; i-- {
		for x := range Labels {
			var out [Labels]float64
			for y := range Labels {
				out[y] = l.beta[i+1][y] + l.emit[i+1][y] + t[context[i+1]][x][y] + allowed[x][y]
			}
			l.beta[i][x] = logSum(&out)
		}
	}
	var ends [Labels]float64
	for y := range Labels {
		ends[y] = l.alpha[n-1][y] + final[y]
	}
	l.z = logSum(&ends)
}

func logSum(v *[Labels]float64) float64 {
	top := v[0]
	for _, x := range v[1:] {
		top = max(top, x)
	}
	if math.IsInf(top, -1) {
		return top
	}
	sum := 0.0
	for _, x := range v {
		if d := x - top; d > -30 {
			sum += math.Exp(d)
		}
	}
	return top + math.Log(sum)
}
