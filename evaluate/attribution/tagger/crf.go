// Package tagger labels the words of a passage as source, cue and content with
// a linear-chain conditional random field. It is trained and measured here and
// ships no weights: the texts it learns from may not all be learned from for
// release.
package tagger

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
)

// counterBits is the size of the table that counts features before training.
const counterBits = 26

// contexts is the number of contexts that have transition weights of their own.
const contexts = 8

// Sequence is one passage: the features of each word, a context for the step to
// it from the word before, and, for training, its labels.
type Sequence struct {
	Features [][]uint32
	Context  []uint8
	Labels   []uint8
}

// CRF is a linear-chain conditional random field over Labels.
type CRF struct {
	rows        map[uint32]uint32 // a feature's row
	weights     []float32         // rows of Labels
	transitions [contexts][Labels][Labels]float32
}

// Options of training.
type Options struct {
	Epochs int
	Rate   float64 // AdaGrad step
	Decay  float64 // shrinks the weights of the features seen, a step
	Least  int     // features seen fewer times are left out
	Drop   []Part  // one CRF is trained without each of these; NoPart drops none
}

// Tagger is a pool of CRFs whose scores are averaged. Each sees the features
// but for one part, so that weak features are learned where strong ones, such
// as quotation marks, would explain them away.
type Tagger []*CRF

// Train fits a pool to the sequences.
func Train(sequences []Sequence, o Options) Tagger {
	if len(o.Drop) == 0 {
		o.Drop = []Part{NoPart}
	}
	out := make(Tagger, len(o.Drop))
	var members sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, part := range o.Drop {
		members.Go(func() {
			free <- struct{}{}
			out[i] = train(sequences, o, part)
			<-free
		})
	}
	members.Wait()
	return out
}

// trainer holds what training needs beside the weights.
type trainer struct {
	*CRF
	options           Options
	squares           []float32
	transitionSquares [contexts][Labels][Labels]float32
	emit, alpha, beta [][Labels]float64
}

// train fits a CRF to the sequences by AdaGrad on the likelihood, in an order
// that depends on nothing but their number.
func train(sequences []Sequence, o Options, without Part) *CRF {
	m := &CRF{rows: choose(sequences, o.Least, without)}
	m.weights = make([]float32, Labels*len(m.rows))
	t := &trainer{CRF: m, options: o, squares: make([]float32, len(m.weights))}
	compact := make([]Sequence, len(sequences))
	for i := range sequences {
		compact[i] = m.compact(&sequences[i])
	}
	order := rand.New(rand.NewPCG(1, 2))
	for range o.Epochs {
		for _, i := range order.Perm(len(compact)) {
			if len(compact[i].Features) > 0 {
				t.step(&compact[i])
			}
		}
	}
	return m
}

// choose gives a row to every feature that is seen often enough and is not of
// the part left out.
func choose(sequences []Sequence, least int, without Part) map[uint32]uint32 {
	seen := make([]uint8, 1<<counterBits)
	each := func(do func(uint32)) {
		for i := range sequences {
			for _, features := range sequences[i].Features {
				for _, f := range features {
					do(f)
				}
			}
		}
	}
	each(func(f uint32) {
		if c := &seen[f>>(32-counterBits)]; *c < math.MaxUint8 {
			*c++
		}
	})
	rows := map[uint32]uint32{}
	each(func(f uint32) {
		if without.in(f) || int(seen[f>>(32-counterBits)]) < least {
			return
		}
		if _, ok := rows[f]; !ok {
			rows[f] = uint32(len(rows))
		}
	})
	return rows
}

// compact is a sequence with the rows of its features in their place.
func (m *CRF) compact(s *Sequence) Sequence {
	out := Sequence{Features: make([][]uint32, len(s.Features)), Context: s.Context, Labels: s.Labels}
	for i, features := range s.Features {
		rows := make([]uint32, 0, len(features))
		for _, f := range features {
			if row, ok := m.rows[f]; ok {
				rows = append(rows, row)
			}
		}
		out.Features[i] = rows
	}
	return out
}

func (m *CRF) scores(s *Sequence, emit [][Labels]float64) [][Labels]float64 {
	emit = emit[:0]
	for _, features := range s.Features {
		var sum [Labels]float64
		for _, f := range features {
			row := m.weights[int(f)*Labels:][:Labels]
			for y, w := range row {
				sum[y] += float64(w)
			}
		}
		emit = append(emit, sum)
	}
	return emit
}

func resize(b [][Labels]float64, n int) [][Labels]float64 {
	if cap(b) < n {
		return make([][Labels]float64, n)
	}
	return b[:n]
}

// step moves the weights along the gradient of one passage's log likelihood.
func (t *trainer) step(s *Sequence) {
	n := len(s.Features)
	t.emit = t.scores(s, t.emit)
	t.alpha, t.beta = resize(t.alpha, n), resize(t.beta, n)
	t.forward(s)
	t.backward(s)
	z := logSum(&t.alpha[n-1])
	for i := range n {
		var gradient [Labels]float64
		for y := range Labels {
			gradient[y] = -math.Exp(t.alpha[i][y] + t.beta[i][y] - z)
		}
		gradient[s.Labels[i]]++
		t.update(s.Features[i], &gradient)
		if i > 0 {
			t.updateTransitions(s, i, z)
		}
	}
}

func (t *trainer) forward(s *Sequence) {
	for i := range t.emit {
		for y := range Labels {
			if i == 0 {
				t.alpha[0][y] = t.emit[0][y] + first[y]
				continue
			}
			var into [Labels]float64
			for x := range Labels {
				into[x] = t.alpha[i-1][x] + float64(t.transitions[s.Context[i]][x][y]) + allowed[x][y]
			}
			t.alpha[i][y] = logSum(&into) + t.emit[i][y]
		}
	}
}

func (t *trainer) backward(s *Sequence) {
	n := len(t.emit)
	for i := n - 1; i >= 0; i-- {
		for x := range Labels {
			if i == n-1 {
				t.beta[i][x] = final[x]
				continue
			}
			var out [Labels]float64
			for y := range Labels {
				out[y] = t.beta[i+1][y] + t.emit[i+1][y] + float64(t.transitions[s.Context[i+1]][x][y]) + allowed[x][y]
			}
			t.beta[i][x] = logSum(&out)
		}
	}
	for y := range Labels {
		t.alpha[n-1][y] += final[y]
		t.beta[n-1][y] = 0
	}
}

func (t *trainer) update(features []uint32, gradient *[Labels]float64) {
	rate, decay := float32(t.options.Rate), float32(t.options.Decay)
	var g [Labels]float32
	for y, v := range gradient {
		if math.Abs(v) > 1e-3 {
			g[y] = float32(v)
		}
	}
	for _, f := range features {
		row, squares := t.weights[int(f)*Labels:][:Labels], t.squares[int(f)*Labels:][:Labels]
		for y, v := range g {
			if v == 0 {
				continue
			}
			v -= decay * row[y]
			squares[y] += v * v
			row[y] += rate * v / float32(math.Sqrt(float64(squares[y])+1e-6))
		}
	}
}

func (t *trainer) updateTransitions(s *Sequence, i int, z float64) {
	c := s.Context[i]
	for x := range Labels {
		for y := range Labels {
			if allowed[x][y] < 0 {
				continue
			}
			g := -math.Exp(t.alpha[i-1][x] + float64(t.transitions[c][x][y]) + t.emit[i][y] + t.beta[i][y] - z + finalAt(i, len(t.emit), y))
			if uint8(x) == s.Labels[i-1] && uint8(y) == s.Labels[i] {
				g++
			}
			if math.Abs(g) < 1e-4 {
				continue
			}
			t.transitionSquares[c][x][y] += float32(g * g)
			t.transitions[c][x][y] += float32(t.options.Rate * g / math.Sqrt(float64(t.transitionSquares[c][x][y])+1e-6))
		}
	}
}

func finalAt(i, n, y int) float64 {
	if i == n-1 {
		return final[y]
	}
	return 0
}

// Decode gives the most likely labels of a passage. bias is added to the score
// of the labels of each type: above 0 more spans of it are found.
func (p Tagger) Decode(passage *Sequence, bias [Types]float64) []uint8 {
	n := len(passage.Features)
	if n == 0 {
		return nil
	}
	emit, transitions := p.average(passage)
	for i := range emit {
		for y := 1; y < Labels; y++ {
			emit[i][y] += bias[(y-1)/4]
		}
	}
	from := make([][Labels]uint8, n)
	best := emit[0]
	for y := range Labels {
		best[y] += first[y]
	}
	for i := 1; i < n; i++ {
		var now [Labels]float64
		for y := range Labels {
			top, at := math.Inf(-1), 0
			for x := range Labels {
				if v := best[x] + transitions[passage.Context[i]][x][y] + allowed[x][y]; v > top {
					top, at = v, x
				}
			}
			now[y], from[i][y] = top+emit[i][y], uint8(at)
		}
		best = now
	}
	last := 0
	for y := range Labels {
		if best[y]+final[y] > best[last]+final[last] {
			last = y
		}
	}
	labels := make([]uint8, n)
	for i := n - 1; i >= 0; i-- {
		labels[i] = uint8(last)
		last = int(from[i][last])
	}
	return labels
}

// average is the mean of the members' scores of each word and step.
func (p Tagger) average(passage *Sequence) ([][Labels]float64, *[contexts][Labels][Labels]float64) {
	sum := make([][Labels]float64, len(passage.Features))
	var transitions [contexts][Labels][Labels]float64
	share := 1 / float64(len(p))
	for _, m := range p {
		compact := m.compact(passage)
		for i, scores := range m.scores(&compact, nil) {
			for y, v := range scores {
				sum[i][y] += v * share
			}
		}
		for c := range transitions {
			for x := range Labels {
				for y := range Labels {
					transitions[c][x][y] += float64(m.transitions[c][x][y]) * share
				}
			}
		}
	}
	return sum, &transitions
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
